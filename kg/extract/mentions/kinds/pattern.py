"""Names that a regular expression describes: hashtags, numbered standards, editions of a plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from kg.extract.mentions.candidate import Candidate, Found
from kg.extract.mentions.expressions import compiled
from kg.extract.mentions.kinds.pattern_options import PatternOptions
from kg.extract.mentions.needs import REACH, needs
from kg.extract.mentions.page import Page
from kg.extract.mentions.rule import RuleHead, Setting, Stage
from kg.extract.mentions.triggers import Hit
from kg.ontology.source import Options

_NOWHERE = (-1, -1)


class PatternRule:
    """Finds names by a regular expression, in the sentences that its words wake."""

    options: ClassVar[type[Options]] = PatternOptions
    stage: ClassVar[Stage] = Stage.NAMES
    keeps_words: ClassVar[bool] = False

    def __init__(self, head: RuleHead, options: PatternOptions, setting: Setting) -> None:  # noqa: ARG002
        self._head = head
        self._options = options
        self._pattern = compiled(options.pattern)
        inside = needs(options.pattern, options.words)
        before = [each for each in needs(options.pattern, options.words, behind=True) if each not in inside]
        self._needs = (*[(each.search, 0) for each in inside], *[(each.search, REACH) for each in before])
        groups = self._pattern.groupindex
        self._names = tuple(number for name, number in groups.items() if name.startswith("name")) or (0,)
        self._tells = "means" in groups

    @property
    def triggers(self) -> Iterable[str]:
        """The words that wake the pattern."""
        return self._options.words

    def find(self, page: Page, hits: Sequence[Hit], found: Found) -> Iterable[Candidate]:  # noqa: ARG002
        """The matches of the pattern."""
        options = self._options
        for number in page.sentences_at([hit.start for hit in hits]):
            span = page.sentences[number].span
            if not self._may_match(page.text, span.start, span.end):  # as mostly
                continue
            for match in self._pattern.finditer(page.text, span.start, span.end):
                start, end = next(filter(_NOWHERE.__ne__, map(match.span, self._names)), _NOWHERE)
                if start < end and page.text[start:end] not in options.reject:
                    name = self._head.candidate(start, end, options, options.holds)
                    yield name._replace(stands_for=match["means"]) if self._tells else name

    def _may_match(self, text: str, start: int, end: int) -> bool:
        """Whether all that the pattern cannot do without stands in a sentence."""
        for find, reach in self._needs:  # noqa: SIM110 - a generator costs more than what it asks
            if find(text, start - reach if start > reach else 0, end) is None:
                return False
        return True
