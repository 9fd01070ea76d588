"""A difference of two graphs for people: one line a change, facts with their evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.graph.diff import Change, Changes, Difference, ItemT
from kg.graph.flatten import Labels, number_of_figure
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.model.document import Document
from kg.model.entity import Entity, Observation, Relation, Source


def render_diff(difference: Difference, before: KnowledgeGraph, after: KnowledgeGraph, labels: Labels) -> Iterator[str]:
    """The difference as lines of text: `+` for what came, `-` for what went, `~` for what changed.

    Args:
        difference: what `compare_graphs` found.
        before: the first graph, for names and words.
        after: the second graph.
        labels: what types and relations are called.
    """
    old, new = _Teller(before, labels), _Teller(after, labels)
    for sign, ids in (
        ("+", difference.documents_added),
        ("-", difference.documents_removed),
        ("~", difference.documents_changed),
    ):
        for id_ in ids:
            yield f"{sign} document {id_}\n"
    for sign, lines in (("+", difference.curation_added), ("-", difference.curation_removed)):
        for line in lines:
            yield f"{sign} curation {' '.join(line.words)} ({line.author}, {line.date}: {line.reason})\n"
    yield from _lines(difference.entities, old, new, _Teller.entity)
    yield from _lines(difference.relations, old, new, _Teller.relation)
    yield from _lines(difference.observations, old, new, _Teller.observation)


@dataclass(frozen=True, slots=True)
class _Teller:
    """Names things and facts of one graph in words."""

    graph: KnowledgeGraph
    labels: Labels

    def entity(self, entity: Entity) -> str:
        return f"{entity.id} {entity.name} ({self.labels.get(entity.type, entity.type)})"

    def relation(self, relation: Relation) -> str:
        said = f"{self.name(relation.subject)} —{self.labels.get(relation.predicate, relation.predicate)}→ "
        role = f" [{relation.role}]" if relation.role else ""
        return f"{relation.id} {said}{self.name(relation.object)}{role} ({relation.modality.value})"

    def observation(self, observation: Observation) -> str:
        period = observation.period
        dates = f" {period.start or ''}…{period.end or ''}" if period.start or period.end else ""
        said = f"{self.name(observation.subject)}: {observation.metric} {number_of_figure(observation.quantity)}"
        return f"{observation.id} {said}{dates} ({observation.modality.value})"

    def name(self, id_: str) -> str:
        entity = self.graph.entities.get(id_)
        return entity.name if entity else id_

    def evidence(self, sources: tuple[Source, ...]) -> Iterator[str]:
        for source in sources:
            span = source.evidence.span
            document = self.graph.documents.get(source.document)
            yield f"    {source.document} {span.start}..{span.end} {_quote(source, document)}".rstrip() + "\n"


def _lines(changes: Changes[ItemT], old: _Teller, new: _Teller, tell: Callable[[_Teller, ItemT], str]) -> Iterator[str]:
    for sign, teller, items in (("+", new, changes.added), ("-", old, changes.removed)):
        for item in items:
            yield f"{sign} {tell(teller, item)}\n"
            yield from teller.evidence(_sources(item))
    for change in changes.changed:
        yield f"~ {tell(new, change.after)}: {'; '.join(_what(change, field) for field in change.fields)}\n"
        for sign, teller, item, other in (
            ("-", old, change.before, change.after),
            ("+", new, change.after, change.before),
        ):
            gone = tuple(source for source in _sources(item) if source not in _sources(other))
            yield from (f"  {sign}{line[3:]}" for line in teller.evidence(gone))


def _what(change: Change[ItemT], field: str) -> str:
    """The field, with both values where they are a word each."""
    old, new = getattr(change.before, field), getattr(change.after, field)
    return f"{field}: {old} → {new}" if isinstance(old, str) and isinstance(new, str) else field


def _sources(item: Entity | Relation | Observation) -> tuple[Source, ...]:
    return () if isinstance(item, Entity) else item.sources


def _quote(source: Source, document: Document | None) -> str:
    return " ".join(source.evidence.span.of(document.text).split()) if document else ""
