"""A figure whose subject is to be found, and the sighting of a thing that may be it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.annotated import EntityMention
from kg.extract.observations.cast import Cast
from kg.extract.observations.line import Line
from kg.extract.observations.told import Told
from kg.extract.observations.view import Clause
from kg.extract.observations.zones import Zone

PLACES = (
    "here-topic",
    "here-inner",
    "owner",
    "headed",
    "counted",
    "founded",
    "here-aside",
    "behind",
    "told-topic",
    "told-inner",
    "told-aside",
    "carried",
    "thing",
    "named",
)
"""Where a thing may stand to a figure; of several places of one thing the first tells how it is found.

`here` is the clause of the figure before it, in the part that follows; an `owner` stands right before the words of
a rate or term, a `headed` product right behind such a limit; `counted` things stand right behind a number,
`founded` ones behind a sum that founds them, others `behind` it; `told` are earlier clauses of the sentence;
`carried` is what earlier sentences or figures were about, `thing` the last product of them, `named` what the whole
document is about.
"""

HANDED = frozenset({"carried", "thing", "named"})
"""The places outside the sentence of a figure."""

EARLIER = frozenset({"told-topic", "told-inner", "told-aside", *HANDED})
"""The places before the clause of a figure."""


class Sighting:
    """A mention of a thing, where it stands, and what else is to say of it there."""

    __slots__ = ("marks", "mention", "place")

    def __init__(self, mention: EntityMention, place: str, marks: tuple[str, ...] = ()) -> None:
        self.mention = mention
        self.place = place
        self.marks = marks


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


def handed(situation: Situation, event: tuple[str, ...]) -> Iterator[Sighting]:
    """What earlier sentences and figures hand on; a thing and the last actor are marked of an event that goes on."""
    line = situation.line
    topic, thing = line.topic, line.thing
    if topic is not None and topic.span.start < situation.start:
        parted = "\n" in situation.text[topic.span.end : situation.start]
        yield Sighting(topic, "carried", ("topic far", *event) if parted else ("topic", *event))
    if thing is not None:
        yield Sighting(thing, "thing", event)
    for mention in (line.seen, line.party):
        if mention is not None:
            yield Sighting(mention, "carried")
    for draft in (*line.drafts[-1:], line.base):
        if draft is not None:
            yield Sighting(draft.subject, "carried")
