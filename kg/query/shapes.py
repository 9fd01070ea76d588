"""Holding a graph against what the ontologies ask of it: SHACL shapes, queries that must find nothing, and the texts.

Knows the engines and how their findings are read; what a graph must look like is told by `core.shacl.ttl`, `hygiene/`
and the pack's `shapes.ttl`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph
import pyshacl
from pyshacl.errors import ReportableRuntimeError, ShapeLoadError, ValidationFailure
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, SH
from rdflib.term import Node

from kg.errors import QueryError
from kg.model.document import Document
from kg.ontology.namespaces import INSTANCES, local_name
from kg.ontology.pack import Pack, packs_folder
from kg.ontology.turtle import load_turtle
from kg.query.in_rdflib import to_rdflib
from kg.query.questions import read_question
from kg.query.sparql import ask
from kg.query.store import QueryGraph, load_graph

_QUOTE_IN_TEXT = URIRef("https://w3id.org/cnfinkg/core/shapes#QuoteInText")
_TARGETS = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)
_IN_MEMORY = 1 << 62
_PLACES = """SELECT ?node ?document ?start ?end ?quote WHERE {
  ?place oa:hasSelector ?node ; oa:hasSource/dct:identifier ?document .
  ?node oa:start ?start ; oa:end ?end ; oa:exact ?quote }"""
_SENTENCE = """SELECT ?quote WHERE { VALUES ?node { %s }
  { ?node oa:exact ?quote } UNION { ?node oa:hasSelector/oa:exact ?quote }
  UNION { ?place core:reports ?node ; oa:hasSelector/oa:exact ?quote }
  UNION { ?place core:subject|core:object ?node ; oa:hasSelector/oa:exact ?quote } } ORDER BY ?quote LIMIT 1"""


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A node that breaks a shape.

    `shape` is the local name of the shape or the name of the query; `messages` are by language; `value` is what was
    found there, `sentence` the words of an article that the node rests on; both empty where there are none.
    """

    node: str
    shape: str
    messages: tuple[tuple[str, str], ...]
    value: str = ""
    sentence: str = ""

    def message(self, language: str) -> str:
        """What is wrong, in a language, or in the first there is."""
        texts = dict(self.messages)
        return texts.get(language) or next(iter(texts.values()), "")


def validate(path: Path, pack: Pack, documents: Mapping[str, Document] | None = None) -> tuple[Violation, ...]:
    """Every violation in a graph file, in the order of nodes.

    Args:
        path: the file, as `kg build` wrote it.
        pack: the pack whose shapes hold.
        documents: articles by id, to hold every quote against its text; None to leave that out.

    Raises:
        QueryError: the file or a shape cannot be read.
    """
    graph = load_graph(path, cached_from=_IN_MEMORY)
    found = {*_shacl(graph, pack), *_quotes(graph, documents or {})}
    ontologies = (packs_folder() / "core.ttl", *pack.files("schema.ttl"))
    sentences = {each.node: _sentence(graph, each.node) for each in found}
    for ontology in ontologies:  # domains and ranges, for the queries; after this the store holds more than the file
        graph.store.bulk_load(path=ontology, format=pyoxigraph.RdfFormat.TURTLE)
    for each in _hygiene(graph, pack):
        sentences.setdefault(each.node, _sentence(graph, each.node))
        found.add(each)
    return tuple(
        sorted(Violation(each.node, each.shape, each.messages, each.value, sentences[each.node]) for each in found)
    )


def _shacl(graph: QueryGraph, pack: Pack) -> Iterator[Violation]:
    shared = packs_folder()
    shapes, ontology = Graph(), Graph()
    for path in (shared / "core.shacl.ttl", *pack.files("shapes.ttl")):
        shapes += load_turtle(path)
    for path in (shared / "core.ttl", *pack.files("schema.ttl")):
        ontology += load_turtle(path)
    _target_properties(shapes)
    try:
        data = to_rdflib(graph.store)
        _, report, _ = pyshacl.validate(data, shacl_graph=shapes, ont_graph=ontology, inference="none", inplace=True)
    except (ReportableRuntimeError, ShapeLoadError, ValidationFailure) as error:
        raise QueryError(f"the shapes cannot be used: {error}", place="shapes.ttl", remedy="mend the shape") from error
    if not isinstance(report, Graph):
        raise QueryError("the shapes gave no report", place="shapes.ttl")
    for result in report.subjects(RDF.type, SH.ValidationResult):
        value = report.value(result, SH.value)
        yield Violation(
            str(report.value(result, SH.focusNode)),
            local_name(str(report.value(result, SH.sourceShape))),
            _messages(report.objects(result, SH.resultMessage)),
            "" if value is None else str(value),
        )


def _target_properties(shapes: Graph) -> None:
    """Let property shapes have the targets of their node shapes, which asks the same of the same nodes.

    The engine builds the constraints of a property shape anew for each node that a node shape hands on, but once where
    it looks for the nodes itself.
    """
    for node, shape in tuple(shapes.subject_objects(SH.property)):
        targets = [(kind, each) for kind in _TARGETS for each in shapes.objects(node, kind)]
        if targets and (None, SH.node, node) not in shapes:
            shapes.remove((node, SH.property, shape))
            for kind, each in targets:
                shapes.add((shape, kind, each))


def _messages(nodes: Iterator[Node]) -> tuple[tuple[str, str], ...]:
    texts = [each for each in nodes if isinstance(each, Literal)]
    return tuple(sorted((str(each.language or ""), str(each)) for each in texts))


def _hygiene(graph: QueryGraph, pack: Pack) -> Iterator[Violation]:
    """The rows of queries that must have none."""
    for path in (*sorted((packs_folder() / "hygiene").glob("*.rq")), *pack.files("hygiene/*.rq")):
        query = read_question(path)
        for row in ask(graph, query.query).rows:
            node = row[0].value if row and row[0] else ""
            yield Violation(node, query.name, tuple(sorted(query.words.items())))


def _quotes(graph: QueryGraph, documents: Mapping[str, Document]) -> Iterator[Violation]:
    """The places whose quote is not what the article has there; articles that are not at hand are left out."""
    if not documents:
        return
    messages = _messages(load_turtle(packs_folder() / "core.shacl.ttl").objects(_QUOTE_IN_TEXT, SH.message))
    for row in ask(graph, _PLACES).rows:
        node, document, start, end, quote = (each.value if each else "" for each in row)
        if document in documents and documents[document].text[int(start) : int(end)] != quote:
            yield Violation(node, local_name(str(_QUOTE_IN_TEXT)), messages, quote)


def _sentence(graph: QueryGraph, node: str) -> str:
    if not node.startswith(INSTANCES):
        return ""
    rows = ask(graph, _SENTENCE % f"<{node}>").rows
    return rows[0][0].value if rows and rows[0][0] else ""
