"""Title, day and publisher from the lines above a text.

Which words mark them is the language's (`kg.ontology.head`); this module knows how such lines are built: a title
alone in its line, labels with their values, a line of nothing but date, time and publisher.
"""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.ontology.head import Head
from kg.text.alternatives import any_of, not_after
from kg.text.normalize import fold
from kg.text.reading.head_dates import HeadDates

HEAD_LINES = 10
"""Lines within which a head ends, blank ones not counted."""
HEAD_SIGNS = 4000
TAIL_SIGNS = 300
TAIL_LINES = 6
LINE_SIGNS = 150
TITLE_SIGNS = 60
NAME_SIGNS = 16

_TIME = r"T?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:\s?(?:Z|[+-][0-9]{2}:?[0-9]{2}))?"
_CLOCK = r"[0-9]{1,2}\s?%s(?:[0-9]{1,2}\s?%s(?:[0-9]{1,2}\s?%s)?)?"
_EDGES = " \t\u3000|/·•*_,.;-—()[]【】（），。；、#>"
_BRACKETED = re.compile(r"\s*【([^【】\n]{6,60})】\s*\S")
_VALUE_END = re.compile(r"\s{2,}|[\t\u3000|()\[\]（）【】；;。]|\s(?![A-Za-z])")


@dataclass(frozen=True, slots=True)
class HeadFacts:
    """What the lines around a text say; None where they say nothing."""

    title: str | None = None
    date: datetime.date | None = None
    source: str | None = None

    def filled(self, other: HeadFacts) -> HeadFacts:
        """These facts, and another's where one is missing here."""
        return HeadFacts(self.title or other.title, self.date or other.date, self.source or other.source)


@dataclass(frozen=True, slots=True)
class _Line:
    """One line read: its facts, and whether it is nothing but facts."""

    facts: HeadFacts
    pure: bool


def read_head(text: str, head: Head) -> HeadFacts:
    r"""What the head of a text says; date and publisher may also stand in a last line of their own.

    >>> from kg.text.reading.options import ReadOptions
    >>> head = ReadOptions().head
    >>> read_head("江畔银行升级小店贷\n2023-03-15 09:12 来源：江畔日报\n\n江畔银行15日宣布升级产品。", head)
    HeadFacts(title='江畔银行升级小店贷', date=datetime.date(2023, 3, 15), source='江畔日报')
    """
    return _reader(head).read(text)


def parse_date(text: str, head: Head) -> datetime.date | None:
    """The day that a text consists of, with or without a time of day; None where it is none.

    >>> from kg.text.reading.options import ReadOptions
    >>> parse_date("2022年11月23日 10:20", ReadOptions().head)
    datetime.date(2022, 11, 23)
    """
    return _reader(head).whole_date(text)


def read_info(line: str, head: Head) -> HeadFacts | None:
    """What a line of nothing but date, time, publisher and labels says; None where it is no such line.

    >>> from kg.text.reading.options import ReadOptions
    >>> read_info("2023-03-15 江畔日报 记者 闻一鸣", ReadOptions().head)
    HeadFacts(title=None, date=datetime.date(2023, 3, 15), source='江畔日报')
    """
    return _reader(head).info(line)


def is_byline(line: str, head: Head) -> bool:
    """Whether a line below a title says when and by whom it was published, whatever short words stand beside it."""
    return _reader(head).is_byline(line)


def is_publisher(name: str, head: Head) -> bool:
    """Whether a name ends as those of publishers do."""
    return _reader(head).is_media(name)


@lru_cache(maxsize=8)
def _reader(head: Head) -> _HeadReader:
    return _HeadReader(head)


class _HeadReader:
    """Reads heads by one language's words."""

    def __init__(self, head: Head) -> None:
        self._head = head
        self._dates = HeadDates(head.date)
        clock = _CLOCK % (any_of(head.date.hour), any_of(head.date.minute), any_of(head.date.second))
        self._time = re.compile(f"{_TIME}|{clock}")
        labels = vars(head.labels)
        self._kinds = {word: kind for kind, words in labels.items() for word in words}
        named = f"({any_of(head.labels.source)})(?=[{re.escape(head.marks[:1])}])" if head.marks else "(?!)()"
        self._label = re.compile(f"(?:({any_of(tuple(self._kinds))})\\s?[{re.escape(head.colon)}]|{named})\\s*")
        self._edition = re.compile(rf"{any_of(head.page)}?[A-Z]?[0-9]{{1,3}}\s?{any_of(head.edition)}")
        self._ignored = re.compile(any_of(head.ignored))
        self._media = re.compile(f"\\S{{0,{NAME_SIGNS}}}{any_of(head.media)}{not_after(head.not_media)}")
        self._byline = re.compile(rf"(?<!\S){any_of(head.bylines)}\s*\w{{2,4}}(?:[、,]\w{{2,4}})*(?!\S)")

    def read(self, text: str) -> HeadFacts:
        facts = HeadFacts()
        lines = [line for line in text[:HEAD_SIGNS].splitlines() if line.strip()][:HEAD_LINES]
        above = 0
        for nth, line in enumerate(lines):
            read = self._read_line(line, first=nth == above)
            if not read.pure and self._is_body(line):
                break
            above += nth == above and read.pure and (read.facts != HeadFacts() or _signs_in(line, self._head.colon) > 1)
            facts = facts.filled(read.facts)
        title = None if facts.title else self._title(text, lines[above:])
        return facts.filled(HeadFacts(title)).filled(self._read_tail(text))

    def info(self, line: str) -> HeadFacts | None:
        read = self._read_line(line, first=True)
        return read.facts if read.pure else None

    def is_byline(self, line: str) -> bool:
        read = self._read_line(line, first=True)
        if read.pure or len(line) > TITLE_SIGNS or line.rstrip()[-1:] in self._head.sentence_ends:
            return read.pure
        date = self._dates.find(fold(line))
        return date is not None and (read.facts.source is not None or self._time.search(fold(line)) is not None)

    def is_media(self, name: str) -> bool:
        return name not in self._head.sections and self._media.fullmatch(name) is not None

    def whole_date(self, text: str) -> datetime.date | None:
        folded = fold(text).strip()
        found = self._dates.find(folded)
        if found is None or found.start:
            return None
        rest = self._ignored.sub(" ", self._time.sub(" ", folded[found.end :]))
        return None if rest.strip(_EDGES) else found.day

    def _read_tail(self, text: str) -> HeadFacts:
        """Lines of nothing but date and publisher in the last two, or above: （来源：江畔日报）, a notice's day."""
        facts = HeadFacts()
        lines = [line for line in text[-TAIL_SIGNS:].splitlines() if line.strip()][1:]
        for nth, line in enumerate(reversed(lines[-TAIL_LINES:])):
            read = self._read_line(line, first=True)
            if read.pure:
                facts = facts.filled(read.facts)
            elif nth:
                break
        return HeadFacts(None, facts.date, facts.source)

    def _read_line(self, line: str, *, first: bool) -> _Line:
        """One line read; a first one gives its bare date only where nothing else but a publisher stands in it."""
        if len(line) > LINE_SIGNS:
            return _Line(HeadFacts(), pure=False)
        said: dict[str, str] = {}
        rest = fold(line)
        for kind, value, start, end in self._labelled(line, rest):
            said.setdefault(kind, value)
            rest = rest[:start] + " " * (end - start) + rest[end:]
        bare = self._dates.find(rest)
        if bare:
            # The tab stays within the rest only where words stand on both sides of the date.
            rest = f"{rest[: bare.start]} \t {rest[bare.end :]}"
        rest = self._ignored.sub(" ", self._edition.sub(" ", self._time.sub(" ", rest))).strip(_EDGES)
        if bare:
            rest = self._byline.sub("", rest).strip(_EDGES + self._head.marks)
        publisher = rest if bare and self.is_media(rest) else ""
        pure = bool(publisher) or (not rest and bool(said or bare))
        byline = not first and "\t" not in rest and len(rest) <= NAME_SIGNS
        told = said.get("date") or said.get("updated") or ""
        date = self._dates.day(told) or (bare.day if bare and (pure or (byline and not bare.bare)) else None)
        source = said.get("source", "")
        source = "" if source in self._head.sections else source
        return _Line(HeadFacts(said.get("title") or None, date, source or publisher or None), pure)

    def _labelled(self, line: str, folded: str) -> Iterator[tuple[str, str, int, int]]:
        """Labels with their values and places. Inside a word a label begins nothing: 数据来源, 资金来源."""
        found = list(self._label.finditer(folded))
        begun = False
        for label, after in itertools.zip_longest(found, found[1:]):
            before = folded[label.start() - 1 : label.start()]
            begun = begun or not before.isalpha()
            if not begun:
                continue
            end = after.start() if after else len(line)
            value = line[label.end() : end]
            kind = self._kinds[label[1] or label[2]]
            # A title may hold blanks and brackets, a day a time behind it; a name neither.
            cut = None if kind in ("title", "date", "updated") else _VALUE_END.search(value)
            value = value[: cut.start()] if cut else value
            if self._head.marks and value.startswith(self._head.marks[:1]):
                value = value[: value.find(self._head.marks[-1:]) + 1] or value
            yield kind, value.strip(_EDGES + self._head.marks), label.start(), label.end() + len(value)

    def _is_body(self, line: str) -> bool:
        return (
            len(line) > LINE_SIGNS or line.startswith("\u3000\u3000") or line.rstrip()[-1] in self._head.sentence_ends
        )

    def _title(self, text: str, lines: list[str]) -> str | None:
        """The line above the text: short, no sentence, none of a text with hard breaks; or a flash's brackets."""
        if not lines:
            return None
        flash = _BRACKETED.match(lines[0])
        if flash and not self.is_media(flash[1]) and not flash[1].endswith(self._head.datelines):
            return flash[1]
        if len(lines) < 2 or self._is_body(lines[0]):
            return None
        title = lines[0].strip(_EDGES)
        if not 2 <= len(title) <= TITLE_SIGNS or title in self._head.sections or self._head.sentence_ends[:1] in title:
            return None
        after = text[text.index(lines[0]) + len(lines[0]) :].splitlines()[1:2]
        apart = bool(after) and not after[0].strip()
        below = apart or self._read_line(lines[1], first=True).pure
        return title if below or len(lines[0]) < max(map(len, lines[1:4])) else None


def _signs_in(line: str, signs: str) -> int:
    return sum(line.count(sign) for sign in signs)
