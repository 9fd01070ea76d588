"""N-Quads: the evidence of an article in that article's graph, everything else in the default graph.

To be queried on its default graph, never on the union: some engines count a triple of two graphs twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.export.files import write_text
from kg.export.rdf.describe import describe
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.ontology.pack import Pack


def render_nquads(graph: KnowledgeGraph, pack: Pack) -> Iterator[str]:
    """The lines of the graph, each with its end.

    Raises:
        ExportError: the graph holds a type or relation that the pack does not define.
    """
    for resource in describe(graph, pack):
        end = f" {resource.article} .\n" if resource.article else " .\n"
        for subject, predicate, each in resource.triples():
            yield f"{subject} {predicate} {each}{end}"


class NQuadsWriter:
    """Writes `graph.nq`."""

    name = "nquads"
    filenames = ("graph.nq",)

    def write(self, graph: KnowledgeGraph, pack: Pack, folder: Path) -> None:
        """Write the graph into `graph.nq` of the folder.

        Raises:
            ExportError: the file cannot be written, or the graph is not of the pack.
        """
        write_text(folder / self.filenames[0], render_nquads(graph, pack))
