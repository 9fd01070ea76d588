"""Cutting a text into sentences and clauses that keep their offsets.

Knows punctuation as the pack gives it. A line's end always ends a sentence: a headline without a full stop is one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model.span import Span
from kg.ontology.punctuation import Punctuation

_LAST_BLANK = 0x3000
"""The greatest code of a blank: the ideographic space."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its clauses, by offsets of the document's text, without surrounding blanks.

    `clauses` are in text order and cover every word of the sentence; the mark that ends a clause belongs to none,
    the mark that ends the sentence to the sentence only. `paragraph` counts the lines that hold text, from 0.
    """

    span: Span
    clauses: tuple[Span, ...]
    paragraph: int


class SentenceSplitter:
    """Cuts texts by one language's punctuation."""

    def __init__(self, punctuation: Punctuation) -> None:
        ends = re.escape(punctuation.sentence)
        closing = re.escape("".join(pair[1] for pair in punctuation.brackets))
        self._sentence = re.compile(rf"[^{ends}]+(?:[{ends}]+[{closing}]*|$)|[{ends}]+[{closing}]*")
        marks = re.escape(punctuation.clause)
        # A mark between digits is part of a number (3,000 or 12:30) and ends nothing, nor does one between the numbers
        # of a quotation (14.03, -0.41).
        inner = rf"(?<=[0-9０-９])[{marks}](?=[0-9０-９])|(?<=[0-9]), ?(?=[-+]?[0-9])"
        self._clause = re.compile(rf"(?:[^{marks}]++|{inner})+")
        self._trim = "".join(filter(str.isspace, map(chr, range(_LAST_BLANK + 1)))) + punctuation.sentence

    def split(self, text: str) -> tuple[Sentence, ...]:
        """The sentences of a text, in order; empty for a text of blanks.

        >>> from kg.ontology.punctuation import Punctuation
        >>> marks = Punctuation(sentence="。", clause="，", list="、", brackets=("“”",), quotes=("“”",))
        >>> [[clause.of("招联推出产品，服务新市民。") for clause in each.clauses]
        ...  for each in SentenceSplitter(marks).split("招联推出产品，服务新市民。")]
        [['招联推出产品', '服务新市民']]
        """
        sentences: list[Sentence] = []
        paragraph = 0
        start = 0
        for line in text.splitlines(keepends=True):
            found = self._sentences_of(line, start, paragraph)
            sentences.extend(found)
            paragraph += bool(found)
            start += len(line)
        return tuple(sentences)

    def _sentences_of(self, line: str, offset: int, paragraph: int) -> list[Sentence]:
        sentences: list[Sentence] = []
        for match in self._sentence.finditer(line):
            clauses = self._clauses_of(match.group(), offset + match.start())
            if clauses:
                blank = len(match.group()) - len(match.group().rstrip())
                span = Span(clauses[0].start, offset + match.end() - blank)
                sentences.append(Sentence(span, clauses, paragraph))
        return sentences

    def _clauses_of(self, sentence: str, offset: int) -> tuple[Span, ...]:
        clauses: list[Span] = []
        for match in self._clause.finditer(sentence):
            words = match.group()
            start = offset + match.end() - len(words.lstrip(self._trim))
            end = offset + match.start() + len(words.rstrip(self._trim))
            if start < end:
                clauses.append(Span(start, end))
        return tuple(clauses)
