"""Personal names beside the words that stand with them: 董事长某某某, 记者 某某, 某某某表示, 某先生."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from kg.extract.mentions.candidate import Candidate, Found
from kg.extract.mentions.foreign import latin_start, spelt_end
from kg.extract.mentions.kinds.person_options import PersonOptions
from kg.extract.mentions.page import Page
from kg.extract.mentions.personal import PersonReader
from kg.extract.mentions.rule import RuleHead, Setting, Stage
from kg.extract.mentions.triggers import Hit
from kg.ontology.source import Options
from kg.text.alternatives import any_of
from kg.text.tokenizer import Word

_SHORTEST = 2
_COMMON = "\uffff"
"""The last sign of the plane that holds nearly all of writing."""
_LONGEST = 3
_PARTING = 2
"""Signs of the longest conjunction between two names."""
"""Signs of a name with a family name of one."""


class PersonRule:
    """Finds people by name."""

    options: ClassVar[type[Options]] = PersonOptions
    stage: ClassVar[Stage] = Stage.NAMES
    keeps_words: ClassVar[bool] = True

    def __init__(self, head: RuleHead, options: PersonOptions, setting: Setting) -> None:
        self._head = head
        self._options = options
        phrases = setting.language.phrases
        # 董事长 has the form of a name.
        reject = options.reject | frozenset(setting.offices.offices)
        self._reader = PersonReader(setting.surnames, phrases.transliteration, phrases.stops, reject, phrases.counting)
        self._before = frozenset(options.before) | (frozenset(setting.offices.offices) if options.offices else set())
        self._after = frozenset(options.after) | options.fills
        self._closed = frozenset(options.closed)
        self._adverbs = tuple(options.adverbs)
        self._between = re.compile(rf"[\s{re.escape(options.between)}]{'+' if options.linked else '*'}")
        longer = {word for word in setting.language.clauses.joins if len(word) > 1}
        joiners = any_of(sorted(setting.language.phrases.joiners | longer))
        self._parted = re.compile(rf"(?:[{re.escape(options.separators)}]|{joiners})$") if options.separators else None
        self._separator = re.compile(rf"[{re.escape(options.separators)}]|[ \u3000]+|{joiners}")

    @property
    def type(self) -> str:
        """The type of people."""
        return self._head.type

    @property
    def verbs(self) -> frozenset[str]:
        """The words that stand right behind a name."""
        return self._after | {word for word in self._options.closes if len(word) > 1}

    @property
    def triggers(self) -> Iterable[str]:
        """The words beside names."""
        marks = frozenset(self._options.separators) if self._options.row else frozenset()
        return self._before | self._after | self._closed | marks | self._options.dots

    def find(self, page: Page, hits: Sequence[Hit], found: Found) -> Iterable[Candidate]:  # noqa: ARG002
        """The names beside the words that were hit."""
        return (each for each in self._beside(page, hits) if not _is_rest(page.text, each.start))

    def _beside(self, page: Page, hits: Sequence[Hit]) -> Iterator[Candidate]:
        done = 0
        for hit in hits:
            if self._options.row and hit.end > done:
                row = self._row(page, hit)
                done = row[-1].end if row else done
                yield from row
            word = page.text[hit.start : hit.end]
            if word in self._before and _is_word(page, hit):
                between = self._between.match(page.text, hit.end)
                names = self._following(page, between.end()) if between else ()
                yield from names if not self._options.bracketed else _closing(page, tuple(names))
            if word in self._after and not self._begins_word(page, hit):
                end = self._before_adverb(page, hit.start)
                yield from self._preceding(page, end, word) or self._filling(page, end, word)
            if word in self._closed:
                yield from self._titled(page, hit)
            spelt = spelt_end(page.text, hit.end) if word in self._options.dots else None
            yield from self._preceding(page, spelt, word) if spelt is not None else ()

    def _following(self, page: Page, offset: int) -> Iterator[Candidate]:
        end = self._end(page, offset)
        while end is not None:
            yield self._candidate(offset, end)
            separator = self._separator.match(page.text, end)
            offset = separator.end() if separator else end
            end = self._end(page, offset) if separator else None

    def _end(self, page: Page, offset: int) -> int | None:
        """The end of the name that begins at an offset, before a word that may stand behind names."""
        closes = self._options.closes
        closed = self._reader.reads_up_to(page, offset, closes) if closes else None
        if closed is not None:
            return closed
        end, behind = self._reader.reads(page, offset), self._options.behind
        if end is None and self._options.sure:
            return self._surely(page, offset) or self._reader.reads_called(page, offset, self._options.lightly)
        if end is None or self._is_term(page.text[offset:end]):
            return None
        if not behind or page.text.startswith(behind, end):
            return end
        if page.text.startswith(behind, end - 1) and end - 1 - offset >= _SHORTEST:
            return end - 1
        short = end - offset == _SHORTEST and page.text[end : end + 1].isalpha()
        return end + 1 if short and page.text.startswith(behind, end + 1) else end

    def _surely(self, page: Page, offset: int) -> int | None:
        """The end of the name before a verb of saying, whatever the dictionary takes it for: 行长方圆表示."""
        for end in (offset + _LONGEST, offset + _SHORTEST):
            if page.text.startswith(self._options.sure, end):
                words = page.words_at(offset)
                noun = words is not None and words[words.at(offset)].tag.startswith("n")
                return self._reader.reads_whole(page, offset, end) if noun or end - offset == _LONGEST else None
        return None

    def _is_term(self, name: str) -> bool:
        """Whether letters name no person: a firm, or in brackets in Latin whatever stands before them (量化宽松)."""
        return (self._options.bracketed and name[0].isascii()) or name.endswith(self._options.reject_endings)

    def _before_adverb(self, page: Page, offset: int) -> int:
        """Where a name before a verb would end: 某某某 + 则 + 认为."""
        if not page.text.endswith(self._adverbs, 0, offset):  # as nearly always
            return offset
        return offset - len(next(each for each in self._adverbs if page.text.endswith(each, 0, offset)))

    def _row(self, page: Page, hit: Hit) -> tuple[Candidate, ...]:
        """The names around a mark of a list where there are enough of them."""
        start = self._reader.reads_back(page, hit.start) if self._reader.may_begin(page, hit.end) else None
        if start is None:
            return ()
        names = tuple(self._following(page, start))
        # 高杠杆、高负债、高周转 share a sign that is no family name.
        alike = len({page.text[name.start] for name in names}) == 1
        return names if len(names) >= self._options.row and not alike else ()

    def _preceding(self, page: Page, offset: int, word: str) -> list[Candidate]:
        """The name that ends at an offset before a word, and those before it in its list."""
        names: list[Candidate] = []
        latin = latin_start(page.text, offset) if word in self._options.latin else None
        start = latin if latin is not None else self._reader.reads_back(page, offset)
        while start is not None and not self._is_term(page.text[start:offset]):
            names.append(self._candidate(start, offset))
            parted = self._parted.search(page.text, max(start - _PARTING, 0), start) if self._parted else None
            offset = parted.start() if parted else 0
            start = self._reader.reads_back(page, offset)
        return names

    def _filling(self, page: Page, offset: int, word: str) -> list[Candidate]:
        """The name that is all that stands before a word by which it must be one."""
        clause = page.clause_at(offset - 1) if word in self._options.fills and offset else None
        floor = clause[0] if clause is not None else offset
        for start in range(max(offset - _LONGEST - 1, floor), offset - 1):
            name, is_opened = page.text[start:offset], page.text.endswith(self._options.opened, 0, start)
            if not (is_opened or (start == floor and len(name) >= _LONGEST)) or page.tokenizer.knows(name):
                continue
            if self._reader.reads_whole(page, start, offset) and not self._is_term(name):
                return [self._candidate(start, offset)]
        return []

    def _begins_word(self, page: Page, hit: Hit) -> bool:
        """Whether a hit is but the beginning of a longer word: 任 in 任务."""
        words = page.words_at(hit.start)
        if words is None or words.is_boundary(hit.end):
            return False
        word: Word = words[words.at(hit.start)]
        return word.start == hit.start and word.end > hit.end and page.tokenizer.knows(word.text)

    def _titled(self, page: Page, hit: Hit) -> Iterator[Candidate]:
        """A family name or a whole one with a form of address: 刘先生."""
        start = self._reader.reads_back(page, hit.start)
        if start is None and page.text[hit.start - 1 : hit.start] in self._reader.surnames.single:
            words = page.words_at(hit.start - 1) if hit.start else None
            start = hit.start - 1 if words is not None and words.is_boundary(hit.start - 1) else None
            if start is not None:
                yield self._candidate(start, hit.end)
        elif start is not None:
            yield self._candidate(start, hit.start)

    def _candidate(self, start: int, end: int) -> Candidate:
        options = self._options
        return self._head.candidate(start, end, options)


def _is_rest(text: str, start: int) -> bool:
    """Whether a rare sign before a name, which no dictionary knows, makes it the rest of one: 𠮷 + 田一郎."""
    return text[start - 1 : start].isalpha() and text[start - 1] > _COMMON


def _closing(page: Page, names: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The names of a byline, none where anything but a bracket follows them.

    Short ones alone sign only what a line ends with: 侦办中。（曹骞）.
    """
    if not names or not page.text.startswith(("）", ")"), names[-1].end):
        return ()
    whole = any(name.end - name.start > 2 for name in names)
    last = page.text[names[0].start - 2 : names[0].start - 1] == "。" and not page.text[names[-1].end + 1 :][:1].strip()
    return names if whole or last else ()


def _is_word(page: Page, hit: Hit) -> bool:
    """Whether a hit ends a word (董事 does not in 董事长), and is one by itself where it is one sign."""
    words = page.words_at(hit.start)
    if words is None:
        return False
    if not words.is_boundary(hit.end):
        # The cut may take the last sign of an office for a word with the family name behind it: 主 + 任何 + 立峰.
        across: Word = words[words.at(hit.end)]
        taken = across.start == hit.end - 1 and across.end == hit.end + 1
        whole = words.is_boundary(hit.start) or len(hit.word) > across.end - across.start
        return taken and hit.start < across.start and whole
    return len(hit.word) > 1 or words.is_boundary(hit.start)
