"""The sighting of a thing that a figure may be of, and the places where such things stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kg.extract.annotated import EntityMention
from kg.extract.observations.subjects import Candidate

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

    def marked(self, marks: Iterable[str]) -> Sighting:
        """The same with more to say of it."""
        return Sighting(self.mention, self.place, (*self.marks, *marks))


class Shown(NamedTuple):
    """What a clause names, as any figure behind it sees it, and what else depends on the figure.

    It `is_stock` where it is a kind with its stock, `is_introduced` where words for that stand before it.
    """

    candidate: Candidate
    sighting: Sighting
    is_stock: bool
    is_introduced: bool
