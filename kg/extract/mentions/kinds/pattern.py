"""Names that a regular expression describes: hashtags, numbered standards, editions of a plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

import pydantic
import regex

from kg.extract.mentions.candidate import Candidate, Found
from kg.extract.mentions.page import Page
from kg.extract.mentions.rule import RuleHead, Setting, Stage
from kg.extract.mentions.triggers import Hit
from kg.ontology.source import Options


def _compiles(value: str) -> str:
    try:
        regex.compile(value)
    except regex.error as error:
        raise ValueError(f"is no regular expression ({error})") from error
    return value


class PatternOptions(Options):
    """Options of a pattern rule.

    `pattern` is searched in the sentences that hold one of `words`; the name is its group `name`, or all of it.
    `holds` are the types of names kept inside.
    """

    pattern: str
    words: tuple[str, ...]
    reject: frozenset[str] = frozenset()
    holds: frozenset[str] = frozenset()
    strength: int = 6
    confidence: float = 0.85

    _compiles = pydantic.field_validator("pattern")(_compiles)


class PatternRule:
    """Finds names by a regular expression, in the sentences that its words wake."""

    options: ClassVar[type[Options]] = PatternOptions
    stage: ClassVar[Stage] = Stage.NAMES
    keeps_words: ClassVar[bool] = False

    def __init__(self, head: RuleHead, options: PatternOptions, setting: Setting) -> None:  # noqa: ARG002
        self._head = head
        self._options = options
        self._pattern = regex.compile(options.pattern)
        self._group: str | int = "name" if "name" in self._pattern.groupindex else 0

    @property
    def triggers(self) -> Iterable[str]:
        """The words that wake the pattern."""
        return self._options.words

    def find(self, page: Page, hits: Sequence[Hit], found: Found) -> Iterable[Candidate]:  # noqa: ARG002
        """The matches of the pattern."""
        options = self._options
        for number in sorted({index for hit in hits if (index := page.sentence_at(hit.start)) is not None}):
            span = page.sentences[number].span
            for match in self._pattern.finditer(page.text, span.start, span.end):
                start, end = match.span(self._group)
                if start < end and page.text[start:end] not in options.reject:
                    yield Candidate(
                        start,
                        end,
                        self._head.type,
                        self._head.name,
                        strength=options.strength,
                        confidence=options.confidence,
                        holds=options.holds,
                    )
