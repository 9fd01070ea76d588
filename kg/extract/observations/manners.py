"""How, since when or for whom something was done, none of what is counted: 按监管要求计提, 自开业以来放款."""

from __future__ import annotations

import re

from kg.model.span import Span
from kg.ontology.language import Language
from kg.text.alternatives import any_of

_MANNER = 20
"""How many signs tell how something was done."""

_PREFIX = 4
"""How many signs may stand before those."""

_WITHIN = 40
"""How far such words are looked for."""

_DATED = 10
"""How many signs tell from when something changed."""


class MannerReader:
    """Finds such words."""

    def __init__(self, language: Language, edges: str) -> None:
        """Compile them; `edges` are the signs that part words."""
        words = language.reporting
        each = (rf"{opens}.{{0,{_MANNER}}}?{any_of(ends)}" for opens, ends in words.manners.items())
        self._manner = re.compile(rf"(?:{'|'.join(each)}){words.possessive}?(?=..)")
        # 户均贷款由上期的1万元增至2万元.
        from_ = any_of(language.numerals.from_)
        self._origin = re.compile(rf"(?<=....){from_}[^{edges}]{{1,{_DATED}}}{words.possessive}$")
        # 为全省180万户农户: those for whom it is done are counted, wherever they are.
        self._for_place = re.compile(rf"{any_of(words.recipient)}{any_of(words.local)}$")

    def without(self, text: str) -> str:
        """The words without those."""
        text = self._origin.sub("", self._for_place.sub("", text))
        if (manner := self._manner.search(text, 0, _WITHIN)) and manner.start() <= _PREFIX:
            return text[: manner.start()] + text[manner.end() :]
        return text

    def spans(self, text: str, start: int, end: int) -> list[Span]:
        """Where words for how something was done stand in a part of a text."""
        return [Span(*each.span()) for each in self._manner.finditer(text, start, end)]
