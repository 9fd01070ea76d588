"""What RDF calls the things of a pack: prefixes, concept schemes, units, in the IRIs of the pack's Turtle.

Knows how the Turtle files tell them; which triples are written with them is for the export floor.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS, VANN

from kg.ontology.namespaces import CORE, INSTANCES, PREFIXES, local_name
from kg.ontology.pack import Pack, packs_folder
from kg.ontology.turtle import load_turtle


@dataclass(frozen=True, slots=True)
class Scheme:
    """A SKOS concept scheme: its IRI, the IRI of the class whose members it holds, its titles by language."""

    iri: str
    members: str
    titles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The IRIs of a pack.

    `types` and `relations` are by local name, `schemes` by the IRI of the class, `units` by the form in which a
    figure holds them (元). `prefixes` are those of the program and the pack; `versions` the ontologies' version IRIs.
    """

    language: str
    titles: Mapping[str, str]
    types: Mapping[str, str]
    relations: Mapping[str, str]
    schemes: Mapping[str, Scheme]
    units: Mapping[str, str]
    prefixes: Mapping[str, str]
    versions: tuple[str, ...]


@functools.lru_cache(maxsize=4)
def load_vocabulary(pack: Pack) -> Vocabulary:
    """The vocabulary of a pack, read once: every RDF writer asks for it.

    Raises:
        OntologyError: a Turtle file of the pack cannot be read.
    """
    shared = packs_folder()
    core, units = load_turtle(shared / "core.ttl"), shared / pack.options.language / "units.ttl"
    schemas = [core, *(load_turtle(path) for path in pack.files("schema.ttl"))]
    counted = load_turtle(units) if units.is_file() else Graph()
    schemes = [
        *_assumed(schemas),
        *(each for path in pack.files("schemes.ttl") for each in _schemes(load_turtle(path))),
    ]
    return Vocabulary(
        pack.options.language,
        pack.options.title,
        {name: each.iri for name, each in pack.ontology.types.items()},
        {name: each.iri for name, each in pack.ontology.relations.items()},
        {each.members: each for each in schemes},
        dict(_units(counted)),
        _prefixes([*schemas, counted]),
        tuple(sorted(str(each) for graph in schemas for each in graph.objects(None, OWL.versionIRI))),
    )


def _assumed(schemas: Iterable[Graph]) -> Iterator[Scheme]:
    """A scheme for each class of concepts, named like the class: it holds where `schemes.ttl` tells no other."""
    whole = sum(schemas, Graph())
    for members in sorted(map(str, whole.transitive_subjects(RDFS.subClassOf, CORE.Concept))):
        labels = (each for each in whole.objects(URIRef(members), RDFS.label) if isinstance(each, Literal))
        titles = {str(each.language): str(each) for each in sorted(labels, key=str)}
        yield Scheme(f"{INSTANCES}scheme_{local_name(members)}", members, titles)


def _schemes(graph: Graph) -> Iterator[Scheme]:
    for node in sorted(graph.subjects(RDF.type, SKOS.ConceptScheme), key=str):
        titles = [each for each in graph.objects(node, DCTERMS.title) if isinstance(each, Literal)]
        by_language = {str(each.language): str(each) for each in sorted(titles, key=str)}
        for members in sorted(graph.objects(node, CORE.schemeOf), key=str):
            yield Scheme(str(node), str(members), by_language)


def _units(graph: Graph) -> Iterator[tuple[str, str]]:
    for node in sorted(graph.subjects(RDF.type, CORE.Unit), key=str):
        for notation in graph.objects(node, SKOS.notation):
            yield str(notation), str(node)


def _prefixes(graphs: Iterable[Graph]) -> Mapping[str, str]:
    """The program's prefixes and those that ontologies ask for, in the order of their names."""
    prefixes = dict(PREFIXES)
    for graph in graphs:
        for ontology, prefix in sorted(graph.subject_objects(VANN.preferredNamespacePrefix), key=str):
            iri = str(graph.value(ontology, VANN.preferredNamespaceUri))
            prefixes.setdefault(str(prefix) or local_name(str(ontology)), iri)
    return {name: prefixes[name] for name in sorted(prefixes)}
