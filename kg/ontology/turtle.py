"""Reading a pack's Turtle: its classes and properties as an `Ontology`, every fault with file and line.

Knows how the schema is told in OWL. What the terms mean for extraction and for the graph is for the floors above.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import pyoxigraph
from rdflib import Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDF, RDFS, SKOS
from rdflib.term import Node

from kg.errors import OntologyError
from kg.ontology.namespaces import local_name
from kg.ontology.problem import Problem
from kg.ontology.schema import EntityType, Ontology, RelationType

TermT = TypeVar("TermT", EntityType, RelationType)


def load_turtle(path: Path) -> Graph:
    """The graph of a Turtle file.

    A strict parser goes before rdflib's, which takes names that other programs refuse.

    Raises:
        OntologyError: the file cannot be read or is not Turtle; the place gives the line.
    """
    try:
        text = path.read_text("utf-8-sig")
        for _ in pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE, base_iri=path.absolute().as_uri()):
            pass
        return Graph().parse(data=text, format="turtle", publicID=path.absolute().as_uri())
    except OSError as error:
        raise OntologyError(f"cannot be read ({error.strerror})", place=str(path)) from error
    except UnicodeDecodeError as error:
        raise OntologyError("is not UTF-8", place=str(path), remedy="save it as UTF-8") from error
    except SyntaxError as error:
        place = f"{path}:{error.lineno}" if error.lineno else str(path)
        reason = re.sub(r"^Parser error at line \d+ (column \d+)(?: and column \d+)?:", r"\1:", error.msg)
        raise OntologyError(f"is not Turtle, {reason}", place=place, remedy="mend the syntax there") from error


def read_schema(paths: Iterable[Path], problems: list[Problem]) -> Ontology:
    """The entity types and relations that schema files define.

    Every named class is an entity type and every named object property a relation, but for a property that is
    declared the inverse of another: that only gives the other's `inverse`.

    Args:
        paths: schema files, those of extended packs first.
        problems: takes the faults of what they say.

    Raises:
        OntologyError: a file cannot be read or is not Turtle.
    """
    types: dict[str, EntityType] = {}
    relations: dict[str, RelationType] = {}
    for path in paths:
        schema = _Schema(path, problems)
        _merge(types, schema.types(), schema)
        _merge(relations, schema.relations(), schema)
    return Ontology(_by_name(types), _by_name(relations))


class _Schema:
    """One schema file: its graph, its place in problems."""

    def __init__(self, path: Path, problems: list[Problem]) -> None:
        self.path = path
        self._problems = problems
        self._graph = load_turtle(path)
        self._lines = path.read_text("utf-8").splitlines()
        self._inverses = dict(self._inverse_pairs())

    def types(self) -> Iterator[EntityType]:
        own = {str(each) for each in self._named(OWL.Class)}
        for node in self._named(OWL.Class):
            parents = sorted(str(each) for each in self._graph.objects(node, RDFS.subClassOf) if str(each) in own)
            if len(parents) > 1:
                self.fault(node, f"{local_name(node)} is under {len(parents)} classes, and may be under one")
            yield EntityType(
                local_name(node),
                str(node),
                self._texts(node, RDFS.label),
                self._texts(node, SKOS.definition),
                local_name(parents[0]) if parents else None,
            )

    def relations(self) -> Iterator[RelationType]:
        for node in self._named(OWL.ObjectProperty):
            if node in self._inverses:
                continue
            inverse = min((str(each) for each, of in self._inverses.items() if of == node), default=None)
            yield RelationType(
                local_name(node),
                str(node),
                self._texts(node, RDFS.label),
                self._texts(node, SKOS.definition),
                self._classes(node, RDFS.domain),
                self._classes(node, RDFS.range),
                (node, RDF.type, OWL.SymmetricProperty) in self._graph,
                local_name(inverse) if inverse else None,
            )

    def fault(self, node: str, message: str) -> None:
        """Note a fault where a term is defined."""
        self._problems.append(Problem(self.path, self._line_of(node), message))

    def _named(self, kind: URIRef) -> list[URIRef]:
        return sorted(each for each in self._graph.subjects(RDF.type, kind) if isinstance(each, URIRef))

    def _inverse_pairs(self) -> Iterator[tuple[URIRef, URIRef]]:
        for inverse, of in sorted(self._graph.subject_objects(OWL.inverseOf), key=str):
            if isinstance(inverse, URIRef) and isinstance(of, URIRef):
                yield inverse, of

    def _texts(self, node: URIRef, predicate: URIRef) -> Mapping[str, str]:
        texts: dict[str, str] = {}
        for each in sorted(self._graph.objects(node, predicate), key=str):
            if isinstance(each, Literal) and each.language:
                if each.language in texts:
                    self.fault(node, f"{local_name(node)} has two {local_name(predicate)}s in {each.language}")
                texts[each.language] = str(each)
        return MappingProxyType(texts)

    def _classes(self, node: URIRef, predicate: URIRef) -> frozenset[str]:
        """The local names of a domain or range; several are allowed only as a union."""
        found = sorted(self._graph.objects(node, predicate), key=str)
        if len(found) > 1:
            what = local_name(predicate)
            self.fault(
                node, f"{local_name(node)} has {len(found)} {what}s, which OWL takes as all at once; use owl:unionOf"
            )
        return frozenset(name for each in found for name in self._members(node, each))

    def _members(self, node: URIRef, expression: Node) -> Iterator[str]:
        if isinstance(expression, URIRef):
            yield local_name(expression)
            return
        union = self._graph.value(expression, OWL.unionOf)
        if union is None:
            self.fault(node, f"{local_name(node)} has a domain or range that is neither a class nor a union of classes")
            return
        yield from (local_name(str(each)) for each in Collection(self._graph, union))

    def _line_of(self, node: str) -> int:
        """The line on which a term stands as subject, 0 where none does."""
        subject = re.compile(rf"(?:[\w-]*:|<[^>]*[#/]){re.escape(local_name(node))}>?\s")
        return next((number for number, line in enumerate(self._lines, 1) if subject.match(line)), 0)


def _merge(known: dict[str, TermT], found: Iterable[TermT], schema: _Schema) -> None:
    for term in found:
        other = known.setdefault(term.name, term)
        if other.iri != term.iri:
            schema.fault(term.iri, f"{term.name} is a term of {other.iri} already")


def _by_name(terms: dict[str, TermT]) -> Mapping[str, TermT]:
    return MappingProxyType({name: terms[name] for name in sorted(terms)})
