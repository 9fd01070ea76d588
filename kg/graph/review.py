"""What of a graph deserves a curator's look, the most useful first.

The kinds come in the order of what a look is likely to mend; in each, what most facts hang on comes first. Where
sentences stand and which names are near is found by others.
"""

from __future__ import annotations

import enum
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.graph.flatten import number_of_figure
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.graph.missing import Place, Places
from kg.model.curation import Split
from kg.model.entity import Entity, Observation, Relation
from kg.model.quantity import DateBasis
from kg.model.span import Span
from kg.resolve.candidates import MergeCandidate
from kg.resolve.conflicts import find_conflicts

UNSURE = 0.6
"""A fact of which no source is surer than this is worth a look."""
_CANDIDATES = 5
"""So many candidates are named for an unnamed actor."""


class Concern(enum.StrEnum):
    """Why something deserves a look, in the order of use."""

    MERGE = "merge"
    """Two names may be one thing's."""
    CONFIDENCE = "confidence"
    """No source of a fact is sure."""
    CONFLICT = "conflict"
    """Figures contradict each other."""
    YEAR = "year"
    """A figure's year is open."""
    UNNAMED = "unnamed"
    """An article leaves an actor unnamed, and there is someone that it may be."""
    SENTENCE = "sentence"
    """A sentence names several things and states nothing of them."""


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """Something to look at.

    `ids` are of the entities or facts in question, `words` say what it is, `weight` ranks it within its concern,
    `place` is where to read on, None where no document says so.
    """

    concern: Concern
    weight: float
    ids: tuple[str, ...]
    words: str
    place: Place | None = None


def review_graph(
    graph: KnowledgeGraph, near: Iterable[MergeCandidate] = (), sentences: Iterable[Place] = ()
) -> tuple[ReviewRow, ...]:
    """What deserves a look.

    Args:
        graph: the graph.
        near: entities with near names.
        sentences: where the sentences of its documents stand.
    """
    rows = [
        *_near(graph, near),
        *_unsure(graph),
        *_conflicts(graph),
        *_open_years(graph),
        *_unnamed(graph),
        *_silent(graph, sentences),
    ]
    order = {concern: rank for rank, concern in enumerate(Concern)}
    return tuple(sorted(rows, key=lambda each: (order[each.concern], -each.weight, each.ids, each.words)))


def _near(graph: KnowledgeGraph, near: Iterable[MergeCandidate]) -> Iterator[ReviewRow]:
    apart = [set(each.touched) for each in graph.curation.applied if isinstance(each.line.change, Split)]
    for each in near:
        if any({each.one, each.other} <= split for split in apart):
            continue  # a curator says that they are two
        pair = graph.entities[each.one], graph.entities[each.other]
        facts = sum(len(_facts_of(graph, entity.id)) for entity in pair)
        words = f"{pair[0].name} | {pair[1].name} ({pair[0].type})"
        yield ReviewRow(Concern.MERGE, round(each.likeness * (1 + facts), 4), (each.one, each.other), words)


def _unsure(graph: KnowledgeGraph) -> Iterator[ReviewRow]:
    facts: tuple[Relation | Observation, ...] = (*graph.relations.values(), *graph.observations.values())
    for fact in facts:
        surest = max((source.evidence.confidence for source in fact.sources), default=1.0)
        if surest < UNSURE:
            words = f"{_words(graph, fact)} ({surest:.2f})"
            yield ReviewRow(Concern.CONFIDENCE, round(1 - surest, 4), (fact.id,), words, _place(fact))


def _conflicts(graph: KnowledgeGraph) -> Iterator[ReviewRow]:
    for each in find_conflicts(graph.observations.values()):
        figures = [graph.observations[id_] for id_ in each.observations]
        values = " | ".join(number_of_figure(figure.quantity) for figure in figures)
        words = f"{graph.entities[each.subject].name} {each.metric} {each.period.end or each.period.start}: {values}"
        sources = sum(len(figure.sources) for figure in figures)
        yield ReviewRow(Concern.CONFLICT, sources, each.observations, words, _place(figures[0]))


def _open_years(graph: KnowledgeGraph) -> Iterator[ReviewRow]:
    for each in graph.observations.values():
        if each.period.basis is DateBasis.OPEN:
            yield ReviewRow(Concern.YEAR, len(each.sources), (each.id,), _words(graph, each), _place(each))


def _unnamed(graph: KnowledgeGraph) -> Iterator[ReviewRow]:
    doing: dict[tuple[str, str], list[str]] = defaultdict(list)
    for relation in graph.relations.values():
        if not graph.entities[relation.subject].unnamed:
            doing[relation.predicate, relation.object].append(relation.subject)
    naming = _named_in(graph)
    for entity in graph.entities.values():
        if not entity.unnamed:
            continue
        facts = [each for each in graph.relations_of(entity.id) if each.subject == entity.id]
        same = {who for each in facts for who in doing[each.predicate, each.object]}
        places = {(each.document, entity.type) for each in entity.occurrences}
        beside = {who for place in places for who in naming.get(place, ())} - same
        found = (*sorted(same), *sorted(beside))[:_CANDIDATES]
        if found:
            names = " | ".join(graph.entities[each].name for each in found)
            weight = len(same) + len(facts) / (1 + len(facts))
            yield ReviewRow(Concern.UNNAMED, weight, (entity.id, *found), f"{entity.name}: {names}", _named_at(entity))


def _named_in(graph: KnowledgeGraph) -> dict[tuple[str, str], set[str]]:
    """By document and type: the entities that are named there."""
    naming: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entity in graph.entities.values():
        if not entity.unnamed:
            for each in entity.occurrences:
                naming[each.document, entity.type].add(entity.id)
    return naming


def _silent(graph: KnowledgeGraph, sentences: Iterable[Place]) -> Iterator[ReviewRow]:
    """Sentences that name at least two things, and that neither evidence touches nor what a curator rejects."""
    facts = [fact for id_ in graph.entities for fact in _facts_of(graph, id_)]
    rejected = (place for each in graph.curation.applied for place in each.places)
    stated = Places((*((each.document, each.evidence.span) for fact in facts for each in fact.sources), *rejected))
    named: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for entity in graph.entities.values():
        for each in entity.occurrences:
            named[each.document].append((each.span, entity.id))
    for document, span in sentences:
        ids = tuple(sorted({id_ for place, id_ in named.get(document, ()) if span.contains(place)}))
        if len(ids) > 1 and not stated.overlap(document, span):
            words = " ".join(span.of(graph.documents[document].text).split())
            yield ReviewRow(Concern.SENTENCE, len(ids), ids, words, (document, span))


def _facts_of(graph: KnowledgeGraph, entity: str) -> list[Relation | Observation]:
    return [*graph.relations_of(entity), *graph.observations_of(entity)]


def _words(graph: KnowledgeGraph, fact: Relation | Observation) -> str:
    subject = graph.entities[fact.subject].name
    if isinstance(fact, Relation):
        return f"{subject} {fact.predicate} {graph.entities[fact.object].name}"
    return f"{subject} {fact.metric} {number_of_figure(fact.quantity)}"


def _place(fact: Relation | Observation) -> Place | None:
    """The first place that states a fact."""
    return next(((each.document, each.evidence.span) for each in fact.sources), None)


def _named_at(entity: Entity) -> Place | None:
    return next(((each.document, each.span) for each in entity.occurrences), None)
