"""Who acts in a clause: which of its groups may be the subject of its verb, and who acts along or is taken up.

Knows one clause at a time; what is carried over from clauses and sentences before is told by `subjects`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.annotated import EntityMention
from kg.extract.relations.cues import Mark
from kg.extract.relations.groups import Group
from kg.extract.relations.heads import before_copula, is_head, is_of_another
from kg.extract.relations.scene import Scene
from kg.model.mention import Reference

_BOUND = Mark.PATIENT | Mark.MEANS | Mark.PLACE | Mark.HANDLED | Mark.SOURCE | Mark.OBJECT
"""What is marked so is no subject, unless another mark makes it one."""
_BEFORE_VERB = Mark.OBJECT | Mark.MEANS | Mark.SOURCE | Mark.HANDLED


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
    What is of `cited` is no topic where somebody acts by it (甲按照《乙》，服务丙). Where one of
    `places` acts itself no subject is carried there (甲发现，北京也发布了乙).
    """

    types: frozenset[str]
    topics: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    back: int = 1
    both: bool = False
    causes: bool = False
    focus: frozenset[str] = frozenset()
    partners: bool = True
    cited: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()


def who_acts(
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
        if not members or group.aside or _is_owner(group, position) or is_of_another(scene, group, wanted.others):
            continue
        if position is None and _serves_another(scene, group, wanted):
            along = ()
            continue
        if group.mark & Mark.COMPANION and not group.owns:
            along = members + along
        elif (
            is_free(group)
            or (topical and group.of_types(wanted.topics) and not _is_cited(scene, group, wanted))
            or (position is not None and _is_taken_up(group, position))
        ):
            return group, along
    return None, along


def _is_owner(group: Group, position: int | None) -> bool:
    """Whether a group only tells whose the next one is, unless the verb says that it owns it (甲集团控股的乙)."""
    return group.owner and group.end != position


def _is_cited(scene: Scene, group: Group, wanted: Wanted) -> bool:
    """Whether somebody acts by what a group only cites (甲按照《乙》，服务丙)."""
    if not (group.mark & Mark.SOURCE and group.of_types(wanted.cited)):
        return False
    before = (each for each in scene.groups if each.end <= group.start and each.of_types(wanted.types | wanted.others))
    return any(may_act(each) and not each.mark for each in before)


def _serves_another(scene: Scene, group: Group, wanted: Wanted) -> bool:
    """Whether who does something is no subject of the clauses behind.

    It is what it is done to, named before (甲成立于上海，由乙设立，主营…, 甲的股东变更为乙，…), or what the doer's
    clause modifies (由甲主办的乙上线，覆盖…).
    """
    if not group.mark & (Mark.AGENT | Mark.PASSED):
        return False
    if group.mark & Mark.SUFFERED and not group.of_types(wanted.topics):
        return True  # 受到甲青睐，带动…
    before = (each for each in scene.groups if each.start < group.start and each.of_types(wanted.types))
    if any(may_act(each) and not each.mark for each in before):
        return True
    behind = (each for each in scene.in_clause(group.clause) if each.start >= group.end)
    head = next((each for each in behind if each.of_types(wanted.others)), None)
    return head is not None and scene.is_modifier(group.end, head.start)


def ones_beside(groups: Sequence[Group], main: Group, wanted: Wanted) -> tuple[EntityMention, ...]:
    """Who owns what acts (甲银行信贷产品依托大数据), and what is made by who acts (O 是甲依托大数据…)."""
    before = [each for each in groups if each.end <= main.start and may_act(each)]
    owner = next((each for each in before if main.start - each.end <= 1 and main.of_types(wanted.topics)), None)
    made = before[-1] if before and main.mark & Mark.EQUAL and before[-1].of_types(wanted.topics) else None
    return (*(owner.of_types(wanted.types) if owner else ()), *(made.of_types(wanted.topics) if made else ()))


def _without_predicates(groups: Sequence[Group], wanted: Wanted) -> Iterator[Group]:
    """The groups of a clause from the last on, without what a subject before is said to be (甲是乙的子公司，…)."""
    for index in range(len(groups) - 1, -1, -1):
        before = groups[:index] if groups[index].mark & Mark.EQUAL else before_copula(groups, index)
        if not any(may_act(each) and each.of_types(wanted.types) for each in before):
            yield groups[index]


def _is_taken_up(group: Group, position: int) -> bool:
    """Whether the object of a verb acts in the next one, right behind it; where one goes acts not (走进甲开展…)."""
    near = position - group.end <= 2 and not group.owns
    return near and bool(group.mark & _BEFORE_VERB) and not group.mark & Mark.PLACE


def is_taken(groups: Sequence[Group], wanted: Wanted, scene: Scene) -> bool:
    """Whether something else is the subject of the clause."""
    own = (group for group in groups if group.of_types(wanted.others) and not (group.owns or group.aside))
    return any(not group.mark or is_head(scene, group, wanted.types) for group in own)


def first_subject(scene: Scene, wanted: Wanted) -> Group | None:
    """What a sentence is about: its first subject."""
    for group in scene.groups:
        if group.of_types(wanted.types) and is_free(group) and not (group.aside or is_named_owner(group)):
            return group
    return None


def is_named_owner(group: Group) -> bool:
    """Whether a group only tells whose the next one is, and is not what the text is about anyway (公司附属公司甲)."""
    return group.owner and all(each.mention.reference is Reference.NAMED for each in group.members)


def may_act(group: Group) -> bool:
    """Whether a group is free to act, no aside, and no mere owner of what follows."""
    return is_free(group) and not (group.aside or group.owns or group.owner)


def is_free(group: Group) -> bool:
    """Whether nothing before a group keeps it from being a subject."""
    return bool(group.mark & (Mark.PIVOT | Mark.AGENT)) or not group.mark & _BOUND
