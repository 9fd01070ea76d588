"""Coordinated mentions: 甲、乙和丙 stand together and take the same part in their clause.

Knows which words join members of a list; what a group does in its clause is told by its mark.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import regex

from kg.extract.annotated import EntityMention
from kg.extract.relations.cues import Mark
from kg.ontology.language import Language

_TAIL = 8
"""Signs that may stand between 等 and the class word of a list (等近20家在湘保险公司)."""


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Mentions that stand together in one clause.

    `mark` is the part that the word before gives them, `cue` the number of that word among the sentence's hits (-1 for
    none); `owns` says that 的 follows. `aside` groups stand in brackets behind another mention.
    """

    members: tuple[EntityMention, ...]
    start: int
    end: int
    clause: int
    mark: Mark = Mark.NONE
    cue: int = -1
    owns: bool = False
    aside: bool = False

    def of_types(self, types: frozenset[str]) -> tuple[EntityMention, ...]:
        """The members that are of one of some types."""
        return tuple(each for each in self.members if each.mention.type in types)


class GroupFinder:
    """Puts mentions together by what stands between them.

    Args:
        language: words and marks of lists.
        may_join: whether things of two types may stand in one list.
    """

    def __init__(self, language: Language, may_join: Callable[[str, str], bool]) -> None:
        words, marks = language.clauses, language.punctuation
        opening = "".join(pair[0] for pair in marks.brackets)
        closing = "".join(pair[1] for pair in marks.brackets)
        quotes = "".join(marks.quotes)
        joins = "|".join(regex.escape(word) for word in sorted(words.joins, key=lambda word: (-len(word), word)))
        shut, open_ = rf"[{regex.escape(closing)}]*", rf"[{regex.escape(opening)}]*"
        comma = rf"[{regex.escape(marks.clause)}]"
        stop = regex.escape(marks.clause + marks.sentence + marks.list + opening + closing)
        on = "|".join(map(regex.escape, sorted(words.and_so_on, reverse=True)))
        aside = rf"(?:[{regex.escape(opening)}][^{regex.escape(closing)}]{{0,30}}[{regex.escape(closing)}])?"
        joined = rf"{shut}{aside}(?:{comma}?\s*(?:{joins})[^{stop}]{{0,3}}|[{regex.escape(quotes)}]+){open_}"
        closed = rf"{shut}{aside}[^{stop}]{{0,2}}(?:{on})[^{stop}]{{0,{_TAIL}}}{open_}"
        self._joined = regex.compile(rf"(?:{joined}|{closed})")
        self._may_join = may_join

    def runs(self, text: str, mentions: Sequence[EntityMention]) -> Iterable[tuple[EntityMention, ...]]:
        """The mentions, in text order and without nested ones, cut into runs that stand together."""
        run: list[EntityMention] = []
        for mention in mentions:
            if run and not self._joins(text, run[-1], mention):
                yield tuple(run)
                run = []
            run.append(mention)
        if run:
            yield tuple(run)

    def _joins(self, text: str, last: EntityMention, mention: EntityMention) -> bool:
        gap = mention.span.start - last.span.end
        if gap > 40 or not self._may_join(last.mention.type, mention.mention.type):
            return False
        return self._joined.fullmatch(text, last.span.end, mention.span.start) is not None
