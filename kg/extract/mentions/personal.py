"""Where a personal name begins and ends beside other words. What one looks like is for `personal_form`."""

from __future__ import annotations

from functools import lru_cache

from kg.extract.mentions.foreign import ForeignNames
from kg.extract.mentions.page import Page
from kg.extract.mentions.personal_form import PersonalForm
from kg.ontology.people import Surnames
from kg.text.tokenizer import PERSONAL, Word, Words

_LIGHT = ("u", "p", "c", "d", "r")
"""Tags of particles, prepositions, conjunctions, adverbs, pronouns."""
_BEHIND = ("v", "p")
"""Tags of what stands right behind who acts: verbs, prepositions."""
_PERSON = "nr"
_NAMELIKE = ("n", "a", "t")
"""Tags of common words that people are called by: nouns, adjectives, seasons."""
_ADVERBIAL = "ad"
_TOO_LONG = 4
_SHORTEST = 2


class PersonReader:
    """Reads a personal name that begins or ends at an offset."""

    def __init__(
        self, surnames: Surnames, spelling: str, stops: frozenset[str], reject: frozenset[str], counting: str = ""
    ) -> None:
        """A reader of names.

        Args:
            surnames: what they begin with.
            spelling: the signs that spell foreign ones.
            stops: words that are no part of one.
            reject: words that are none.
            counting: the signs that count things.
        """
        self.surnames = surnames
        self._stops = stops
        self._reject = reject
        self._foreign = ForeignNames(spelling)
        self._form = PersonalForm(surnames, self._foreign, stops, reject, counting)
        latin = [chr(code) for code in range(ord("A"), ord("Z") + 1)]
        self._first = frozenset((*surnames.single, *[name[0] for name in surnames.double], *spelling, *latin))

    def may_begin(self, page: Page, offset: int) -> bool:
        """Whether the sign at an offset may begin a name, which is soon asked."""
        return page.text[offset : offset + 1] in self._first or self._foreign.may_be_dotted(page.text, offset)

    def reads(self, page: Page, offset: int) -> int | None:
        """The end of the name that begins at an offset, None where there is none."""
        foreign = self._foreign.end(page.text, offset)
        if foreign is not None:
            return self._before_word(page, offset, foreign)
        if page.text[offset : offset + 1] not in self._first:
            return None
        delimited = self._delimited(page, offset)
        if delimited is not None:
            return delimited
        words = page.words_at(offset) if offset < len(page.text) else None
        if words is None or not words.is_boundary(offset):
            return self._given(page, words, offset) if words is not None else None
        first: Word = words[words.at(offset)]
        # The cut may take the verb behind a name for its last sign: 总局局长 + 李云泽赴.
        whole = self._form.is_whole(page, first)
        if whole or (first.tag == _PERSON and len(first.text) == _TOO_LONG and self._form.fits(first.text[:-1])):
            return first.end if whole else first.end - 1
        ends = [end for end in self._form.ends(page, words, words.at(offset)) if self._form.fits(page.text[offset:end])]
        return max(ends, default=None)

    def _before_word(self, page: Page, start: int, end: int) -> int:
        """The end of a foreign name, before a word of the dictionary that begins with its last sign: 史密斯 + 特别."""
        words = page.words_at(end - 1)
        if words is None or words.is_boundary(end):
            return end
        last: Word = words[words.at(end - 1)]
        crosses = last.start == end - 1 > start + 1 and page.tokenizer.knows(last.text) and last.tag not in PERSONAL
        return last.start if crosses else end

    def reads_up_to(self, page: Page, offset: int, words: tuple[str, ...]) -> int | None:
        """The end of the name that begins at an offset and ends before one of some words, however its signs are cut."""
        text, longer = page.text, _longer(words)
        if text[offset : offset + 1] not in self._first:  # as mostly
            return None
        spelt = self._foreign.spelt(text, offset)
        if spelt is not None and text.startswith(words, offset + len(spelt)) and self._is_foreign(page, offset, spelt):
            return offset + len(spelt)
        for length in (4, 3, 2):
            name = text[offset : offset + length]
            # 贺兰 is a family name, too: 贺兰 + 介绍.
            if len(name) < length or not self._form.fits(name) or name.endswith(words):
                continue
            # 葛敏 + 以及, not 葛敏以 + 及.
            if not text.startswith(words, offset + length) or text.startswith(longer, offset + length - 1):
                continue
            unsure = length == _SHORTEST or name[0] in self._stops
            given = name[1:] if name[0] in self._stops else name
            known = page.tokenizer.knows(name) or (unsure and page.tokenizer.knows(given))
            known = known and not self._is_one(page, offset, name)
            if self._is_called(page, offset, name) if known else not self._trails(page, offset + length):
                return offset + length
        return None

    def _is_one(self, page: Page, offset: int, name: str) -> bool:
        """Whether the dictionary holds a name as somebody's: 基辛格."""
        words = page.words_at(offset)
        word: Word | None = words[words.at(offset)] if words is not None else None
        return word is not None and (word.start, word.text) == (offset, name) and word.tag in PERSONAL

    def _is_foreign(self, page: Page, offset: int, spelt: str) -> bool:
        """Whether what is spelt at an offset is a name: longer than those of families, or none such (哈克)."""
        if spelt in self._reject or (len(spelt) < _TOO_LONG and self._form.fits(spelt)):
            return False
        words = page.words_at(offset) if page.tokenizer.knows(spelt) else None
        return words is None or words[words.at(offset)].tag in PERSONAL

    def reads_called(self, page: Page, offset: int, words: tuple[str, ...]) -> int | None:
        """The end of the common word at an offset by which somebody is called, before one of some words: 季风 + 为."""
        end = offset + _SHORTEST
        called = page.text.startswith(words, end) and self._form.fits(page.text[offset:end])
        return end if called and self._is_called(page, offset, page.text[offset:end]) else None

    def _is_called(self, page: Page, offset: int, name: str) -> bool:
        """Whether people may be called by a common word: 方圆, 冷静, 夏至, but not 文章."""
        words = page.words_at(offset)
        if words is None or len(name) != _SHORTEST or name in self.surnames.nouns or name in self._stops:
            return False
        word: Word = words[words.at(offset)]
        return word.start == offset and word.text == name and word.tag.startswith(_NAMELIKE) and word.tag != _ADVERBIAL

    def reads_before_house(self, page: Page, offset: int, end: int) -> int | None:
        """The end of the name that begins at an offset with nothing or a house behind it, up to an end: 张三甲银行."""
        words = page.words_at(offset)
        if words is None or offset >= end:
            return None
        for length in range(min(_TOO_LONG, end - offset), _SHORTEST - 1, -1):
            behind = offset + length
            name = page.text[offset:behind]
            if not self._form.fits(name) or page.tokenizer.knows(name):
                continue
            first: Word = words[words.at(offset)]
            cut = [words[words.at(each)] for each in range(offset + _SHORTEST, behind) if words.is_boundary(each)]
            # 王芳 + 江苏银行 is no 王芳江 + 苏银行; what is one word of the dictionary is no name and more.
            sooner = any(page.tokenizer.knows(word.text) and len(word.text) > 1 and word.end > behind for word in cut)
            if not sooner and (first.end <= behind or first.tag in PERSONAL):
                return behind
        return None

    def _trails(self, page: Page, end: int) -> bool:
        """Whether the sign before an offset is a word that no name ends in."""
        words = page.words_at(end - 1)
        last: Word | None = words[words.at(end - 1)] if words is not None else None
        return last is not None and len(last.text) == 1 and last.text in self._stops and last.tag.startswith(_LIGHT)

    def reads_whole(self, page: Page, offset: int, end: int) -> int | None:
        """The end of what is a name however it is cut, None where it is none or its given name is a word."""
        name = page.text[offset:end]
        is_word = len(name) > _SHORTEST and page.tokenizer.knows(name[1:])
        return end if self._form.fits(name) and not is_word else None

    def _delimited(self, page: Page, offset: int) -> int | None:
        """The end of a name that a blank or a mark ends, or that is long and spelt, however its signs are cut."""
        text = page.text
        spelt = self._foreign.spelt(text, offset)
        if spelt is not None and not page.tokenizer.knows(spelt):
            if self._foreign.ends_whole(text, offset + len(spelt)):
                return offset + len(spelt)
            if len(spelt) > _TOO_LONG:
                return self._before_word(page, offset, offset + len(spelt))
        for length in (4, 3, 2):
            name = text[offset : offset + length]
            ended = not text[offset + length : offset + length + 1].isalnum()
            # Two signs may as well be a common word.
            common = length == 2 and page.tokenizer.knows(name)
            if length == _TOO_LONG and self._ends_in_verb(page, offset + _SHORTEST, offset + length):
                continue
            if len(name) == length and ended and not common and self._form.fits(name) and name[1:] not in self._stops:
                return offset + length - self._sticks(page, offset, offset + length)
        return None

    def _ends_in_verb(self, page: Page, start: int, end: int) -> bool:
        """Whether a verb of two signs stands before a mark, behind what may be a name of two: 贺兰 + 介绍，."""
        words = page.words_at(start) if end <= len(page.text) else None
        word: Word | None = words[words.at(start)] if words is not None and start < words[-1].end else None
        return word is not None and (word.start, word.end) == (start, end) and word.tag.startswith("v")

    def _sticks(self, page: Page, start: int, end: int) -> bool:
        """Whether the last sign before a mark is a word behind a name that is whole without it: 梁某 + 说，."""
        words = page.words_at(end - 1)
        if words is None or end - start <= _SHORTEST or not (words.is_boundary(start) and words.is_boundary(end - 1)):
            return False
        name: Word = words[words.at(start)]
        last: Word = words[words.at(end - 1)]
        return name.end == end - 1 and name.tag in PERSONAL and last.tag.startswith(_BEHIND)

    def _given(self, page: Page, words: Words, offset: int) -> int | None:
        """The end of a name whose family name was cut together with the sign before it: 主 + 任何 + 立峰."""
        if not words.is_boundary(offset + 1) or offset + 1 >= words[-1].end:
            return None
        given: Word = words[words.at(offset + 1)]
        is_name = given.tag in PERSONAL or not page.tokenizer.knows(given.text)
        return given.end if is_name and self._form.fits(page.text[offset : given.end]) else None

    def reads_back(self, page: Page, offset: int) -> int | None:
        """The start of the name that ends at an offset, None where there is none."""
        words = page.words_at(offset - 1) if offset > 0 else None
        if words is None or not words.is_boundary(offset):
            return None
        last: Word = words[words.at(offset - 1)]
        dotted = self._foreign.dotted_start(page.text, offset)
        if dotted is not None:
            first_part: Word = words[words.at(dotted)]
            # The cut may take the sign before those that spell for the name's first: 大 + 卫.
            if words.is_boundary(dotted) or first_part.tag.startswith("n"):
                # 据 + 埃隆 is one word to the cut.
                return dotted if first_part.text[0] in self._stops else min(dotted, first_part.start)
        if self._form.is_whole(page, last):
            return last.start
        first = words[0].start
        for length in (4, 3, 2):
            start = offset - length
            if start < first or not words.is_boundary(start) or not self._form.fits(page.text[start:offset]):
                continue
            if offset in tuple(self._form.ends(page, words, words.at(start))):
                return start
        return None


@lru_cache
def _longer(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if len(word) > 1)
