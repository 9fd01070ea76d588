"""The signs that speak for or against a thing by how it is seen, whichever thing of its type it is."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import TypeAlias

from kg.extract.observations.sighting import EARLIER, HANDED, PLACES

ORDER = {place: index for index, place in enumerate(PLACES)}

OWN = frozenset({"owner", "headed", "here-topic", "here-inner"})
"""The places before a figure in its clause."""

_REMEMBERED = 8192
"""Ways of being seen whose signs are remembered: the same ones come again and again."""

_KINDS = frozenset({"flow", "firm", "deed", "punished", "surveyed"})
"""What a figure may be of a kind to tell, for or against a thing by its type alone."""


Seen: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]
"""The places where a thing is seen, each with the marks that it has there."""


class SignReader:
    """Puts signs together.

    Args:
        places: the types of places.
        told: what kinds of things a figure may tell besides those that every pack knows.
    """

    def __init__(self, places: Iterable[str], told: Iterable[str]) -> None:
        self._places = frozenset(places)
        self._kinds = _KINDS.union(told)
        self.of = functools.lru_cache(_REMEMBERED)(self._of)

    def _of(self, seen: Seen, type_: str, shared: frozenset[str]) -> frozenset[str]:
        """The signs of any thing of a type that is seen so, at some places with marks each."""
        place = min([each for each, _ in seen], key=ORDER.__getitem__)
        signs = _plain(seen, place, type_, is_firms="firm" in shared)
        if "general" in shared:
            signs.update((f"general {type_}",) if place in HANDED else ())
        elif "owned" in shared:
            signs -= {"national", "regional"}
        if "owned" in shared:
            signs.update((f"owned {type_}", f"owned {place} {type_}"))
        if "grouped" in shared and place in EARLIER:
            signs.add("owned grouped")
        if "event" in signs:
            signs.add(f"event {type_}")
        if "policy" in shared and signs & {f"{each} {type_}" for each in ("speaks", "told-speaks", "told-source")}:
            signs.add(f"policy {type_}")
        if "within" in shared and type_ not in self._places:
            signs.update((f"within {type_}", f"within {place} {type_}"))
        kinds = self._kinds & shared
        signs.update([f"{each} {of}" for each in kinds for of in ((type_, "handed") if place in HANDED else (type_,))])
        if "placed" in shared and place in EARLIER:
            signs.add(f"placed {type_}")
        if "new" in shared and ORDER[place] >= ORDER["told-topic"]:
            signs.add("elsewhere")
        return frozenset(signs)


def _plain(seen: Seen, place: str, type_: str, *, is_firms: bool) -> set[str]:
    """What a thing of a type is and where it was seen; `place` tells how it is found."""
    signs = {place, type_, f"{place} {type_}"}
    for other, marks in seen:
        signs.update(marks)
        if other != place:
            signs.add(f"also {other}")
    if not is_firms:
        signs.discard(f"operates {type_}")
    if place in OWN:
        # Whoever is told of here, an expert of it may have been quoted before.
        signs.discard("expert")
    return signs
