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
from kg.text.alternatives import any_of
from kg.text.normalize import fold

HEAD_LINES = 10
"""Lines within which a head ends, blank ones not counted."""
HEAD_SIGNS = 4000
TAIL_SIGNS = 300
LINE_SIGNS = 150
TITLE_SIGNS = 60
NAME_SIGNS = 16

_TIME = r"T?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
_EDGES = " \t\u3000|/·•*_,.;-—()[]【】（），。；、#>"
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
        year, month, day = (any_of(words) for words in (head.date.year, head.date.month, head.date.day))
        number = r"([0-9]{4})\s?(?:%s|[-/.])\s?([0-9]{1,2})\s?(?:%s|[-/.])\s?([0-9]{1,2})\s?%s?"
        self._date = re.compile(r"(?<![0-9.])" + number % (year, month, day) + r"(?![0-9])")
        self._time = re.compile(_TIME)
        labels = vars(head.labels)
        self._kinds = {word: kind for kind, words in labels.items() for word in words}
        self._label = re.compile(f"({any_of(tuple(self._kinds))})\\s?[{re.escape(head.colon)}]\\s*")
        self._ignored = re.compile(any_of(head.ignored))
        self._media = re.compile(f"\\S{{0,{NAME_SIGNS}}}{any_of(head.media)}(?<!{any_of(head.not_media)})")
        self._byline = re.compile(rf"(?<!\S){any_of(head.bylines)}\s*\w{{2,4}}(?:[、,]\w{{2,4}})*(?!\S)")

    def read(self, text: str) -> HeadFacts:
        facts = HeadFacts()
        lines = [line for line in text[:HEAD_SIGNS].splitlines() if line.strip()][:HEAD_LINES]
        for nth, line in enumerate(lines):
            read = self._read_line(line, first=nth == 0)
            if not read.pure and self._is_body(line):
                break
            facts = facts.filled(read.facts)
        if not facts.title and self._is_title(text, lines):
            facts = facts.filled(HeadFacts(title=lines[0].strip(_EDGES)))
        return facts.filled(self._read_tail(text))

    def info(self, line: str) -> HeadFacts | None:
        read = self._read_line(line, first=True)
        return read.facts if read.pure else None

    def is_byline(self, line: str) -> bool:
        read = self._read_line(line, first=True)
        if read.pure or len(line) > TITLE_SIGNS or line.rstrip()[-1:] in self._head.sentence_ends:
            return read.pure
        date = self._date.search(fold(line))
        return date is not None and (read.facts.source is not None or self._time.search(fold(line)) is not None)

    def is_media(self, name: str) -> bool:
        return name not in self._head.sections and self._media.fullmatch(name) is not None

    def whole_date(self, text: str) -> datetime.date | None:
        folded = fold(text).strip()
        match = self._date.match(folded)
        if match is None:
            return None
        rest = folded[match.end() :].strip()
        return _day(match) if not rest or self._time.fullmatch(rest) else None

    def _read_tail(self, text: str) -> HeadFacts:
        """Nothing but date and publisher in the last two lines: （来源：江畔日报）, or the day under a notice."""
        facts = HeadFacts()
        for line in [line for line in text[-TAIL_SIGNS:].splitlines() if line.strip()][1:][-2:]:
            read = self._read_line(line, first=True)
            facts = facts.filled(read.facts) if read.pure else facts
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
        bare = self._date.search(rest)
        # The tab stays within the rest only where words stand on both sides of the date.
        rest = self._date.sub(" \t ", rest, count=1)
        rest = self._ignored.sub(" ", self._time.sub(" ", rest)).strip(_EDGES)
        if bare:
            rest = self._byline.sub("", rest).strip(_EDGES)
        publisher = rest if bare and self.is_media(rest) else ""
        pure = bool(publisher) or (not rest and bool(said or bare))
        byline = not first and "\t" not in rest and len(rest) <= NAME_SIGNS
        told = said.get("date") or said.get("updated") or ""
        date = _day(self._date.search(fold(told))) or (_day(bare) if pure or byline else None)
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
            kind = self._kinds[label[1]]
            # A title may hold blanks and brackets, a day a time behind it; a name neither.
            cut = None if kind in ("title", "date", "updated") else _VALUE_END.search(value)
            value = value[: cut.start()] if cut else value
            yield kind, value.strip(_EDGES), label.start(), label.end() + len(value)

    def _is_body(self, line: str) -> bool:
        return (
            len(line) > LINE_SIGNS or line.startswith("\u3000\u3000") or line.rstrip()[-1] in self._head.sentence_ends
        )

    def _is_title(self, text: str, lines: list[str]) -> bool:
        """Whether the first line stands above the text: short, no sentence, and no line of a text with hard breaks."""
        if len(lines) < 2 or self._is_body(lines[0]) or self._read_line(lines[0], first=True).pure:
            return False
        title = lines[0].strip(_EDGES)
        if not 2 <= len(title) <= TITLE_SIGNS or self._head.sentence_ends[:1] in title:
            return False
        after = text[text.index(lines[0]) + len(lines[0]) :].splitlines()[1:2]
        apart = bool(after) and not after[0].strip()
        return apart or self._read_line(lines[1], first=True).pure or len(lines[0]) < max(map(len, lines[1:4]))


def _day(match: re.Match[str] | None) -> datetime.date | None:
    if match is None:
        return None
    year, month, day = (int(number) for number in match.groups())
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
