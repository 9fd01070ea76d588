"""Finding the names that the lexicon lists: one automaton over all their forms.

A form in Latin letters matches whatever their case, between signs that are not Latin. A form of two or three signs
must be a word of its own (中行, but not in 其中行业), or begin one before a word that only such names stand before.
`short` forms count only in a document that also holds a fuller form of the same thing, before such words, or in lists.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.extract.mentions.candidate import LISTED, Candidate, make_candidate
from kg.extract.mentions.page import Page, plain
from kg.extract.mentions.triggers import Hit, WordIndex
from kg.model.mention import Reference
from kg.ontology.forms import NameForms
from kg.ontology.lexicon import Lexicon, Name

_PARTING = frozenset(".,")
_WORD_OF_ITS_OWN = 3
"""Forms up to this long must be whole words."""
_PLAIN = (None, Reference.NAMED, frozenset[str](), None, None)
"""What is told of no listed name: what a candidate's fields behind its canonical name say by themselves."""
_ROW = 3
"""So many short forms in a row of a list tell each other."""


class _Form(NamedTuple):
    name: Name
    is_short: bool


class Gazetteer:
    """The forms of a lexicon, ready to be found."""

    def __init__(
        self,
        lexicon: Lexicon,
        forms: Sequence[NameForms] = (),
        joined: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset()),
    ) -> None:
        """Take in the lexicon.

        Args:
            lexicon: the names.
            forms: which short forms count beside what.
            joined: words of two signs that no name begins in, and those that none ends in.
        """
        self._joined_before, self._joined_behind = joined
        self._chained = frozenset(each.type for each in forms if each.chained)
        self._in_lists = frozenset(each.type for each in forms if each.chained or each.listed)
        self._titles = {each.type: each.titles for each in forms if each.titles}
        self._forms: dict[str, list[_Form]] = {}
        for name in lexicon:
            for surface in name.surfaces:
                self._add(surface, _Form(name, is_short=False))
            for surface in name.short:
                self._add(surface, _Form(name, is_short=True))
        self._index = WordIndex(self._forms)
        self._shortened = frozenset(form for form, own in self._forms.items() if any(each.is_short for each in own))
        # Few forms need all the questions that tell whether one stands alone.
        self._mixed = frozenset(form for form in self._forms if _is_mixed(form[0]) or _is_mixed(form[-1]))
        self._brief = frozenset(form for form in self._forms if len(form) <= _WORD_OF_ITS_OWN and not form.isascii())

    def _add(self, surface: str, form: _Form) -> None:
        own = self._forms.setdefault(plain(surface), [])
        if not own or all(each.name is not form.name for each in own):
            own.append(form)

    def name_of(self, surface: str, type_: str) -> str | None:
        """The canonical name of a surface of a type, None where it is not listed."""
        for form in self._forms.get(plain(surface), ()):
            if form.name.type == type_ and not form.is_short:
                return form.name.canonical
        return None

    def parts_word(self, text: str, hit: Hit) -> bool:
        """Whether a hit begins or ends in a word that no name parts: 其中 + 无人机, 武汉 + 市民."""
        begins = text[hit.start - 1 : hit.start + 1] in self._joined_before
        return begins or text[hit.end - 1 : hit.end + 1] in self._joined_behind

    def find(self, page: Page) -> tuple[Candidate, ...]:
        """The listed names of a page; those of short forms only beside fuller ones."""
        sure: list[Candidate] = []
        short: list[tuple[Hit, Name]] = []
        for hit in self._index.find(page.plain):
            if not self._stands_alone(page, hit):
                continue
            forms = self._forms[hit.word]
            if not forms[0].is_short:
                sure.append(_candidate(hit, forms[0].name))
            if hit.word in self._shortened:
                short.extend([(hit, form.name) for form in forms if form.is_short])
        beside = self._beside(page, short, sure) if short else frozenset()
        return (*sure, *_shorts(short, sure, self._chained, beside))

    def _is_titled(self, page: Page, hit: Hit, name: Name) -> bool:
        return page.plain.startswith(self._titles.get(name.type, ()), hit.end)

    def _beside(self, page: Page, short: list[tuple[Hit, Name]], sure: list[Candidate]) -> frozenset[tuple[Hit, str]]:
        """The short forms, with their type, before a title, and those in a list with names of their type."""
        text, marks = page.plain, page.list_reader.links
        starts = {(each.type, each.start) for each in sure if each.type in self._in_lists}
        ends = {(each.type, each.end) for each in sure if each.type in self._in_lists}
        members = [(hit, name.type) for hit, name in short if name.type in self._in_lists]
        found = {(hit, name.type) for hit, name in short if self._is_titled(page, hit, name)} | _rows(
            members, text, marks
        )
        for hit, type_ in (*members, *reversed(members)):
            after = text[hit.start - 1 : hit.start] in marks and (type_, hit.start - 1) in ends
            if after or (text[hit.end : hit.end + 1] in marks and (type_, hit.end + 1) in starts):
                found.add((hit, type_))
            if (hit, type_) in found:
                starts.add((type_, hit.start))
                ends.add((type_, hit.end))
        return frozenset(found)

    def _stands_alone(self, page: Page, hit: Hit) -> bool:
        """Whether a hit is no part of a longer word."""
        if self.parts_word(page.plain, hit):
            return False
        if hit.word in self._mixed and _goes_on(page.plain, hit):
            return False
        words = page.words_at(hit.start) if hit.word in self._brief else None
        if words is None:
            return True
        if not words.is_boundary(hit.start):
            return False
        if words.is_boundary(hit.end) or page.plain[hit.end : hit.end + 2] in self._joined_behind:
            return True
        return any(self._is_titled(page, hit, form.name) for form in self._forms[hit.word])


def _rows(members: list[tuple[Hit, str]], text: str, marks: str) -> set[tuple[Hit, str]]:
    """The short forms that stand in a row of a list with enough others of their type."""
    rows: set[tuple[Hit, str]] = set()
    row: list[tuple[Hit, str]] = []
    for hit, type_ in dict.fromkeys(members):
        if row and not (row[-1][1] == type_ and row[-1][0].end + 1 == hit.start and text[hit.start - 1] in marks):
            row = []
        row.append((hit, type_))
        if len(row) >= _ROW:
            rows.update(row)
    return rows


def _shorts(
    short: list[tuple[Hit, Name]], sure: list[Candidate], chained: frozenset[str], beside: frozenset[tuple[Hit, str]]
) -> Iterator[Candidate]:
    """The short forms of names that are present or stand `beside` what tells them.

    Those of `chained` types count right behind a name, too (吉林 + 松原). One that two names share is nobody's, but for
    one that stands beside what tells its type: it is a name of no entry.
    """
    present: dict[Hit, list[Name]] = {}
    told: dict[Hit, list[Name]] = {}
    named = {(each.type, each.canonical) for each in sure}
    ends = {(each.type, each.end) for each in sure if each.type in chained}
    for hit, name in short:
        if (name.type, name.canonical) in named or (name.type, hit.start) in ends:
            present.setdefault(hit, []).append(name)
        elif (hit, name.type) in beside:
            told.setdefault(hit, []).append(name)
    for hit, names in present.items():
        if len(names) == 1:
            yield _candidate(hit, names[0])
    for hit, names in told.items():
        if hit not in present and len({name.type for name in names}) == 1:
            found = _candidate(hit, names[0])
            yield found if len(names) == 1 else found._replace(canonical=None)


def _candidate(hit: Hit, name: Name) -> Candidate:
    return make_candidate((hit.start, hit.end, name.type, LISTED, 8, 0.95, name.canonical, *_PLAIN))


def _is_mixed(sign: str) -> bool:
    """Whether a sign at the edge of a form may be but one of a longer word or number."""
    return _latin(sign) or sign.isdigit()


def _goes_on(text: str, hit: Hit) -> bool:
    """Whether Latin letters or digits that a hit begins or ends with are but a piece of a word or a figure."""
    if _latin(hit.word[0]) and hit.start and _latin(text[hit.start - 1]):
        return True
    if _latin(hit.word[-1]) and _latin(text[hit.end : hit.end + 1]):
        return True
    return hit.word[0].isdigit() and _in_figure(text, hit)


def _latin(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()


def _in_figure(text: str, hit: Hit) -> bool:
    """Whether digits are a piece of a figure: 618 in 4,618.80."""
    behind = text[hit.end : hit.end + 1] in _PARTING and text[hit.end + 1 : hit.end + 2].isdecimal()
    return behind or (text[hit.start - 1 : hit.start] in _PARTING and text[hit.start - 2 : hit.start - 1].isdecimal())
