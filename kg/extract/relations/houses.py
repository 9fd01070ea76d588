"""In which house an office is held that stands beside none: 其董事长张三, 副行长李四被罚款.

Knows where organisations stand; which offices may be told so is asked of the offices' own words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.extract.annotated import EntityMention
from kg.extract.relations.roles import BareRoles, RoleReader
from kg.extract.relations.rule import View
from kg.extract.relations.scene import Scene
from kg.extract.relations.subjects import is_free, last_named
from kg.model.span import Span

# Sentences before an office in which its house may be named.
_BACK = 2
# Signs before an office in which a word may stand that refers to its house: 其原董事长.
_NEAR = 3


class HouseFinder:
    """Finds the house of an office.

    Args:
        types: what it may be.
        bare: which offices may be told without it.
        words: endings of offices that one of a type does not have, and words by which an office is said to be of what
            is spoken of (其).
        offices: reads offices in a text.
        opening: opening brackets.
    """

    def __init__(
        self,
        types: frozenset[str],
        bare: BareRoles,
        words: tuple[Mapping[str, tuple[str, ...]], tuple[str, ...]],
        offices: RoleReader,
        opening: tuple[str, ...],
    ) -> None:
        self._types, self._bare, self._offices, self._opening = types, bare, offices, opening
        self._unfit, self._its = words

    def in_brackets(
        self, scene: Scene, start: int, places: Sequence[EntityMention]
    ) -> tuple[EntityMention, Span] | None:
        """The office right before an offset that brackets tell of the house before them: 甲公司（法人：张三）."""
        house = next((each for each in reversed(places) if each.span.end < start), None)
        if house is None or not scene.text.startswith(self._opening, house.span.end):
            return None
        role = self._offices.between(scene.text, house.span.end + 1, start)
        return (house, role) if role else None

    def holder(self, text: str, place: EntityMention, places: Sequence[EntityMention], office: Span) -> EntityMention:
        """Whose office it is where a mere kind of firm stands before it (甲证券建筑行业分析师), else the place."""
        if place.mention.type in self._types:
            return place
        before = next((each for each in reversed(places) if each.span.end <= place.span.start), None)
        named = before is not None and before.mention.type in self._types
        return before if before and named and self._offices.between(text, before.span.end, office.end) else place

    def of(self, view: View, start: int, role: Span) -> EntityMention | None:
        """The house of an office, named before an offset, None where none is or no such office is held there."""
        words = role.of(view.scene.text)
        near = view.scene.text[max(role.start - _NEAR, 0) : role.start]
        spoken_of = self._spoken_of(view.scene, start) if any(word in near for word in self._its) else None
        place = spoken_of or last_named(view.scenes, start, self._types, _BACK)
        if place is None or not self._bare.fits(words) or words.endswith(self._unfit.get(place.mention.type, ())):
            return None
        return place

    def _spoken_of(self, scene: Scene, position: int) -> EntityMention | None:
        """What the sentence is about: its first subject."""
        for group in scene.groups:
            houses = group.of_types(self._types)
            if houses and group.end <= position and is_free(group) and not group.aside:
                return houses[0]
        return None


def is_of_another(scene: Scene, place: EntityMention, end: int, people: frozenset[str]) -> bool:
    """Whether an office in a clause before is that clause's own person's: 张三任甲行长，乙行长李四."""
    clause = scene.clause_at(place.span.start)
    before = (each for each in scene.in_clause(clause) if each.end <= place.span.start)
    return clause != scene.clause_at(end) and any(each.of_types(people) for each in before)
