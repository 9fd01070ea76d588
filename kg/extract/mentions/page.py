"""A document laid open for the rules: its text, its sentences, and the words of those that a rule asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.extract.mentions.lists import ListReader, Members
from kg.model.document import Document
from kg.text.normalize import fold, folded
from kg.text.sentences import Sentence
from kg.text.tokenizer import Tokenizer, Words

_CAPITALS = re.compile("[A-Z]+")


def plain(text: str) -> str:
    """The text with full-width forms folded and ASCII letters lowered, character for character.

    >>> plain("ＡＢｃ银行")
    'abc银行'
    """
    return _lowered(fold(text))


def _lowered(text: str) -> str:
    return _CAPITALS.sub(lambda letters: letters.group().lower(), text)


class Page:
    """One document as the rules of names read it. Words are cut once a sentence, and only where asked for.

    `text` is the untouched text; `plain` the text for matching, of the same length: full-width forms folded, ASCII
    letters lowered. `lists` are the members of each list, `closings` where the last members of lists begin that hold a
    word which closes one.
    """

    def __init__(
        self, document: Document, sentences: tuple[Sentence, ...], tokenizer: Tokenizer, list_reader: ListReader
    ) -> None:
        """A document that is cut into sentences."""
        self.document = document
        self.sentences = sentences
        self.tokenizer = tokenizer
        self.list_reader = list_reader
        self.text = document.text
        self._folded = folded(document.text)
        self.plain = _lowered(self._folded)
        self.lists: tuple[Members, ...] = list_reader.read(self.text, tokenizer.knows)
        ends = [each[-1] for each in self.lists]
        self.closings = frozenset([each.start for each in ends if list_reader.closes(self.text, each)])
        self._numbers = _sentence_numbers(sentences, len(self.text))
        self._words: dict[int, Words] = {}

    def sentence_at(self, offset: int) -> int | None:
        """The index of the sentence that covers an offset, None between sentences."""
        return self._numbers[offset]

    def sentences_at(self, offsets: Iterable[int]) -> list[int]:
        """The indexes of the sentences that cover some offsets, in order."""
        found = set(map(self._numbers.__getitem__, offsets))
        return sorted([index for index in found if index is not None])

    def words_at(self, offset: int) -> Words | None:
        """The words of the sentence that covers an offset."""
        index = self._numbers[offset]
        if index is None:
            return None
        words = self._words.get(index)
        if words is None:
            span = self.sentences[index].span
            words = self._words[index] = self.tokenizer.cut(span.of(self._folded), span.start)
        return words

    def clause_at(self, offset: int) -> tuple[int, int] | None:
        """Start and end of the clause that covers an offset."""
        index = self._numbers[offset]
        if index is None:
            return None
        for clause in self.sentences[index].clauses:
            if clause.start <= offset < clause.end:
                return clause.start, clause.end
        return None


def _sentence_numbers(sentences: tuple[Sentence, ...], size: int) -> list[int | None]:
    """For each offset of a text, that behind it included, the index of the sentence that covers it."""
    numbers: list[int | None] = [None] * (size + 1)
    for number, sentence in enumerate(sentences):
        numbers[sentence.span.start : sentence.span.end] = [number] * len(sentence.span)
    return numbers
