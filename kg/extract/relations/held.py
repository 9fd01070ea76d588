"""The offices that stand one after the other, each with its house: 甲银行副行长、乙分行行长."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.extract.annotated import EntityMention
from kg.extract.relations.houses import HouseFinder
from kg.extract.relations.roles import RoleReader
from kg.extract.relations.rule import View
from kg.model.span import Span


class Held(NamedTuple):
    """An office and its organisation, None where the text names none beside it, and how sure that is."""

    organisation: EntityMention | None
    role: Span
    share: float = 1.0


class HeldReader:
    """Reads offices with their houses.

    Args:
        offices: reads the offices themselves.
        houses: finds the house of one that stands beside none.
        people: the types of those who hold offices.
        inner: types of names that may stand inside an office.
        carried: how sure an office is whose house is found elsewhere.
    """

    def __init__(
        self,
        offices: RoleReader,
        houses: HouseFinder,
        people: frozenset[str],
        inner: frozenset[str],
        carried: float,
    ) -> None:
        self._offices, self._houses = offices, houses
        self._people, self._inner = people, inner
        self._share = carried

    def behind(self, view: View, start: int, places: Sequence[EntityMention]) -> Iterator[Held]:
        """The offices from an offset on, each with its organisation or that of the last."""
        text, end, last = view.scene.text, view.scene.sentence.span.end, None
        members = [each for group in view.scene.groups for each in group.members]
        named = [each.span for each in members if each.mention.type not in self._inner]
        whose = {each.span.start for each in members if each.mention.type in self._people}
        while True:
            start = self._offices.skip(text, start, end)
            place = next((each for each in places if each.span.start == start), None)
            begin = place.span.end if place else start
            limit = min((each.start for each in named if each.start >= begin), default=end)
            role = (self._offices.behind if place else self._offices.at)(text, begin, min(limit, end))
            if role is None or (last and role.end in whose):  # 张三任甲行长；乙行长李四
                return
            last = place or last
            yield Held(last, role) if last else self.carried(view, start, role)._replace(share=self._share)
            start = role.end

    def carried(self, view: View, start: int, role: Span) -> Held:
        """An office with the organisation that the text names for it before an offset."""
        return Held(self._houses.of(view, start, role), role)
