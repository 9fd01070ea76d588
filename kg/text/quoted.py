"""Names in quotation marks and title marks, by one language's punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model.span import Span
from kg.ontology.punctuation import Punctuation

LONGEST_NAME = 30
"""Code points; what stands longer in quotes is speech, no name."""


class QuotedNameFinder:
    """Finds what is quoted as a name: a few words without a mark that ends a clause or a sentence."""

    def __init__(self, punctuation: Punctuation) -> None:
        marks = re.escape(punctuation.sentence + punctuation.clause)
        pairs = ((re.escape(pair[0]), re.escape(pair[1])) for pair in punctuation.quotes)
        names = (rf"{opening}[^{opening}{closing}{marks}\s]{{2,{LONGEST_NAME}}}{closing}" for opening, closing in pairs)
        self._names = re.compile("|".join(names))

    def find(self, text: str) -> Iterator[Span]:
        """The places of the names, without their marks, in text order.

        >>> marks = Punctuation(sentence="。", points=".", clause="，", list="、", brackets=(), quotes=("“”", "《》"))
        >>> text = "推出“乐居计划”，他说“这很好，我们会再来。”"
        >>> [span.of(text) for span in QuotedNameFinder(marks).find(text)]
        ['乐居计划']
        """
        for match in self._names.finditer(text):
            yield Span(match.start() + 1, match.end() - 1)
