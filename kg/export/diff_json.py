"""A difference of two graphs for programs: JSON, everything with its id, its words and its evidence."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from kg.export.curation_report import line_report
from kg.export.flat_values import json_of
from kg.graph.diff import Changes, Difference, ItemT
from kg.graph.flatten import Labels, flat_entity, flat_figure, flat_relation
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.graph.property_graph import Value
from kg.model.entity import Entity, Observation, Relation

Json = dict[str, Any]


def render_diff_json(difference: Difference, before: KnowledgeGraph, after: KnowledgeGraph, labels: Labels) -> str:
    """The difference as JSON; of what changed both forms are told, and which fields differ.

    Args:
        difference: what `compare_graphs` found.
        before: the first graph, for names and words.
        after: the second graph.
        labels: what types and relations are called.
    """
    both = (before, after)
    content = {
        "documents": {
            "added": difference.documents_added,
            "removed": difference.documents_removed,
            "changed": difference.documents_changed,
        },
        "curation": {
            "added": [line_report(each) for each in difference.curation_added],
            "removed": [line_report(each) for each in difference.curation_removed],
        },
        "entities": _changes(difference.entities, both, labels),
        "relations": _changes(difference.relations, both, labels),
        "observations": _changes(difference.observations, both, labels),
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _changes(changes: Changes[ItemT], both: tuple[KnowledgeGraph, KnowledgeGraph], labels: Labels) -> Json:
    before, after = both
    return {
        "added": [_told(each, after, labels) for each in changes.added],
        "removed": [_told(each, before, labels) for each in changes.removed],
        "changed": [
            {
                "id": each.after.id,
                "fields": each.fields,
                "before": _told(each.before, before, labels),
                "after": _told(each.after, after, labels),
            }
            for each in changes.changed
        ],
    }


def _told(item: Entity | Relation | Observation, graph: KnowledgeGraph, labels: Labels) -> Json:
    if isinstance(item, Relation):
        edge = flat_relation(item, graph, labels)
        ends = {"subject": _named(edge.source, graph), "object": _named(edge.target, graph)}
        return {"id": edge.id, "label": edge.label} | ends | _values(edge.values)
    if isinstance(item, Observation):
        node = flat_figure(item, graph)
        told = {"id": node.id, "label": node.label, "subject": _named(item.subject, graph)}
        dimensions = {"dimensions": [_named(id_, graph) for id_ in item.dimensions]}
        return told | dimensions | _values(node.values)
    node = flat_entity(item, labels)
    return {"id": node.id, "label": node.label} | _values(node.values)


def _named(id_: str, graph: KnowledgeGraph) -> Json:
    return {"id": id_, "name": graph.entities[id_].name}


def _values(values: Mapping[str, Value]) -> Json:
    """The attributes; the evidence, which flat formats hold as text, is told as the list it is."""
    told = {name: json_of(value) for name, value in values.items()}
    if "evidence" in told:
        told["evidence"] = json.loads(told["evidence"])
    return told
