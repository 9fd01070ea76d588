"""In which house an office is held that stands beside none: 其董事长张三, 副行长李四被罚款.

Knows where organisations stand; which offices may be told so is asked of the offices' own words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kg.extract.annotated import EntityMention
from kg.extract.relations.actors import is_free
from kg.extract.relations.cues import Mark
from kg.extract.relations.groups import Group
from kg.extract.relations.roles import BareRoles, RoleReader
from kg.extract.relations.rule import View
from kg.extract.relations.scene import Scene
from kg.extract.relations.subjects import last_named
from kg.extract.vouching import VoucherReader
from kg.model.span import Span
from kg.ontology.language import Language

# Sentences before an office in which its house may be named.
_BACK = 2
# Marks of those who are taken from their house.
_TAKEN = Mark.OBJECT | Mark.PATIENT | Mark.HANDLED | Mark.SOURCE
# Signs before an office in which a word may stand that refers to its house: 其原董事长.
_NEAR = 3


class HouseWords(NamedTuple):
    """What tells whose an office is.

    `unfit` are endings of offices that one of a type does not have, `its` words by which an office is said to be of
    what is spoken of (其); what has one of `once` behind it was left (原), one of `holds` only holds shares, and those
    of `tellers` only tell of others (a register of firms). Behind one of `ours` in its sentence it may be one of the
    house that the text names first (公司董事会秘书张三). Behind one of `worked` stands where somebody was before.
    """

    unfit: Mapping[str, tuple[str, ...]]
    its: tuple[str, ...]
    once: tuple[str, ...]
    holds: tuple[str, ...]
    tellers: tuple[str, ...]
    ours: tuple[str, ...]
    worked: tuple[str, ...]


class HouseFinder:
    """Finds the house of an office.

    Args:
        types: what it may be.
        bare: which offices may be told without it.
        words: what tells whose an office is.
        offices: reads offices in a text.
        language: its brackets, and its words for those who vouch for others.
    """

    def __init__(
        self, types: frozenset[str], bare: BareRoles, words: HouseWords, offices: RoleReader, language: Language
    ) -> None:
        self._types, self._bare, self._offices, self._words = types, bare, offices, words
        self._opening = tuple(pair[0] for pair in language.punctuation.brackets)
        self._vouchers = VoucherReader(language)

    def in_brackets(
        self, scene: Scene, start: int, places: Sequence[EntityMention]
    ) -> tuple[EntityMention, Span] | None:
        """The office right before an offset that brackets tell of the house before them: 甲公司（法人：张三）."""
        house = next((each for each in reversed(places) if each.span.end < start), None)
        if house is None or not scene.text.startswith(self._opening, house.span.end):
            return None
        role = self._offices.between(scene.text, house.span.end + 1, start)
        return (house, role) if role else None

    def holder(self, text: str, place: EntityMention, places: Sequence[EntityMention], office: Span) -> EntityMention:
        """Whose office it is where a mere kind of firm stands before it (甲证券建筑行业分析师), else the place."""
        if place.mention.type in self._types:
            return place
        before = next((each for each in reversed(places) if each.span.end <= place.span.start), None)
        named = before is not None and before.mention.type in self._types
        return before if before and named and self._offices.between(text, before.span.end, office.end) else place

    def of(self, view: View, start: int, role: Span) -> EntityMention | None:
        """The house of an office, named before an offset, None where none is or no such office is held there."""
        words = role.of(view.scene.text)
        near = view.scene.text[max(role.start - _NEAR, 0) : role.start]
        if not self._bare.fits(words):
            return None
        spoken_of = self._spoken_of(view.scene, start) if any(word in near for word in self._words.its) else None
        place = spoken_of or self._told(view, start, words) or self._meant(view, role)
        return None if place is None or self._is_unfit(place, words) else place

    def _meant(self, view: View, role: Span) -> EntityMention | None:
        """The house that the text's first sentence names first, where the sentence speaks of it by a common word."""
        start = view.scene.sentence.span.start
        ours = any(view.scene.text.find(word, start, role.end) >= 0 for word in self._words.ours)
        head = view.document.by_sentence[0] if ours else ()
        return next((each for each in head if each.mention.type in self._types), None)

    def _is_unfit(self, place: EntityMention, office: str) -> bool:
        return office.endswith(self._words.unfit.get(place.mention.type, ()))

    def _told(self, view: View, start: int, office: str) -> EntityMention | None:
        """What was named last before an offset; what acts there, where that is only beside the point."""
        last = last_named(view.scenes, start, self._types, _BACK)
        if last is None or last.span.of(view.scene.text) in self._words.tellers:
            return None
        for scene, group in self._groups_before(view, start):
            member = group.of_types(self._types)[-1]
            if self._is_unfit(member, office):
                return self._spoken_of(scene, start)
            if scene.text.endswith(self._words.worked, scene.sentence.span.start, group.start):
                last = None  # 曾任职于甲，…；首席技术官张三: not of 甲
                continue
            if last is None:
                return member
            if not self._is_beside(scene, group, member):
                return member if member.span == last.span or (is_free(group) and not group.owns) else last
        return last

    def _groups_before(self, view: View, start: int) -> Iterator[tuple[Scene, Group]]:
        """The houses named before an offset, from the last on, each with its sentence."""
        for scene in reversed(view.scenes):
            if view.scene.number - scene.number > _BACK:
                return
            for group in reversed(scene.groups):
                if group.end <= start and not group.aside and group.of_types(self._types):
                    yield scene, group

    def _is_beside(self, scene: Scene, group: Group, house: EntityMention) -> bool:
        """Whether a house is one of a list, only does something to another, or tells whence one comes (乙原总裁)."""
        text, span = scene.text, house.span
        listed = any(each.entity != house.entity for each in group.of_types(self._types))
        if listed or group.mark & (Mark.AGENT | Mark.PASSED) or text.startswith(self._words.holds, span.end):
            return True
        if self._vouchers.vouches(text, span.start, span.end):
            return True
        left = text.startswith(self._words.once, span.end)
        office = self._offices.at(text, span.end, scene.sentence.span.end) if left or group.mark & _TAKEN else None
        return office is not None and (left or any(office.end == each.start for each in scene.groups))

    def _spoken_of(self, scene: Scene, position: int) -> EntityMention | None:
        """What the sentence is about: its first subject."""
        for group in scene.groups:
            houses = group.of_types(self._types)
            if houses and group.end <= position and is_free(group) and not group.aside:
                return houses[0]
        return None


def is_of_another(scene: Scene, place: EntityMention, end: int, people: frozenset[str]) -> bool:
    """Whether an office is of a person told before.

    张三任甲行长，乙行长李四; 甲聘张三为行长，李四; 甲行长张三会见市长李四.
    """
    clause = scene.clause_at(place.span.start)
    between = (each for each in scene.in_clause(clause) if place.span.end <= each.start and each.end < end)
    if any(each.of_types(people) for each in between):
        return True
    there = (each for each in scene.in_clause(clause) if each.end <= end)
    return clause != scene.clause_at(end) and any(each.of_types(people) for each in there)
