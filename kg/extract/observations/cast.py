"""The things that a clause names and that may be its subject, each with its part, read once for all its figures."""

from __future__ import annotations

import re

from kg.extract.lazy import lazy
from kg.extract.observations.subjects import Candidate, SubjectReader
from kg.extract.observations.view import Clause


class Cast:
    """What a clause names, up to any of its offsets; read no farther than was asked."""

    def __init__(self, reader: SubjectReader, text: str, clause: Clause) -> None:
        self.text = text
        self.clause = clause
        self._reader = reader
        self._steps = reader.candidates(text, clause)
        self._read: list[tuple[Candidate, ...]] = [()]

    @lazy
    def opening(self) -> int:
        """Where the first word of the clause stands behind its periods."""
        text, start = self.text, self.clause.span.start
        for period in self.clause.periods:
            if not text[start : period.span.start].strip():
                start = max(start, period.span.end)
        rest = text[start : self.clause.span.end]
        return start + len(rest) - len(rest.lstrip()) if rest[:1].isspace() else start

    @lazy
    def local(self) -> re.Match[str] | None:
        """The word for a place without its name that opens the clause: 全市存款余额."""
        return self._reader.local.match(self.text, self.opening)

    @lazy
    def again(self) -> str:
        """The word that opens the clause by which it tells again of something named before (本次大赛), if any."""
        found = self._reader.again.match(self.text, self.opening)
        return found[1] if found else ""

    @property
    def all(self) -> tuple[Candidate, ...]:
        """All that may be its subject, in text order."""
        return self.until(self.clause.span.end)

    def until(self, offset: int) -> tuple[Candidate, ...]:
        """Those before an offset, as the words up to there show them: what follows may set one aside."""
        count = 0
        for mention in self.clause.mentions:
            if mention.span.end > offset:
                break
            count += 1
        while len(self._read) <= count:
            self._read.append(next(self._steps))
        return self._read[count]
