"""Who does it to whom: a word with the subject of its clause and the object that it governs.

The word may be a verb (推出 O), or a preposition that a verb has to follow (为 O 提供). The object stands behind it, or
before it where it is the topic (O 在北京举行).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar

from kg.extract.annotated import EntityMention
from kg.extract.relations import frames
from kg.extract.relations.cues import Hit, Mark, Slot
from kg.extract.relations.groups import Group
from kg.extract.relations.heads import is_said_to_be
from kg.extract.relations.kinds.trigger_options import TriggerOptions
from kg.extract.relations.kinds.trigger_subjects import TriggerSubjects
from kg.extract.relations.objects import Sought, find_objects, is_marked_behind, is_owned, passed_on
from kg.extract.relations.rows import Rows, onward, paired
from kg.extract.relations.rule import Finding, RuleHead, View
from kg.extract.relations.scene import Scene
from kg.extract.relations.subjects import Subjects, find_subjects, last_named
from kg.model.fact import Modality
from kg.model.span import Span
from kg.ontology.pack import Pack
from kg.ontology.source import Options
from kg.text.alternatives import any_of

# What is left of the confidence where a verb of no rule governs the object (推出后购买 O).
_FOREIGN = 0.8


class TriggerRule:
    """See the module."""

    options: ClassVar[type[Options]] = TriggerOptions

    def __init__(self, head: RuleHead, options: TriggerOptions, pack: Pack) -> None:
        self._options = options
        self._word = Slot.NOUN if options.noun else Slot.VERB
        ends = (options.subjects or head.domain, options.objects or head.range)
        types, self._range = ends[::-1] if options.turned else ends
        self._domain = types
        self._whose = TriggerSubjects(head, options, pack, types, self._range)
        self._barred = re.compile(options.barred) if options.barred else None
        lists = tuple(pack.language.punctuation.list)
        is_before = options.object == "before"
        self._closing = "".join(pair[1] for pair in pack.language.punctuation.brackets)
        self._opening = "".join(pair[0] for pair in pack.language.punctuation.quotes)
        self._rows = Rows(pack.language)
        owning = pack.language.clauses.possessive
        self._owning = frozenset(("", *owning))
        self._modifying = owning
        past = rf"[{re.escape(self._closing)}]*{any_of(owning)}?"
        self._follows = re.compile(past + any_of(options.behind)) if options.behind else None
        self._counted = re.compile(f"{any_of(owning)}[0-9]")
        self._sought = Sought(
            self._range,
            types,
            lists,
            options.reach,
            owning,
            nearest=options.nearest,
            before=is_before,
            ahead=options.ahead,
            listing=options.listing,
            own=options.own,
            onward=None if is_before or options.nearest or options.then else onward(pack.language),
        )

    @property
    def words(self) -> Mapping[Slot, Iterable[str]]:
        """The words that the rule looks for."""
        options = self._options
        return {
            Slot.VERB: () if options.noun else options.words,
            Slot.THEN: options.then,
            Slot.NOUN: options.words if options.noun else options.it,
            Slot.SECOND: options.bare,
            Slot.MASK: options.masks,
        }

    @property
    def types(self) -> Sequence[frozenset[str]]:
        """Those of the object, but where it may stand in a sentence before."""
        return () if self._options.it or self._options.bare else (self._range,)

    @property
    def beside(self) -> Sequence[frozenset[str]]:
        """Those of the object, but where it may stand in another clause."""
        return () if self._options.ahead or self._options.listing else self.types

    @property
    def ends(self) -> Sequence[frozenset[str]]:
        """Those of subject and object."""
        return (self._domain, self._range)

    def find(self, view: View, hits: Sequence[tuple[Hit, Slot]]) -> Iterable[Finding]:
        """What the sentence at hand says."""
        scene, options = view.scene, self._options
        then = [hit for hit, slot in hits if slot is Slot.THEN] if options.then else []
        if options.then and not then:  # as mostly where one is asked for
            return
        for hit, slot in hits if options.it or options.bare else ():
            is_it = slot is Slot.NOUN and not options.noun
            if is_it or (slot is Slot.SECOND and frames.ends_clause(scene, hit)):
                yield from self._of_pronoun(view, hit, then)
        for hit, slot in hits:
            if slot is self._word and self._may_govern(scene, hit) and not self._is_void(scene, hit):
                yield from self._of_word(view, hit, then)

    def _may_govern(self, scene: Scene, hit: Hit) -> bool:
        """Whether an object stands in the word's clause, or may stand in another."""
        elsewhere = self._options.ahead or bool(self._options.listing)
        return elsewhere or not self._range.isdisjoint(scene.types_in(scene.clause_at(hit.start)))

    def _is_void(self, scene: Scene, hit: Hit) -> bool:
        """Whether a word right before or later in the sentence takes away what the word says."""
        if self._options.not_after and scene.text.endswith(
            self._options.not_after, scene.sentence.span.start, hit.start
        ):
            return True
        if self._options.apart and is_owned(scene, hit, self._owning):
            return True
        clause = scene.clauses[scene.clause_at(hit.start)]
        if self._barred and self._barred.search(scene.text, clause.start, hit.end + 1):
            return True
        unless = self._options.unless_behind
        return bool(unless) and any(scene.text.find(word, hit.end, scene.sentence.span.end) >= 0 for word in unless)

    def _of_word(self, view: View, hit: Hit, then: Sequence[Hit]) -> Iterator[Finding]:
        scene = view.scene
        last = hit.end
        for group in find_objects(scene, hit, self._sought):
            modified = last > hit.end and scene.text.endswith(self._modifying, last, group.start)
            if modified and group.of_types(self._domain):
                break  # 参股甲的乙: what 的 makes the word and its object modify is no other object
            last = group.end
            if self._options.plain and is_marked_behind(scene, hit, group):
                continue
            if self._rows.is_next_member(scene, hit, group, self._domain):
                continue
            if (self._options.head and self._modifies(scene, group)) or not self._is_followed(scene, group, then):
                continue
            if not self._fits(scene, group):
                continue
            subjects = self._whose.of(view, hit, group) or Subjects(())
            if not subjects.carried and is_said_to_be(scene, hit, group, subjects.members):
                continue
            if self._whose.are_replaced(scene, group, subjects):
                continue
            sure = self._options.confidence * self._nearness(scene, hit, group) * subjects.certainty
            acting = (*self._whose.standing(scene, hit, group, subjects), *self._whose.joining(scene, group))
            meant = [each for one in passed_on(scene, group, self._options.passes) for each in self._meant(scene, one)]
            each_own = self._rows.are_each(scene, hit, group, acting)
            for subject, each in paired(acting, meant, each=each_own):
                ends = (each, subject) if self._options.turned else (subject, each)
                yield Finding(*ends, Span(hit.start, hit.end), sure, self._modality(scene, hit))

    def _modality(self, scene: Scene, hit: Hit) -> Modality | None:
        """What the word says by itself: what only tells which thing is meant is a fact (将拍卖甲持有的乙)."""
        word = scene.text[hit.start : hit.end]
        is_given = word in self._options.given and scene.text.startswith(self._modifying, hit.end)
        return Modality.ASSERTED if is_given or word in self._options.own else self._options.modality

    def _fits(self, scene: Scene, group: Group) -> bool:
        """Whether an object stands as the rule asks among the words right beside it."""
        options = self._options
        if self._follows and not self._follows.match(scene.text, group.end):
            return False
        if options.not_before and scene.text.startswith(options.not_before, group.end):
            return False
        return not options.opening or frames.starts_clause(scene, group)

    def _modifies(self, scene: Scene, group: Group) -> bool:
        """Whether a group only describes what follows, which is no mere count of places (湖北的30个县)."""
        return group.owns and not self._counted.match(scene.text, group.end)

    def _meant(self, scene: Scene, group: Group) -> Iterator[EntityMention]:
        """The objects of a group without those that the rule excepts."""
        barred, members = self._options.except_endings, group.of_types(self._range)
        return (each for each in members if not each.span.of(scene.text).rstrip(self._closing).endswith(barred))

    def _nearness(self, scene: Scene, hit: Hit, group: Group) -> float:
        """What is left of the confidence where something else stands right before the object.

        What the word and 的 describe is its object as surely as what stands right behind it (推出的“甲”).
        """
        if group.cue < 0 or scene.hits[group.cue] is hit:
            described = scene.text[hit.end : group.start].rstrip(self._opening) in self._modifying
            return 1.0 if group.cue >= 0 or described else 0.9
        other = scene.hits[group.cue]
        foreign = other.mark & Mark.OBJECT and not other.uses and other.start > hit.start
        return _FOREIGN if foreign else 0.9

    def _of_pronoun(self, view: View, hit: Hit, then: Sequence[Hit]) -> Iterator[Finding]:
        """The object was spoken of before: 甲违反规定，监管局对其罚款."""
        clause = view.scene.clauses[view.scene.clause_at(hit.start)]
        if self._options.then and not any(hit.end <= each.start < clause.end for each in then):
            return
        subjects = find_subjects(view.scenes, hit.start, self._whose.wanted)
        meant = last_named(view.scenes, hit.start, self._range, self._options.back)
        if subjects is None or meant is None:
            return
        for subject in subjects.members:
            ends = (meant, subject) if self._options.turned else (subject, meant)
            sure = self._options.confidence * subjects.certainty * 0.9
            yield Finding(*ends, Span(hit.start, hit.end), sure, self._options.modality)

    def _is_followed(self, scene: Scene, group: Group, then: Sequence[Hit]) -> bool:
        """Whether one of the words that have to follow the object does."""
        end = scene.clauses[group.clause].end
        return not self._options.then or any(group.end <= hit.start and hit.end <= end for hit in then)
