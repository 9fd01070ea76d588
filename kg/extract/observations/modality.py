"""Whether a figure is so, planned or only possible, by the words before it in its clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.observations.manners import MannerReader
from kg.model.fact import Modality
from kg.model.span import Span
from kg.ontology.language import Language
from kg.text.alternatives import any_of
from kg.text.tokenizer import Tokenizer, Word

_ACTING = "vdp"
"""First letters of the tags of words that a plan stands before."""


class ModalityReader:
    """Reads the modality of figures."""

    def __init__(self, language: Language, tokenizer: Tokenizer) -> None:
        words = language.reporting
        self._planned = frozenset(words.planned)
        self._nouns = frozenset((*words.planned_nouns, words.planned_adverb))
        self._possible = frozenset(words.possible)
        self._any = re.compile(any_of((*self._planned, *self._nouns, *self._possible)))
        self._due = tuple(words.due_terms)
        self._manners = MannerReader(language, "\\s")
        self._goes_on = re.compile(any_of(words.goes_on))
        self._tokenizer = tokenizer

    def read(self, text: str, before: Span, names: Sequence[Span], last: Modality) -> Modality:
        """The modality of a figure.

        Args:
            text: the document's text.
            before: the clause up to the figure.
            names: the mentions of the clause, whose words say nothing here.
            last: the modality of the figure before in the sentence, which 同时 and the like go on with.
        """
        if self._any.search(text, before.start, before.end):
            words = self._tokenizer.cut(before.of(text), before.start)
            # 按监管要求计提: what is asked for is done.
            said = (*names, *self._manners.spans(text, before.start, before.end))
            free = [word for word in words if not any(each.start <= word.start < each.end for each in said)]
            if any(word.text in self._possible and not self._is_due(text, word) for word in free):
                return Modality.POSSIBLE
            if any(self._plans(word, free[index + 1 :]) for index, word in enumerate(free)):
                return Modality.PLANNED
        return last if self._goes_on.match(text, before.start) else Modality.ASSERTED

    def _is_due(self, text: str, word: Word) -> bool:
        """Whether a word is only part of a term of accounts: 股东应占利润."""
        return text.startswith(self._due, word.start)

    def _plans(self, word: Word, rest: Sequence[Word]) -> bool:
        """Whether a word plans: 拟 by itself, 将 and 计划 before a verb."""
        if word.text in self._planned:
            return True
        # A name behind 将 is what something is done to: 将该案移送.
        return word.text in self._nouns and bool(rest) and rest[0].start == word.end and rest[0].tag[0] in _ACTING
