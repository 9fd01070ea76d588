"""Words that stuck to the front of a name, told by the rest of the document: 说到云桥金融 where 云桥金融 is named.

A name that no list holds reaches to the left as far as its rule let it. Where what it ends in is found by itself more
often, and what is left over in front is no name, the name is the shorter one.
"""

from __future__ import annotations

import collections
from collections.abc import Iterable

from kg.extract.mentions.candidate import Candidate, Found
from kg.extract.mentions.page import Page

_SHORTEST = 3
"""A shorter rest is a common word sooner than a name."""
# One sign too many is as likely to be one sign too few elsewhere: 和耕, 耕.
_LEAST = 2


def trimmed(page: Page, found: Found, types: Iterable[str]) -> Found:
    """What was found, the names of the types cut at the front where the document shows what is theirs."""
    wanted = frozenset(types)
    surfaces: dict[str, dict[str, set[int]]] = {each: collections.defaultdict(set) for each in wanted}
    for each in found.candidates:
        if each.type in wanted:
            surfaces[each.type][page.plain[each.start : each.end]].add(each.end)
    if all(len(ends) < 2 for ends in surfaces.values()):
        return found
    return Found(
        tuple(
            _cut(page, each, surfaces[each.type], found) if each.type in wanted and each.canonical is None else each
            for each in found.candidates
        )
    )


def _cut(page: Page, name: Candidate, surfaces: dict[str, set[int]], found: Found) -> Candidate:
    whole = page.plain[name.start : name.end]
    often = len(surfaces[whole])
    for start in range(name.start + _LEAST, name.end - _SHORTEST + 1):
        alone = surfaces.get(page.plain[start : name.end], set()) - surfaces[whole]
        if len(alone) >= often and not found.ends_at(start):
            return name._replace(start=start)
    return name
