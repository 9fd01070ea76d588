"""Names by what is said of them at a clause's head: 某某公告称, 日前，某某股价, 某某旗下.

No list holds such a name and no word for a trade ends it. What speaks for it is a word that only firms stand before,
or, where `least` asks for more, several weaker ones in one document.
"""

from __future__ import annotations

import collections
import itertools
from collections.abc import Iterable, Sequence
from typing import ClassVar

from kg.extract.mentions.candidate import Candidate, Found
from kg.extract.mentions.kinds.acting_options import ActingOptions
from kg.extract.mentions.page import Page
from kg.extract.mentions.rule import RuleHead, Setting, Stage
from kg.extract.mentions.triggers import Hit
from kg.model.span import Span
from kg.ontology.source import Options
from kg.text.tokenizer import PERSONAL, PUNCTUATION, Word, Words

_CLOSED = ("c", "u", "p", "r", "t", "w", "y", "e", "o", "d", "q", "m", "f", "z", "v", "x")
"""Tags of words that are no piece of a brand."""
_NAMES = ("nr", "nt", "nz", "ns")
_TIMES = ("t", "m")
"""Tags of what may stand between a clause's head and the name."""


class ActingRule:
    """Finds names by the words that follow them at a clause's head."""

    options: ClassVar[type[Options]] = ActingOptions
    stage: ClassVar[Stage] = Stage.EXTENDED
    keeps_words: ClassVar[bool] = False

    def __init__(self, head: RuleHead, options: ActingOptions, setting: Setting) -> None:
        self._head = head
        self._options = options
        self._phrases = setting.language.phrases
        self._particles = self._phrases.particles | self._phrases.joiners
        self._surnames = setting.surnames.single

    @property
    def triggers(self) -> Iterable[str]:
        """The words that follow."""
        return self._options.cues

    def find(self, page: Page, hits: Sequence[Hit], found: Found) -> Iterable[Candidate]:
        """The names before the cues that were hit."""
        options = self._options
        places: dict[str, list[Span]] = collections.defaultdict(list)
        for hit in hits:
            name = self._before(page, hit)
            if name is not None and self._is_free(name, found):
                places[name.of(page.text)].append(name)
        for spans in places.values():
            for name in spans if len(spans) >= options.least else ():
                yield self._head.candidate(name.start, name.end, options)

    def _before(self, page: Page, hit: Hit) -> Span | None:
        """The name before a cue, None where there is none."""
        words = page.words_at(hit.start)
        if words is None or not (words.is_boundary(hit.start) and words.is_boundary(hit.end)):
            return None
        last = words.at(hit.start) - 1
        while last >= 0 and words[last].text in self._options.between:
            last -= 1
        first = last
        while first >= 0 and self._passes(page, words[first], is_last=first == last):
            first -= 1
        if first == last or not self._opens(words, first):
            return None
        # A helping word alone before a name opens its clause: 若 + 云桥科技.
        opens = words[first + 1].text in self._phrases.stops - self._phrases.brand_starts
        core = [words[index] for index in range(first + 1 + opens, last + 1)]
        if not core:
            return None
        return Span(core[0].start, core[-1].end) if self._fits(page, core) else None

    def _passes(self, page: Page, word: Word, *, is_last: bool) -> bool:
        """Whether a word may be a piece of a brand."""
        text, phrases = word.text, self._phrases
        if text in self._options.openers or not text.isalnum():
            return False
        if len(text) == 1:
            return text not in self._particles and (text not in phrases.stops or not is_last)
        if text in self._options.pieces:
            return True
        if text in phrases.stops or text in phrases.describers or text in phrases.classes:
            return False
        return not page.tokenizer.knows(text) or not word.tag.startswith(_CLOSED)

    def _opens(self, words: Words, index: int) -> bool:
        """Whether what follows a word begins a clause, but for a word of time."""
        if index < 0:
            return True
        word: Word = words[index]
        if word.tag == PUNCTUATION and not word.text.isalnum():
            return True
        return word.text in self._options.openers or (len(word.text) > 1 and word.tag.startswith(_TIMES))

    def _fits(self, page: Page, core: Sequence[Word]) -> bool:
        options = self._options
        name = "".join(word.text for word in core)
        if not options.shortest <= len(name) <= options.longest or name.isascii():
            return False
        if name[0] in self._phrases.stops - self._phrases.brand_starts or any(sign.isdecimal() for sign in name):
            return False
        if len(core) == 1 and core[0].tag in PERSONAL and name[0] in self._surnames and not options.personal:
            return False
        if name in options.reject or name.endswith(options.reject_endings):
            return False
        return self._has_brand(page, core)

    def _has_brand(self, page: Page, core: Sequence[Word]) -> bool:
        """Whether a core holds a word that no dictionary has, a name, or signs that stand one by one."""
        single = [len(word.text) == 1 for word in core]
        if len(core) > 1 and (all(single) or any(one != other for one, other in itertools.pairwise(single))):
            return True
        return any(
            len(word.text) > 1 and (not page.tokenizer.knows(word.text) or word.tag.startswith(_NAMES)) for word in core
        )

    def _is_free(self, name: Span, found: Found) -> bool:
        """Whether no other name shares words with it, but for those that may lie inside."""
        return all(
            each.type in self._options.within
            and name.start <= each.start
            and each.end <= name.end
            and each.end - each.start < name.end - name.start
            for each in found.overlapping(name)
        )
