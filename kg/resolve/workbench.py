"""A Knowledge while it is changed by hand: things found by words, facts moved from one end to another, marks kept.

Knows how ids follow from content, so that a fact whose end changes is the same fact as one that had that end from the
start. Which changes are made, and on whose word, is decided in `kg.resolve.curation`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace

from kg.errors import CurationError
from kg.model.document import Document
from kg.model.entity import Entity, Knowledge, Observation, Relation, Source
from kg.model.span import Span
from kg.ontology.equivalences import Equivalences
from kg.ontology.schema import Ontology
from kg.resolve.facts import firmer, ordered
from kg.resolve.identifiers import observation_id, relation_id
from kg.resolve.metrics import MetricNames
from kg.resolve.naming import plain

Place = tuple[str, Span]
"""A document, and a span of its text."""


@dataclass(frozen=True, slots=True)
class World:
    """What curation has to be told: the documents by id, what says the same, and what may be joined."""

    documents: Mapping[str, Document] = field(default_factory=dict)
    equivalences: Equivalences = field(default_factory=Equivalences)
    ontology: Ontology | None = None
    metrics: MetricNames = field(default_factory=MetricNames)

    def accepts(self, subject: Entity, predicate: str, object_: Entity) -> bool:
        """Whether a predicate may join two things; one that the ontology does not know may."""
        known = self.ontology
        return known is None or predicate not in known.relations or known.accepts(subject.type, predicate, object_.type)


class Workbench:
    """The things and facts of one graph, by id, and which lines left their mark on them."""

    def __init__(self, knowledge: Knowledge, world: World) -> None:
        self.world = world
        self.entities: dict[str, Entity] = {}
        self.facts: dict[str, Relation | Observation] = {}
        self._by_end: dict[str, set[str]] = defaultdict(set)
        self._names: dict[str, set[str]] = defaultdict(set)
        self._aliases: dict[str, set[str]] = defaultdict(set)
        self._marks: dict[str, set[int]] = defaultdict(set)
        self._taken: dict[str, Relation | Observation] = {}
        for entity in knowledge.entities:
            self.put(entity)
        facts: tuple[Relation | Observation, ...] = (*knowledge.relations, *knowledge.observations)
        for fact in facts:
            self._keep(fact)

    def knowledge(self) -> Knowledge:
        """What is on the bench, in the order of ids."""
        facts = [self.facts[id_] for id_ in sorted(self.facts)]
        return Knowledge(
            tuple(self.entities[id_] for id_ in sorted(self.entities)),
            tuple(each for each in facts if isinstance(each, Relation)),
            tuple(each for each in facts if isinstance(each, Observation)),
        )

    def find(self, words: str) -> Entity:
        """The one thing that words mean: an id, a name, another name, each with or without its type before it.

        Raises:
            CurationError: nothing or more than one thing is meant.
        """
        if words in self.entities:
            return self.entities[words]
        type_, _, name = words.partition(":")
        for index in (self._names, self._aliases):
            named = index.get(plain(words)) or {
                each for each in index.get(plain(name), ()) if self.entities[each].type == type_
            }
            if len(named) > 1:
                meant = ", ".join(f"{id_} ({self.entities[id_].type})" for id_ in sorted(named))
                raise CurationError(f"{words!r} names several things: {meant}", remedy="name one by its id")
            for id_ in named:
                return self.entities[id_]
        raise CurationError(f"nothing is called {words!r}", remedy="look for it with `kg query`, or take the line out")

    def put(self, entity: Entity) -> None:
        """Keep a thing, in the place of what has its id."""
        self._forget_names(entity.id)
        self.entities[entity.id] = entity
        # What an article leaves unnamed has a word for a name that many others have too.
        if not entity.unnamed:
            self._names[plain(entity.name)].add(entity.id)
            for alias in entity.aliases:
                self._aliases[plain(alias)].add(entity.id)

    def drop(self, id_: str) -> None:
        """Take a thing away; its facts have to be gone or moved before."""
        self._forget_names(id_)
        del self.entities[id_]
        self._marks.pop(id_, None)

    def facts_of(self, id_: str) -> list[Relation | Observation]:
        """The facts in which a thing takes part, also as a dimension, in the order of their ids."""
        return [self.facts[each] for each in sorted(self._by_end.get(id_, ()))]

    def add(self, fact: Relation | Observation) -> str | None:
        """Keep a fact under the id that its content gives; sources of what is there already are joined.

        Returns:
            The id; None where the fact would join a thing to itself, or what the ontology does not let it join.
        """
        added = self._relation(fact) if isinstance(fact, Relation) else _observation(fact)
        if added is None:
            return None
        known = self.facts.get(added.id)
        if known is not None:
            joined = replace(known, sources=ordered({*known.sources, *added.sources}))
            if isinstance(joined, Observation) and isinstance(added, Observation):
                joined = replace(joined, period=firmer(joined.period, added.period))
            added = joined
        self._keep(added)
        return added.id

    def take(self, id_: str) -> Relation | Observation:
        """Take a fact away."""
        fact = self._taken[id_] = self.facts.pop(id_)
        for end in ends_of(fact):
            self._by_end[end].discard(id_)
        self._marks.pop(id_, None)
        return fact

    def stood(self, ids: Iterable[str]) -> tuple[Place, ...]:
        """Where documents state facts that were taken away, in order; ids of others are left aside."""
        taken = (self._taken[each] for each in ids if each in self._taken)
        return tuple(sorted({(each.document, each.evidence.span) for fact in taken for each in fact.sources}))

    def move(self, old: str, new: str, documents: Set[str] | None = None) -> list[str]:
        """Let the facts of one thing be another's: all, or what some documents say.

        Returns:
            The ids of facts that are gone, since they would join what cannot be joined.
        """
        gone = []
        for fact in self.facts_of(old):
            moving = tuple(each for each in fact.sources if documents is None or each.document in documents)
            if documents is not None and not moving:
                continue
            marks = self._marks.get(fact.id, set())
            self.take(fact.id)
            staying = tuple(each for each in fact.sources if each not in moving)
            if staying:
                self._keep(replace(fact, sources=staying))
                self._marks[fact.id] |= marks
            added = self.add(_with_end(fact, old, new, moving))
            if added is None:
                gone.append(fact.id)
            else:
                self._marks[added] |= marks
        return gone

    def mark(self, id_: str, line: int) -> None:
        """Remember that a line made a thing or a fact what it is."""
        self._marks[id_].add(line)

    def marks(self) -> Mapping[int, tuple[str, ...]]:
        """What is there still with the mark of each line."""
        marked: dict[int, list[str]] = defaultdict(list)
        for id_ in sorted(self._marks):
            for line in self._marks[id_]:
                marked[line].append(id_)
        return {line: tuple(ids) for line, ids in marked.items()}

    def hand_marks(self, old: str, new: str) -> None:
        """Give one thing the marks of another."""
        self._marks[new] |= self._marks.pop(old, set())

    def turned(self, subject: str, predicate: str, object_: str) -> tuple[str, str, str]:
        """A relation in the one form in which it is kept, by the ids of its ends."""
        same = self.world.equivalences
        inverse = same.inverse(predicate, self.entities[subject].type, self.entities[object_].type)
        if inverse is not None or (predicate in same.symmetric and object_ < subject):
            return object_, inverse or predicate, subject
        return subject, predicate, object_

    def _relation(self, fact: Relation) -> Relation | None:
        subject, predicate, object_ = self.turned(fact.subject, fact.predicate, fact.object)
        ends = self.entities[subject], self.entities[object_]
        if subject == object_ or not self.world.accepts(ends[0], predicate, ends[1]):
            return None
        id_ = relation_id(subject, predicate, object_, fact.modality.value, fact.role and plain(fact.role))
        return replace(fact, id=id_, subject=subject, predicate=predicate, object=object_)

    def _keep(self, fact: Relation | Observation) -> None:
        self.facts[fact.id] = fact
        for end in ends_of(fact):
            self._by_end[end].add(fact.id)

    def _forget_names(self, id_: str) -> None:
        old = self.entities.get(id_)
        if old is not None:
            self._names[plain(old.name)].discard(id_)
            for alias in old.aliases:
                self._aliases[plain(alias)].discard(id_)


def ends_of(fact: Relation | Observation) -> tuple[str, ...]:
    """The ids of the things that take part in a fact."""
    return (fact.subject, fact.object) if isinstance(fact, Relation) else (fact.subject, *fact.dimensions)


def _with_end(fact: Relation | Observation, old: str, new: str, sources: tuple[Source, ...]) -> Relation | Observation:
    """The fact with a thing in the place of another."""
    subject = new if fact.subject == old else fact.subject
    if isinstance(fact, Relation):
        return replace(fact, subject=subject, object=new if fact.object == old else fact.object, sources=sources)
    dimensions = tuple(sorted({new if each == old else each for each in fact.dimensions}))
    return replace(fact, subject=subject, dimensions=dimensions, sources=sources)


def _observation(fact: Observation) -> Observation:
    others = (fact.dimensions, fact.modality.value)
    return replace(fact, id=observation_id(fact.subject, plain(fact.metric), fact.quantity, fact.period, others))
