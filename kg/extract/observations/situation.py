"""A figure whose subject is to be found."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.observations.cast import Cast
from kg.extract.observations.line import Line
from kg.extract.observations.sighting import Sighting
from kg.extract.observations.told import Told
from kg.extract.observations.view import Clause
from kg.extract.observations.zones import Zone


class Situation(NamedTuple):
    """A figure with all that is known before its subject is.

    `cast` is what its clause names.
    `words` are those around the number; `is_relative` where they go on with the metric before, `is_led` where some
    stand before it.
    """

    text: str
    clause: Clause
    cast: Cast
    zone: Zone
    start: int
    words: str
    is_relative: bool
    is_led: bool
    line: Line

    @property
    def lead(self) -> Told | None:
        """The last clause before it that told of someone who does more than speak."""
        return next((each for each in reversed(self.line.told) if each.leads), None)


def handed(situation: Situation, event: tuple[str, ...]) -> list[Sighting]:
    """What earlier sentences and figures hand on; a thing and the last actor are marked of an event that goes on."""
    line, found = situation.line, []
    topic, thing = line.topic, line.thing
    if topic is not None and topic.span.start < situation.start:
        parted = "\n" in situation.text[topic.span.end : situation.start]
        found.append(Sighting(topic, "carried", ("topic far", *event) if parted else ("topic", *event)))
    if thing is not None:
        found.append(Sighting(thing, "thing", event))
    told = [each.subject for each in (*line.drafts[-1:], line.base) if each is not None]
    found += [Sighting(each, "carried") for each in (line.seen, line.party, *told) if each is not None]
    return found
