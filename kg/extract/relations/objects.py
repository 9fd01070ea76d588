"""What a verb or a preposition governs: the groups beside it in its clause, up to whoever else acts there.

Knows clause structure only. What types may be an object is asked by the rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.extract.relations.actors import is_free
from kg.extract.relations.cues import Hit, Mark
from kg.extract.relations.groups import Group
from kg.extract.relations.rows import continued
from kg.extract.relations.scene import Scene


@dataclass(frozen=True, slots=True)
class Sought:
    """What a rule asks of an object.

    `types` may be objects, `actors` may be subjects: one that acts between word and object ends the search. `reach` is
    how many signs may stand between. `before` looks in front of the word, `ahead` in later clauses where the word ends
    its own, `listing` are words that open a list of what the word's own clause counts; `nearest` takes the first group
    only. Verbs with a mark of `lists` behind them share their object with the
    next verb (甲主办、乙承办的 O). Words of `owning` end a modifier, those of `own` make one by themselves (甲所持乙).
    Clauses that begin with `onward` may go on with the objects.
    """

    types: frozenset[str]
    actors: frozenset[str]
    lists: tuple[str, ...]
    reach: int
    owning: tuple[str, ...] = ()
    nearest: bool = field(default=False, kw_only=True)
    before: bool = field(default=False, kw_only=True)
    listing: tuple[str, ...] = field(default=(), kw_only=True)
    ahead: bool = field(default=False, kw_only=True)
    own: tuple[str, ...] = field(default=(), kw_only=True)
    onward: re.Pattern[str] | None = field(default=None, kw_only=True)


def find_objects(scene: Scene, word: Hit, sought: Sought) -> list[Group]:
    """The groups that hold an object of a word, the nearest first."""
    found = list(_governed(scene, word, sought))
    if found and sought.onward is not None and found[-1].clause + 1 < len(scene.clauses):
        found += continued(scene, found[-1], sought.types, sought.onward)
    found = found or (_ahead(scene, word, sought) if sought.ahead else []) or _listed(scene, word, sought)
    return found[:1] if sought.nearest or _modifies(scene, word, sought) else found


def _modifies(scene: Scene, word: Hit, sought: Sought) -> bool:
    """Whether a word of holding only tells whose the object is (将甲所持乙转给丙)."""
    own = sought.own and scene.text[word.start : word.end] in sought.own
    return bool(own or (sought.own and scene.text.startswith(sought.owning, word.end)))


def _governed(scene: Scene, word: Hit, sought: Sought) -> Iterator[Group]:
    clause = [each for each in scene.in_clause(scene.clause_at(word.start)) if not each.owner]
    if sought.before:
        beside = [each for each in reversed(clause) if each.end <= word.start]
    else:
        beside = [each for each in clause if each.start >= word.end]
    if not beside:
        return
    shared = scene.text.startswith(sought.lists, word.end)
    for group in beside:
        if max(group.start - word.end, word.start - group.end) > sought.reach:
            return
        is_object, is_actor = group.of_types(sought.types), group.of_types(sought.actors) and not shared
        if not sought.before and is_actor and is_object and _is_inside(scene, group, sought):
            continue
        if is_actor and _acts(scene, group):
            return
        if is_object:
            if not (sought.nearest and _describes(scene, word, group, sought)):
                yield group
        elif is_actor and is_free(group) and not (group.owns or _is_maker(scene, group, sought)):
            return


def _describes(scene: Scene, word: Hit, group: Group, sought: Sought) -> bool:
    """Whether a group stands in a modifier of the object behind it (搭建基于甲的乙)."""
    if group.cue < 0 or scene.hits[group.cue].start < word.end:
        return False
    behind = (each for each in scene.in_clause(group.clause) if each.start >= group.end)
    later = next((each for each in behind if each.of_types(sought.types)), None)
    between = scene.text[group.end : min(later.start, group.end + _MODIFIER)] if later else ""
    return any(sign in between for sign in sought.owning)


def _is_maker(scene: Scene, group: Group, sought: Sought) -> bool:
    """Whether a group acts in the modifier of the object as one who is named for it (参加由甲主办的乙)."""
    return bool(group.mark & Mark.AGENT) and _is_inside(scene, group, sought)


def _is_inside(scene: Scene, group: Group, sought: Sought) -> bool:
    """Whether a group acts inside the modifier of the object (受让甲持有的乙)."""
    return any(
        scene.text.startswith(sought.owning, hit.end) or scene.text[hit.start : hit.end] in sought.own
        for hit in _verbs_behind(scene, group)
    )


def _acts(scene: Scene, group: Group) -> bool:
    """Whether a group that nothing governs is the subject of a verb right behind it."""
    return not (group.mark or group.owns) and any(True for _ in _verbs_behind(scene, group))


def _verbs_behind(scene: Scene, group: Group) -> Iterator[Hit]:
    """The verbs right behind a group in its clause."""
    end = min(group.end + _NEAR, scene.clauses[group.clause].end)
    near = scene.hits_between(group.end, end)
    return (hit for hit in near if hit.mark & Mark.OBJECT and hit.start <= group.end + 1)


def _ahead(scene: Scene, word: Hit, sought: Sought) -> list[Group]:
    """The object in a later clause of a word that ends its clause: 由甲指导，乙主办的 O 举行.

    What is named before who does it is the word's object, and what another does is his: O 由甲承办，P 由乙承办.
    """
    clause = scene.clause_at(word.start)
    done = any(_is_done_by_another(scene, each) for each in scene.in_clause(clause) if each.of_types(sought.types))
    if done or scene.clauses[clause].end > word.end:
        return []
    later = next((each for each in scene.groups if each.clause > clause and each.of_types(sought.types)), None)
    return [later] if later is not None and not _is_done_by_another(scene, later) else []


def _is_done_by_another(scene: Scene, group: Group) -> bool:
    """Whether the next one named in a group's clause is who does it (O 由甲承办)."""
    behind = next((each for each in scene.in_clause(group.clause) if each.start >= group.end), None)
    return behind is not None and bool(behind.mark & Mark.AGENT)


_MODIFIER = 12
"""Signs that may stand between what a modifier holds and what it describes."""


def _listed(scene: Scene, word: Hit, sought: Sought) -> list[Group]:
    """The objects that the next clause lists where the word's own clause only counts them (推出三款产品，包括甲)."""
    number = scene.clause_at(word.start)
    if not sought.listing or number + 1 >= len(scene.clauses) or scene.clauses[number].end - word.end > _COUNTED:
        return []
    start = scene.clauses[number + 1].start
    opening = next((each for each in sought.listing if scene.text.startswith(each, start)), None)
    if opening is None or any(each.start >= word.end for each in scene.in_clause(number)):
        return []
    first = next(iter(scene.in_clause(number + 1)), None)
    near = first is not None and first.start - start - len(opening) <= _OPENING
    return [first] if first is not None and near and first.of_types(sought.types) else []


_COUNTED = 14
"""Signs that may stand behind a word that only counts its objects."""
_OPENING = 2
"""Signs that may stand between the word that opens a list and its first member."""
_NEAR = 6
"""Signs within which a verb ends that stands right behind its subject."""
_PREPOSITIONS = Mark.PATIENT | Mark.COMPANION | Mark.AGENT


def passed_on(scene: Scene, group: Group, passes: tuple[str, ...]) -> Iterator[Group]:
    """A group, and whoever takes its place behind one of some words (由甲变更为乙)."""
    yield group
    behind = next((each for each in scene.in_clause(group.clause) if each.start >= group.end), None) if passes else None
    if behind is not None and scene.text[group.end : behind.start] in passes:
        yield behind


def is_owned(scene: Scene, word: Hit, owning: frozenset[str]) -> bool:
    """Whether a name stands right before a word, with nothing between but what makes the word its own."""
    return any(scene.text[each.end : word.start] in owning for each in scene.groups if each.end <= word.start)


def is_marked_behind(scene: Scene, word: Hit, group: Group) -> bool:
    """Whether a preposition behind a word marks a group, so that the word does not govern it."""
    return bool(group.mark & _PREPOSITIONS) and scene.hits[group.cue].start >= word.end
