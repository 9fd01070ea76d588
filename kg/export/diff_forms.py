"""The forms in which the difference of two graphs is written, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kg.export.diff import render_diff
from kg.export.diff_json import render_diff_json
from kg.export.patch import render_patch
from kg.graph.diff import compare_graphs
from kg.graph.flatten import labels_of
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.ontology.pack import Pack


def _text(before: KnowledgeGraph, after: KnowledgeGraph, pack: Pack) -> Iterator[str]:
    return render_diff(compare_graphs(before, after), before, after, labels_of(pack))


def _json(before: KnowledgeGraph, after: KnowledgeGraph, pack: Pack) -> Iterator[str]:
    yield render_diff_json(compare_graphs(before, after), before, after, labels_of(pack))


FORMS: Mapping[str, Callable[[KnowledgeGraph, KnowledgeGraph, Pack], Iterator[str]]] = {
    "text": _text,
    "json": _json,
    "patch": render_patch,
}
"""Each gives, of the graph before, the graph after and their pack, what changed with its evidence."""
