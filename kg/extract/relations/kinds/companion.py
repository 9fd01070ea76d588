"""Who works together: 甲联合乙推出…, 甲与乙签署合作协议, 甲、乙共同主办."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar

from kg.extract.annotated import EntityMention
from kg.extract.relations.actors import Wanted
from kg.extract.relations.cues import Hit, Mark, Slot
from kg.extract.relations.frames import led_by
from kg.extract.relations.groups import Group
from kg.extract.relations.kinds.companion_options import CompanionOptions
from kg.extract.relations.rule import Finding, RuleHead, View
from kg.extract.relations.scene import Scene
from kg.extract.relations.subjects import Subjects, find_subjects
from kg.model.span import Span
from kg.ontology.pack import Pack
from kg.ontology.source import Options

_JOINT = 12
"""Signs that may stand between a list and the verb that its members share."""
# The same where a phrase stands between that tells in what they do it (甲与乙在支付、风控等领域开展合作).
_FRAMED = 60
# Signs that may stand before such a phrase (近日, 将).
_LEAD = 4


_SLOTS = tuple(Slot)


class CompanionRule:
    """See the module."""

    options: ClassVar[type[Options]] = CompanionOptions

    def __init__(self, head: RuleHead, options: CompanionOptions, pack: Pack) -> None:
        del pack
        self._options = options
        self._types = head.domain
        self._wanted = Wanted(head.domain, back=options.back)

    @property
    def words(self) -> Mapping[Slot, Iterable[str]]:
        """The words that the rule looks for."""
        options = self._options
        return {
            Slot.VERB: options.strong,
            Slot.NOUN: options.weak,
            Slot.THEN: options.words,
            Slot.SECOND: options.joint,
            Slot.MASK: options.masks,
        }

    @property
    def types(self) -> Sequence[frozenset[str]]:
        """Those of the partners."""
        return (self._types,)

    @property
    def ends(self) -> Sequence[frozenset[str]]:
        """Those of the partners, too."""
        return self.types

    def find(self, view: View, hits: Sequence[tuple[Hit, Slot]]) -> Iterable[Finding]:
        """What the sentence at hand says."""
        by_slot: dict[Slot, list[Hit]] = {slot: [] for slot in _SLOTS}
        for hit, slot in hits:
            by_slot[slot].append(hit)
        for group in view.scene.groups:
            partners = group.of_types(self._types)
            if not partners or group.aside or group.owner or self._is_over(view.scene, group):
                continue
            verb = self._verb(view.scene, group, by_slot)
            if verb is not None:
                yield from self._with_partners(view, group, (*partners, *self._told_next(view.scene, group)), verb)
            elif len(partners) > 1:
                yield from self._among(view.scene, group, (*self._head(view.scene, group, by_slot), *partners), by_slot)

    def _is_over(self, scene: Scene, group: Group) -> bool:
        """Whether the clause goes on to say that they work together no more, or never did."""
        end = scene.clauses[group.clause].end
        return any(scene.text.find(word, group.end, end) >= 0 for word in self._options.ended)

    def _verb(self, scene: Scene, group: Group, by_slot: Mapping[Slot, Sequence[Hit]]) -> Hit | None:
        """The word that says that a group's members are partners, None where none does."""
        if group.cue < 0:
            return None
        cue = scene.hits[group.cue]
        if cue in by_slot[Slot.VERB]:
            return cue
        if cue in by_slot[Slot.NOUN]:
            before = (hit for hit in by_slot[Slot.VERB] if hit.end == cue.start)  # 携手与乙
            return next(before, None) or self._after(scene, group, by_slot[Slot.THEN])
        return None

    def _told_next(self, scene: Scene, group: Group) -> tuple[EntityMention, ...]:
        """The partners that the next clause lists."""
        if not self._options.listing or group.clause + 1 >= len(scene.clauses):
            return ()
        start = scene.clauses[group.clause + 1].start
        listed = (
            each
            for each in scene.in_clause(group.clause + 1)
            if scene.text[start : each.start] in self._options.listing
        )
        return next((each.of_types(self._types) for each in listed), ())

    def _after(self, scene: Scene, group: Group, hits: Sequence[Hit]) -> Hit | None:
        """The next word behind a group in its clause, or in one that only goes on (甲与乙，就某事签署协议)."""
        clause = group.clause
        if group.end == scene.clauses[clause].end and clause + 1 < len(scene.clauses):
            free = any(each.of_types(self._types) and not each.mark for each in scene.in_clause(clause + 1))
            clause += not free
        end = min(scene.clauses[clause].end, group.end + self._options.reach)
        return next((hit for hit in hits if group.end <= hit.start and hit.end <= end), None)

    def _with_partners(
        self, view: View, group: Group, partners: tuple[EntityMention, ...], verb: Hit
    ) -> Iterator[Finding]:
        led = led_by(view.scene, group)
        leading = led.of_types(self._types) if led else ()
        found = Subjects(leading) if leading else None
        found = found or find_subjects(view.scenes, view.scene.hits[group.cue].start, self._wanted)
        if found is None or found.along:
            return
        sure = self._options.confidence * found.certainty
        scope = min(verb.start, view.scene.hits[group.cue].start)
        for partner in partners:
            yield Finding(found.members[0], partner, Span(verb.start, verb.end), sure, scope=scope)

    def _joint(self, scene: Scene, group: Group, hits: Sequence[Hit]) -> Hit | None:
        """The verb that the members of a list share, right behind it or behind a phrase that tells in what."""
        verb = self._after(scene, group, hits)
        if verb is not None and verb.start - group.end <= _JOINT:
            return verb
        near = scene.hits_between(group.end, group.end + _JOINT)
        if not any(hit.mark & (Mark.PLACE | Mark.PATIENT) and hit.start - group.end <= _LEAD for hit in near):
            return None
        clause = scene.in_clause(group.clause)
        end = min(scene.clauses[group.clause].end, group.end + _FRAMED)
        end = min(
            (each.start for each in clause if each.start >= group.end and each.of_types(self._types)), default=end
        )
        within = (hit for hit in hits if group.end <= hit.start and hit.end <= end)
        return next((hit for hit in within if scene.text[hit.start : hit.end] in self._options.words), None)

    def _has_partner(self, scene: Scene, group: Group, verb: Hit) -> bool:
        """Whether a joint verb has its partner beside it (甲、乙携手丙, 甲、乙与丙联动): then the list is one side."""
        if scene.text[verb.start : verb.end] in self._options.makes:
            return False
        clause = [each for each in scene.in_clause(scene.clause_at(verb.start)) if each.of_types(self._types)]
        between = (each for each in clause if group.end <= each.start and each.end <= verb.start)
        return any(each.mark & Mark.COMPANION for each in between) or any(
            0 <= each.start - verb.end <= 2 for each in clause
        )

    def _head(self, scene: Scene, group: Group, by_slot: Mapping[Slot, Sequence[Hit]]) -> tuple[EntityMention, ...]:
        """Who heads those whose clause follows: 由甲牵头，乙、丙组成联合体."""
        before = scene.in_clause(group.clause - 1)[-1:] if group.clause and not group.mark else ()
        ends = {hit.start for hit in by_slot[Slot.VERB] if hit.end == scene.clauses[group.clause - 1].end}
        return next((each.of_types(self._types)[-1:] for each in before if each.end in ends), ())

    def _among(
        self, scene: Scene, group: Group, partners: tuple[EntityMention, ...], by_slot: Mapping[Slot, Sequence[Hit]]
    ) -> Iterator[Finding]:
        """The members of a list that act jointly: from the first to each other."""
        verb = None if group.mark & Mark.PLACE else self._joint(scene, group, by_slot[Slot.SECOND])
        if verb is None or self._has_partner(scene, group, verb):
            return
        for partner in (*partners[1:], *self._told_next(scene, group)):
            yield Finding(partners[0], partner, Span(verb.start, verb.end), self._options.confidence)
