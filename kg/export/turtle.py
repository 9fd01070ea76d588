"""Turtle: the whole graph in one default graph, for people to read and to query."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

from rdflib.namespace import RDF, XSD

from kg.export.files import write_text
from kg.export.rdf.describe import describe
from kg.export.rdf.resource import Kind, Resource
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.ontology.namespaces import INSTANCES
from kg.ontology.pack import Pack
from kg.ontology.vocabulary import load_vocabulary

FILENAME = "graph.ttl"

_HEADINGS: Mapping[Kind, str] = {
    Kind.VOCABULARY: "Terms, schemes, units, metrics",
    Kind.ENTITY: "Entities and their asserted relations",
    Kind.FIGURE: "Figures",
    Kind.ARTICLE: "Articles, each with the evidence in it",
    Kind.CURATION: "Curation",
}
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
_FRACTION = re.compile(r'"(-?\d+\.\d+)"\^\^.*')
_INSTANCE = f"<{INSTANCES}"
_DECIMAL_TYPE = f"^^<{XSD.decimal}>"
_INTEGER_TYPE = f"^^<{XSD.integer}>"


def render_turtle(graph: KnowledgeGraph, pack: Pack) -> Iterator[str]:
    """The text of the graph in pieces.

    Raises:
        ExportError: the graph holds a type or relation that the pack does not define.
    """
    vocabulary = load_vocabulary(pack)
    terms = TurtleTerms(vocabulary.prefixes)
    for prefix, address in vocabulary.prefixes.items():
        yield f"@prefix {prefix}: <{address}> .\n"
    for heading, resources in groupby(describe(graph, pack, vocabulary), key=_heading):
        yield f"\n# {heading}\n\n"
        for resource in resources:
            yield terms.block(resource)


def _heading(resource: Resource) -> str:
    return _HEADINGS.get(resource.kind, _HEADINGS[Kind.ARTICLE])


class TurtleTerms:
    """Shortens terms by prefixes; remembers the short forms of the vocabularies' terms, not of millions of ids."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefixes = {address: prefix for prefix, address in prefixes.items()}
        self._short = {RDF.type.n3(): "a"}

    def block(self, resource: Resource) -> str:
        """A resource with its properties, a line each, its end included."""
        lines = [
            f"{self._iri(predicate)} {' , '.join(self._object(each) for each in objects)}"
            for predicate, objects in resource.properties
        ]
        return self._iri(resource.subject) + " " + " ;\n  ".join(lines) + " .\n"

    def _object(self, term: str) -> str:
        if term[0] == "<":
            return self._iri(term)
        if term.endswith(_DECIMAL_TYPE):
            shortened = _FRACTION.fullmatch(term)
            return shortened[1] if shortened else f"{term[: -len(_DECIMAL_TYPE)]}^^xsd:decimal"
        if term.endswith(_INTEGER_TYPE):
            return term[1 : -len(_INTEGER_TYPE) - 1]
        literal, typed, address = term.rpartition("^^")
        return f"{literal}^^{self._iri(address)}" if typed and address[-1] == ">" else term

    def _iri(self, term: str) -> str:
        short = self._short.get(term)
        if short is None:
            short = self._shorten(term)
            if not term.startswith(_INSTANCE):
                self._short[term] = short
        return short

    def _shorten(self, term: str) -> str:
        """The prefixed name of an IRI, or the IRI where its last part is no plain local name."""
        cut = max(term.rfind("#"), term.rfind("/")) + 1
        prefix, local = self._prefixes.get(term[1:cut]), term[cut:-1]
        return f"{prefix}:{local}" if prefix is not None and _LOCAL.fullmatch(local) else term


class TurtleWriter:
    """Writes `graph.ttl`."""

    name = "turtle"
    filenames = (FILENAME,)

    def write(self, graph: KnowledgeGraph, pack: Pack, folder: Path) -> None:
        """Write the graph into `graph.ttl` of the folder.

        Raises:
            ExportError: the file cannot be written, or the graph is not of the pack.
        """
        write_text(folder / self.filenames[0], render_turtle(graph, pack))
