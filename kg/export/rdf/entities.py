"""Entities as RDF: type, names, identifiers, place among concepts, and their asserted relations as direct triples."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from rdflib.namespace import DCTERMS, PROV, SDO, SKOS

from kg.export.rdf.curation import Marks
from kg.export.rdf.hierarchy import Hierarchy
from kg.export.rdf.names import Names
from kg.export.rdf.resource import Kind, Properties, Resource, given
from kg.export.rdf.skos import ALT_LABEL, BROADER, CONCEPT, IN_SCHEME, PREF_LABEL, SCOPE_NOTE, TYPE
from kg.export.rdf.terms import instance, iri, is_address, literal
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.model.entity import Entity
from kg.model.fact import Modality
from kg.ontology.lexicon import Name
from kg.ontology.namespaces import CORE
from kg.ontology.vocabulary import Vocabulary

_UNNAMED = CORE.UnnamedAgent.n3()
_REPLACES = DCTERMS.replaces.n3()
_DERIVED_FROM = PROV.wasDerivedFrom.n3()

_WIKIDATA = "http://www.wikidata.org/entity/"
_ADDRESSES: Mapping[str, str] = {"wikidata": SKOS.exactMatch.n3(), "site": SDO.url.n3()}
_CODES: Mapping[str, str] = {"lei": SDO.leiCode.n3(), "uscc": CORE.unifiedSocialCreditCode.n3()}


def describe_entities(graph: KnowledgeGraph, hierarchy: Hierarchy, vocabulary: Vocabulary) -> Iterator[Resource]:
    """Every entity in the order of ids."""
    describer = _Entities(graph, hierarchy, vocabulary)
    for name in sorted(graph.entities):
        yield describer.resource(graph.entities[name])


class _Entities:
    """Describes the entities of one graph; finds relations by subject and listed names by entity."""

    def __init__(self, graph: KnowledgeGraph, hierarchy: Hierarchy, vocabulary: Vocabulary) -> None:
        self._names = Names(vocabulary)
        self._marks = Marks(graph)
        self._hierarchy = hierarchy
        self._entries = {each.id: hierarchy.entry(each) for each in graph.entities.values()}
        self._ids = {(entry.type, entry.canonical): id_ for id_, entry in self._entries.items() if entry}
        self._facts: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for relation in graph.relations.values():
            if relation.modality is Modality.ASSERTED:
                facts = self._facts[relation.subject]
                facts[self._names.relation(relation.predicate)].add(instance(relation.object))

    def resource(self, entity: Entity) -> Resource:
        scheme = () if entity.unnamed else self._hierarchy.scheme(entity.type)
        entry = self._entries[entity.id]
        kinds = (CONCEPT,) if scheme else (_UNNAMED,) if entity.unnamed else ()
        properties = given(
            (TYPE, (self._names.entity_type(entity.type), *kinds)),
            (PREF_LABEL, (self._names.words(entity.name),)),
            (ALT_LABEL, tuple(self._names.words(each) for each in sorted(entity.aliases))),
            (SCOPE_NOTE, (self._names.words(entry.note),) if entry and entry.note else ()),
            (IN_SCHEME, scheme),
            (BROADER, self._hierarchy.broader(entry)),
            (_REPLACES, self._predecessors(entry)),
            (_DERIVED_FROM, self._articles(entity) if entity.unnamed else ()),
        )
        more = (*_identified(entity), *self._marks.of_entity(entity.id), *self._direct(entity.id))
        return Resource(Kind.ENTITY, instance(entity.id), (*properties, *more))

    def _predecessors(self, entry: Name | None) -> tuple[str, ...]:
        """The entities of the graph that a listed one succeeds."""
        if entry is None:
            return ()
        ids = (self._ids.get((entry.type, name)) for name in entry.successor_of)
        return tuple(instance(each) for each in sorted(filter(None, ids)))

    def _articles(self, entity: Entity) -> tuple[str, ...]:
        return tuple(self._names.article(each) for each in sorted({each.document for each in entity.occurrences}))

    def _direct(self, entity: str) -> Properties:
        facts = self._facts.get(entity, {})
        return tuple((predicate, tuple(sorted(facts[predicate]))) for predicate in sorted(facts))


def _identified(entity: Entity) -> Properties:
    """What the outside world calls the entity; a scheme without a property of its own is written before its value."""
    properties: dict[str, set[str]] = defaultdict(set)
    for scheme, value in entity.identifiers:
        address = _WIKIDATA + value if scheme == "wikidata" else value
        if scheme in _ADDRESSES and is_address(address):
            properties[_ADDRESSES[scheme]].add(iri(address))
        elif scheme in _CODES:
            properties[_CODES[scheme]].add(literal(value))
        else:
            properties[DCTERMS.identifier.n3()].add(literal(f"{scheme}:{value}"))
    return tuple((predicate, tuple(sorted(properties[predicate]))) for predicate in sorted(properties))
