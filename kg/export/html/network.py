"""The graph as a network of pyvis: its nodes and edges, rendered by our own template instead of pyvis' own.

The only module that imports pyvis. It is slow to import, so only rendering does.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup
from pyvis.network import Network

from kg.export.html.assets import ASSETS

_OPTIONS = '{"physics": {"enabled": false}}'


class PageNetwork(Network):  # type: ignore[misc]
    """A directed network with fixed places, whose `generate_html` gives one file that asks for no other.

    Names are text: the template escapes, where pyvis' own does not. Parallel relations are all kept. Nodes are
    numbered, and taken into pyvis' lists directly: `add_node` looks through all others each time.
    """

    def __init__(self, title: str, shell: Mapping[str, Any]) -> None:
        super().__init__(directed=True, heading=title, cdn_resources="in_line")
        self.set_template_dir(str(ASSETS), "template.html")
        self.set_options(_OPTIONS)
        self.templateEnv.autoescape = True
        self.templateEnv.filters["verbatim"] = Markup
        self.templateEnv.globals.update(shell)

    def add_entity(self, name: str, group: str, place: tuple[int, int]) -> None:
        """Add a node; its id is its number."""
        number = len(self.nodes)
        self.node_ids.append(number)
        self.nodes.append({"id": number, "label": name, "group": group, "x": place[0], "y": place[1]})

    def add_relation(self, subject: int, label: str, object_: int) -> None:
        """Add an edge between two nodes, by their numbers."""
        self.edges.append({"from": subject, "to": object_, "label": label, "arrows": "to"})
