"""A sentence as the rules read it: its clauses, the groups of mentions in them, and the words of rules.

How it is laid open is for `scene_maker`; who is the subject of a verb is told by `subjects`.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence

from kg.extract.annotated import AnnotatedDocument, EntityMention
from kg.extract.relations.cues import Hit, Mark
from kg.extract.relations.groups import Group
from kg.model.span import Span

# Signs that brackets may hold right before a verb.
_BRACKET = 30
_ADVERBS = 12  # words that may be found among the adverbs that open a clause


class Scene:
    """One sentence laid open; `number` is its place among the document's sentences.

    `clauses`, `groups` and `hits` are in text order; `types` are those of the mentions. `adverbs` is what may
    stand at the beginning of a clause before its verb, `inside` what opens brackets before a word. `focus` is what
    the text is about, told once all sentences are laid open.
    """

    def __init__(
        self,
        document: AnnotatedDocument,
        number: int,
        laid_out: tuple[Sequence[Span], Sequence[Group], Sequence[Hit]],
        types: frozenset[str],
        patterns: tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]],
    ) -> None:
        """The scene of a sentence by its number; the patterns: adverbs, brackets, possession, open brackets."""
        self.text = document.document.text
        self.number = number
        self.sentence = document.sentences[number]
        self.clauses, self.groups, self.hits = laid_out
        self.types = types
        self.adverbs, self._aside, self._owning, self.inside = patterns
        self.focus: tuple[EntityMention, ...] = ()
        self._by_clause: list[list[Group]] = [[] for _ in self.clauses]
        for group in self.groups:
            self._by_clause[group.clause].append(group)
        self._ends = [clause.end for clause in self.clauses[:-1]]
        self._types: dict[int, frozenset[str]] = {}

    def before_aside(self, offset: int) -> int:
        """Where the brackets begin that end at an offset, the offset itself where none do (甲（下称乙）+ 发布)."""
        match = self._aside.search(self.text, max(offset - _BRACKET, self.sentence.span.start), offset)
        return match.start() if match else offset

    def is_modifier(self, start: int, end: int) -> bool:
        """Whether what begins at one offset modifies what begins at the other (甲主办的 + 乙)."""
        return self._owning.search(self.text, start, end) is not None

    def clause_at(self, offset: int) -> int:
        """The number of the clause that covers an offset, or of the next one."""
        return bisect.bisect_right(self._ends, offset)

    def is_bare(self, number: int) -> bool:
        """Whether a clause names no subject: behind adverbs only it begins with a verb, or is a heading (科技方面)."""
        clause = self.clauses[number]
        opening = self.adverbs.match(self.text, clause.start, clause.end)
        start = opening.end() if opening else clause.start
        if start == clause.end:
            return True
        first = bisect.bisect_left(self.hits, (clause.start,))
        near = self.hits[first : first + _ADVERBS]
        joined = (hit.start < start and hit.mark & Mark.COMPANION for hit in near)  # 联合 is an adverb, too
        return any(joined) or any(hit.start == start and not hit.mark & Mark.SOURCE for hit in near)

    def in_clause(self, number: int) -> Sequence[Group]:
        """The groups of a clause, in text order; none of one behind the last."""
        return self._by_clause[number] if number < len(self._by_clause) else ()

    def types_in(self, number: int) -> frozenset[str]:
        """The types of what is named in a clause."""
        types = self._types.get(number)
        if types is None:
            members = (each for group in self.in_clause(number) for each in group.members)
            types = self._types[number] = frozenset([each.mention.type for each in members])
        return types

    def reaching(self, number: int) -> Iterable[Group]:
        """The groups of a clause and those that reach into it (甲、乙，以及丙), in text order."""
        start = self.clauses[number].start
        return [group for group in self.groups if group.clause <= number and group.end > start]

    def hits_between(self, start: int, end: int) -> Sequence[Hit]:
        """The words that stand wholly between two offsets."""
        first = bisect.bisect_left(self.hits, (start,))
        last = bisect.bisect_right(self.hits, end, key=lambda hit: hit.end)
        return self.hits[first:last]
