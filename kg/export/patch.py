"""The difference of two graphs as an RDF Patch: the quads to delete and to add, in the form that Jena reads."""

from __future__ import annotations

from collections.abc import Iterator

from kg.export.nquads import render_nquads
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.ontology.pack import Pack


def render_patch(before: KnowledgeGraph, after: KnowledgeGraph, pack: Pack) -> Iterator[str]:
    """One transaction that turns the quads of one graph into those of the other, sorted."""
    old, new = (set("".join(render_nquads(each, pack)).split("\n")[:-1]) for each in (before, after))
    yield "TX .\n"
    for sign, quads in (("D", old - new), ("A", new - old)):
        for quad in sorted(quads):
            yield f"{sign} {quad}\n"
    yield "TC .\n"
