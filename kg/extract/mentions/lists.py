"""The lists of a document: 甲、乙和丙, as the spans of their members."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.model.span import Span
from kg.ontology.language import Language
from kg.text.alternatives import any_of

Members = tuple[Span, ...]

_WORD = (2, 3)
"""Lengths of the words that are looked for beside a conjunction."""


def closing(language: Language) -> str:
    """The expression for what closes a list: 甲、乙等, 甲、乙两类."""
    phrases, numerals = language.phrases, language.numerals
    ends = any_of(phrases.list_ends)
    if not phrases.tallies:
        return ends
    digits = "".join((*numerals.digits, *numerals.places))
    return rf"(?:{ends}|[0-9{digits}]{{1,3}}[{phrases.tallies}])"


class ListReader:
    """Cuts lists into members by a language's marks and conjunctions."""

    def __init__(self, language: Language) -> None:
        self.marks = language.punctuation.list
        self.links = self.marks + "".join(sorted(each for each in language.phrases.joiners if len(each) == 1))
        marks = re.escape(self.marks)
        ends = re.escape(language.punctuation.clause + language.punctuation.sentence + "“”《》（）()")
        joiners = "|".join(re.escape(word) for word in sorted(language.phrases.joiners))
        sign = rf"[^{marks}{ends}\s]"
        # Runs begin where members do, and members give no sign back: else every clause is tried from every sign.
        self._run = re.compile(rf"(?<!{sign}){sign}++(?:[{marks}]{sign}++)+")
        self._closing = re.compile(f"{closing(language)}|{any_of(language.phrases.defining)}")
        longer = sorted(map(re.escape, (word for word in language.clauses.joins if len(word) > 1)))
        self._cut = re.compile("|".join((f"[{marks}]", *longer, joiners)))

    def read(self, text: str, knows: Callable[[str], bool] = lambda _: False) -> tuple[Members, ...]:
        """The members of each list of a text, in order; words before the first and behind the last stay.

        Args:
            text: what is read.
            knows: whether a string is a word, so that no conjunction is seen inside one (合同).

        >>> from kg.ontology.pack import load_pack
        >>> text = "创业、就业和住房"
        >>> [[span.of(text) for span in members] for members in ListReader(load_pack().language).read(text)]
        [['创业', '就业', '住房']]
        """
        if not any(mark in text for mark in self.marks):
            return ()
        return tuple(self.members(text, Span(*run.span()), knows) for run in self._run.finditer(text))

    def closes(self, text: str, member: Span) -> bool:
        """Whether a member holds what closes a list (丙等机构, 丙三类) or defines its members (丙是骗局)."""
        return self._closing.search(text, member.start, member.end) is not None

    def members(self, text: str, run: Span, knows: Callable[[str], bool] = lambda _: False) -> Members:
        """The members of one stretch of text, which may be a single one."""
        pieces = []
        start, end = run.start, run.end
        for cut in self._cut.finditer(text, start, end):
            if cut.group() not in self.marks and _is_inside_word(text, Span(*cut.span()), knows):
                continue
            if cut.start() > start:
                pieces.append(Span(start, cut.start()))
            start = cut.end()
        return (*pieces, Span(start, end)) if start < end else tuple(pieces)


def _is_inside_word(text: str, joiner: Span, knows: Callable[[str], bool]) -> bool:
    """Whether a conjunction is part of a word with the sign before or behind it."""
    start, end = joiner.start, joiner.end
    if not (knows(text[max(start - 1, 0) : end]) or knows(text[start : end + 1])):
        return False
    # 企业和合作社: 和合 is a word, too, but a word ends before the sign and one begins behind it.
    ends = any(knows(text[start - length : start]) for length in _WORD if length <= start)
    return not (ends and any(knows(text[end : end + length]) for length in _WORD))
