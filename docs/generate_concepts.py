"""Writes ontology/finance/concepts.ttl: every concept that the pack knows, in SKOS: `make docs`.

The ids are those that graphs have, so the file can be loaded beside any of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from rdflib import OWL

from kg.export.rdf.hierarchy import Hierarchy
from kg.export.rdf.metrics import MetricScheme
from kg.export.rdf.resource import Resource
from kg.export.rdf.skos import BROADER, IN_SCHEME, NARROWER, TOP_CONCEPT_OF
from kg.export.turtle import TurtleTerms
from kg.ontology.pack import load_pack
from kg.ontology.vocabulary import load_vocabulary

PAGE = Path(__file__).parents[1] / "ontology" / "finance" / "concepts.ttl"
USED = ("core", "dct", "fin", "id", "owl", "rdfs", "skos", "xsd")

HEAD = """
# The concepts that the pack knows. Made from ontology/finance/lexicon/ and metrics.yaml by `make docs`; do not edit.

<https://w3id.org/cnfinkg/finance/concepts> a owl:Ontology ;
  owl:imports <https://w3id.org/cnfinkg/finance/schemes> ;
  owl:versionIRI <https://w3id.org/cnfinkg/finance/concepts/0.2.0> ;
  owl:versionInfo "0.2.0" ;
  owl:priorVersion <https://w3id.org/cnfinkg/finance/concepts/0.1.0> ;
  dct:title "财经概念"@zh , "Concepts of finance"@en ;
  dct:creator <https://w3id.org/cnfinkg/project> ;
  dct:created "2026-11-24T00:00:00Z"^^xsd:dateTime ;
  dct:license <https://creativecommons.org/licenses/by/4.0/> .

"""


def render() -> str:
    """The file."""
    pack = load_pack("finance")
    vocabulary = load_vocabulary(pack)
    terms = TurtleTerms(vocabulary.prefixes)
    known = {**vocabulary.prefixes, "owl": str(OWL)}
    prefixes = "".join(f"@prefix {name}: <{known[name]}> .\n" for name in USED)
    hierarchy = Hierarchy(pack, vocabulary)
    concepts = [*map(hierarchy.describe, hierarchy.members()), *MetricScheme(pack, vocabulary).members()]
    return prefixes + HEAD + "".join(terms.block(each) for each in _related(concepts))


def _related(concepts: list[Resource]) -> Iterator[Resource]:
    """Every concept in the order of its IRI, with the narrower ones, or as a top concept of its scheme."""
    narrower: dict[str, set[str]] = defaultdict(set)
    for each in concepts:
        for wider in dict(each.properties).get(BROADER, ()):
            narrower[wider].add(each.subject)
    for each in sorted(concepts, key=lambda each: each.subject):
        told = dict(each.properties)
        top = () if BROADER in told else ((TOP_CONCEPT_OF, told[IN_SCHEME]),)
        below = ((NARROWER, tuple(sorted(narrower[each.subject]))),) if narrower[each.subject] else ()
        yield Resource(each.kind, each.subject, (*each.properties, *top, *below))


if __name__ == "__main__":
    PAGE.write_text(render(), "utf-8")
