"""What a rule found before anything is decided: a candidate mention."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.model.mention import Reference
from kg.model.span import Span

LISTED = "lexicon"
"""Rule of what the lexicon lists."""


class Candidate(NamedTuple):
    """A stretch of text that a rule holds to be a name.

    `strength` says how far the rule is to be trusted against another that covers the same words: it counts before
    length. `canonical` is the lexicon's name; `stands_for` another surface of the document that names the same thing.
    `holds` are the types of names that may be kept inside this one; `stem_end` is where the name ends that this one
    continues (建设银行 in 建设银行合肥支行), None where it continues none, `stem_canonical` that name's canonical form.
    """

    start: int
    end: int
    type: str
    rule: str
    strength: int = 5
    confidence: float = 0.8
    canonical: str | None = None
    stands_for: str | None = None
    reference: Reference = Reference.NAMED
    holds: frozenset[str] = frozenset()
    stem_end: int | None = None
    stem_canonical: str | None = None

    @property
    def is_name(self) -> bool:
        """Whether it refers by a surface form of its own."""
        return self.reference is not Reference.ANAPHORIC

    @property
    def span(self) -> Span:
        """The stretch as a span."""
        return Span(self.start, self.end)


@dataclass(frozen=True)
class Found:
    """Candidates by their ends, for rules that build on what others found."""

    candidates: tuple[Candidate, ...] = ()
    _by_start: dict[int, list[Candidate]] = field(init=False, default_factory=dict, repr=False)
    _by_end: dict[int, list[Candidate]] = field(init=False, default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        for candidate in self.candidates:
            self._by_start.setdefault(candidate.start, []).append(candidate)
            self._by_end.setdefault(candidate.end, []).append(candidate)

    def ends_at(self, offset: int) -> bool:
        """Whether any candidate ends at an offset."""
        return offset in self._by_end

    def overlaps(self, span: Span) -> bool:
        """Whether any candidate shares a sign with a span."""
        return any(each.start < span.end and span.start < each.end for each in self.candidates)

    def all_ending(self, offset: int) -> tuple[Candidate, ...]:
        """The candidates that end at an offset."""
        return tuple(self._by_end.get(offset, ()))

    def starting(self, offset: int, types: Iterable[str]) -> Candidate | None:
        """The longest candidate of one of the types that starts at an offset."""
        starting = self._by_start.get(offset)
        if starting is None:  # as nearly always
            return None
        return max((each for each in starting if each.type in types), key=lambda each: each.end, default=None)

    def ending(self, offset: int, types: Iterable[str]) -> Candidate | None:
        """The longest candidate of one of the types that ends at an offset."""
        ending = self._by_end.get(offset)
        if ending is None:  # as nearly always
            return None
        return min((each for each in ending if each.type in types), key=lambda each: each.start, default=None)
