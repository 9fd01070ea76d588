"""The vocabularies that the program itself writes and reads, each closed: an unknown term raises.

Knows the core vocabulary (a test holds it against `ontology/core.ttl`) and the terms taken from others. The terms
of a domain are never named here: they come from the pack.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rdflib import Namespace, URIRef
from rdflib.namespace import DCTERMS, PROV, RDF, RDFS, SDO, SKOS, SOSA, VANN, VOID, XSD, DefinedNamespace

INSTANCES = "https://w3id.org/cnfinkg/id/"
"""Before the id of every entity, statement, figure and article."""


class CORE(DefinedNamespace):
    """Articles, the evidence in them, statements and figures."""

    _NS = Namespace("https://w3id.org/cnfinkg/core#")
    _fail = True

    Agent: URIRef
    Article: URIRef
    Bound: URIRef
    Concept: URIRef
    Curation: URIRef
    DateBasis: URIRef
    Entity: URIRef
    Evidence: URIRef
    Figure: URIRef
    Metric: URIRef
    Modality: URIRef
    Observation: URIRef
    Projection: URIRef
    Report: URIRef
    Statement: URIRef
    Unit: URIRef
    UnnamedAgent: URIRef

    About: URIRef
    Asserted: URIRef
    Exact: URIRef
    Negated: URIRef
    Over: URIRef
    Planned: URIRef
    Possible: URIRef
    Under: URIRef
    YearInferred: URIRef
    YearOfPublication: URIRef
    YearOpen: URIRef
    YearStated: URIRef

    action: URIRef
    asWritten: URIRef  # noqa: N815 - the names of the vocabulary
    bound: URIRef
    confidence: URIRef
    dateBasis: URIRef  # noqa: N815
    contradicts: URIRef
    dimension: URIRef
    modality: URIRef
    object: URIRef
    periodEnd: URIRef  # noqa: N815
    periodStart: URIRef  # noqa: N815
    relation: URIRef
    reports: URIRef
    role: URIRef
    schemeOf: URIRef  # noqa: N815
    subject: URIRef
    unifiedSocialCreditCode: URIRef  # noqa: N815
    unit: URIRef
    valueTo: URIRef  # noqa: N815


class OA(DefinedNamespace):
    """The part of the Web Annotation vocabulary that evidence uses."""

    _NS = Namespace("http://www.w3.org/ns/oa#")
    _fail = True

    SpecificResource: URIRef
    TextPositionSelector: URIRef
    TextQuoteSelector: URIRef
    end: URIRef
    exact: URIRef
    hasSelector: URIRef  # noqa: N815
    hasSource: URIRef  # noqa: N815
    start: URIRef


PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "core": str(CORE),
        "dct": str(DCTERMS),
        "id": INSTANCES,
        "oa": str(OA),
        "prov": str(PROV),
        "rdf": str(RDF),
        "rdfs": str(RDFS),
        "schema": str(SDO),
        "skos": str(SKOS),
        "sosa": str(SOSA),
        "vann": str(VANN),
        "void": str(VOID),
        "xsd": str(XSD),
    }
)
"""The prefix of each vocabulary, as files are written and queries may use them; a pack adds its own."""


def local_name(iri: str) -> str:
    """What stands after the last `#` or `/` of an IRI.

    >>> local_name("https://w3id.org/cnfinkg/core#Statement")
    'Statement'
    """
    return iri[max(iri.rfind("#"), iri.rfind("/")) + 1 :]
