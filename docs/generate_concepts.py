"""Writes ontology/finance/concepts.ttl: every concept that the lexicon knows, in SKOS: `make docs`.

The ids are those that graphs have, so the file can be loaded beside any of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from kg.export.rdf.hierarchy import Hierarchy
from kg.export.rdf.resource import Resource
from kg.export.rdf.skos import NARROWER, TOP_CONCEPT_OF
from kg.export.rdf.terms import instance
from kg.export.turtle import TurtleTerms
from kg.ontology.pack import load_pack
from kg.ontology.vocabulary import load_vocabulary

PAGE = Path(__file__).parents[1] / "ontology" / "finance" / "concepts.ttl"
USED = ("core", "fin", "id", "skos")

HEAD = """
# The concepts that the lexicon of the pack knows. Made from ontology/finance/lexicon/ by `make docs`; do not edit.

"""


def render() -> str:
    """The file."""
    pack = load_pack("finance")
    vocabulary = load_vocabulary(pack)
    terms = TurtleTerms(vocabulary.prefixes)
    prefixes = "".join(f"@prefix {name}: <{vocabulary.prefixes[name]}> .\n" for name in USED)
    return prefixes + HEAD + "".join(terms.block(each) for each in _concepts(Hierarchy(pack, vocabulary)))


def _concepts(hierarchy: Hierarchy) -> Iterator[Resource]:
    """Every concept in the order of its IRI, with the narrower ones, or as a top concept of its scheme."""
    narrower: dict[str, set[str]] = defaultdict(set)
    concepts = {instance(hierarchy.id_of(name)): name for name in hierarchy.members()}
    for concept, name in concepts.items():
        for wider in hierarchy.broader(name):
            narrower[wider].add(concept)
    for concept in sorted(concepts):
        name = concepts[concept]
        described = hierarchy.describe(name)
        top = () if hierarchy.broader(name) else ((TOP_CONCEPT_OF, hierarchy.scheme(name.type)),)
        below = ((NARROWER, tuple(sorted(narrower[concept]))),) if narrower[concept] else ()
        yield Resource(described.kind, concept, (*described.properties, *top, *below))


if __name__ == "__main__":
    PAGE.write_text(render(), "utf-8")
