"""Rows whose members go with each other, one with one: 甲、乙分别推出丙、丁; 甲、面向丙的乙."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from kg.extract.annotated import EntityMention
from kg.extract.relations.cues import Hit, Mark
from kg.extract.relations.groups import Group
from kg.extract.relations.scene import Scene
from kg.ontology.language import Language
from kg.text.alternatives import any_of, sides_of

# Signs that may stand between a modifier and what it describes: 的, a mark of quotation, a word or two.
_MODIFIER = 6


class Rows:
    """Reads rows, by a language's words for one each (分别) and its joints of lists."""

    def __init__(self, language: Language) -> None:
        self._each = language.clauses.each
        self._joins = language.clauses.joins
        self._words = tuple(word for word in language.clauses.joins if word.isalpha())
        self._marks = "".join(pair[1] for pair in language.punctuation.brackets)

    def is_each(self, scene: Scene, hit: Hit) -> bool:
        """Whether each of several subjects has its own object (甲、乙分别面向丙、丁)."""
        return scene.text.endswith(self._each, scene.sentence.span.start, hit.start)

    def are_each(self, scene: Scene, hit: Hit, group: Group, acting: Sequence[EntityMention]) -> bool:
        """The same, also where the subjects stand behind the object (针对丙、丁分别推出甲、乙)."""
        if self.is_each(scene, hit):
            return True
        behind = len(acting) > 1 and acting[0].span.start >= group.end
        return behind and self.says_each(scene, group.end, acting[0].span.start)

    def says_each(self, scene: Scene, start: int, end: int) -> bool:
        """Whether a word for one each stands between two offsets (针对甲、乙分别推出丙、丁)."""
        between = scene.text[start:end]
        return any(word in between for word in self._each)

    def is_next_member(self, scene: Scene, hit: Hit, group: Group, types: frozenset[str]) -> bool:
        """Whether a word and its object only describe the next of a row: 甲以及面向丙的乙, “甲”、面向丙的“乙”."""
        start = scene.sentence.span.start
        if not group.owns or not scene.text.endswith(self._joins, start, hit.start):
            return False
        if scene.text.endswith(self._words, start, hit.start):
            return True
        end = len(scene.text[start : hit.start - 1].rstrip(self._marks)) + start
        before = any(each.end <= end <= each.end + 1 and each.of_types(types) for each in scene.groups)
        behind = (each for each in scene.in_clause(group.clause) if each.start >= group.end)
        return before and any(each.start - group.end <= _MODIFIER and each.of_types(types) for each in behind)


def continued(scene: Scene, last: Group, types: frozenset[str], onward: re.Pattern[str]) -> Iterator[Group]:
    """The objects with which the clauses behind go on, with no verb: 推出甲，“乙”2款存款，以及面向丙的丁."""
    for number in range(last.clause + 1, len(scene.clauses)):
        clause, groups = scene.clauses[number], scene.in_clause(number)
        first = next((each for each in groups if each.of_types(types)), None)
        if first is None or onward.match(scene.text, clause.start, clause.end) is None:
            return
        cue = scene.hits[first.cue] if first.cue >= 0 else None
        if cue is not None and cue.start != clause.start:
            return
        # What stands before describes it, and nothing is done behind it.
        if not all(each.owns for each in groups if each.start < first.start):
            return
        behind = scene.hits_between(first.end, clause.end)
        if any(hit.mark & Mark.OBJECT and not hit.is_noun and hit.end < clause.end for hit in behind):
            return
        yield first


def onward(language: Language) -> re.Pattern[str]:
    """What begins a clause that goes on with a list: a conjunction, or names in marks that a number counts."""
    words = any_of(word for word in language.clauses.joins if word.isalpha())
    opening, closing = sides_of(language.punctuation.quotes)
    named = rf"(?:[{opening}][^{closing}]+[{closing}]+)+{any_of(language.phrases.list_ends)}?[0-9]"
    return re.compile(rf"\s*(?:{words}|{named})")


def paired(
    ones: Sequence[EntityMention], others: Sequence[EntityMention], *, each: bool
) -> Iterable[tuple[EntityMention, EntityMention]]:
    """Each one with each other, or with its own where `each` says so and there are as many of them."""
    if not each:
        return itertools.product(ones, others)
    kinds = sorted({one.mention.type for one in ones})
    rows = ([one for one in ones if one.mention.type == kind] for kind in kinds)
    return itertools.chain.from_iterable(
        zip(row, others, strict=True) if len(row) == len(others) else itertools.product(row, others) for row in rows
    )
