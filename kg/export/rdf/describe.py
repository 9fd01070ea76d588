"""The knowledge graph as resources, in one fixed order, and how many triples each part of it takes."""

from __future__ import annotations

from collections.abc import Iterator

from kg.export.rdf.articles import describe_articles
from kg.export.rdf.concepts import describe_concepts
from kg.export.rdf.curation import describe_curation
from kg.export.rdf.entities import describe_entities
from kg.export.rdf.figures import describe_figures
from kg.export.rdf.hierarchy import Hierarchy
from kg.export.rdf.resource import Resource
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.ontology.pack import Pack
from kg.ontology.vocabulary import Vocabulary, load_vocabulary


def describe(graph: KnowledgeGraph, pack: Pack, vocabulary: Vocabulary | None = None) -> Iterator[Resource]:
    """Every resource of the graph once: what it names, its entities, its figures, its articles with their evidence.

    The model is that of docs/ontology.md: a relation is a direct triple where it is asserted, and a statement for each
    place that states it; a number is a figure, and a report for each place that reports it. At the end stands what
    curators did.

    Raises:
        ExportError: the graph holds a type or relation that the pack does not define.
    """
    known = vocabulary or load_vocabulary(pack)
    hierarchy = Hierarchy(pack, known)
    yield from describe_concepts(graph, pack, known, hierarchy)
    yield from describe_entities(graph, hierarchy, known)
    yield from describe_figures(graph, known)
    yield from describe_articles(graph, known)
    yield from describe_curation(graph, known)
