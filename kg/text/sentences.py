"""Cutting a text into sentences and clauses that keep their offsets.

Knows punctuation as the pack gives it. A line's end always ends a sentence: a headline without a full stop is one.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.model.span import Span
from kg.ontology.punctuation import Punctuation

_LAST_BLANK = 0x3000
"""The greatest code of a blank: the ideographic space."""
_SENTENCE = 1200
"""Signs after which a sentence is cut between clauses: what is longer is a table or a list, and the work on the facts
of a sentence grows faster than its length."""
_REMARK = range(2, 10)
"""How many signs may stand in a bracket before the mark that a figure follows."""
_ITEMS = 3
"""So many numbers in a row head items of a list."""
_CLAUSE = 600
"""Signs after which a clause is cut at a blank or between members of a list, for the same reason."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its clauses, by offsets of the document's text, without surrounding blanks.

    `clauses` are in text order and cover every word of the sentence; the mark that ends a clause belongs to none,
    the mark that ends the sentence to the sentence only. `paragraph` counts the lines, or the numbered
    items of a line, that hold text, from 0.
    """

    span: Span
    clauses: tuple[Span, ...]
    paragraph: int


class SentenceSplitter:
    """Cuts texts by one language's punctuation."""

    def __init__(self, punctuation: Punctuation) -> None:
        ends = re.escape(punctuation.sentence)
        closing = re.escape("".join(pair[1] for pair in punctuation.brackets))
        # A point behind a word that is written in neither Latin letters nor digits stands for a full stop.
        points = re.escape(punctuation.points)
        word = r"[^\W\d_a-zA-Zａ-ｚＡ-Ｚ]"
        stop = rf"(?<={word})[{points}](?={word}|[\s{closing}])"
        inside = rf"(?:[^{ends}{points}]++|(?!{stop})[{points}])+"
        end = rf"(?:[{ends}]|{stop})+[{closing}]*"
        self._sentence = re.compile(rf"{inside}(?:{end}|$)|{end}")
        marks = re.escape(punctuation.clause)
        # A mark between digits is part of a number (3,000 or 12:30) and ends nothing, nor does one between the numbers
        # of a quotation (14.03, -0.41) or behind the code that a bracket begins with (600000,SH).
        coded = r"(?<=[(（][0-9]{6})[,，](?=[^()（）]{1,8}[)）])"
        # Nor does one between what a bracket begins with and the figure that it ends with: 3亿元（2021年：2亿元）.
        begun = "|".join(rf"(?<=[(（][^()（），,；;]{{{width}}})" for width in _REMARK)
        remark = rf"(?:{begun})[:：](?=[-0-9][^()（）{marks}]{{1,16}}[)）])"
        inner = rf"(?<=[0-9０-９])[{marks}](?=[0-9０-９])|(?<=[0-9]), ?(?=[-+]?[0-9])|{coded}|{remark}"
        self._clause = re.compile(rf"(?:[^{marks}]++|{inner})+")
        mark = re.escape(punctuation.list)
        # The digit before what may not stand before it: a search for a sign skips all others.
        self._item = re.compile(rf"([0-9](?<![0-9.{mark}].)[0-9]?)[{mark}](?=[^\s0-9])", re.DOTALL)
        self._gap = re.compile(rf".{{1,{_CLAUSE}}}[\s{re.escape(punctuation.list)}]")
        self._trim = "".join(filter(str.isspace, map(chr, range(_LAST_BLANK + 1)))) + punctuation.sentence
        self._trimmed = frozenset(self._trim)

    def split(self, text: str) -> tuple[Sentence, ...]:
        """The sentences of a text, in order; empty for a text of blanks.

        >>> from kg.ontology.punctuation import Punctuation
        >>> marks = Punctuation(sentence="。", points=".", clause="，", list="、", brackets=("“”",), quotes=("“”",))
        >>> [[clause.of("招联推出产品，服务新市民。") for clause in each.clauses]
        ...  for each in SentenceSplitter(marks).split("招联推出产品，服务新市民。")]
        [['招联推出产品', '服务新市民']]
        """
        sentences: list[Sentence] = []
        paragraph = 0
        start = 0
        for line in text.splitlines(keepends=True):
            for item in self._items(line):
                found = self._sentences_of(item, start, paragraph)
                sentences.extend(found)
                paragraph += bool(found)
                start += len(item)
        return tuple(sentences)

    def _items(self, line: str) -> Iterator[str]:
        """A line as a whole, or its items, where an unbroken row of numbers heads them: 1、甲开业2、乙停业3、丙获批."""
        heads = list(self._item.finditer(line))
        first = int(heads[0][1]) if len(heads) >= _ITEMS else 0
        is_row = len(heads) >= _ITEMS and all(int(each[1]) == first + number for number, each in enumerate(heads))
        cuts = [each.start() for each in heads if each.start()] if is_row else []
        for start, end in itertools.pairwise([0, *cuts, len(line)]):
            yield line[start:end]

    def _sentences_of(self, line: str, offset: int, paragraph: int) -> list[Sentence]:
        sentences: list[Sentence] = []
        for match in self._sentence.finditer(line):
            words, start = match.group(), offset + match.start()
            end = start + len(words.rstrip())
            runs = _runs(self._clauses_of(words, start))
            for run in runs:
                span = Span(run[0].start, end if run is runs[-1] else run[-1].end)
                sentences.append(Sentence(span, tuple(run), paragraph))
        return sentences

    def _clauses_of(self, sentence: str, offset: int) -> list[Span]:
        parts = [match.span() for match in self._clause.finditer(sentence)]
        if len(sentence) > _CLAUSE:
            parts = [part for each in parts for part in self._parts_of(sentence, *each)]
        clauses: list[Span] = []
        for first, last in parts:
            words = sentence[first:last]
            if words[:1] in self._trimmed:
                words = words.lstrip(self._trim)
            start = offset + last - len(words)
            if words[-1:] in self._trimmed:
                words = words.rstrip(self._trim)
            if words:
                clauses.append(Span(start, start + len(words)))
        return clauses

    def _parts_of(self, sentence: str, start: int, end: int) -> list[tuple[int, int]]:
        """A clause by its offsets, cut where it is too long to be prose."""
        parts: list[tuple[int, int]] = []
        while end - start > _CLAUSE and (part := self._gap.match(sentence, start, end)):
            parts.append((start, part.end()))
            start = part.end()
        return [*parts, (start, end)]


def _runs(clauses: Sequence[Span]) -> list[list[Span]]:
    """The clauses of a sentence: all of them, in several runs where it is too long to be prose."""
    if clauses and clauses[-1].end - clauses[0].start <= _SENTENCE:  # as nearly always
        return [list(clauses)]
    runs: list[list[Span]] = []
    for clause in clauses:
        if runs and clause.end - runs[-1][0].start <= _SENTENCE:
            runs[-1].append(clause)
        else:
            runs.append([clause])
    return runs
