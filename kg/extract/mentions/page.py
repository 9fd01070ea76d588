"""A document laid open for the rules: its text, its sentences, and the words of those that a rule asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from kg.extract.mentions.lists import ListReader, Members
from kg.model.document import Document
from kg.text.normalize import fold
from kg.text.sentences import Sentence
from kg.text.tokenizer import Tokenizer, Words

_CAPITALS = re.compile("[A-Z]+")


def plain(text: str) -> str:
    """The text with full-width forms folded and ASCII letters lowered, character for character.

    >>> plain("ＡＢｃ银行")
    'abc银行'
    """
    return _CAPITALS.sub(lambda letters: letters.group().lower(), fold(text))


@dataclass(frozen=True)
class Page:
    """One document as the rules of names read it. Words are cut once a sentence, and only where asked for."""

    document: Document
    sentences: tuple[Sentence, ...]
    tokenizer: Tokenizer
    list_reader: ListReader
    _words: dict[int, Words] = field(init=False, default_factory=dict, repr=False)

    @cached_property
    def text(self) -> str:
        """The untouched text."""
        return self.document.text

    @cached_property
    def plain(self) -> str:
        """The text for matching, of the same length: full-width forms folded, ASCII letters lowered."""
        return plain(self.document.text)

    @cached_property
    def _numbers(self) -> list[int | None]:
        """For each offset, that behind the text included, the index of the sentence that covers it."""
        numbers: list[int | None] = [None] * (len(self.document.text) + 1)
        for number, sentence in enumerate(self.sentences):
            numbers[sentence.span.start : sentence.span.end] = [number] * len(sentence.span)
        return numbers

    @cached_property
    def lists(self) -> tuple[Members, ...]:
        """The members of each list."""
        return self.list_reader.read(self.document.text, self.tokenizer.knows)

    @cached_property
    def closings(self) -> frozenset[int]:
        """Where the last members of lists begin that hold a word which closes one."""
        ends = (each[-1] for each in self.lists)
        return frozenset(each.start for each in ends if self.list_reader.closes(self.text, each))

    def sentence_at(self, offset: int) -> int | None:
        """The index of the sentence that covers an offset, None between sentences."""
        return self._numbers[offset]

    def words_at(self, offset: int) -> Words | None:
        """The words of the sentence that covers an offset."""
        index = self._numbers[offset]
        if index is None:
            return None
        words = self._words.get(index)
        if words is None:
            span = self.sentences[index].span
            words = self._words[index] = self.tokenizer.cut(fold(span.of(self.text)), span.start)
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
