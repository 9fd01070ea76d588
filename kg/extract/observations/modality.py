"""Whether a figure is so, planned, possible or denied, by the words before it in its clause."""

from __future__ import annotations

import regex

from kg.model.fact import Modality
from kg.ontology.language import Language
from kg.text.quantity_pattern import any_of
from kg.text.tokenizer import Tokenizer

_DENIED_NEAR = 6


class ModalityReader:
    """Reads the modality of figures."""

    def __init__(self, language: Language, tokenizer: Tokenizer) -> None:
        words = language.reporting
        self._planned = regex.compile(any_of(words.planned))
        self._possible = regex.compile(any_of(words.possible))
        self._negated = regex.compile(rf"{any_of(words.negated)}.{{0,{_DENIED_NEAR}}}$")
        self._goes_on = regex.compile(any_of(words.goes_on))
        self._adverb = words.planned_adverb
        self._tokenizer = tokenizer

    def read(self, clause: str, before: str, last: Modality) -> Modality:
        """The modality of a figure.

        Args:
            clause: the clause up to the figure.
            before: the words before the figure that are its own.
            last: the modality of the figure before in the sentence, which 同时 and the like go on with.
        """
        if self._possible.search(clause):
            return Modality.POSSIBLE
        if self._planned.search(clause) or self._will(clause):
            return Modality.PLANNED
        if self._negated.search(before):
            return Modality.NEGATED
        return last if self._goes_on.match(clause) else Modality.ASSERTED

    def _will(self, clause: str) -> bool:
        """Whether the clause holds 将 as an adverb: 将发行, not 将资金存入."""
        if self._adverb not in clause:
            return False
        words = self._tokenizer.cut(clause)
        for index, word in enumerate(words):
            if word.text == self._adverb and index + 1 < len(words):
                return words[index + 1].tag[0] in "vdp"
        return False
