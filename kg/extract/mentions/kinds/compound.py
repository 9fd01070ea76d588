"""Compound nouns by their head: 个人经营性贷款, 供应链金融智能风控系统, 电信网络诈骗."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import ClassVar

import regex

from kg.extract.mentions.candidate import Candidate, Found
from kg.extract.mentions.kinds.compound_options import CompoundOptions
from kg.extract.mentions.page import Page
from kg.extract.mentions.rule import RuleHead, Setting, Stage
from kg.extract.mentions.triggers import Hit
from kg.extract.mentions.walk import LeftWalk
from kg.ontology.source import Options
from kg.text.alternatives import any_of
from kg.text.tokenizer import Word

_PROPER = ("nr", "ns", "nt", "nz")
"""Tags of proper nouns."""
_TIME = "t"
_VERB = "v"


class CompoundRule:
    """Finds compound nouns."""

    options: ClassVar[type[Options]] = CompoundOptions
    stage: ClassVar[Stage] = Stage.COMPOSED
    keeps_words: ClassVar[bool] = False

    def __init__(self, head: RuleHead, options: CompoundOptions, setting: Setting) -> None:
        self._head = head
        self._options = options
        phrases = setting.language.phrases
        self._joiners = phrases.joiners
        self._strip = (phrases.describers - options.modifiers - options.keep) | options.strip | phrases.joiners
        self._walk = LeftWalk(
            phrases,
            options.verbs | options.modifiers,
            options.stops,
            joins=options.joins,
            any_verb=options.any_verb,
        )
        self._year = regex.compile(r"(?:(?:19|20)[0-9]{2}\p{Han}?)?$")
        self._after = re.compile(any_of(options.after)) if options.after else None
        self._counted = regex.compile(rf"\d\p{{Han}}?[{phrases.counting}]$")

    @property
    def triggers(self) -> Iterable[str]:
        """The heads."""
        return self._options.heads

    def find(self, page: Page, hits: Sequence[Hit], found: Found) -> Iterable[Candidate]:
        """The compounds that end in the heads that were hit."""
        for hit in hits:
            start = self._start(page, hit, found)
            if start is not None:
                yield self._head.candidate(start, hit.end, self._options, self._options.holds)

    def _start(self, page: Page, hit: Hit, found: Found) -> int | None:
        options = self._options
        words = page.words_at(hit.start)
        if words is None or not words.is_boundary(hit.end) or page.plain.startswith(options.not_before, hit.end):
            return None
        if self._is_piece(page, words[words.at(hit.start)], hit):
            return None
        modifiers = self._modifiers(page, hit, found)
        length = hit.start - modifiers[0].start if modifiers else 0
        if not modifiers and not options.bare:
            return None
        if modifiers and (length < options.shortest or all(word.text in options.weak for word in modifiers)):
            # What stands behind a proper noun is the end of a name that no rule knows: 枫桥银行.
            return hit.start if options.bare and not modifiers[-1].tag.startswith(_PROPER) else None
        start = modifiers[0].start if modifiers else hit.start
        if options.dated:
            start -= len(self._year.search(page.text, max(start - 6, 0), start).group())
        if page.text[start : hit.end] in options.reject or self._is_none(page, hit.start, start, found):
            return None
        return start if self._after is None or self._cued(page, start) else None

    def _is_half(self, page: Page, start: int, found: Found) -> bool:
        """Whether what stands before a name counts it, or joins it to something else than another such name."""
        if self._counted.search(page.text, max(start - 3, 0), start):
            return True
        words = page.words_at(start - 1) if start else None
        if words is None or not words.is_boundary(start):
            return False
        word: Word = words[words.at(start - 1)]
        ended = page.text.endswith(self._options.heads, 0, word.start) or found.ends_at(word.start)
        return word.text in self._joiners and not ended

    def _is_piece(self, page: Page, first: Word, hit: Hit) -> bool:
        """Whether a head is but a piece of the word that it begins in."""
        if first.start == hit.start:
            return False
        # 险 is no head in 风险, nor 年会 in 今年 + 会, nor 大会 in 扩大 + 会.
        whole = len(hit.word) == 1 and page.tokenizer.knows(first.text)
        torn = first.tag == _TIME or (first.tag == _VERB and hit.end - first.end == 1)
        return whole or (first.end < hit.end and torn)

    def _modifiers(self, page: Page, hit: Hit, found: Found) -> list[Word]:
        """The modifiers before a head, without leading words that describe only."""
        options = self._options
        modifiers = self._walk.from_head(page, hit.start, options.longest)
        stem = found.ending(hit.start, (self._head.type,)) if options.continues else None
        if stem is not None and modifiers:
            return [Word(page.text[stem.start : stem.end], modifiers[-1].tag, stem.start, stem.end)]
        if options.modifiers:
            kept = len(modifiers)
            while kept and modifiers[kept - 1].text in options.modifiers:
                kept -= 1
            modifiers = modifiers[kept:]
        modifiers = self._behind_joined(page, self._behind_names(modifiers, found))
        if modifiers and modifiers[-1].text in self._joiners:
            return []  # 资格标准和 + 管理办法: what is joined is a bare head
        while modifiers and (modifiers[0].text in self._strip or modifiers[0].text in "（）()-·"):
            modifiers = modifiers[1:]
        return modifiers

    def _behind_names(self, modifiers: list[Word], found: Found) -> list[Word]:
        """The modifiers behind the last found name among them that is left off."""
        cut_at = self._options.cut_at
        for index in range(len(modifiers) - 1, -1, -1) if cut_at else ():
            if found.ending(modifiers[index].end, cut_at) is not None:
                return modifiers[index + 1 :]
        return modifiers

    def _behind_joined(self, page: Page, modifiers: list[Word]) -> list[Word]:
        """The modifiers behind the last conjunction that joins another compound to this one."""
        for index in range(len(modifiers) - 1, 0, -1):
            if modifiers[index].text in self._joiners:
                before = page.text[modifiers[0].start : modifiers[index].start]
                if before.endswith(self._options.heads):
                    return modifiers[index + 1 :]
        return modifiers

    def _is_none(self, page: Page, end: int, start: int, found: Found) -> bool:
        """Whether the modifiers are themselves a name of a type that makes no compound, or there is half a name."""
        stem = found.ending(end, self._options.not_modified_by)
        is_name = stem is not None and stem.start <= start
        return is_name or (self._options.whole and self._is_half(page, start, found))

    def _cued(self, page: Page, start: int) -> bool:
        clause = page.clause_at(start)
        return clause is not None and self._after is not None and bool(self._after.search(page.text, clause[0], start))
