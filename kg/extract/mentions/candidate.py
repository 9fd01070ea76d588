"""What a rule found before anything is decided: a candidate mention."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
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


make_candidate = functools.partial(tuple.__new__, Candidate)
"""A candidate of all its fields at once: Candidate's own constructor is slower, and every rule makes many."""


class Found:
    """Candidates by their ends, for rules that build on what others found; the finder adds to it stage by stage.

    `candidates` are all of them, `types` theirs.
    """

    def __init__(self, candidates: Iterable[Candidate] = ()) -> None:
        """Begin with some candidates."""
        self.candidates: list[Candidate] = []
        self.types: set[str] = set()
        self._by_start: dict[int, list[Candidate]] = {}
        self._by_end: dict[int, list[Candidate]] = {}
        self._in_lists: list[set[str]] | None = None
        self.add(candidates)

    def add(self, candidates: Iterable[Candidate]) -> None:
        """Take in what a stage found."""
        self._in_lists = None
        by_start, by_end = self._by_start, self._by_end
        for each in candidates:
            self.candidates.append(each)
            self.types.add(each.type)
            by_start.setdefault(each.start, []).append(each)
            by_end.setdefault(each.end, []).append(each)

    def types_in(self, lists: Iterable[Sequence[Span]]) -> Sequence[set[str]]:
        """For each list of a page the types of the candidates that its members end in or that begin its last one."""
        if self._in_lists is None:
            self._in_lists = [self._types_in(members) for members in lists]
        return self._in_lists

    def _types_in(self, members: Sequence[Span]) -> set[str]:
        types = {each.type for each in self._by_start.get(members[-1].start, ())}
        for member in members:
            types.update([each.type for each in self._by_end.get(member.end, ())])
        return types

    def ends_at(self, offset: int) -> bool:
        """Whether any candidate ends at an offset."""
        return offset in self._by_end

    def overlapping(self, span: Span) -> list[Candidate]:
        """The candidates that share a sign with a span."""
        start, end = span.start, span.end
        return [each for each in self.candidates if each.start < end and start < each.end]

    def all_ending(self, offset: int) -> tuple[Candidate, ...]:
        """The candidates that end at an offset."""
        return tuple(self._by_end.get(offset, ()))

    def starting(self, offset: int, types: Iterable[str]) -> Candidate | None:
        """The longest candidate of one of the types that starts at an offset."""
        starting = self._by_start.get(offset)
        if starting is None:  # as nearly always
            return None
        fitting = [each for each in starting if each.type in types]
        return max(fitting, key=lambda each: each.end) if fitting else None

    def ending(self, offset: int, types: Iterable[str]) -> Candidate | None:
        """The longest candidate of one of the types that ends at an offset."""
        ending = self._by_end.get(offset)
        if ending is None:  # as nearly always
            return None
        fitting = [each for each in ending if each.type in types]
        return min(fitting, key=lambda each: each.start) if fitting else None
