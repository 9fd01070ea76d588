"""Which formats there are: the name of each with its writer. One line a format.

Knows the names only; what a file looks like is its writer's own business.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from kg.errors import ExportError
from kg.export.cyjs import CytoscapeWriter
from kg.export.gexf import GexfWriter
from kg.export.graphml import GraphMLWriter
from kg.export.html.writer import HtmlWriter
from kg.export.jsonld import JsonLdWriter
from kg.export.nquads import NQuadsWriter
from kg.export.tables import TablesWriter
from kg.export.turtle import TurtleWriter
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.ontology.pack import Pack


class Writer(Protocol):
    """One format. Its module has a pure `render` beside; `write` only puts what is rendered into files.

    `name` is what a user asks for (`turtle`), `filenames` what `write` makes inside the folder (`graph.ttl`).
    """

    @property
    def name(self) -> str:
        """What a user asks for."""
        ...

    @property
    def filenames(self) -> tuple[str, ...]:
        """The files it makes, by their names inside the output folder."""
        ...

    def write(self, graph: KnowledgeGraph, pack: Pack, folder: Path) -> None:
        """Write the graph into the files of this format.

        Args:
            graph: what to write.
            pack: the labels, looks and vocabulary of the graph's domain.
            folder: an existing folder.

        Raises:
            ExportError: a file cannot be written.
        """
        ...


def writers() -> Mapping[str, Writer]:
    """Every format by name, in the order in which they are written."""
    known: tuple[Writer, ...] = (
        TurtleWriter(),
        NQuadsWriter(),
        JsonLdWriter(),
        HtmlWriter(),
        GraphMLWriter(),
        GexfWriter(),
        CytoscapeWriter(),
        TablesWriter(),
    )
    return MappingProxyType({writer.name: writer for writer in known})


def find_writers(names: Iterable[str]) -> tuple[Writer, ...]:
    """The writers of the named formats, each once, in the order of `writers`.

    Raises:
        ExportError: a name is no format.
    """
    known, asked = writers(), set(names)
    for name in sorted(asked - known.keys()):
        raise ExportError(f"there is no format {name!r}", remedy=f"name any of {', '.join(known)}")
    return tuple(writer for name, writer in known.items() if name in asked)
