"""What stands around a clause's actor: frames that open a clause before he is named, and verbs that only modify him.

Knows clause structure only; which types act is asked by the rules.
"""

from __future__ import annotations

from kg.extract.relations.actors import is_free
from kg.extract.relations.cues import Hit, Mark
from kg.extract.relations.groups import Group
from kg.extract.relations.scene import Scene

_FRAMES = Mark.PATIENT | Mark.MEANS | Mark.PLACE | Mark.SOURCE | Mark.COMPANION
_PARTING = ("；", ";")
"""Marks behind which a sentence begins anew."""
_LIGHT = 3
"""Signs that may stand before the word that opens a clause."""
_TITLE = 12
"""Signs between a house and whoever is named behind it with his office."""
_MODIFIER = 14
"""Signs between an object and whom it modifies with its verb."""


def opens_clause(scene: Scene, hit: Hit) -> bool:
    """Whether a frame that has no subject of its own opens the word's clause (为满足新市民需求，甲推出…)."""
    number = scene.clause_at(hit.start)
    start = scene.clauses[number].start
    if hit.mark & _FRAMES:
        return hit.start - start <= _LIGHT or any(group.end <= hit.start for group in scene.groups)
    if _is_framed(scene, start, hit.start):
        return True
    while number and not any(map(acts_there, scene.in_clause(number))):
        number -= 1
        clause = scene.clauses[number]
        if _is_framed(scene, clause.start, clause.end):
            return True
    return False


def begins_anew(scene: Scene, hit: Hit) -> bool:
    """Whether the word's clause gives a cause behind a mark that parts sentences (甲被罚；因代销丙，乙被罚)."""
    start = scene.clauses[scene.clause_at(hit.start)].start
    if not is_parted(scene, hit):
        return False
    first = next(iter(scene.hits_between(start, hit.start)), None)
    return first is not None and bool(first.mark & Mark.SOURCE) and first.start - start <= _LIGHT


def starts_clause(scene: Scene, group: Group) -> bool:
    """Whether nothing but adverbs and marks of quotation stand before a group in its clause."""
    opening = scene.adverbs.match(scene.text, scene.clauses[group.clause].start, group.start)
    start = opening.end() if opening else scene.clauses[group.clause].start
    return not any(sign.isalnum() for sign in scene.text[start : group.start])


def ends_clause(scene: Scene, hit: Hit) -> bool:
    """Whether nothing follows a word in its clause."""
    return scene.clauses[scene.clause_at(hit.start)].end == hit.end


def is_given(scene: Scene, group: Group, modified: Group, asked: tuple[frozenset[str], tuple[str, ...]]) -> bool:
    """Whether what seems modified is what a verb behind the object gives it (为老人提供免费的甲).

    Args:
        scene: the sentence.
        group: the object.
        modified: what seems modified.
        asked: the types of what may be given, and the words that end a modifier.
    """
    types, owning = asked
    if not (modified.mark & Mark.OBJECT and modified.of_types(types)):
        return False
    giving = scene.hits[modified.cue]
    return giving.start >= group.end and not scene.text.startswith(owning, giving.end)


def is_parted(scene: Scene, hit: Hit) -> bool:
    """Whether the word's clause stands behind a mark that parts sentences."""
    number = scene.clause_at(hit.start)
    return number > 0 and scene.text[: scene.clauses[number].start].endswith(_PARTING)


def modified_by(scene: Scene, hit: Hit, group: Group, asked: tuple[frozenset[str], tuple[str, ...]]) -> Group | None:
    """Who does it, where word and object only modify him: 持有乙51%股权的甲, 向参股乙的甲.

    Args:
        scene: the sentence.
        hit: the word.
        group: its object.
        asked: the types that may act, and the words that end a modifier.
    """
    types, owning = asked
    clause = scene.in_clause(group.clause)
    other = next((each for each in clause if each.start >= group.end), None)
    if other is None or other.start - group.end > _MODIFIER or not other.of_types(types):
        return None
    if not scene.text.endswith(owning, group.end, other.start):
        return None
    near = scene.hits_between(hit.start - _LIGHT, hit.start)
    governed = any(each.end == hit.start and each.mark for each in near)
    return other if governed or not any(each.end <= hit.start for each in clause) else None


def head_noun(scene: Scene, group: Group, types: frozenset[str]) -> Group:
    """The last name of the noun phrase that a group begins (由甲银行副行长乙创立), or the group itself."""
    for other in scene.in_clause(group.clause):
        if other.start >= group.end and not other.mark and other.of_types(types):
            title = 0 < other.start - group.end <= _TITLE and scene.text[group.end : other.start].isalnum()
            between = scene.hits_between(group.end, other.start)
            return other if title and not group.owns and not any(each.mark for each in between) else group
    return group


def led_by(scene: Scene, along: Group) -> Group | None:
    """Who acts, named by a preposition in the clause before that of whoever acts along: 由甲作为发起人，联合乙设立."""
    start = scene.clauses[along.clause].start
    if not along.clause or not along.mark & Mark.COMPANION or not _opens(scene, along, start):
        return None
    before = [each for each in scene.in_clause(along.clause - 1) if each.cue >= 0]
    return before[-1] if before and before[-1].mark & Mark.AGENT else None


def _opens(scene: Scene, group: Group, start: int) -> bool:
    return scene.hits[group.cue].start - start <= _LIGHT


def acts_there(group: Group) -> bool:
    """Whether a group is the actor of its clause by where it stands."""
    return is_free(group) and not (group.mark or group.owns or group.aside)


def _is_framed(scene: Scene, start: int, end: int) -> bool:
    first = next(iter(scene.hits_between(start, end)), None)
    return first is not None and bool(first.mark & _FRAMES) and first.start - start <= _LIGHT
