"""Sentences that quote what a rule says (《保险法》第一百六十一条：保险公司有…): they state no facts.

What is quoted goes on through the paragraph until something is named that the text spoke of before, or until there are
figures: rules write their numbers in words.
"""

from __future__ import annotations

import re

from kg.extract.annotated import AnnotatedDocument
from kg.ontology.language import Language
from kg.text.alternatives import any_of, sides_of

_NUMBER = 14
"""Signs that the number of an article may have."""


_FIGURE = re.compile("[0-9]")


class StatuteReader:
    """Finds quoted rules, by one language.

    Args:
        language: its words for the articles of rules.
    """

    def __init__(self, language: Language) -> None:
        words, marks = language.clauses.statute, language.punctuation
        self._opening: re.Pattern[str] | None = None
        if words is None:
            return
        _, closing = sides_of(marks.brackets)
        stop = re.escape(marks.clause + marks.sentence)
        article = rf"{re.escape(words.ordinal)}[^{stop}]{{1,{_NUMBER}}}?{any_of(words.units)}"
        self._opening = re.compile(rf"[{closing}](?:{article})+{any_of(words.says)}?[{re.escape(language.head.colon)}]")

    def quoted(self, document: AnnotatedDocument) -> frozenset[int]:
        """The numbers of the sentences that quote rules."""
        text = document.document.text
        if self._opening is None or self._opening.search(text) is None:  # as nearly always
            return frozenset()
        quoted: set[int] = set()
        spoken_of: set[str] = set()
        paragraph = -1
        for number, sentence in enumerate(document.sentences):
            named = {each.entity for each in document.mentions_in(sentence.span)}
            if self._opening.search(text, sentence.span.start, sentence.span.end):
                paragraph = sentence.paragraph
            elif sentence.paragraph != paragraph or spoken_of & named or _FIGURE.search(sentence.span.of(text)):
                paragraph = -1
            if sentence.paragraph == paragraph:
                quoted.add(number)
            else:
                spoken_of |= named
        return frozenset(quoted)
