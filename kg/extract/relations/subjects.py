"""Who is the subject of a verb: in its clause, carried over from the clauses before, or from the sentence before.

Knows clause structure only. What types may be a subject is asked by the rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extract.annotated import EntityMention
from kg.extract.relations.cues import Mark
from kg.extract.relations.groups import Group
from kg.extract.relations.heads import before_copula, is_head, is_of_another
from kg.extract.relations.hosts import host_of
from kg.extract.relations.scene import Scene

_BOUND = Mark.PATIENT | Mark.MEANS | Mark.PLACE | Mark.HANDLED | Mark.SOURCE | Mark.OBJECT
"""What is marked so is no subject, unless another mark makes it one."""
_SILENT = 3
"""Sentences of a paragraph that a subject is carried over where nobody acts in them."""
_MEANT = 0.85
"""Certainty that what a text is about is the subject of a clause without one."""
_TOPICAL = 2
"""Clauses that what is spoken of may be carried over, one that names nothing among them."""
_BEFORE_VERB = Mark.OBJECT | Mark.MEANS | Mark.SOURCE | Mark.HANDLED


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


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a rule asks of a subject.

    `types` may be subjects. Things of `topics` are taken up as subjects also where a verb before has them as its
    object or means, in its clause (以乐业计划的形式服务…) and the one right behind (推出乐业计划，依托大数据…); with
    `both`, beside that verb's subject. Things of `others` are subjects of other relations: where one of them is the
    subject of the verb's clause, none is carried over from before. With `causes`, who makes another act is a subject,
    too (甲提醒老人警惕). `back` is how many sentences before may give the subject; where it is 1, the sentence right
    before gives it to the first clause only, and inside its paragraph. What the text is about is the subject of clauses
    that name none, where it is of a type in `focus`. Without `partners`, who acts along does so in its clause alone.
    """

    types: frozenset[str]
    topics: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    back: int = 1
    both: bool = False
    causes: bool = False
    focus: frozenset[str] = frozenset()
    partners: bool = True


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
        acting = [each for each in scene.in_clause(number) if each.end <= position and _may_act(each)]
        if any(each.entity not in known for group in acting for each in group.of_types(wanted.types | wanted.others)):
            return ()
        if number == scene.clause_at(position):
            own = [each for each in scene.in_clause(number) if each.end <= position]
            if _is_taken(own, wanted, scene):
                return ()  # 该计划面向新市民: not the firm that the text is about
        if not scene.is_bare(number) and not any(each.entity in known for group in acting for each in group.members):
            return ()
    return focus


def _may_act(group: Group) -> bool:
    return is_free(group) and not (group.aside or group.owns)


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
        main, partners = _acting(scene, groups, wanted, behind if back == 0 else None, topical=topical)
        partners = partners if wanted.partners or not back else ()
        if main is not None:
            members = main.of_types(wanted.types)
            topic = not is_free(main)
            # 甲通过乙持有丙: who acts by a means acts as well.
            if topic and (wanted.both or main.mark & Mark.MEANS):
                members += _plain(scene, main.clause, wanted)
            elif wanted.both:
                members += _beside(groups, main, wanted)
            if wanted.causes and _is_made_act(main, wanted):
                causing = _causing(scenes, main, wanted)
                members = causing or members if back else members + causing
            made = topic and bool(main.mark & Mark.OBJECT)
            return Subjects(members + partners + along, carried=back, topic=topic, made=made)
        along = partners + along
        if back == 0 and _is_taken(groups, wanted, scene):
            return None
    if not clause or wanted.back > 1 or all(scene.is_bare(number) for number in range(clause + 1)):
        main, sentences = _spoken_of(scenes, wanted)
        if main is not None:
            return Subjects(main.of_types(wanted.types) + along, clause + 1, sentences)
    return Subjects(along, carried=clause, along=True) if along else None


def _plain(scene: Scene, clause: int, wanted: Wanted) -> tuple[EntityMention, ...]:
    """Who acts in a clause or in those before it, beside what is spoken of there."""
    for _, groups in _clauses_before(scene, clause, scene.clauses[clause].end):
        main, _ = _acting(scene, groups, wanted, None, topical=False)
        if main is not None:
            return main.of_types(wanted.types)
        if _is_taken(groups, wanted, scene):
            return ()
    return ()


def _spoken_of(scenes: Sequence[Scene], wanted: Wanted) -> tuple[Group | None, int]:
    """What a sentence before is about, and how many sentences back."""
    scene, silent = scenes[-1], 0
    for earlier in reversed(scenes[:-1]):
        sentences = scene.number - earlier.number - silent
        if sentences > wanted.back or (wanted.back == 1 and earlier.sentence.paragraph != scene.sentence.paragraph):
            break
        main = _topic(earlier, wanted)
        if main is not None:
            return main, sentences
        silent += silent < _SILENT and not _topic(earlier, replace(wanted, types=wanted.types | wanted.others))
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


def _acting(
    scene: Scene, groups: Sequence[Group], wanted: Wanted, position: int | None, *, topical: bool
) -> tuple[Group | None, tuple[EntityMention, ...]]:
    """Who acts in a clause: the last that may be its subject, and those who act along.

    Whoever stands right before the verb's position is its subject also as object of a verb before (收到甲出具的《…》).
    """
    along: tuple[EntityMention, ...] = ()
    for group in _without_predicates(groups, wanted) if position is None else reversed(groups):
        if position is not None and group.of_types(wanted.others) and is_head(scene, group, wanted.types):
            return None, ()  # 甲推出的乙面向老人: 乙, not who makes it
        members = group.of_types(wanted.types)
        if not members or group.aside or is_of_another(scene, group, wanted.others):
            continue
        if position is None and _serves_another(scene, group, wanted):
            along = ()
            continue
        if group.mark & Mark.COMPANION and not group.owns:
            along = members + along
        elif (
            is_free(group)
            or (topical and group.of_types(wanted.topics))
            or (position is not None and _is_taken_up(group, position))
        ):
            return group, along
    return None, along


def _serves_another(scene: Scene, group: Group, wanted: Wanted) -> bool:
    """Whether who does something is no subject of the clauses behind.

    It is what it is done to, named before (甲成立于上海，由乙设立，主营…), or what the doer's clause modifies
    (由甲主办的乙上线，覆盖…).
    """
    if not group.mark & Mark.AGENT:
        return False
    before = (each for each in scene.groups if each.start < group.start and each.of_types(wanted.types))
    if any(_may_act(each) and not each.mark for each in before):
        return True
    behind = (each for each in scene.in_clause(group.clause) if each.start >= group.end)
    head = next((each for each in behind if each.of_types(wanted.others)), None)
    return head is not None and scene.is_modifier(group.end, head.start)


def _beside(groups: Sequence[Group], main: Group, wanted: Wanted) -> tuple[EntityMention, ...]:
    """Who owns what acts (甲银行信贷产品依托大数据), and what is made by who acts (O 是甲依托大数据…)."""
    before = [each for each in groups if each.end <= main.start and _may_act(each)]
    owner = next((each for each in before if main.start - each.end <= 1 and main.of_types(wanted.topics)), None)
    made = before[-1] if before and main.mark & Mark.EQUAL and before[-1].of_types(wanted.topics) else None
    return (*(owner.of_types(wanted.types) if owner else ()), *(made.of_types(wanted.topics) if made else ()))


def _without_predicates(groups: Sequence[Group], wanted: Wanted) -> Iterator[Group]:
    """The groups of a clause from the last on, without what a subject before is said to be (甲是乙的子公司，…)."""
    for index in range(len(groups) - 1, -1, -1):
        before = groups[:index] if groups[index].mark & Mark.EQUAL else before_copula(groups, index)
        if not any(_may_act(each) and each.of_types(wanted.types) for each in before):
            yield groups[index]


def _is_taken_up(group: Group, position: int) -> bool:
    """Whether the object of a verb acts in the next one, right behind it; where one goes acts not (走进甲开展…)."""
    near = position - group.end <= 2 and not group.owns
    return near and bool(group.mark & _BEFORE_VERB) and not group.mark & Mark.PLACE


def _is_taken(groups: Sequence[Group], wanted: Wanted, scene: Scene) -> bool:
    """Whether something else is the subject of the clause."""
    own = (group for group in groups if group.of_types(wanted.others) and not (group.owns or group.aside))
    return any(not group.mark or is_head(scene, group, wanted.types) for group in own)


def _topic(scene: Scene, wanted: Wanted) -> Group | None:
    """What a sentence is about: its first subject."""
    for group in scene.groups:
        if group.of_types(wanted.types) and is_free(group) and not group.aside:
            return group
    return None


def is_free(group: Group) -> bool:
    """Whether nothing before a group keeps it from being a subject."""
    return bool(group.mark & (Mark.PIVOT | Mark.AGENT)) or not group.mark & _BOUND
