"""The report of a build as `report.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kg.export.curation_report import curation_report
from kg.export.files import write_text
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.graph.missing import Candidate
from kg.graph.report import Report
from kg.model.entity import Observation
from kg.model.quantity import Period
from kg.model.record import number_of

FILENAME = "report.json"

Json = dict[str, Any]


def render_report(report: Report, graph: KnowledgeGraph, rdf: Mapping[str, object] | None = None) -> str:
    """The report as JSON; `graph` is the one that it is of, `rdf` what its RDF takes, where that is known."""
    content = {
        "documents": {"read": report.documents, "failed": [asdict(each) for each in report.failures]},
        "entities": {
            "count": sum(report.entities.values()),
            "unnamed": report.unnamed,
            "by_type": dict(report.entities),
        },
        "relations": {
            "count": sum(report.relations.values()),
            "by_type": dict(report.relations),
            "by_modality": dict(report.modalities),
        },
        "observations": {"count": report.observations, "series": len(report.series)},
        "reprints": [asdict(each) for each in report.reprints],
        "conflicts": [
            {
                "subject": each.subject,
                "name": graph.entities[each.subject].name,
                "metric": each.metric,
                "unit": each.unit,
                **_period(each.period),
                "figures": [_figure(graph.observations[id_]) for id_ in each.observations],
            }
            for each in report.conflicts
        ],
        "curation": curation_report(graph.curation),
        **({"rdf": dict(rdf)} if rdf else {}),
        "missing": {"count": len(report.missing), "list": [_missing(each, graph) for each in report.missing]},
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def write_report(report: Report, graph: KnowledgeGraph, path: Path, rdf: Mapping[str, object] | None = None) -> None:
    """Write the report into a file.

    Raises:
        ExportError: the file cannot be written.
    """
    write_text(path, [render_report(report, graph, rdf)])


def _period(period: Period) -> Json:
    return {name: date.isoformat() for name, date in (("start", period.start), ("end", period.end)) if date}


def _figure(observation: Observation) -> Json:
    quantity = observation.quantity
    upper = {} if quantity.value_to is None else {"value_to": number_of(quantity.value_to)}
    documents = sorted({source.document for source in observation.sources})
    return (
        {"id": observation.id, "value": number_of(quantity.value)}
        | upper
        | {
            "bound": quantity.bound.value,
            "documents": documents,
        }
    )


def _missing(candidate: Candidate, graph: KnowledgeGraph) -> Json:
    document = graph.documents.get(candidate.document)
    span = candidate.span
    told: Json = {"document": candidate.document, "start": span.start, "end": span.end, "kind": candidate.kind.value}
    return told | ({"text": span.of(document.text)} if document else {})
