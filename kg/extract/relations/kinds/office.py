"""A person's office: 招联首席研究员董希淼, 张三曾任甲银行副行长、乙分行行长, 聘任李四为行长.

Knows where offices stand beside persons and organisations; which words are offices is told by the pack.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from kg.extract.annotated import EntityMention
from kg.extract.relations.actors import Wanted
from kg.extract.relations.careers import CareerReader
from kg.extract.relations.cues import Hit, Mark, Slot
from kg.extract.relations.groups import Group
from kg.extract.relations.held import Held, HeldReader
from kg.extract.relations.houses import HouseFinder, HouseWords, is_of_another
from kg.extract.relations.kinds.office_options import OfficeOptions
from kg.extract.relations.roles import BareRoles, RoleReader
from kg.extract.relations.rule import Finding, RuleHead, View
from kg.extract.relations.scene import Scene
from kg.extract.relations.subjects import find_subjects
from kg.extract.relations.successions import successors, taken_over, vacated
from kg.model.fact import Modality
from kg.model.span import Span
from kg.ontology.pack import Pack
from kg.ontology.source import Options
from kg.text.alternatives import any_of

_CAREER = 12
"""Clauses over which a person is carried to an office."""
_MARKING = Mark.AGENT | Mark.PATIENT


class OfficeRule:
    """See the module."""

    options: ClassVar[type[Options]] = OfficeOptions

    def __init__(self, head: RuleHead, options: OfficeOptions, pack: Pack) -> None:
        self._options = options
        self._people, self._places = head.domain, head.range
        self._named = options.named or head.range
        self._wanted = Wanted(head.domain, back=1)
        self._each = pack.language.clauses.each
        self._opening = tuple(pair[0] for pair in pack.language.punctuation.brackets)
        self._commas = tuple(pack.language.punctuation.clause)
        self._addressed = re.compile(f"{any_of(options.address)}?{any_of(pack.language.clauses.possessive)}?")
        self._offices = tuple(sorted({*pack.offices.offices, *options.offices}))
        self._text = RoleReader(self._offices, (options.skips, options.refuses, options.ties), pack.language)
        self._careers = CareerReader(head.domain, (options.lives, options.address, options.dated), pack.language)
        prefixes = (*pack.offices.prefixes, *options.skips, *options.own, *pack.language.clauses.possessive)
        bare = BareRoles(self._offices, prefixes, options.units, options.foreign)
        words = HouseWords(
            options.unfit, options.its, options.once, options.holds, options.tellers, options.ours, options.worked
        )
        self._houses = HouseFinder(self._named, bare, words, self._text, pack.language)
        self._offices_held = HeldReader(self._text, self._houses, head.domain, options.inner, options.carried)

    @property
    def words(self) -> Mapping[Slot, Iterable[str]]:
        """The words that the rule looks for."""
        options = self._options
        return {
            Slot.VERB: options.words,
            Slot.THEN: options.succeeds,
            Slot.NOUN: options.direct,
            Slot.SECOND: (*self._offices, *options.shared),
        }

    @property
    def types(self) -> Sequence[frozenset[str]]:
        """None: person and organisation may both be carried from before."""
        return ()

    @property
    def ends(self) -> Sequence[frozenset[str]]:
        """Those of people and of their houses."""
        return (self._people, self._places)

    def find(self, view: View, hits: Sequence[tuple[Hit, Slot]]) -> Iterable[Finding]:
        """What the sentence at hand says."""
        scene = view.scene
        verbs = [hit for hit, slot in hits if slot is Slot.VERB and not self._joins(scene.text, hit)]
        has_people = not self._people.isdisjoint(scene.types)
        places = [each for group in scene.groups for each in group.members if each.mention.type in self._places]
        found = [*self._entries(view, places)]
        if has_people:
            found += self._beside_people(view, places, hits)
        for hit in verbs:
            found += self._after_verb(view, hit, places)
        yield from found
        for hit, slot in hits if has_people else ():
            if slot is Slot.THEN:
                yield from self._succeeding(view, hit, found, places)

    def _beside_people(
        self, view: View, places: Sequence[EntityMention], hits: Sequence[tuple[Hit, Slot]]
    ) -> Iterator[Finding]:
        """The offices that stand beside people."""
        text = view.scene.text
        last: tuple[int, list[Finding]] = (0, [])
        for group in view.scene.groups:
            people = group.of_types(self._people)
            if not people or group.aside:
                told = self._houses.in_brackets(view.scene, people[0].span.start, places) if people else None
                yield from self._of(people[:1], Held(*told), 1.0, Modality.ASSERTED) if told else ()
                continue
            approved = self._approved(view, group, places)
            if approved is not None:
                yield from self._of(people[-1:], approved, 1.0, Modality.ASSERTED)
                continue
            own = self._with_own(text, people)
            for role, person in own:
                yield from self._of(
                    (person,), self._offices_held.carried(view, role.start, role), 1.0, Modality.ASSERTED
                )
            first = people[: len(people) - len(own)]
            before = list(self._before(view, group, first, places))
            if not before and text[last[0] : group.start] in self._options.passes:
                before = [replace(each, subject=one) for each in last[1][:1] for one in first]
            last = (group.end, before)
            yield from before
            taken = taken_over(view.scene, group, places, self._text) if self._fills(view.scene, group) else None
            yield from self._of(people[-1:], Held(*taken), 1.0) if taken else ()
            yield from self._behind(view, group, people, places, hits)
            yield from self._title(view, group, people, places)

    def _succeeding(
        self, view: View, hit: Hit, found: Sequence[Finding], places: Sequence[EntityMention]
    ) -> Iterator[Finding]:
        """Whoever takes an office or leaves it to another, with no office beside him: 其职务由张三接任."""
        told = [*found, *(self._vacant(*each) for each in vacated(view.scene, hit, places, self._text))]
        for person in successors(view.scene, hit, self._people):
            if all(each.subject.entity != person.entity for each in found):
                yield from (replace(each, subject=person) for each in told[-1:])

    def _vacant(self, place: EntityMention, role: Span) -> Finding:
        return Finding(place, place, role, self._options.carried, Modality.ASSERTED, role)

    def _fills(self, scene: Scene, group: Group) -> bool:
        return scene.text.startswith(self._options.fills, group.end)

    def _entries(self, view: View, places: Sequence[EntityMention]) -> Iterator[Finding]:
        """The offices that stand alone in the life of a person: 2013年至2019年，某局局长."""
        end = 0
        for place in places:
            start = place.span.start
            may_begin = start >= end and self._careers.opens(view.scene, start)
            held = list(self._offices_held.behind(view, start, places)) if may_begin else []
            if held and self._careers.closes(view.scene, held[-1].role.end):
                person = self._careers.beside(view.scene, start) or self._careers.person(view, start)
                end = held[-1].role.end
                for one in held if person else ():
                    yield from self._of((person,), one, one.share) if person else ()

    def _with_own(self, text: str, people: Sequence[EntityMention]) -> list[tuple[Span, EntityMention]]:
        """The last of a list from the first on that has an office of its own: 甲银行董事长乙、行长丙."""
        own: list[tuple[Span, EntityMention]] = []
        for last, person in itertools.pairwise(people):
            start, end = last.span.end, person.span.start
            role = self._text.at(text, self._text.skip(text, start, end), end)
            if role is not None and role.end == end:
                own.append((role, person))
            elif own:
                own.append((own[-1][0], person))
        return own

    def _before(
        self, view: View, group: Group, people: Sequence[EntityMention], places: Sequence[EntityMention]
    ) -> Iterator[Finding]:
        """Offices that stand before a person, each behind its organisation: 甲会长、乙总经理刘某."""
        scene, end = view.scene, people[0].span.start
        while True:
            place = next((each for each in reversed(places) if each.span.end <= end), None)
            role = self._text.between(scene.text, place.span.end, end) if place else None
            if place is None or role is None or is_of_another(scene, place, end, self._people):
                break
            if self._is_given(scene.text, place, role, end):
                break
            place = self._houses.holder(scene.text, place, places, Span(place.span.end, end))
            yield from self._of(people, Held(place, role), 1.0, Modality.ASSERTED)
            end = place.span.start
        role = self._alone(scene, group, end)
        if role is not None:
            held = self._offices_held.carried(view, role.start, role)
            yield from self._of(people, held, self._options.carried, Modality.ASSERTED)

    def _is_given(self, text: str, place: EntityMention, role: Span, end: int) -> bool:
        """Whether a word gives an office to a person before, and another stands behind a comma (为甲行长，张三)."""
        given = text.endswith((*self._options.direct, *self._options.words), 0, place.span.start)
        return given and text.startswith(self._commas, role.end, end)

    def _alone(self, scene: Scene, group: Group, end: int) -> Span | None:
        """An office without its house before an offset: a person's, or what stands before his other offices."""
        if end == group.start and group.cue >= 0 and scene.hits[group.cue].mark & _MARKING:
            marked = self._text.at(scene.text, scene.hits[group.cue].end, end)
            if marked is not None and marked.end == end:
                return marked
        return self._text.ending(scene.text, max(scene.sentence.span.start, end - 30), end, joined=end < group.start)

    def _behind(
        self,
        view: View,
        group: Group,
        people: Sequence[EntityMention],
        places: Sequence[EntityMention],
        hits: Sequence[tuple[Hit, Slot]],
    ) -> Iterator[Finding]:
        """Offices behind a person, in brackets or behind 为: 聘任李四、王五为副行长."""
        if view.scene.text.startswith(self._opening, group.end):
            inside = self._text.skip(view.scene.text, group.end + 1, view.scene.sentence.span.end)
            if any(place.span.start == inside for place in places):
                yield from self._listed(view, inside, people[-1:], places)
        for hit, slot in hits:
            if slot is Slot.NOUN and 0 <= hit.start - group.end <= 3:
                yield from self._listed(view, hit.end, people, places, each=self._is_of_each(view.scene, hit))

    def _title(
        self, view: View, group: Group, people: Sequence[EntityMention], places: Sequence[EntityMention]
    ) -> Iterator[Finding]:
        """An office right behind a person whose organisation stands right before: 某银行张三行长."""
        role = self._text.title(view.scene.text, group.end, view.scene.sentence.span.end)
        place = next((each for each in places if 0 <= people[0].span.start - each.span.end <= 1), None)
        if role is not None and place is not None:
            yield from self._of(people[-1:], Held(place, role), 1.0, Modality.ASSERTED)

    def _approved(self, view: View, group: Group, places: Sequence[EntityMention]) -> Held | None:
        """What is approved right behind a person: an office with or without its house (核准张三甲银行行长…)."""
        scene = view.scene
        text, end = scene.text, scene.clauses[group.clause].end
        if not any(text.find(word, group.end, end) >= 0 for word in self._options.vested):
            return None
        address = self._addressed.match(text, group.end)
        start = address.end() if address else group.end
        house = next((each for each in places if each.span.start == start), None)
        limit = min(
            (each.start for each in scene.groups if each.start > group.end and each.of_types(self._people)), default=end
        )
        role = self._text.at(text, house.span.end, limit) if house else self._text.title(text, start, limit)
        if role is None:
            return None
        return Held(house, role) if house else self._offices_held.carried(view, role.start, role)

    def _after_verb(self, view: View, hit: Hit, places: Sequence[EntityMention]) -> Iterator[Finding]:
        found = find_subjects(view.scenes, hit.start, self._wanted)
        if found is not None and found.carried <= _CAREER:
            yield from self._listed(view, hit.end, found.members, places, each=self._is_of_each(view.scene, hit))
        elif found is None and hit.mark & Mark.SOURCE:
            clause = view.scene.clause_at(hit.start) + 1
            behind = next((each for each in view.scene.in_clause(clause) if each.of_types(self._people)), None)
            if behind is not None:
                yield from self._listed(view, hit.end, behind.of_types(self._people), places)
        elif found is None and (person := self._careers.person(view, hit.start)) is not None:
            yield from self._listed(view, hit.end, (person,), places)

    def _joins(self, text: str, hit: Hit) -> bool:
        """Whether a word only joins two offices (总裁兼秘书长)."""
        return text[hit.start : hit.end] in self._options.skips and text.endswith(self._offices, 0, hit.start)

    def _is_of_each(self, scene: Scene, hit: Hit) -> bool:
        """Whether a word before a verb or in it gives each of several people an office: 分别担任."""
        before = scene.text.endswith(self._each, scene.sentence.span.start, hit.start)
        return before or scene.text.startswith(self._each, hit.start)

    def _listed(
        self,
        view: View,
        start: int,
        people: Sequence[EntityMention],
        places: Sequence[EntityMention],
        *,
        each: bool = False,
    ) -> Iterator[Finding]:
        """The offices that stand one after the other from an offset: each of all people, or of one in their order."""
        held = list(self._offices_held.behind(view, start, places))
        if each:
            single = [one._replace(role=role) for one in held for role in self._text.parts(view.scene.text, one.role)]
            if len(single) == len(people):
                for person, one in zip(people, single, strict=True):
                    yield from self._of((person,), one, one.share)
                return
        for one in held:
            yield from self._of(people, one, one.share)

    def _of(
        self, people: Sequence[EntityMention], held: Held, share: float, modality: Modality | None = None
    ) -> Iterator[Finding]:
        if held.organisation is None:
            return
        for person in people:
            yield Finding(person, held.organisation, held.role, self._options.confidence * share, modality, held.role)
