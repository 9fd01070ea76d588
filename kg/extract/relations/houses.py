"""In which house an office is held that stands beside none: 其董事长张三, 副行长李四被罚款.

Knows where organisations stand; which offices may be told so is asked of the offices' own words.
"""

from __future__ import annotations

from collections.abc import Mapping

from kg.extract.annotated import EntityMention
from kg.extract.relations.roles import BareRoles
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
        unfit: endings of offices that one of a type does not have.
        its: words by which an office is said to be of what is spoken of (其).
    """

    def __init__(
        self, types: frozenset[str], bare: BareRoles, unfit: Mapping[str, tuple[str, ...]], its: tuple[str, ...]
    ) -> None:
        self._types, self._bare, self._unfit, self._its = types, bare, unfit, its

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
