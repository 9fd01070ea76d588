"""Names that continue a found one: 中国银行 + 浙江省分行, 建行 + 合肥磨店支行, 国家金融监督管理总局 + 上海监管局."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import ClassVar

import regex

from kg.extract.mentions.candidate import Candidate, Found
from kg.extract.mentions.kinds.extension_options import ExtensionOptions
from kg.extract.mentions.page import Page
from kg.extract.mentions.rule import RuleHead, Setting, Stage
from kg.extract.mentions.triggers import Hit
from kg.ontology.source import Options
from kg.text.alternatives import any_of
from kg.text.tokenizer import PUNCTUATION, Word, Words

_DIGIT = re.compile(r"\d")
_HELPING = ("d", "r")
"""Tags of stop words that no name holds."""


class ExtensionRule:
    """Finds names that begin with a name."""

    options: ClassVar[type[Options]] = ExtensionOptions
    stage: ClassVar[Stage] = Stage.EXTENDED
    keeps_words: ClassVar[bool] = False

    def __init__(self, head: RuleHead, options: ExtensionOptions, setting: Setting) -> None:
        self._head = head
        self._options = options
        phrases = setting.language.phrases
        # 某某副总裁兼某事业部, 某某多家分公司: what an office or a count stands before is no part of one name.
        self._stops = phrases.stops.union(setting.offices.offices, phrases.indefinite, options.stops)
        self._office = re.compile(any_of(each for each in setting.offices.offices if len(each) > 1))
        self._counted = re.compile(rf"\d[{phrases.counting or '0'}]")
        self._never = re.compile(any_of(options.never)) if options.never else None
        self._joiners = phrases.joiners
        self._particles = phrases.particles | phrases.joiners
        marks = re.escape(setting.language.punctuation.list + "“”《》")
        self._inner = regex.compile(rf"(?:[\p{{Han}}A-Za-z0-9]|[（(]\p{{Han}}{{2,6}}[)）]|(?![{marks}])·)*")

    @property
    def triggers(self) -> Iterable[str]:
        """The tails."""
        return self._options.tails

    def find(self, page: Page, hits: Sequence[Hit], found: Found) -> Iterable[Candidate]:
        """The names from a found one to a tail that was hit."""
        options = self._options
        for hit in hits:
            if page.plain.startswith(options.not_before, hit.end):
                continue
            stem = self._stem(page, hit, found)
            if stem is not None:
                yield self._continued(page, stem, hit.end)

    def _continued(self, page: Page, stem: Candidate, end: int) -> Candidate:
        options = self._options
        name = self._head.candidate(stem.start, end, options, options.holds)
        if options.apart:
            return name._replace(start=stem.end)
        if options.same:
            return name._replace(stands_for=page.text[stem.start : stem.end])
        return name._replace(stem_end=stem.end, stem_canonical=stem.canonical)

    def _stem(self, page: Page, hit: Hit, found: Found) -> Candidate | None:
        """The name before a tail, the nearest one first."""
        options = self._options
        for end in range(hit.start - options.least, hit.start - options.inner - 1, -1):
            stem = found.ending(end, options.of) if end > 0 else None
            if options.apart and page.text.startswith(options.tails, end) and end < hit.start:
                continue
            if stem is not None and self._is_whole(page, stem):
                return None
            if stem is not None and self._joined(page, end, hit, found):
                return None if self._are_two(page, end, hit.start, found) else self._with_house(page, stem, found)
        return None

    def _with_house(self, page: Page, stem: Candidate, found: Found) -> Candidate:
        """A stem that is itself what continues another name gives way to that: 甲银行 + 上海分行 + 陆家嘴支行."""
        options = self._options
        if options.apart or stem.canonical is not None or not page.text.endswith(options.tails, stem.start, stem.end):
            return stem
        return found.ending(stem.start, options.of) or stem

    def _is_whole(self, page: Page, stem: Candidate) -> bool:
        """Whether a found name goes on with nothing."""
        options = self._options
        ends = page.text.endswith(options.closed, stem.start, stem.end)
        return ends or page.text.endswith(options.not_after, 0, stem.start)

    def _are_two(self, page: Page, start: int, end: int, found: Found) -> bool:
        """Whether a conjunction behind a name stands between name and tail: 某某分公司与某某市总工会."""
        words, tails = page.words_at(start), self._options.tails
        if self._never is not None:
            return False
        within = (words[index] for index in range(words.at(start), words.at(end))) if words is not None else ()
        joins = [word.start for word in within if word.text in self._joiners]
        return any(found.ends_at(each) or page.text.endswith(tails, start, each) for each in joins)

    def _ends_listed(self, found: Found, end: int) -> bool:
        """Whether a listed name of the type ends at an offset."""
        return any(each.type == self._head.type and each.canonical is not None for each in found.all_ending(end))

    def _joined(self, page: Page, start: int, hit: Hit, found: Found) -> bool:
        """Whether what stands between name and tail may be part of one name."""
        end, tail_end = hit.start, hit.end
        if not self._inner.fullmatch(page.text, start, end):
            return False
        if self._never is not None:
            return self._never.search(page.text, start, end) is None and not self._ends_listed(found, tail_end)
        words = page.words_at(end)
        # 市 is no tail in 上市, but 镇 is one in a town's name that is one word.
        cut = words is not None and (words.is_boundary(end) or (self._options.apart and words.is_boundary(start)))
        if words is None or (tail_end - end == 1 and not (cut and self._ends_word(page, words, end))):
            return False
        # 重庆6省, 某县4个乡镇 count places.
        if tail_end - end == 1 and _DIGIT.search(page.text, start, end):
            return False
        # 总局31家省级监管局 counts offices; 某某公司副总裁兼某分公司 is cut otherwise.
        if self._counted.search(page.text, start, end) or self._office.search(page.text, start, end):
            return False
        within = (words[index] for index in range(words.at(start), words.at(end - 1) + 1) if start < end)
        return all(self._passes(word) or word.text in "（）()" for word in within)

    def _ends_word(self, page: Page, words: Words, tail: int) -> bool:
        """Whether a tail of one sign ends a word, or was cut together with the name behind it: 镇清 + 溪村."""
        if words.is_boundary(tail + 1):
            return True
        word: Word = words[words.at(tail)]
        return self._options.apart and word.start == tail and not page.tokenizer.knows(word.text)

    def _passes(self, word: Word) -> bool:
        """Whether a word may stand inside a name; signs that stop elsewhere may be part of a street's name (电大路)."""
        if len(word.text) == 1 and word.text not in self._particles:
            helps = word.text in self._stops and word.tag.startswith(_HELPING)
            helps = helps or word.text in self._options.stops
            return word.tag != PUNCTUATION and not word.tag.startswith("u") and not helps
        return word.text not in self._stops and word.tag != PUNCTUATION
