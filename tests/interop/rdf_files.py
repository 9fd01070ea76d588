"""The RDF files that other people's programs are given: what we write of awkward names, the ontologies, the output."""

from pathlib import Path

import pyoxigraph
from rdflib import Graph

from kg.export.jsonld import JsonLdWriter
from kg.export.nquads import NQuadsWriter
from kg.export.turtle import TurtleWriter
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.model.entity import Entity, Knowledge
from tests.knowledge import NEWS, REPRINT, sample_knowledge

ROOT = Path(__file__).parents[2]
AWKWARD = (
    '“春芽”"行动"',
    "a[b]{c}|d^e`f",
    "<b>&amp;</b>",
    "𠮷野家😀",
    "末尾\\",
    "一行\n二行\r三\t四",
    "全\u3000角%20#?",
    "é e\u0301",
)
COMMITTED = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("ontology", "output")
    for ending in ("ttl", "nq", "jsonld")
    for path in (ROOT / folder).rglob(f"*.{ending}")
    if path.parent.name != "invalid"
)


def write_awkward(pack, folder):
    """The sample graph with names, aliases, ids of documents and quotes that break careless programs; its files."""
    knowledge = sample_knowledge()
    named = tuple(Entity(f"org_{number}", "Company", name, (f"{name}'",)) for number, name in enumerate(AWKWARD))
    together = Knowledge((*knowledge.entities, *named), knowledge.relations, knowledge.observations)
    graph = KnowledgeGraph(together, (NEWS, REPRINT))
    for writer in (TurtleWriter(), NQuadsWriter(), JsonLdWriter()):
        writer.write(graph, pack, folder)
    return [folder / "graph.ttl", folder / "graph.nq", folder / "graph.jsonld"]


def triples_of(text, form):
    """The triples of a text, whatever their graphs, as pyoxigraph reads them."""
    return [quad.triple for quad in pyoxigraph.parse(text, format=form, base_iri="https://example.org/")]


def as_rdflib(triples):
    """The same triples in rdflib, to compare graphs with blank nodes."""
    text = pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.N_TRIPLES)
    return Graph().parse(data=text, format="nt")
