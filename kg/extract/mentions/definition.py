"""Names that a text gives another form: 甲有限公司（以下简称“甲”）, 甲，全称为甲有限公司, 中期借贷便利（MLF）."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import regex

from kg.extract.mentions.candidate import Candidate
from kg.extract.mentions.naming import is_short_for
from kg.extract.mentions.page import Page
from kg.model.mention import RENAMED
from kg.ontology.language import Language
from kg.text.alternatives import any_of, sides_of

RULE = "definition"
_TITLE = "《〈"
_BRACKETED = r"[（(][^（）()]{1,20}[）)]"


class DefinitionFinder:
    """Finds the other forms of names that were found."""

    def __init__(self, language: Language) -> None:
        words = language.reference.definitions
        self._anaphors = frozenset(word for each in language.reference.anaphors for word in each.words)
        opening, closing = sides_of(language.punctuation.quotes)
        quoted = rf"[{opening}](?P<form>[^{opening}{closing}\n]{{2,30}})[{closing}]"
        plain = r"(?P<form>[\p{Han}A-Za-z0-9]{2,16})(?=[）)，,。])"
        form = f"(?:{quoted}|{plain})"
        self._short = regex.compile(
            rf"(?:{_BRACKETED})?(?P<bracket>[（(，,])(?:[^（）()，,。]{{0,10}}[，,])?{any_of(words.short)}[：:]?\s*{form}"
        )
        self._full = re.compile(rf"[，,（(]{any_of(words.full)}[：:]?\s*")
        self._former = re.compile(rf"[，,（(]?{any_of(words.former)}[：:]?[{opening}]?\s*")
        # What the patterns begin with: few names stand before such a sign.
        self._firsts = frozenset("，,（(").union(word[0] for word in words.former)
        self._once = re.compile(rf"[（(](?P<once>{any_of(words.once)})[{opening}]?\s*")
        # An ID, or small letters and figures, is an account (ID：abc, abc518) and no form of the name.
        self._latin = re.compile(
            r"[（(](?:[^（）()A-Za-z]{0,6}[：:])?(?![a-z]{2,}[0-9])(?P<form>[A-Za-z][A-Za-z0-9-]{1,9})[）)]"
        )
        # 甲有限公司（“甲”） needs no word.
        self._marked = re.compile(rf"[（(]{quoted}[）)]")
        self._aside = re.compile(r"[（(](?=[^（）()\n]{4,30}[）)])")

    def find(self, page: Page, kept: Iterable[Candidate]) -> tuple[Candidate, ...]:
        """The forms that stand right behind a kept name; each stands for the surface of that name."""
        return tuple(found for each in kept for found in self._behind(page, each))

    def _behind(self, page: Page, name: Candidate) -> Iterator[Candidate]:
        text = page.text
        end = name.end
        # A quoted or titled name closes its marks first.
        while end < len(text) and text[end] in "”’」』》":
            end += 1
        if end >= len(text) or text[end] not in "（(，,":
            return
        surface = text[name.start : name.end]
        for pattern in (self._short, self._latin, self._marked):
            match = pattern.match(text, end)
            if match is None:
                continue
            start, stop = match.span("form")
            if text[start:stop] in self._anaphors:
                continue
            # What stands in marks behind a title is the title's, whatever its words (下称“新规”).
            named = pattern is self._latin or (surface[0] in _TITLE and not text[start - 1].isalnum())
            if named or is_short_for(text[start:stop], surface):
                if text[name.start] in _TITLE and text[start - 1] == text[name.start]:
                    start, stop = start - 1, stop + 1
                yield Candidate(start, stop, name.type, RULE, strength=10, confidence=0.95, stands_for=surface)
            return

    def renamed(self, page: Page, kept: Sequence[Candidate]) -> tuple[Candidate, ...]:
        """The kept names, marked where the text calls them older or newer names of what stands before them."""
        by_start = {each.start: each for each in kept}
        marked: dict[Candidate, Candidate] = {}
        for name in by_start.values():
            match = self._renaming(page, name) if self._may_go_on(page, name) else None
            if match is None:
                continue
            # 原 may have been taken for the beginning of the name.
            taken = match.start("once") if match.re is self._once else match.end()
            inner = by_start.get(match.end()) or by_start.get(taken)
            if inner is not None and inner.type == name.type:
                marked[inner] = inner._replace(start=match.end(), rule=RENAMED)
        return tuple(marked.get(each, each) for each in kept) if marked else tuple(kept)

    def _may_go_on(self, page: Page, name: Candidate) -> bool:
        """Whether another form may stand behind a name, by the sign there."""
        return page.text[name.end : name.end + 1] in self._firsts

    def _renaming(self, page: Page, name: Candidate) -> re.Match[str] | None:
        return self._former.match(page.text, name.end) or self._once.match(page.text, name.end)

    def pairs(self, page: Page, kept: Sequence[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
        """Kept names of one type that the text says are one: 甲（甲有限公司）, 甲，全称为甲有限公司, 甲（下称“乙”）."""
        by_start = {each.start: each for each in kept}
        for name in filter(functools.partial(self._may_go_on, page), by_start.values()):
            fuller = self._full.match(page.text, name.end) or self._renaming(page, name)
            behind = fuller or self._aside.match(page.text, name.end)
            inner = by_start.get(behind.end()) if behind else None
            called = self._called(page, name, by_start)
            if called is not None and not self._is_of_several(page, name, kept):
                yield name, called
            if inner is None or inner.type != name.type:
                continue
            if fuller or page.text[inner.end : inner.end + 1] in "）)":
                yield name, inner

    def _called(self, page: Page, name: Candidate, by_start: Mapping[int, Candidate]) -> Candidate | None:
        """The name of its type that a name has in short, whatever its signs: 甲有限公司（以下简称“乙财富”）."""
        match = self._short.match(page.text, name.end)
        short = by_start.get(match.start("form")) if match else None
        if match is None or short is None or short.type != name.type:
            return None
        return short if short.end == match.end("form") else None

    def _is_of_several(self, page: Page, name: Candidate, kept: Sequence[Candidate]) -> bool:
        """Whether a name ends a list, all of which may be called what follows: 甲、乙（以下简称“丙”）."""
        start = min(each.start for each in kept if each.end == name.end)
        listed = page.text[start - 1 : start] in page.list_reader.links
        return listed and any(each.end == start - 1 for each in kept)
