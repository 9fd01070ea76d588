"""Writes `graph.html`."""

from __future__ import annotations

from pathlib import Path

from kg.export.files import write_text
from kg.export.html.appearance import appearance_of
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.ontology.pack import Pack


class HtmlWriter:
    """The page. `with_text` says whether it holds the articles' texts or only what facts quote."""

    name = "html"
    filenames = ("graph.html",)

    def __init__(self, *, with_text: bool = True) -> None:
        self._with_text = with_text

    def write(self, graph: KnowledgeGraph, pack: Pack, folder: Path) -> None:
        """Write the page into `graph.html` of the folder.

        Raises:
            ExportError: the file cannot be written, or the graph's facts quote articles that it does not hold.
        """
        from kg.export.html.page import render_page  # noqa: PLC0415 - numpy is slow to import, and few commands write

        title = pack.options.title.get(pack.options.language, pack.name)
        page = render_page(graph, appearance_of(pack), title, with_text=self._with_text)
        write_text(folder / self.filenames[0], [page])
