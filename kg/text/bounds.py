"""Which side a number is bound on, by the words around it: 超24亿元, 3年内, 50余家, 最高20万元."""

from __future__ import annotations

import re
from collections.abc import Mapping

import regex

from kg.model.quantity import Bound
from kg.ontology.bounds import Bounds, BoundWords
from kg.ontology.language import Language
from kg.ontology.units import UnitKind
from kg.text.alternatives import any_of, not_after, not_before, sides_of

_REMARK = 4
"""How long a remark may be that parts a number from its bound."""

_NEAR = 12
"""How far before a number the word of its bound may begin."""

_FAR = 16
"""How far before a number a ceiling or a floor may stand."""

_STARTING = frozenset({UnitKind.MONEY, UnitKind.COUNT, UnitKind.TIME, UnitKind.SHARE})
_INNER = frozenset({UnitKind.TIME, UnitKind.SHARE})


class BoundReader:
    """Reads the bound of a number from the folded text around it."""

    def __init__(self, language: Language) -> None:
        words = language.bounds
        prefix = any_of(language.units.currencies())
        self._before = re.compile(rf"(?:{_before(words)})(?P<gap> ?{prefix}? ?)$")
        # What the sign before a number must be that such a word ends in.
        self._lasts = frozenset([each[-1] for each in (" ", *_sides(words.before), *language.units.currencies())])
        opening, closing = sides_of(language.punctuation.asides)
        self._remark = re.compile(rf"[{opening}][^0-9{opening}{closing}]{{1,{_REMARK}}}[{closing}]")
        self._after = re.compile(_after(words))
        self._inner = re.compile(rf"{words.inner}{not_before(words.inner_not_before)}")
        self._starting = re.compile(rf"{words.starting}{not_before(words.starting_not_before)}")
        stop = re.escape(language.punctuation.clause + language.punctuation.sentence + language.punctuation.list)
        self._limits = re.compile(any_of((*words.ceiling, *words.floor)))
        self._far = regex.compile(
            rf"{not_after(words.limit_not_after)}(?:(?P<under>{any_of(words.ceiling)})|(?P<over>{any_of(words.floor)}))"
            rf"{not_before(words.limit_not_before)}[^0-9\n{stop}]*$"
        )

    def before(self, text: str, start: int) -> tuple[Bound | None, int]:
        """The bound by the word directly before `start`, and where the word begins."""
        left = max(0, start - _NEAR)
        match = self._before.search(text[left:start]) if text[start - 1 : start] in self._lasts else None
        if match is None:
            return None, start
        return _bound_of(match.groupdict()), left + match.start()

    def after(self, text: str, end: int, kind: UnitKind | None) -> tuple[Bound | None, int]:
        """The bound by the word directly after `end`, and where the word ends."""
        match = self._after.match(text, end)
        if match is None and (past := self._past(text, end)) > end:
            match = self._after.match(text, past)
        if match is not None:
            return _bound_of(match.groupdict()), match.end()
        if kind in _INNER and (match := self._inner.match(text, end)):
            return Bound.UNDER, match.end()
        if kind in _STARTING and (match := self._starting.match(text, end)):
            return Bound.OVER, match.end()
        return None, end

    def _past(self, text: str, end: int) -> int:
        """Behind a short remark in brackets: 100万元（含）以下."""
        remark = self._remark.match(text, end)
        return remark.end() if remark else end

    def limit(self, text: str, start: int) -> Bound | None:
        """The bound by a ceiling or a floor earlier in the clause, with no other number between."""
        before = text[max(0, start - _FAR) : start]
        # The words alone are found sooner; few numbers have any before them.
        match = self._far.search(before) if self._limits.search(before) else None
        return None if match is None else _bound_of(match.groupdict())


def _bound_of(groups: Mapping[str, str | None]) -> Bound:
    return next(bound for bound in (Bound.OVER, Bound.UNDER, Bound.ABOUT) if groups.get(bound.value) is not None)


def _sides(words: BoundWords) -> dict[str, str]:
    return {word: bound for bound in ("over", "under", "about") for word in getattr(words, bound)}


def _before(words: Bounds) -> str:
    """Alternatives by bound, each word guarded; a search that ends at the number finds the longest by itself."""
    groups: dict[str, list[str]] = {"over": [], "under": [], "about": []}
    for word, side in _sides(words.before).items():
        groups[side].append(not_after(words.before_not_after.get(word, ())) + re.escape(word))
    return "|".join(f"(?P<{side}>{'|'.join(each)})" for side, each in groups.items() if each)


def _after(words: Bounds) -> str:
    # The words that bind only some kinds of unit are asked for by themselves.
    apart = {words.inner, words.starting}
    groups: dict[str, list[str]] = {"over": [], "under": [], "about": []}
    for word, side in _sides(words.after).items():
        if word not in apart:
            groups[side].append(word)
    return "|".join(f"(?P<{side}>{any_of(each)})" for side, each in groups.items() if each)
