"""What a personal name looks like: a family name, then one or two signs; or a foreign name."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.mentions.foreign import ForeignNames
from kg.extract.mentions.page import Page
from kg.ontology.people import Surnames
from kg.text.tokenizer import PERSONAL, PUNCTUATION, Word, Words

_CLOSED = ("u", "p", "c", "d", "r", "m", "q", "f", "t")
_NUMBER = "m"


class PersonalForm:
    """Tells what may be a personal name by its signs and by how they are cut into words."""

    def __init__(
        self, surnames: Surnames, foreign: ForeignNames, stops: frozenset[str], reject: frozenset[str], counting: str
    ) -> None:
        """The form of names; what is asked for is as in `PersonReader`."""
        self._surnames = surnames
        self._foreign = foreign
        self._stops = stops
        self._reject = reject
        self._counting = counting

    def fits(self, name: str) -> bool:
        """Whether a string has the form of a full name."""
        if name in self._reject or not name.isalpha():
            return False
        if name[:2] in self._surnames.double:
            return 3 <= len(name) <= 4
        return name[0] in self._surnames.single and 2 <= len(name) <= 3

    def is_whole(self, page: Page, word: Word) -> bool:
        """Whether a word is a full name by itself: tagged as one, or looking like one and in no dictionary."""
        if len(word.text) < 3 or word.text[-1] in self._stops:
            return False
        if self._foreign.is_spelt(word.text) and (word.tag in PERSONAL or not page.tokenizer.knows(word.text)):
            return True
        if not self.fits(word.text):
            return False
        return word.tag in PERSONAL or not page.tokenizer.knows(word.text)

    def ends(self, page: Page, words: Words, index: int) -> Iterator[int]:
        """Where a name may end whose first word is at `index`: behind each word that can be part of one."""
        length = 0
        for number in range(index, min(index + 4, len(words))):
            word: Word = words[number]
            length += len(word.text)
            if length > 4 or word.tag == PUNCTUATION:
                return
            if number > index and not self._continues(page, words, index, word):
                if self._surnames.ends(word.text, page.text[word.end : word.end + 1]):
                    yield word.end
                return
            if number == index and len(word.text) > 1 and word.tag not in PERSONAL and page.tokenizer.knows(word.text):
                return
            # The cut may take a following word for the name's last sign: 选举王亚为董事长.
            taken = length > 2 and word.text[-1] in self._stops and not page.tokenizer.knows(word.text)
            yield word.end - taken

    def _continues(self, page: Page, words: Words, index: int, word: Word) -> bool:
        """Whether a word may be part of a name after its first sign."""
        if word.text in self._stops or (len(word.text) == 1 and word.tag.startswith(_CLOSED)):
            return False
        known = page.tokenizer.knows(word.text)
        # 向 or 和 is a family name only before what can be nothing but a given name.
        if words[index].text in self._stops and (known and word.tag not in PERSONAL):
            return False
        if len(word.text) == 1 or word.tag in PERSONAL or not known or self._numbered(word):
            return True
        # A verb is a given name behind what can hardly be anything but a family name: 宗 + 建新.
        acts = word.tag.startswith("v") and words[index].tag not in PERSONAL
        return len(word.text) == 2 and not acts and not word.tag.startswith(_CLOSED)

    def _numbered(self, word: Word) -> bool:
        """Whether a word is counted as a number but is a given name: 一峰, not 一家."""
        return len(word.text) == 2 and word.tag == _NUMBER and word.text[1] not in self._counting
