"""What is done stands first, who does it behind it: O 由 S 主办, O 被 S 罚款, O 是 S 推出的产品."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar

from kg.extract.annotated import EntityMention
from kg.extract.relations.actors import Wanted
from kg.extract.relations.cues import Hit, Mark, Slot
from kg.extract.relations.frames import head_noun, led_by
from kg.extract.relations.groups import Group
from kg.extract.relations.kinds.passive_options import PassiveOptions
from kg.extract.relations.rule import Finding, RuleHead, View
from kg.extract.relations.scene import Scene
from kg.extract.relations.subjects import find_subjects, last_named
from kg.model.span import Span
from kg.ontology.pack import Pack
from kg.ontology.source import Options


class PassiveRule:
    """See the module."""

    options: ClassVar[type[Options]] = PassiveOptions

    def __init__(self, head: RuleHead, options: PassiveOptions, pack: Pack) -> None:
        self._options = options
        self._possessive = pack.language.clauses.possessive
        self._listing = tuple(pack.language.punctuation.list)
        self._domain = head.domain
        types = self._range = options.objects or head.range
        self._wanted = Wanted(types, options.topics & types, head.actors - types, options.back)

    @property
    def words(self) -> Mapping[Slot, Iterable[str]]:
        """The words that the rule looks for."""
        options = self._options
        return {
            Slot.VERB: options.words,
            Slot.NOUN: options.markers,
            Slot.SECOND: options.alone,
            Slot.MASK: options.masks,
        }

    @property
    def types(self) -> Sequence[frozenset[str]]:
        """Those of who does it, but where they may stand in a sentence before."""
        return () if self._options.alone else (self._domain,)

    @property
    def ends(self) -> Sequence[frozenset[str]]:
        """Those of subject and object."""
        return (self._domain, self._range)

    def find(self, view: View, hits: Sequence[tuple[Hit, Slot]]) -> Iterable[Finding]:
        """What the sentence at hand says."""
        scene = view.scene
        for hit, slot in hits:
            if slot is Slot.SECOND:
                yield from self._unnamed(view, hit)
        if self._domain.isdisjoint(scene.types):
            return
        markers = {hit for hit, slot in hits if slot is Slot.NOUN}
        for hit, slot in hits:
            if slot is Slot.VERB and not self._is_barred(scene, hit):
                for group, subjects in self._agents(scene, hit, markers):
                    yield from self._of_agent(view, hit, group, subjects)

    def _is_barred(self, scene: Scene, verb: Hit) -> bool:
        """Whether the verb's clause begins with a word that bars the rule."""
        return scene.text.startswith(
            self._options.unless_opened or "\0", scene.clauses[scene.clause_at(verb.start)].start
        )

    def _unnamed(self, view: View, verb: Hit) -> Iterator[Finding]:
        """What is done by someone named before: 甲被罚款20万元."""
        agent = last_named(view.scenes, verb.start, self._domain, self._options.agents_back)
        done = find_subjects(view.scenes, verb.start, self._wanted)
        if agent is None or done is None or self._has_patient(view.scene, verb):
            return
        for each in done.members:
            sure = self._options.confidence * done.certainty
            yield Finding(agent, each, Span(verb.start, verb.end), sure, self._options.modality)

    def _has_patient(self, scene: Scene, verb: Hit) -> bool:
        """Whether the clause itself says to whom it is done (对甲予以警告), which is for another kind of rule."""
        groups = scene.in_clause(scene.clause_at(verb.start))
        return any(group.mark & Mark.PATIENT and group.of_types(self._wanted.types) for group in groups)

    def _agents(self, scene: Scene, verb: Hit, markers: set[Hit]) -> Iterator[tuple[Group, tuple[EntityMention, ...]]]:
        """Who does it: a marked group close before the verb, with whoever it acts along with (由甲会同乙设立)."""
        for group in self._near(scene, verb):
            head = head_noun(scene, group, self._domain)
            subjects = head.of_types(self._domain)
            if not subjects or not 0 <= verb.start - head.end <= self._options.reach:
                continue
            if group.cue < 0:
                first = self._listed(scene, group, verb)
                if first is not None:
                    yield first, subjects
                continue
            first = self._leading(scene, group)
            if first is not None:
                yield first, (*head_noun(scene, first, self._domain).of_types(self._domain), *subjects)
            elif group.mark & (Mark.AGENT | Mark.COMPANION) or scene.hits[group.cue] in markers:
                yield group, subjects

    def _listed(self, scene: Scene, group: Group, verb: Hit) -> Group | None:
        """The agent that opens a list of doers with their verbs, of which a group is a later one (由甲主办、乙承办)."""
        if verb.start > group.end + 1 or not scene.text.endswith(self._listing, 0, group.start):
            return None
        before = [each for each in scene.in_clause(group.clause) if each.end < group.start]
        return next((each for each in before if each.mark & Mark.AGENT and each.cue >= 0), None)

    def _near(self, scene: Scene, verb: Hit) -> Iterable[Group]:
        """The groups among which who does it may be."""
        if self._options.across and scene.text.startswith(self._possessive, verb.end):
            return scene.groups
        return scene.reaching(scene.clause_at(verb.start))

    def _leading(self, scene: Scene, group: Group) -> Group | None:
        """Who acts with a group along, named before it in its clause."""
        if not group.mark & Mark.COMPANION:
            return None
        before = [each for each in scene.in_clause(group.clause) if each.end <= group.start]
        near = next((each for each in reversed(before) if each.mark & (Mark.AGENT | Mark.EQUAL)), None)
        return near or led_by(scene, group)

    def _of_agent(self, view: View, verb: Hit, group: Group, subjects: tuple[EntityMention, ...]) -> Iterator[Finding]:
        scope = view.scene.hits[group.cue].start
        along = group.mark & Mark.COMPANION and not group.mark & Mark.AGENT
        if self._options.object == "before" and self._has_object(view.scene, verb, group):
            return
        for each, certainty in self._done(view, verb, scope):
            if along and each.span.end >= view.scene.clauses[group.clause].start:
                between = view.scene.hits_between(each.span.end, scope)
                if not any(hit.mark & Mark.AGENT for hit in between):
                    continue  # 甲联手乙筹建丙: both act
            sure = self._options.confidence * certainty
            for subject in subjects:
                yield Finding(subject, each, Span(verb.start, verb.end), sure, self._options.modality, scope=scope)

    def _has_object(self, scene: Scene, verb: Hit, agent: Group) -> bool:
        """Whether what is done to stands behind the verb (由甲主办的乙, 甲、丙共同举办乙), and so not before it."""
        copula = agent.mark & Mark.EQUAL or (agent.cue >= 0 and self._is_copula(scene, scene.hits[agent.cue]))
        if scene.text.startswith(self._possessive, verb.end):
            cue = scene.hits[agent.cue] if agent.cue >= 0 else None
            return not copula and (cue is None or scene.text[cue.start : cue.end] not in self._options.received)
        clause = scene.in_clause(scene.clause_at(verb.start))
        return any(each.cue >= 0 and scene.hits[each.cue] is verb and each.of_types(self._range) for each in clause)

    @staticmethod
    def _is_copula(scene: Scene, cue: Hit) -> bool:
        """Whether a cue is a copula or stands right behind one (乙是由甲推出的产品)."""
        return any(hit.mark & Mark.EQUAL and (hit is cue or hit.end == cue.start) for hit in scene.hits)

    def _done(self, view: View, verb: Hit, scope: int) -> Iterator[tuple[EntityMention, float]]:
        """To what it is done, with what is left of the confidence."""
        if self._options.object == "before":
            found = find_subjects(view.scenes, scope, self._wanted)
            if found is not None:
                yield from ((each, found.certainty) for each in found.members)
            return
        for group in view.scene.in_clause(view.scene.clause_at(verb.start)):
            if 0 <= group.start - verb.end <= self._options.reach:
                yield from ((each, 1.0) for each in group.of_types(self._wanted.types))
