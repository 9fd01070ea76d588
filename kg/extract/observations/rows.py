"""Rows of those who act, each with figures of its own, parted by the marks of a list: 甲涨3%、乙涨2%."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from kg.extract.annotated import EntityMention
from kg.model.mention import Reference
from kg.model.span import Span
from kg.ontology.language import Language
from kg.text.quantity_mention import QuantityMention
from kg.text.sentences import Sentence

# How many signs may lead to the first of a row: 其中, 个股中.
_LEAD = 4


class RowReader:
    """Finds the marks at which a row is parted."""

    def __init__(self, language: Language, actors: Iterable[str]) -> None:
        """A reader of rows; `actors` are the types of those who act."""
        self._actors = frozenset(actors)
        self._list = frozenset(language.punctuation.list)
        words = language.reporting
        self._oblique = tuple(word for word in words.oblique if word not in words.agent)

    def marks(
        self, text: str, sentence: Sentence, figures: Sequence[QuantityMention], mentions: Sequence[EntityMention]
    ) -> tuple[Span, ...]:
        """The marks that part the members of the rows of a sentence, in text order.

        A member has a figure right before the mark, and the next one begins right behind it. None where the first is
        only someone to whom something is done (向甲贷款3亿元、乙2亿元).
        """
        found: list[Span] = []
        acting = [each.span.start for each in mentions if self._acts(each)]
        for figure, behind in itertools.pairwise(figures) if len(acting) > 1 else ():
            mark = Span(figure.span.end, figure.span.end + 1)
            clause = next((each for each in sentence.clauses if each.contains(mark)), None)
            if clause is None or behind.span.start >= clause.end or mark.of(text) not in self._list:
                continue
            start = found[-1].end if found and clause.contains(found[-1]) else clause.start
            first = next((each for each in acting if start <= each < figure.span.start), None)
            if first is None or mark.end not in acting or first - start > _LEAD:
                continue
            if not text.endswith(self._oblique, start, first):
                found.append(mark)
        return tuple(found)

    def _acts(self, mention: EntityMention) -> bool:
        return mention.mention.type in self._actors and mention.mention.reference is not Reference.ANAPHORIC
