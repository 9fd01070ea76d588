"""The clauses of a sentence as the rules read them: no cut inside a name or a short quotation.

Knows the sentence splitter's clauses, the language's brackets, and where names stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.extract.annotated import EntityMention
from kg.model.span import Span
from kg.ontology.language import Language

_QUOTED = 30
"""Signs up to which a clause may run on inside a quotation or brackets."""


class ClauseJoiner:
    """Puts clauses together that a mark inside a name or a quotation has cut, or a colon (大股东为：甲、乙)."""

    def __init__(self, language: Language) -> None:
        brackets = language.punctuation.brackets
        self._announcing, self._colons = language.clauses.announcing, tuple(language.head.colon)
        self._pairs = tuple((pair[0], pair[1]) for pair in brackets if pair[0] != pair[1])
        self._opening = re.compile(f"[{re.escape(''.join(pair[0] for pair in self._pairs))}]")

    def join(self, text: str, clauses: Sequence[Span], mentions: Sequence[EntityMention]) -> tuple[Span, ...]:
        """The clauses of a sentence, in text order."""
        if len(clauses) < 2:
            return tuple(clauses)
        quotes = self._opening.search(text, clauses[0].start, clauses[-1].end) is not None
        whole: list[Span] = []
        for clause in clauses:
            if whole and (
                (quotes and self._is_quoted(text, whole[-1]))
                or self._announces(text, whole[-1])
                or _is_named(clause, mentions)
            ):
                whole[-1] = whole[-1].through(clause)
            else:
                whole.append(clause)
        return tuple(whole)

    def _announces(self, text: str, last: Span) -> bool:
        """Whether a stretch ends with a word and a colon that announce what goes on."""
        return text.startswith(self._colons, last.end) and text.endswith(self._announcing, last.start, last.end)

    def _is_quoted(self, text: str, last: Span) -> bool:
        """Whether a short stretch leaves a quotation or a bracket open."""
        if len(last) >= _QUOTED or self._opening.search(text, last.start, last.end) is None:
            return False
        words = last.of(text)
        return any(words.count(opening) > words.count(closing) for opening, closing in self._pairs)


def _is_named(clause: Span, mentions: Iterable[EntityMention]) -> bool:
    """Whether a name goes across the mark before a clause."""
    mark = clause.start - 1
    for each in mentions:
        span = each.span
        if span.start >= mark:
            return False
        if mark < span.end:
            return True
    return False
