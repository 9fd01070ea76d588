"""JSON-LD: the same default graph as the Turtle, an object a resource, one resource a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rdflib.namespace import DCTERMS, PROV, RDF, SDO, SKOS, SOSA

from kg.export.files import write_text
from kg.export.rdf.describe import describe
from kg.export.rdf.resource import Resource
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.ontology.namespaces import CORE, OA, local_name
from kg.ontology.pack import Pack
from kg.ontology.vocabulary import Vocabulary, load_vocabulary

_LITERAL = re.compile(r'("(?:[^"\\]|\\.)*")(?:@([\w-]+)|\^\^<([^>]*)>)?', re.DOTALL)
_LINKS = (
    *(CORE.subject, CORE.relation, CORE.object, CORE.modality, CORE.reports, CORE.unit, CORE.bound, CORE.dimension),
    *(CORE.dateBasis, OA.hasSource, OA.hasSelector, SOSA.hasFeatureOfInterest, SOSA.observedProperty),
    *(SKOS.inScheme, SKOS.broader, SKOS.exactMatch, DCTERMS.publisher, DCTERMS.replaces, DCTERMS.conformsTo),
    *(PROV.wasDerivedFrom, PROV.wasGeneratedBy, PROV.wasAssociatedWith, SDO.mentions, SDO.url),
)
"""Properties whose values are always nodes: the context says so, and the values are plain strings."""


def render_jsonld(graph: KnowledgeGraph, pack: Pack) -> Iterator[str]:
    """The text of the graph in pieces.

    Raises:
        ExportError: the graph holds a type or relation that the pack does not define.
    """
    vocabulary = load_vocabulary(pack)
    objects = _Objects(vocabulary)
    yield f'{{"@context":{_dump(objects.context)},\n"@graph":[\n'
    separator = ""
    for resource in describe(graph, pack, vocabulary):
        yield separator + _dump(objects.of(resource))
        separator = ",\n"
    yield "\n]}\n"


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class _Objects:
    """Turns resources into the objects of JSON-LD under one context."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._prefixes = {address: prefix for prefix, address in vocabulary.prefixes.items()}
        self._links = {str(each) for each in _LINKS} | set(vocabulary.relations.values())
        coerced = {self._compact(each): {"@type": "@id"} for each in sorted(self._links)}
        self.context: Mapping[str, Any] = {**vocabulary.prefixes, **coerced}

    def of(self, resource: Resource) -> dict[str, Any]:
        """A resource as an object."""
        result: dict[str, Any] = {"@id": self._compact(resource.subject[1:-1])}
        for predicate, terms in resource.properties:
            address = predicate[1:-1]
            if address == str(RDF.type):
                result["@type"] = _one_or_all([self._compact(each[1:-1]) for each in terms])
            else:
                linked = address in self._links
                result[self._compact(address)] = _one_or_all([self._value(each, linked=linked) for each in terms])
        return result

    def _value(self, term: str, *, linked: bool) -> Any:
        if term[0] == "<":
            compact = self._compact(term[1:-1])
            return compact if linked else {"@id": compact}
        matched = _LITERAL.fullmatch(term)
        if matched is None:
            raise ValueError(f"{term!r} is no term of N-Triples")
        text = json.loads(matched[1], strict=False)
        if matched[2]:
            return {"@value": text, "@language": matched[2]}
        return {"@value": text, "@type": self._compact(matched[3])} if matched[3] else text

    def _compact(self, address: str) -> str:
        local = local_name(address)
        prefix = self._prefixes.get(address[: len(address) - len(local)])
        return f"{prefix}:{local}" if prefix and local else address


def _one_or_all(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


class JsonLdWriter:
    """Writes `graph.jsonld`."""

    name = "jsonld"
    filenames = ("graph.jsonld",)

    def write(self, graph: KnowledgeGraph, pack: Pack, folder: Path) -> None:
        """Write the graph into `graph.jsonld` of the folder.

        Raises:
            ExportError: the file cannot be written, or the graph is not of the pack.
        """
        write_text(folder / self.filenames[0], render_jsonld(graph, pack))
