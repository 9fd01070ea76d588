"""Who is the subject of a verb: in its clause, carried over from the clauses before, or from the sentence before.

Knows clause structure only. What types may be a subject is asked by the rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extract.annotated import EntityMention
from kg.extract.relations.actors import Wanted, first_subject, is_free, is_taken, may_act, ones_beside, who_acts
from kg.extract.relations.cues import Mark
from kg.extract.relations.frames import starts_clause
from kg.extract.relations.groups import Group
from kg.extract.relations.hosts import host_of
from kg.extract.relations.scene import Scene

_SILENT = 3
"""Sentences of a paragraph that a subject is carried over where nobody acts in them."""
_MEANT = 0.85
"""Certainty that what a text is about is the subject of a clause without one."""
_TOPICAL = 2
"""Clauses that what is spoken of may be carried over, one that names nothing among them."""


@dataclass(frozen=True, slots=True)
class Subjects:
    """Subjects of one verb.

    `carried` counts the clauses and `sentences` the sentences that they were carried over; `topic` says that they are
    no subjects where they stand, but what is spoken of, `made` that a verb has them as its object there; `meant` that
    nothing names them but the text is about them, `along` that they only act along with whom nothing names.
    """

    members: tuple[EntityMention, ...]
    carried: int = 0
    sentences: int = 0
    topic: bool = False
    made: bool = False
    meant: bool = False
    along: bool = False

    @property
    def certainty(self) -> float:
        """What carrying leaves of the confidence in a subject, 1 for one that stands with its verb."""
        if self.meant:
            return _MEANT
        kept = 0.97 ** min(self.carried, 5) * 0.8 ** min(self.sentences, 3)
        return kept * 0.85 if self.topic else kept


def find_subjects(scenes: Sequence[Scene], position: int, wanted: Wanted) -> Subjects | None:
    """The subjects of the verb at a position of the last scene, None where nothing names them.

    Args:
        scenes: the sentences up to the verb's own, which is the last.
        position: where the verb begins.
        wanted: what the rule asks.
    """
    found = _find_subjects(scenes, position, wanted)
    if wanted.focus and (found is None or found.sentences or found.along):
        focus = _in_focus(scenes[-1], position, wanted)
        if focus:
            return Subjects(focus, carried=2, sentences=1, meant=True)
    return found


def _in_focus(scene: Scene, position: int, wanted: Wanted) -> tuple[EntityMention, ...]:
    """What the text is about, where neither the verb's clause nor one before it has a subject of its own."""
    focus = tuple(each for each in scene.focus if each.mention.type in wanted.focus)
    known = {each.entity for each in scene.focus}
    for number in range(scene.clause_at(position) + 1 if focus else 0):
        acting = [each for each in scene.in_clause(number) if each.end <= position and may_act(each)]
        if any(each.entity not in known for group in acting for each in group.of_types(wanted.types | wanted.others)):
            return ()
        if number == scene.clause_at(position):
            own = [each for each in scene.in_clause(number) if each.end <= position]
            if is_taken(own, wanted, scene):
                return ()  # 该计划面向新市民: not the firm that the text is about
        if not scene.is_bare(number) and not any(each.entity in known for group in acting for each in group.members):
            return ()
    return focus


def _find_subjects(scenes: Sequence[Scene], position: int, wanted: Wanted) -> Subjects | None:
    """The subjects that the verb's sentence or those before it name."""
    scene = scenes[-1]
    host = host_of(scene, position)
    if host is not None and (told := host.of_types(wanted.types)):
        return Subjects(told[-1:])
    clause = scene.clause_at(position)
    along: tuple[EntityMention, ...] = ()
    behind = scene.before_aside(position)
    for order, (back, groups) in enumerate(_clauses_before(scene, clause, position)):
        topical = order <= 1 and back <= _TOPICAL
        main, partners = who_acts(scene, groups, wanted, behind if back == 0 else None, topical=topical)
        partners = partners if wanted.partners or not back else ()
        if main is not None:
            members = main.of_types(wanted.types)
            topic = not is_free(main)
            # 甲通过乙持有丙: who acts by a means acts as well.
            if topic and (wanted.both or main.mark & Mark.MEANS):
                members += _plain(scene, main.clause, wanted) or _makers(scenes, main, wanted)
            elif wanted.both:
                members += ones_beside(groups, main, wanted)
            if wanted.causes and _is_made_act(main, wanted):
                causing = _causing(scenes, main, wanted)
                members = causing or members if back else members + causing
            made = topic and bool(main.mark & Mark.OBJECT)
            return Subjects(members + partners + along, carried=back, topic=topic, made=made)
        along = partners + along
        if back == 0 and (is_taken(groups, wanted, scene) or _is_of_a_place(scene, groups, wanted, position)):
            return None
    if not clause or wanted.back > 1 or all(scene.is_bare(number) for number in range(clause + 1)):
        main, sentences = _spoken_of(scenes, wanted)
        if main is not None:
            return Subjects(main.of_types(wanted.types) + along, clause + 1, sentences)
    return Subjects(along, carried=clause, along=True) if along else None


def _is_of_a_place(scene: Scene, groups: Sequence[Group], wanted: Wanted, position: int) -> bool:
    """Whether the subject of a clause is a place that no relation asks for: 甲发现，北京近日也发布了乙."""
    last = groups[-1] if groups else None
    if last is None or not last.of_types(wanted.places - wanted.types) or last.mark or last.owns or last.aside:
        return False
    return starts_clause(scene, last) and scene.adverbs.fullmatch(scene.text, last.end, position) is not None


def _plain(scene: Scene, clause: int, wanted: Wanted) -> tuple[EntityMention, ...]:
    """Who acts in a clause or in those before it, beside what is spoken of there."""
    for _, groups in _clauses_before(scene, clause, scene.clauses[clause].end):
        main, _ = who_acts(scene, groups, wanted, None, topical=False)
        if main is not None:
            return main.of_types(wanted.types)
        if is_taken(groups, wanted, scene):
            return ()
    return ()


def _makers(scenes: Sequence[Scene], made: Group, wanted: Wanted) -> tuple[EntityMention, ...]:
    """Who made it, where only the sentence before names him (推出乙，满足…)."""
    bare = made.mark & Mark.OBJECT and all(scenes[-1].is_bare(number) for number in range(made.clause + 1))
    makers = replace(wanted, types=wanted.types - wanted.topics)
    return main.of_types(makers.types) if bare and (main := _spoken_of(scenes, makers)[0]) else ()


def _spoken_of(scenes: Sequence[Scene], wanted: Wanted) -> tuple[Group | None, int]:
    """What a sentence before is about, and how many sentences back."""
    scene, silent = scenes[-1], 0
    for earlier in reversed(scenes[:-1]):
        sentences = scene.number - earlier.number - silent
        if sentences > wanted.back or (wanted.back == 1 and earlier.sentence.paragraph != scene.sentence.paragraph):
            break
        main = first_subject(earlier, wanted)
        if main is not None:
            return main, sentences
        silent += silent < _SILENT and not first_subject(earlier, replace(wanted, types=wanted.types | wanted.others))
    return None, 0


def _is_made_act(group: Group, wanted: Wanted) -> bool:
    """Whether somebody makes a group act (提醒老人警惕, 提升老人防范…的能力)."""
    return bool(group.mark & Mark.PIVOT) or bool(group.mark & Mark.OBJECT and not group.of_types(wanted.topics))


def _causing(scenes: Sequence[Scene], acting: Group, wanted: Wanted) -> tuple[EntityMention, ...]:
    """Who makes a group act: the last free subject before it (甲银行提醒老人警惕诈骗), else whom the text spoke of."""
    for group in reversed(scenes[-1].groups):
        if group.start < acting.start and not group.mark and not group.aside and group.of_types(wanted.types):
            return group.of_types(wanted.types)
    spoken, _ = _spoken_of(scenes, wanted)
    return spoken.of_types(wanted.types) if spoken else ()


def last_named(scenes: Sequence[Scene], position: int, types: frozenset[str], back: int) -> EntityMention | None:
    """What was named last before a position of the last scene, whatever part it takes there.

    Args:
        scenes: the sentences up to the position's own, which is the last.
        position: an offset of the text.
        types: what it may be.
        back: how many sentences before may name it.
    """
    for scene in reversed(scenes):
        if scenes[-1].number - scene.number > back:
            return None
        for group in reversed(scene.groups):
            members = [each for each in group.of_types(types) if each.span.end <= position]
            if members and not group.aside and not (group.owns and group.mark & Mark.PLACE):
                return members[-1]  # whence somebody comes is not spoken of (来自甲的张三)
    return None


def _clauses_before(scene: Scene, clause: int, position: int) -> Iterator[tuple[int, Sequence[Group]]]:
    """The groups of the verb's clause before it, then of each clause before, with the number of clauses between."""
    yield 0, [group for group in scene.in_clause(clause) if group.end <= position]
    for number in range(clause - 1, -1, -1):
        if groups := scene.in_clause(number):
            yield clause - number, groups
