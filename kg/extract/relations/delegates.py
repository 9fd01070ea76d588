"""Who acts through the people it sends: 来自甲银行的50名志愿者走进社区.

Knows the language's words of origin and of people sent.
"""

from __future__ import annotations

import re

from kg.ontology.language import Language
from kg.text.alternatives import any_of


class DelegateReader:
    """Tells houses that act through whom they send from places where somebody comes from, by one language."""

    def __init__(self, language: Language) -> None:
        words, marks = language.clauses, language.punctuation
        self._origins = words.origins
        stop = re.escape(marks.clause + marks.sentence + marks.list)
        on, of, sent = map(any_of, (words.and_so_on, words.possessive, words.delegates))
        self._sent = re.compile(rf"(?:{on}[^{stop}]{{0,6}}?)?{of}[^{stop}]{{0,10}}?{sent}")

    def sends(self, text: str, cue: tuple[int, int], end: int) -> bool:
        """Whether a house that ends at an offset, behind a word at `cue`, sends those named behind it."""
        return text[slice(*cue)] in self._origins and self._sent.match(text, end) is not None
