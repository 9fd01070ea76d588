"""Entities, relations and figures as the flat nodes and edges of `kg.graph.property_graph`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from kg.graph.knowledge_graph import KnowledgeGraph
from kg.graph.property_graph import DIMENSION, FIGURE, OBSERVED, Kind, PropertyEdge, PropertyNode, Value
from kg.model.entity import Entity, Observation, Relation, Source
from kg.model.fact import Part
from kg.model.quantity import Bound, Quantity
from kg.ontology.pack import Pack
from kg.ontology.schema import EntityType, RelationType
from kg.resolve.identifiers import plain_number
from kg.resolve.reprints import find_reprinted_sources

Labels = Mapping[str, str]
"""What the terms of a pack are called, for people."""

_BOUNDS = {Bound.EXACT: "", Bound.OVER: ">", Bound.UNDER: "<", Bound.ABOUT: "≈"}


def labels_of(pack: Pack) -> Labels:
    """The labels of a pack's types and relations in the language of its texts."""
    terms: tuple[EntityType | RelationType, ...] = (*pack.ontology.types.values(), *pack.ontology.relations.values())
    return {term.name: term.labels.get(pack.options.language, term.name) for term in terms}


def property_nodes(graph: KnowledgeGraph, labels: Labels) -> Iterator[PropertyNode]:
    """Entities, then figures, each in the order of their ids."""
    for entity in graph.entities.values():
        yield flat_entity(entity, labels)
    for observation in graph.observations.values():
        yield flat_figure(observation, graph)


def property_edges(graph: KnowledgeGraph, labels: Labels) -> Iterator[PropertyEdge]:
    """Relations, then the links of figures, each in the order of their ids."""
    for relation in graph.relations.values():
        yield flat_relation(relation, graph, labels)
    for observation in graph.observations.values():
        yield _link(f"{observation.id}_subject", observation.subject, observation.id, OBSERVED)
        for dimension in observation.dimensions:
            yield _link(f"{observation.id}_{dimension}", observation.id, dimension, DIMENSION)


def flat_entity(entity: Entity, labels: Labels) -> PropertyNode:
    """The node of an entity."""
    known: dict[str, Value] = {
        "kind": Kind.ENTITY.value,
        "type": entity.type,
        "type_label": labels.get(entity.type, entity.type),
        "aliases": entity.aliases,
        "identifiers": tuple(f"{scheme}:{value}" for scheme, value in entity.identifiers),
        "unnamed": entity.unnamed,
        "mentions": len(entity.occurrences),
        "documents": tuple(sorted({each.document for each in entity.occurrences})),
    }
    return PropertyNode(entity.id, entity.name, {name: value for name, value in known.items() if value != ()})


def flat_figure(observation: Observation, graph: KnowledgeGraph) -> PropertyNode:
    """The node of a figure; the graph gives the words of its sources."""
    quantity, period = observation.quantity, observation.period
    written = _written(observation, graph)
    known: dict[str, Value | None] = {
        "kind": Kind.OBSERVATION.value,
        "type": FIGURE,
        "metric": observation.metric,
        "value": quantity.value,
        "value_to": quantity.value_to,
        "unit": quantity.unit,
        "bound": quantity.bound.value,
        "written": written,
        "period_start": period.start,
        "period_end": period.end,
        "date_basis": period.basis.value if period.basis else None,
        "modality": observation.modality.value,
    }
    number = written or number_of_figure(quantity)
    values = {name: value for name, value in known.items() if value is not None}
    return PropertyNode(
        observation.id, f"{observation.metric} {number}", values | _evidence(observation.sources, graph)
    )


def number_of_figure(quantity: Quantity) -> str:
    """The number with a sign for its bound, where the words of the text are not known."""
    upper = "" if quantity.value_to is None else f"–{plain_number(quantity.value_to)}"
    return f"{_BOUNDS[quantity.bound]}{plain_number(quantity.value)}{upper}{quantity.unit}"


def _written(observation: Observation, graph: KnowledgeGraph) -> str | None:
    """The number as the first source writes it: 964.1万人."""
    for source in observation.sources:
        document = graph.documents.get(source.document)
        if document is not None:
            for part, span in source.evidence.parts:
                if part is Part.NUMBER:
                    return span.of(document.text)
    return None


def flat_relation(relation: Relation, graph: KnowledgeGraph, labels: Labels) -> PropertyEdge:
    """The edge of a relation; the graph gives the words of its sources."""
    values: dict[str, Value] = {
        "kind": Kind.RELATION.value,
        "type": relation.predicate,
        "modality": relation.modality.value,
    }
    if relation.role is not None:
        values["role"] = relation.role
    label = labels.get(relation.predicate, relation.predicate)
    values |= _evidence(relation.sources, graph)
    return PropertyEdge(relation.id, relation.subject, relation.object, label, values)


def _link(id_: str, source: str, target: str, type_: str) -> PropertyEdge:
    return PropertyEdge(id_, source, target, type_, {"kind": Kind.LINK.value, "type": type_})


def _evidence(sources: tuple[Source, ...], graph: KnowledgeGraph) -> dict[str, Value]:
    if not sources:
        return {}
    reprinted = find_reprinted_sources(sources, graph.documents)
    told = [_told(source, graph, reprinted.get(source)) for source in sources]
    first = told[0]
    values: dict[str, Value] = {
        "confidence": max(source.evidence.confidence for source in sources),
        "sources": len(sources),
        "origins": len(sources) - len(reprinted),
        "document": first["document"],
        "start": first["start"],
        "end": first["end"],
        "evidence": json.dumps(told, ensure_ascii=False, separators=(",", ":")),
    }
    return values | ({"quote": first["quote"]} if "quote" in first else {})


def _told(source: Source, graph: KnowledgeGraph, origin: Source | None) -> dict[str, Any]:
    """One piece of evidence as JSON: offsets in code points, end exclusive."""
    evidence = source.evidence
    document = graph.documents.get(source.document)
    told: dict[str, Any] = {"document": source.document, "start": evidence.span.start, "end": evidence.span.end}
    if document is not None:
        date = document.date and document.date.isoformat()
        known = {"title": document.title, "date": date, "source": document.source}
        told |= {"quote": evidence.span.of(document.text)} | {name: value for name, value in known.items() if value}
    told |= {"confidence": evidence.confidence, "extractor": evidence.extractor, "pattern": evidence.pattern}
    return told | ({"reprint_of": origin.document} if origin else {})
