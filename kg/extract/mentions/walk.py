"""How far a noun phrase reaches to the left of its head.

Goes word by word from the head to the left and stops at what cannot belong to it: punctuation, function words, verbs
that are no modifiers. Knows words by their tags and by the language's phrases; what a phrase must look like to be a
name is for the rules.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kg.extract.mentions.page import Page
from kg.ontology.phrases import Phrases
from kg.text.tokenizer import PLACE, PUNCTUATION, Tokenizer, Word, Words

_CLOSED = ("c", "u", "p", "r", "t", "w", "y", "e", "o", "d", "q", "m", "f", "z", "vd")
"""Tags of words that no compound noun holds: conjunctions, particles, pronouns, adverbs, measures."""
_PIECE = "n"
"""Tag of the part of a word before a head that begins inside it."""
_NAMES = (PLACE, "nr", "nz")
"""Tags of names."""
_SIDE = "f"
"""Tag of words for a side, which brands begin with, too."""
_BODY = "nt"
_VERBAL = ("v", "p", "a")
# What a longer word ends in bounds a name, too: 全力支持, 科技公司.
_LONG = 2
_LONGEST_PLACE = 4
_REMEMBERED = 1 << 10
"""How many words a walk remembers."""
_BRACKETS = {"）": "（", ")": "("}


class _Way:
    """How far a walk came: the words found, the nearest to the head first, and the offset that it may not pass."""

    __slots__ = ("farthest", "found")

    def __init__(self, found: list[Word], farthest: int) -> None:
        self.found = found
        self.farthest = farthest


@dataclass(frozen=True, slots=True)
class LeftWalk:
    """Walks left from a head.

    `free` lets single signs of any tag pass, as the brand of a name needs it (和, 万, 众); `verbs` are further verbs
    that may pass, `any_verb` lets all pass that are no stops, `stops` are further words that may not. `places` pass
    whatever their tag says.
    """

    phrases: Phrases
    verbs: frozenset[str] = frozenset()
    stops: frozenset[str] = frozenset()
    places: frozenset[str] = field(default=frozenset(), kw_only=True)
    free: bool = field(default=False, kw_only=True)
    joins: bool = field(default=False, kw_only=True)
    any_verb: bool = field(default=False, kw_only=True)
    _sticking: Mapping[str, tuple[str, ...]] = field(init=False, repr=False)
    _bounding: frozenset[str] = field(init=False, repr=False)
    """The words that end every phrase, but for conjunctions that may join."""
    _passing: Callable[[Tokenizer, str, str], bool] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_sticking", _by_particle(self.phrases.leading, self.phrases.particles))
        object.__setattr__(self, "_bounding", self.phrases.bounding | self.phrases.joiners | self.stops)
        # Nothing but the word itself decides it, and the same words stand before most heads.
        object.__setattr__(self, "_passing", functools.lru_cache(_REMEMBERED)(self._lets_pass))

    def from_head(self, page: Page, start: int, limit: int) -> list[Word]:
        """The words before a head that starts at `start`, in text order, together at most `limit` signs long."""
        words = page.words_at(start)
        if words is None or not len(words):
            return []
        found: list[Word] = []
        index = words.at(start)
        first = words[index]
        if first.start < start:
            # The dictionary's names of bodies start with their place: 某某省 in 某某省人民政府.
            tag = PLACE if first.tag in {_BODY, PLACE} else _PIECE
            piece = Word(first.text[: start - first.start], tag, first.start, start)
            if not self.passes(page, piece):
                return []
            found.append(piece)
        self._walk(page, words, index - 1, _Way(found, start - limit))
        found.reverse()
        return found

    def _walk(self, page: Page, words: Words, index: int, way: _Way) -> None:
        """Add the words from `index` on to the left, the nearest first, up to one that ends the phrase."""
        while index >= 0:
            word = words[index]
            if word.start < way.farthest:
                return
            if word.text in _BRACKETS:
                opened = self._bracket(words, index)
                if opened is None or words[opened].start < way.farthest:
                    return
                way.found.extend(words[each] for each in range(index, opened - 1, -1))
                index = opened - 1
                continue
            if self._ends(page, words, index, way):
                return
            way.found.append(word)
            index -= 1

    def _ends(self, page: Page, words: Words, index: int, way: _Way) -> bool:
        """Whether a word ends the phrase; what is no part of it is taken off, the rest of a word cut wrong is added."""
        word = words[index]
        counted = _counts(word) and word.text not in self.verbs
        if counted and way.found and way.found[-1].text[0] in self.phrases.counting:
            way.found.pop()
            return True
        if stuck := self._stuck(page, word):
            rest = word.text[stuck:]
            if self.free or self._is_noun(page.tokenizer, rest):
                way.found.append(Word(rest, word.tag, word.start + stuck, word.end))
            return True
        if not self.free:
            return not self.passes(page, word)
        belongs = self.passes(page, word) or self._joiner_of_name(words, index)
        return not belongs and not self._goes_on(page, words, index, way) and not self._starts_brand(words, index, way)

    def passes(self, page: Page, word: Word) -> bool:
        """Whether a word may belong to the phrase."""
        return self._passing(page.tokenizer, word.text, word.tag)

    def _lets_pass(self, tokenizer: Tokenizer, text: str, tag: str) -> bool:
        if text in self.verbs or (text in self.places and len(text) > 1):
            return True
        if self._bounds(text, tag):
            return self.joins and text in self.phrases.joiners
        if tag == "eng" or (text.isascii() and text.isalnum()):
            return True
        if self.free and (len(text) == 1 or not tokenizer.knows(text)):
            # A sign by itself, or a word that no dictionary holds, is likely a piece of a brand.
            goes_on = self.any_verb and len(text) > 1 and text[-1] in self.phrases.brand_middles
            return (goes_on or text[-1] not in self.phrases.stops) and not (
                text[0].isascii() and text[-1] in self.phrases.counting
            )
        if tag.startswith("v"):
            return tag == "vn" or self.any_verb or (not self.free and text in self.phrases.modifier_verbs)
        return not tag.startswith(_CLOSED) or (not self.free and text in self.phrases.modifier_verbs)

    def _bounds(self, text: str, tag: str) -> bool:
        """Whether a word ends every phrase."""
        phrases = self.phrases
        if text in self._bounding:
            return True
        if self.free and len(text) > _LONG and text[-_LONG:] not in self.verbs and text[-_LONG:] in phrases.bounding:
            return True
        if text[0].isdecimal() and not text.isalnum():  # a figure: 6.5%
            return True
        return tag == PUNCTUATION and not text.isalpha()

    def _stuck(self, page: Page, word: Word) -> int:
        """How much of a word is a particle cut together with what stands behind it: 从云桥消费金融获悉, 由市主管."""
        text = word.text
        sticking = self._sticking.get(text[0])
        if sticking is None or text in sticking or text in self.phrases.compounds or page.tokenizer.knows(text):
            return 0
        return next((len(each) for each in sticking if text.startswith(each)), 0)

    def _is_noun(self, tokenizer: Tokenizer, rest: str) -> bool:
        """Whether what is left of a word may begin a noun: 市 of 由市, but not 疑 of 遭疑 or 经 of 及经."""
        return rest not in self.phrases.leading and not tokenizer.cut(rest)[0].tag.startswith(_VERBAL)

    def _joiner_of_name(self, words: Words, index: int) -> bool:
        """Whether a joiner joins nothing, so that it is the first sign of a name (旗下和耕…)."""
        text = words[index].text
        if index == 0 or text not in self.phrases.joiners or text not in self.phrases.brand_starts:
            return False
        return words[index - 1].text in self.phrases.stops

    def _goes_on(self, page: Page, words: Words, index: int, way: _Way) -> bool:
        """Whether a word that ends phrases is but a part of a noun (企业 + 管理), or goes on a brand (荣华 + 达)."""
        if not self.free or not way.found or not way.found[-1].text.isalnum():
            return False
        text = words[index].text
        if text + way.found[-1].text in self.phrases.compounds:
            return True
        if not self.any_verb or index == 0 or text not in self.phrases.brand_middles:
            return False
        before: Word = words[index - 1]
        return before.tag.startswith(_NAMES) or (len(before.text) > 1 and not page.tokenizer.knows(before.text))

    def _starts_brand(self, words: Words, index: int, way: _Way) -> bool:
        """Whether a word that ends phrases begins a brand: 中 + 天 + 集团 behind a mark, 山东 + 高速 + 集团."""
        if not way.found:
            return False
        text, before = words[index].text, words[index - 1] if index else None
        if self.any_verb and len(text) > 1 and not self._bounds(text, words[index].tag):
            opens = before is None or before.tag == PUNCTUATION or before.text in self.phrases.stops
            side = words[index].tag == _SIDE and opens
            if side or (before is not None and before.tag == PLACE):
                return True
        if text not in self.phrases.brand_starts:
            return False
        edge = before is None or before.tag in {PUNCTUATION, PLACE} or before.text in self.phrases.classes
        return edge and len(way.found[-1].text) == 1

    def _bracket(self, words: Words, index: int) -> int | None:
        """The index of the bracket that the one at `index` closes, where a place stands between (（上海）)."""
        opening = _BRACKETS[words[index].text]
        for back in range(index - 1, max(index - 5, 0), -1):
            if words[back].text == opening:
                return back if self.free and back > 0 else None
            inside: Word = words[back]
            alone = back == index - 1 and words[back - 1].text == opening and self._may_be_place(inside)
            if inside.tag != PLACE and inside.tag[:1] != "n" and not alone:
                return None
        return None

    def _may_be_place(self, word: Word) -> bool:
        """Whether a word alone in brackets may be a place, whatever its tag says."""
        return 1 < len(word.text) <= _LONGEST_PLACE and word.text not in self.phrases.stops and word.text.isalpha()


@functools.lru_cache(2)
def _by_particle(leading: frozenset[str], particles: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """By each particle the leading words that begin with it, the longest first: 持牌 before 持."""
    found: dict[str, list[str]] = {first: [] for first in particles}
    for word in sorted(leading, key=lambda word: (-len(word), word)):
        if word[0] in found:
            found[word[0]].append(word)
    return {first: tuple(words) for first, words in found.items()}


def _counts(word: Word) -> bool:
    return word.tag == "m" or word.text.isdecimal()
