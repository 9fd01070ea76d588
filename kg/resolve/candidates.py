"""Names that might be one thing's though no rule says so: for a curator to look at, never merged by themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations, pairwise

from kg.model.entity import Entity
from kg.resolve.keys import Key, Keys, keys_of
from kg.resolve.naming import BuiltName, plain, shortens
from kg.resolve.rules import ResolutionRules

ALIKE = 0.75
"""The share of characters, in their order, that own parts have in common where neither shortens the other."""
_SHORTEST = 2
# A pair of characters that stands in more names than this (消费, 银行) tells nothing.
_MOST = 60


@dataclass(frozen=True, slots=True)
class MergeCandidate:
    """Two entities, by their ids, and how alike their names' own parts are: 1 where they are equal."""

    one: str
    other: str
    likeness: float


def find_merge_candidates(
    entities: Iterable[Entity], rules: ResolutionRules | None = None
) -> tuple[MergeCandidate, ...]:
    """Pairs of one type with near names, the most alike first.

    Two things that the lexicon lists or forms that it knows name are no candidates, nor are a house and its branch, nor
    actors that their articles leave unnamed.
    """
    keys = keys_of(rules) if rules else keys_of(ResolutionRules())
    named = [_named(each, keys) for each in entities if not each.unnamed]
    found = (_compared(*pair) for pair in _pairs(named))
    alike = [each for each in found if each is not None]
    return tuple(sorted(alike, key=lambda each: (-each.likeness, each.one, each.other)))


@dataclass(frozen=True, slots=True)
class _Named:
    """An entity's name as it is compared: its parts, whether it is known for what it is, whether it is a branch's."""

    id: str
    type: str
    parts: BuiltName
    known: bool
    branch: bool


def _named(entity: Entity, keys: Keys) -> _Named:
    type_, name = entity.type, entity.name
    known = keys.known(type_, name) is not None or keys.is_local(type_, name)
    return _Named(entity.id, type_, keys.parts(Key(type_, plain(name))), known, keys.is_branch(type_, name))


def _pairs(named: Iterable[_Named]) -> Iterator[tuple[_Named, _Named]]:
    """Names of one type whose own parts share two characters that stand side by side, each pair once."""
    blocks: dict[tuple[str, str], list[_Named]] = defaultdict(list)
    for each in sorted(named, key=lambda one: one.id):
        for two in {"".join(pair) for pair in pairwise(each.parts.core)} or {each.parts.core}:
            blocks[each.type, two].append(each)
    seen: set[tuple[str, str]] = set()
    for _, block in sorted(blocks.items()):
        if len(block) > _MOST:
            continue
        for one, other in combinations(block, 2):
            if (one.id, other.id) not in seen:
                seen.add((one.id, other.id))
                yield one, other


def _compared(one: _Named, other: _Named) -> MergeCandidate | None:
    a, b = one.parts, other.parts
    if (one.known and other.known) or one.branch != other.branch or (a.trade and b.trade and a.trade != b.trade):
        return None
    short, long = sorted((a.core, b.core), key=len)
    if len(short) < _SHORTEST:
        return None
    likeness = SequenceMatcher(None, short, long, autojunk=False).ratio()
    # 招联 shortens 招联消费金融; where names have no trade, words that stand in longer ones are other things.
    shortened = bool(a.trade or b.trade) and shortens(short, long)
    return MergeCandidate(one.id, other.id, round(likeness, 4)) if shortened or likeness >= ALIKE else None
