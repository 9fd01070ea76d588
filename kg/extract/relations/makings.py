"""What clauses make for somebody's sake: in place of what was spoken of, beside it, or in the clauses behind.

Knows clause structure and marks of quotation only. Of which types the things are is asked by the rules.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.extract.annotated import EntityMention
from kg.extract.relations.actors import is_free
from kg.extract.relations.cues import Mark
from kg.extract.relations.groups import Group
from kg.extract.relations.scene import Scene
from kg.extract.relations.subjects import Subjects
from kg.model.mention import Reference
from kg.model.span import Span
from kg.ontology.language import Language

PURPOSES = 4
"""Clauses of purpose that may stand before the main one."""


class Makings:
    """Tells things that a clause makes from those that were spoken of before, by a language's marks of quotation."""

    def __init__(self, language: Language) -> None:
        self._opening = "".join(pair[0] for pair in language.punctuation.quotes)

    def is_replaced(self, scene: Scene, group: Group, topics: frozenset[str], spoken: Iterable[EntityMention]) -> bool:
        """Whether a clause makes a thing of its own in place of what is spoken of (推出乙， 为老人提供丙).

        A mere kind that the lexicon lists is what is spoken of, told in other words (推出乙， 为老人提供贷款); so is
        what stands without marks where what is spoken of has them (推出“乙”，为老人提供出行贷款).
        """
        named = [each for each in spoken if each.mention.type in topics]
        kinds = frozenset(each.mention.type for each in named)
        quoted = any(self._is_quoted(scene, each.span) for each in named)
        return any(
            other.start >= group.end
            and other.mark & Mark.OBJECT
            and not (quoted and not self._is_quoted(scene, other.members[0].span))
            and any(each.mention.name is None for each in other.of_types(kinds))
            for other in (scene.in_clause(group.clause) if kinds else ())
        )

    def has_own(self, scene: Scene, group: Group, types: frozenset[str]) -> bool:
        """Whether a quoted name behind the object is what its clause makes for it (推出甲，为新市民推出“乙”)."""
        made = (each for each in scene.in_clause(group.clause) if each.start > group.end and each.mark & Mark.OBJECT)
        return any(each.of_types(types) and self._is_quoted(scene, each.members[0].span) for each in made)

    def is_told_of(self, scene: Scene, group: Group, subjects: Subjects) -> bool:
        """Whether clauses tell of one thing by its name, and of no one beside it: “乙”额度20万元，利率4%，服务丙."""
        if subjects.topic or subjects.sentences or subjects.meant or len(subjects.members) != 1:
            return False
        told = subjects.members[0]
        own = self._is_quoted(scene, told.span) or told.mention.reference is Reference.ANAPHORIC
        between = (each for each in scene.groups if told.span.end < each.start and each.clause < group.clause)
        return own and not any(is_free(each) and not (each.mark or each.owns or each.aside) for each in between)

    def names(self, scene: Scene, spoken: Subjects, made: Subjects) -> bool:
        """Whether a clause gives what is spoken of by name in other words (“乙”依托大数据，为丙提供信用贷款)."""
        if (
            spoken.topic
            or spoken.sentences
            or len({each.mention.type for each in (*spoken.members, *made.members)}) > 1
        ):
            return False
        own = any(
            self._is_quoted(scene, each.span) or each.mention.reference is Reference.ANAPHORIC
            for each in spoken.members
        )
        return own and not any(self._is_quoted(scene, each.span) for each in made.members)

    def gives(self, scene: Scene, spoken: Subjects, made: Subjects, topics: frozenset[str]) -> bool:
        """Whether a clause tells what a thing, named in marks, gives somebody (“甲计划”启动，为丙提供信用贷款)."""
        if spoken.topic or spoken.sentences or len(spoken.members) != 1 or spoken.members[0].mention.type not in topics:
            return False
        told = spoken.members[0]
        return self._is_quoted(scene, told.span) and all(
            each.mention.type != told.mention.type for each in made.members
        )

    def joined(self, scene: Scene, spoken: Subjects | None, made: Subjects, topics: frozenset[str]) -> Subjects:
        """What a framed sentence makes, with its maker where the sentence before names him (在住房方面，推出乙)."""
        if spoken is None or not spoken.sentences or any(each.mention.type not in topics for each in made.members):
            return made
        clause = scene.clause_at(made.members[0].span.start)
        bare = all(scene.is_bare(number) for number in range(1, clause + 1))
        makers = (each for each in spoken.members if each.mention.type not in topics)
        return replace(made, members=made.members + tuple(makers)) if bare and clause else made

    def _is_quoted(self, scene: Scene, span: Span) -> bool:
        """Whether a name stands in marks or begins with one."""
        return scene.text[max(span.start - 1, 0)] in self._opening or scene.text[span.start] in self._opening


def purposed(scene: Scene, group: Group, types: frozenset[str], makes: tuple[str, ...]) -> Subjects | None:
    """What the clauses behind make for the object's sake, where its own makes nothing (甲针对骑手，推出乙).

    Of several things none is told to be for several, nor is one where the sentence made another before or is about one
    of another type (乙计划面向骑手，提供丙): that one is.
    """
    own = scene.hits_between(group.end, scene.clauses[group.clause].end)
    if any(hit.mark & Mark.OBJECT and scene.text.endswith(makes, hit.start, hit.end) for hit in own):
        return None  # 针对新市民推出优惠，并办理乙: whatever its own clause makes is for it
    for number in range(group.clause, min(group.clause + PURPOSES, len(scene.clauses))):
        if number > group.clause and not scene.is_bare(number):
            return None
        for other in scene.in_clause(number):
            made = other.of_types(types) if other.start >= group.end and other.mark & Mark.OBJECT else ()
            if made and number == group.clause:
                return None
            if made and Span(*scene.hits[other.cue][:2]).of(scene.text).endswith(makes):
                alone = 1 in (len(made), len(group.members)) and not _is_other_told(
                    scene, group, types, made[0].mention.type
                )
                return Subjects(made, carried=number - group.clause) if alone else None
    return None


def _is_other_told(scene: Scene, group: Group, types: frozenset[str], kind: str) -> bool:
    """Whether something stands before the object that may be for it: made there, or of another type than `kind`."""
    before = (each for each in scene.groups if each.end <= group.start and each.of_types(types))
    return any(not is_free(each) or not each.of_types(frozenset((kind,))) for each in before)


def made_by(scene: Scene, actor: Group, types: frozenset[str]) -> tuple[EntityMention, ...]:
    """What the actor of a framed clause makes for the frame's sake (为缓解缺水，甲推出乙)."""
    for other in scene.in_clause(actor.clause):
        if other.start >= actor.end and other.mark & Mark.OBJECT and other.of_types(types):
            return other.of_types(types)
    return ()
