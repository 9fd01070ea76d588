"""Names of local bodies that are written in several ways: 浙江证监局 is 中国证券监督管理委员会浙江监管局.

Knows the forms that a pack gives with the places that its lexicon lists.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.ontology.resolution import PLACE, FormOptions
from kg.resolve.naming import plain
from kg.resolve.rules import ResolutionRules


def places_of(rules: ResolutionRules) -> Mapping[str, str]:
    """The canonical form of each listed place, by every form that it may have, all plain."""
    options = rules.options.places
    places: dict[str, str] = {}
    if options is None:
        return places
    for name in rules.lexicon:
        if name.type == options.type:
            for surface in (*name.surfaces, *name.short):
                places.setdefault(plain(surface), plain(name.canonical))
    for surface, canonical in tuple(places.items()):
        for ending in options.endings:
            places.setdefault(surface + ending, canonical)
    return places


class PlacedForms:
    """The forms of a pack, by type."""

    def __init__(self, entries: Iterable[FormOptions], places: Mapping[str, str]) -> None:
        self._places = places
        forms: dict[str, list[tuple[str, str, str]]] = {}
        for entry in entries:
            same = [plain(form) for form in entry.same]
            for type_ in entry.types:
                forms.setdefault(type_, []).extend(_split(form, same[0]) for form in same)
        self._forms = {type_: sorted(each, key=_by_length) for type_, each in forms.items()}

    def text(self, type_: str, bare: str) -> str | None:
        """The first of the forms that say the same, for a plain name that has one of them with a listed place."""
        for before, after, first in self._forms.get(type_, ()):
            if bare.endswith(after) and bare.startswith(before) and len(bare) > len(before) + len(after):
                place = self._places.get(bare[len(before) : len(bare) - len(after)])
                if place is not None:
                    return first.replace(PLACE, place)
        return None


def _split(form: str, first: str) -> tuple[str, str, str]:
    """What stands before and after the place in a form, and the first form that says the same."""
    before, _, after = form.partition(PLACE)
    return before, after, first


def _by_length(form: tuple[str, str, str]) -> tuple[int, str, str]:
    return -len(form[0]) - len(form[1]), form[0], form[1]
