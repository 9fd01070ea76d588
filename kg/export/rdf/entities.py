"""Entities as RDF: type, names, identifiers, place among concepts, and their asserted relations as direct triples."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from rdflib.namespace import DCTERMS, PROV, RDF, SDO, SKOS

from kg.export.rdf.names import Names
from kg.export.rdf.resource import Kind, Properties, Resource, given
from kg.export.rdf.terms import instance, iri, is_address, literal
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.model.entity import Entity
from kg.model.fact import Modality
from kg.ontology.lexicon import Lexicon, Name
from kg.ontology.namespaces import CORE
from kg.ontology.vocabulary import Vocabulary

_A = RDF.type.n3()
_PREF_LABEL = SKOS.prefLabel.n3()
_ALT_LABEL = SKOS.altLabel.n3()
_SCOPE_NOTE = SKOS.scopeNote.n3()
_IN_SCHEME = SKOS.inScheme.n3()
_BROADER = SKOS.broader.n3()
_CONCEPT = SKOS.Concept.n3()
_UNNAMED = CORE.UnnamedAgent.n3()
_REPLACES = DCTERMS.replaces.n3()
_DERIVED_FROM = PROV.wasDerivedFrom.n3()

_UNKNOWN = Name("", "")
_WIKIDATA = "http://www.wikidata.org/entity/"
_ADDRESSES: Mapping[str, str] = {"wikidata": SKOS.exactMatch.n3(), "site": SDO.url.n3()}
_CODES: Mapping[str, str] = {"lei": SDO.leiCode.n3(), "uscc": CORE.unifiedSocialCreditCode.n3()}


def describe_entities(graph: KnowledgeGraph, lexicon: Lexicon, vocabulary: Vocabulary) -> Iterator[Resource]:
    """Every entity in the order of ids."""
    describer = _Entities(graph, lexicon, vocabulary)
    for name in sorted(graph.entities):
        yield describer.resource(graph.entities[name])


class _Entities:
    """Describes the entities of one graph; finds concepts by name and relations by subject."""

    def __init__(self, graph: KnowledgeGraph, lexicon: Lexicon, vocabulary: Vocabulary) -> None:
        self._names = Names(vocabulary)
        self._known = lexicon.by_key
        self._schemes = {
            name: iri(vocabulary.schemes[address].iri)
            for name, address in vocabulary.types.items()
            if address in vocabulary.schemes
        }
        self._ids = {(each.type, each.name): each.id for each in graph.entities.values() if not each.unnamed}
        self._facts: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for relation in graph.relations.values():
            if relation.modality is Modality.ASSERTED:
                facts = self._facts[relation.subject]
                facts[self._names.relation(relation.predicate)].add(instance(relation.object))

    def resource(self, entity: Entity) -> Resource:
        known = _UNKNOWN if entity.unnamed else self._known.get((entity.type, entity.name), _UNKNOWN)
        scheme = () if entity.unnamed else tuple(filter(None, [self._schemes.get(entity.type)]))
        kinds = (self._names.entity_type(entity.type), *((_CONCEPT,) if scheme else ()))
        properties = given(
            (_A, (*kinds, _UNNAMED) if entity.unnamed else kinds),
            (_PREF_LABEL, (self._names.words(entity.name),)),
            (_ALT_LABEL, tuple(self._names.words(each) for each in sorted(entity.aliases))),
            (_SCOPE_NOTE, (self._names.words(known.note),) if known.note else ()),
            (_IN_SCHEME, scheme),
            (_BROADER, self._others(entity.type, (known.broader,)) if scheme else ()),
            (_REPLACES, self._others(entity.type, known.successor_of)),
            (_DERIVED_FROM, self._articles(entity) if entity.unnamed else ()),
        )
        return Resource(Kind.ENTITY, instance(entity.id), (*properties, *_identified(entity), *self._direct(entity.id)))

    def _others(self, type_: str, names: tuple[str | None, ...]) -> tuple[str, ...]:
        """The entities of the graph that have the names, of the same type."""
        ids = (self._ids.get((type_, name)) for name in names if name)
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
