"""What a document has named once is found everywhere in it.

A name found by its surroundings (a suffix, an office, quotation marks) is looked for again without them, whole and in
the shorter forms of its type.
"""

from __future__ import annotations

import collections
from collections.abc import Iterable, Iterator, Mapping

from kg.extract.mentions.candidate import Candidate
from kg.extract.mentions.gazetteer import Gazetteer
from kg.extract.mentions.naming import NameReader
from kg.extract.mentions.page import Page, plain
from kg.extract.mentions.triggers import Hit, find_few
from kg.text.tokenizer import PLACE

RULE = "memory"
# What continues a name may stand for it alone where it is longer than this: 上海分行, but not 分公司.
_SHORTEST_REST = 3
_WEAKEST = 5
"""Names found by weaker rules are not looked for again: their surroundings were what spoke for them. Where they are
what another name is told by elsewhere, they are that one."""


class DocumentMemory:
    """Looks for what was found again."""

    def __init__(self, readers: Mapping[str, NameReader], gazetteer: Gazetteer) -> None:
        self._readers = readers
        self._gazetteer = gazetteer

    def find(self, page: Page, kept: Iterable[Candidate]) -> tuple[Candidate, ...]:
        """Further occurrences of the kept names and of their shorter forms."""
        known: dict[str, Candidate] = {}
        covered = bytearray(len(page.text))
        for each in kept:
            if each.strength >= _WEAKEST:
                covered[each.start : each.end] = b"\1" * (each.end - each.start)
                known.setdefault(page.plain[each.start : each.end], each)
        whole = frozenset(known)
        for surface, source in self._shorter(page, tuple(known.values())):
            known.setdefault(surface, source)
        return tuple(
            _again(page, hit, known[hit.word])
            for hit in find_few(known, page.plain, covered)
            if not self._gazetteer.parts_word(page.plain, hit)
            and _stands_alone(page, hit, shortened=hit.word not in whole)
        )

    def with_inner_forms(self, page: Page, kept: Iterable[Candidate]) -> tuple[Candidate, ...]:
        """The names and, inside those that end in words that may be left off, the names without them (新市民群体)."""
        found = []
        for name in kept:
            reader = self._readers.get(name.type)
            each = self._listed_edition(page, name, reader) if reader is not None else name
            found.append(each)
            stem = reader.stem_of(page.text[each.start : each.end]) if reader is not None else None
            if stem is not None and self._is_nested(each.type, stem):
                surface = page.text[each.start : each.end]
                found.append(each._replace(end=each.start + len(stem), stands_for=surface, canonical=None, rule=RULE))
        return tuple(found)

    def _listed_edition(self, page: Page, name: Candidate, reader: NameReader) -> Candidate:
        """The name, known as what the lexicon lists where it is an edition of that: 第七届某某博览会."""
        surface = page.text[name.start : name.end]
        series = surface if name.canonical is not None else reader.without_edition(surface)
        canonical = self._gazetteer.name_of(series, name.type) if series != surface else None
        return name if canonical is None else name._replace(canonical=canonical)

    def _is_nested(self, type_: str, stem: str) -> bool:
        """Whether a shortened name of a type is one that the lexicon lists."""
        return self._readers[type_].forms.nested and self._gazetteer.name_of(stem, type_) is not None

    def _shorter(self, page: Page, names: tuple[Candidate, ...]) -> Iterator[tuple[str, Candidate]]:
        """The shorter forms of names that belong to one name only."""
        owners: dict[str, list[Candidate]] = collections.defaultdict(list)
        for each in names:
            reader = self._readers.get(each.type)
            if each.stem_end is not None and each.end - each.stem_end > _SHORTEST_REST:
                for rest in _rests(page.text[each.stem_end : each.end], reader):
                    owners[plain(rest)].append(each)
            elif reader is not None:
                for form in reader.shorter_forms(page.text[each.start : each.end]):
                    owners[plain(form)].append(each)
        for form, candidates in owners.items():
            if len(candidates) == 1 or len({_identity(page, each, self._readers) for each in candidates}) == 1:
                yield form, candidates[0]


def _rests(rest: str, reader: NameReader | None) -> Iterator[str]:
    """What continues a name, whole and without the sign for the kind of its place: 南陵市分行, 南陵分行."""
    yield rest
    signs = reader.forms.abbreviated if reader is not None else ""
    index = next((index for index in range(2, len(rest) - 1) if rest[index] in signs), None)
    if index is not None:
        yield rest[:index] + rest[index + 1 :]


def _identity(page: Page, name: Candidate, readers: Mapping[str, NameReader]) -> object:
    surface = page.text[name.start : name.end]
    reader = readers.get(name.type)
    return name.canonical or (reader.parts(surface).core if reader else surface)


def _again(page: Page, hit: Hit, source: Candidate) -> Candidate:
    surface = page.text[source.start : source.end]
    return Candidate(
        hit.start,
        hit.end,
        source.type,
        RULE,
        strength=source.strength - 1,
        confidence=source.confidence,
        canonical=source.canonical,
        stands_for=surface if plain(surface) != hit.word else source.stands_for,
    )


def _stands_alone(page: Page, hit: Hit, *, shortened: bool) -> bool:
    """Whether a hit is no part of a longer word or name; long whole names always stand alone, digits never do."""
    text = page.plain
    if hit.word.isdecimal():
        return False
    for edge in (hit.start, hit.end):
        if 0 < edge < len(text) and _latin(text[edge - 1]) and _latin(text[edge]):
            return False
    if hit.end - hit.start > 2 and not shortened:
        return True
    words = page.words_at(hit.start)
    if words is None or not words.is_boundary(hit.start) or not words.is_boundary(hit.end):
        return False
    before = words.at(hit.start) - 1
    return before < 0 or words[before].tag != PLACE


def _latin(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()
