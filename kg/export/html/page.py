"""`graph.html`: one file that an analyst opens and keeps open, without a server and without a network.

Composes the page from its parts: places, columns, articles, safety, and pyvis' network with our template.
"""

from __future__ import annotations

from typing import Any

from kg.export.html.appearance import Appearance
from kg.export.html.arrangement import COLLAPSED, WHOLE, Arrangement, arrange
from kg.export.html.articles import PARTS, article_blocks
from kg.export.html.assets import app_script, app_style, messages, network_library
from kg.export.html.columns import Json, graph_columns
from kg.export.html.embedding import Block, render_blocks
from kg.export.html.numbering import Numbering
from kg.export.html.policy import content_policy
from kg.graph.knowledge_graph import KnowledgeGraph


def render_page(graph: KnowledgeGraph, appearance: Appearance, title: str, *, with_text: bool = True) -> str:
    """The page of a graph, as HTML.

    Args:
        graph: what to show.
        appearance: colours, shapes and labels of its types and predicates.
        title: the page's heading.
        with_text: whether the articles' texts go into the page; without them it holds what facts quote.

    Raises:
        ExportError: a fact quotes an article that the graph does not hold, or pyvis is damaged.
    """
    from kg.export.html.network import PageNetwork  # noqa: PLC0415 - pyvis takes a second to import

    numbering = Numbering(graph, appearance)
    ends = [(numbering.of_entity[each.subject], numbering.of_entity[each.object]) for each in numbering.relations]
    arrangement = arrange([each.name for each in numbering.entities], ends)
    articles = list(article_blocks(numbering, with_text=with_text))
    columns = graph_columns(numbering, title) | _about_the_page(arrangement, articles, with_text=with_text)
    network = PageNetwork(title, _shell(columns, articles))
    for number, entity in enumerate(numbering.entities):
        network.add_entity(entity.name, entity.type, (arrangement.x[number], arrangement.y[number]))
    for relation, (subject, object_) in zip(numbering.relations, ends, strict=True):
        network.add_relation(subject, relation.predicate, object_)
    html: str = network.generate_html()
    return html


def _about_the_page(arrangement: Arrangement, articles: list[Json], *, with_text: bool) -> Json:
    return {
        "messages": messages(),
        "parts": [each.value for each in PARTS],
        "whole": WHOLE,
        "collapsed": COLLAPSED,
        "communities": arrangement.communities,
        "blocks": [len(each["texts"]) for each in articles],
        "excerpts": not with_text,
    }


def _shell(columns: Json, articles: list[Json]) -> dict[str, Any]:
    """What the template asks for beside pyvis' own nodes and edges."""
    script, style, library = app_script(), app_style(), network_library()

    def blocks(nodes: list[Json], edges: list[Json]) -> list[Block]:
        """The graph's block, completed from the network's nodes and edges, and the articles' blocks."""
        columns["entities"] |= {name: [each[key] for each in nodes] for name, key in _OF_NODES}
        columns["relations"] |= {name: [each[key] for each in edges] for name, key in _OF_EDGES}
        return render_blocks([columns, *articles])

    return {
        "blocks": blocks,
        "script": script,
        "style": style,
        "library": library,
        "policy": content_policy((script, library), (style,)),
        "say": messages(),
    }


_OF_NODES = (("label", "label"), ("x", "x"), ("y", "y"))
_OF_EDGES = (("from", "from"), ("to", "to"))
