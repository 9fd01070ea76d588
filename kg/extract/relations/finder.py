"""What a document says of the things it names: its relations.

Composes: one pass for all rules' words, sentences laid open where something may be found, rules asked whose words
stand there, and of several findings of one pair the best kept. A fact whose types the schema refuses is no fact.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.extract.annotated import AnnotatedDocument
from kg.extract.modality import ModalityReader
from kg.extract.relations.cues import CueIndex, Hit, Slot
from kg.extract.relations.evidence import Witness
from kg.extract.relations.focus import tell_focus
from kg.extract.relations.groups import GroupFinder, ListTypes
from kg.extract.relations.registry import load_rules
from kg.extract.relations.rule import Forms, View, beside
from kg.extract.relations.scene import Scene
from kg.extract.relations.scene_maker import SceneMaker
from kg.extract.relations.statutes import StatuteReader
from kg.model.fact import Modality, RelationMention
from kg.ontology.pack import Pack
from kg.ontology.schema import Ontology

_LEAST = 0.6
"""Confidence from which a finding is told; what is less sure is wrong more often than right."""
_SCENES = 12
"""Sentences that a rule may look at, its own the last."""
_TYPE_SETS = 4096
"""Sets of types for which the rules are remembered that may find something."""


class RelationFinder:
    """Finds what documents say of the things they name, by one pack. Holds compiled rules only."""

    def __init__(self, pack: Pack) -> None:
        """Compile the pack's rules of relations.

        Raises:
            OntologyError: a rule has faulty options.
        """
        self._ontology = pack.ontology
        self._rules = load_rules(pack)
        self._always = frozenset(n for n, each in enumerate(self._rules) if not any(each.rule.words.values()))
        # What a rule needs in the sentence itself is asked before.
        self._ends = [tuple(end for end in each.rule.ends if end not in each.rule.types) for each in self._rules]
        needs = _by_types([tuple(each.rule.types) for each in self._rules])
        beside_word = _by_types([beside(each.rule) for each in self._rules])
        # One for sentences and one for clauses: there are fewer sets of types of each than pairs of them.
        self._able = functools.lru_cache(_TYPE_SETS)(functools.partial(_satisfied, needs))
        self._near = functools.lru_cache(_TYPE_SETS)(functools.partial(_satisfied, beside_word))
        families = [each.head.relation for each in self._rules]
        cues = CueIndex(pack.language.clauses, [each.rule.words for each in self._rules], families)
        groups = GroupFinder(pack.language, ListTypes(pack.ontology), pack.offices.offices)
        self._scenes = SceneMaker(pack.language, groups, cues)
        self._statutes = StatuteReader(pack.language)
        asked = {name for each in pack.ontology.relations.values() if each.symmetric for name in each.domain}
        self._witness = Witness(ModalityReader(pack.language), pack.language.clauses.demands, asked)

    def find(self, annotated: AnnotatedDocument) -> tuple[RelationMention, ...]:
        """The relations of a document, one of each kind for a pair, in text order of their evidence."""
        found = [relation for view in self._views(annotated) for relation in self._of_view(view)]
        return _best(found, self._ontology)

    def _views(self, annotated: AnnotatedDocument) -> Iterator[View]:
        """Each sentence that names something, with those before it."""
        forms = Forms(annotated)
        quoted = self._statutes.quoted(annotated)
        scenes = [
            self._scenes.make(annotated, number)
            for number, mentions in enumerate(annotated.by_sentence)
            if mentions and number not in quoted
        ]
        tell_focus(scenes)
        named: frozenset[str] = frozenset()
        for last, scene in enumerate(scenes, 1):
            named |= scene.types
            yield View(annotated, tuple(scenes[max(0, last - _SCENES) : last]), forms, named)

    def _asked(self, scene: Scene) -> dict[int, list[tuple[Hit, Slot]]]:
        """The numbers of the rules that may find something in a sentence, each with its words there."""
        asked: dict[int, list[tuple[Hit, Slot]]] = {}
        of_sentence = self._able(scene.types)
        for number in {group.clause for group in scene.groups}:
            for rule in self._always & of_sentence & self._near(scene.types_in(number)):
                asked[rule] = []
        able: frozenset[int] = frozenset()
        end = -1
        for hit in scene.hits:
            if hit.start >= end:
                number = scene.clause_at(hit.start)
                end = scene.clauses[number].end
                able = of_sentence & self._near(scene.types_in(number))
            for rule, slot in hit.uses:
                if rule in able:
                    asked.setdefault(rule, []).append((hit, slot))
        return asked

    def _of_view(self, view: View) -> Iterator[RelationMention]:
        """What a sentence says, by the rules whose words stand in it and those that need none."""
        scene = view.scene
        asked = self._asked(scene)
        for number in sorted(asked):
            built = self._rules[number]
            if any(map(view.named.isdisjoint, self._ends[number])):
                continue
            for finding in built.rule.find(view, asked[number]):
                ends = finding.subject.mention.type, built.head.relation, finding.object.mention.type
                if (
                    finding.confidence >= _LEAST
                    and finding.subject.entity != finding.object.entity
                    and self._ontology.accepts(*ends)
                ):
                    yield self._witness.relation(scene, built.head, finding)


def _by_types(needs: Iterable[Sequence[frozenset[str]]]) -> dict[Sequence[frozenset[str]], list[int]]:
    """The numbers of rules by the types that each needs."""
    numbers: dict[Sequence[frozenset[str]], list[int]] = {}
    for number, each in enumerate(needs):
        numbers.setdefault(each, []).append(number)
    return numbers


def _satisfied(rules: Mapping[Sequence[frozenset[str]], Iterable[int]], types: frozenset[str]) -> frozenset[int]:
    """The numbers of the rules that have what they need where things of some types are named."""
    able = [numbers for needs, numbers in rules.items() if not any(map(types.isdisjoint, needs))]
    return frozenset(itertools.chain.from_iterable(able))


_ORDER = {Modality.ASSERTED: 0, Modality.PLANNED: 1, Modality.POSSIBLE: 2, Modality.NEGATED: 3}


def _best(relations: Iterable[RelationMention], ontology: Ontology) -> tuple[RelationMention, ...]:
    """One relation for each pair and predicate: what is so before what may be, then the surest, then the first."""
    best: dict[tuple[str, str, str], RelationMention] = {}
    for each in relations:
        ends = (each.subject, each.object)
        if ontology.relations[each.predicate].symmetric:
            ends = min(ends), max(ends)
        key = (ends[0], each.predicate, ends[1])
        if key not in best or _rank(each) < _rank(best[key]):
            best[key] = each
    return tuple(sorted(best.values(), key=_place))


def _rank(relation: RelationMention) -> tuple[int, float, int]:
    return _ORDER[relation.modality], -relation.evidence.confidence, relation.evidence.span.start


def _place(relation: RelationMention) -> tuple[int, int, str, str, str]:
    span = relation.evidence.span
    return span.start, span.end, relation.subject, relation.predicate, relation.object
