"""Offices as a text writes them, one or several in a row, with the department before them.

Knows the words of the pack and of the language; whose office it is, and where, is for the rule that asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.model.span import Span
from kg.ontology.language import Language
from kg.text.alternatives import any_of

_LONGEST = 60
"""Signs of offices between an organisation and a person."""


class RoleReader:
    """Reads offices in a text: 首席研究员, 党委书记、董事长.

    Args:
        offices: the words for offices.
        around: words that may stand before an office and are no part of it (原), such as no office holds (记者), and
            such as tie it to the person behind (法定代表人为某某).
        language: words and marks that join offices.
    """

    def __init__(
        self, offices: Iterable[str], around: tuple[Iterable[str], Iterable[str], Iterable[str]], language: Language
    ) -> None:
        marks, words = language.punctuation, language.clauses
        skips, refuses, ties = (tuple(each) for each in around)
        brackets = "".join(marks.brackets)
        stop = re.escape(marks.clause + marks.sentence + marks.list + brackets) + r"\s"
        joins = "|".join([re.escape(each) for each in (*words.joins, *words.possessive, *marks.clause)])
        self._words = frozenset(offices := tuple(offices))
        word = any_of(offices)
        office = rf"{word}(?:[{re.escape(brackets[0::2])}][^{stop}]{{1,8}}[{re.escape(brackets[1::2])}])?"
        skip = rf"{any_of((*words.possessive, *words.joins, *skips))}*"
        refused = rf"(?!{any_of(refuses)})" if refuses else ""
        one = rf"(?:{refused}[^{stop}]){{0,20}}?\s?{office}"
        roles = rf"(?P<role>{one}(?:{any_of((*words.joins, *skips))}+{one})*)"
        tied = rf"{any_of(ties)}?" if ties else ""
        inside = re.escape(brackets + marks.sentence)
        aside = rf"(?:[{re.escape(brackets[0::2])}][^{inside}]{{0,24}}[{re.escape(brackets[1::2])}])?"
        # 甲等机构的负责人 is not of 甲 alone.
        alone = rf"(?!{any_of(words.and_so_on)})"
        self._between = re.compile(rf"{alone}{aside}{skip}{roles}(?:{joins})?{tied}\s*")
        self._ending = re.compile(rf"(?:^|(?<=[{stop}])){skip}{roles}{tied}$")
        self._joined = re.compile(rf"(?:^|(?<=[{stop}])){skip}{roles}(?:{joins})$")
        self._at = re.compile(rf"{aside}{skip}{roles}")
        self._title = re.compile(rf"(?P<role>{office})")
        self._office = re.compile(word)
        self._skip = re.compile(rf"(?:{joins}|{skip})*")
        self._join = re.compile(any_of(words.joins))

    def between(self, text: str, start: int, end: int) -> Span | None:
        """The offices that fill what stands between an organisation and a person, and nothing else."""
        if not 0 < end - start <= _LONGEST:
            return None
        match = self._between.fullmatch(text, start, end)
        if match is None and self._shares(text, start):
            match = self._between.fullmatch(text, start - 1, end)
        return _role(match)

    def _shares(self, text: str, start: int) -> bool:
        """Whether the last sign of an organisation is the first of an office, too: 商务部 + 部长 = 商务部长."""
        return text[start - 1 : start + 1] in self._words

    def ending(self, text: str, start: int, end: int, *, joined: bool = False) -> Span | None:
        """The offices right before an offset, from the last mark of punctuation on; `joined` with what follows."""
        if self._office.search(text, start, end) is None:  # as mostly
            return None
        return _role((self._joined if joined else self._ending).search(text, start, end))

    def at(self, text: str, start: int, end: int) -> Span | None:
        """The offices that begin at an offset."""
        return _role(self._at.match(text, start, end))

    def behind(self, text: str, start: int, end: int) -> Span | None:
        """The offices behind an organisation that ends at an offset."""
        return self.at(text, start, end) or (self.at(text, start - 1, end) if self._shares(text, start) else None)

    def title(self, text: str, start: int, end: int) -> Span | None:
        """The office whose word begins at an offset."""
        return _role(self._title.match(text, start, end))

    def parts(self, text: str, role: Span) -> list[Span]:
        """The single ones of some offices in a row."""
        joins = [each.span() for each in self._join.finditer(text, role.start, role.end)]
        starts, ends = [role.start, *(end for _, end in joins)], [*(start for start, _ in joins), role.end]
        return [Span(start, end) for start, end in zip(starts, ends, strict=True) if start < end]

    def skip(self, text: str, start: int, end: int) -> int:
        """The offset behind the words and marks that join two offices."""
        match = self._skip.match(text, start, end)
        return match.end() if match else start


class BareRoles:
    """Offices that are told without the house they are held in.

    Args:
        offices: the words for offices.
        prefixes: words that may stand before an office.
        units: endings of departments, which may stand there too, but for those with one of the signs `foreign`.
    """

    def __init__(self, offices: tuple[str, ...], prefixes: Iterable[str], units: Iterable[str], foreign: str) -> None:
        self._offices, self._prefixes, self._foreign = offices, tuple(prefixes), frozenset(foreign)
        self._units = re.compile(any_of(units))

    def fits(self, words: str) -> bool:
        """Whether nothing but a department stands before the first office."""
        while not words.startswith(self._offices):
            prefix = next((each for each in self._prefixes if words.startswith(each)), None)
            if prefix is None:
                return self._is_unit(words)
            words = words.removeprefix(prefix)
        return True

    def _is_unit(self, words: str) -> bool:
        """Whether a department's name begins some words and an office follows."""
        ends = (match.end() for match in self._units.finditer(words))
        unit = next((words[:end] for end in ends if words.startswith(self._offices, end)), None)
        return unit is not None and not set(unit) & self._foreign


def _role(match: re.Match[str] | None) -> Span | None:
    return Span(*match.span("role")) if match else None
