"""The JSON form of an Extraction: the record.

The record's fields are those of the published schema (id, title, date, source, text, entities, relations,
observations) and a few of our own that others may leave out (rule, parts, pattern, basis …). Numbers are exact
decimals until they are written here. `kg.model.record_reader` reads it back.
"""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from kg.model.extraction import Extraction
from kg.model.fact import Evidence, ObservationMention, RelationMention
from kg.model.mention import NamedEntity, Reference
from kg.model.span import Span

Json = dict[str, Any]


def to_json(extraction: Extraction) -> Json:
    """The record of an extraction, ready for `json.dumps`."""
    document = extraction.document
    return {
        "id": document.id,
        "title": document.title,
        "date": document.date.isoformat() if document.date else None,
        "source": document.source,
        "text": document.text,
        "entities": [_entity(entity, document.text) for entity in extraction.entities],
        "relations": [_relation(relation, document.text) for relation in extraction.relations],
        "observations": [_observation(observation, document.text) for observation in extraction.observations],
    }


def render_record(extraction: Extraction) -> str:
    """The record as one line of JSON, without the line's end."""
    return json.dumps(to_json(extraction), ensure_ascii=False, separators=(",", ":"))


def number_of(value: Decimal) -> int | float:
    """A decimal as the JSON number that prints the same: 9641000, 26.67."""
    return int(value) if value == value.to_integral_value() else float(value)


def _quote(span: Span, text: str) -> Json:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _entity(entity: NamedEntity, text: str) -> Json:
    named = [mention for mention in entity.mentions if mention.reference is not Reference.ANAPHORIC]
    row: Json = {"id": entity.id, "type": entity.type, "name": entity.name}
    if entity.canonical is not None:
        row["canonical"] = entity.canonical
    row["mentions"] = [
        _quote(mention.span, text) | {"rule": mention.rule, "confidence": mention.confidence} for mention in named
    ]
    return row


def _evidence(evidence: Evidence, text: str) -> Json:
    return {
        "confidence": evidence.confidence,
        "extractor": evidence.extractor,
        "pattern": evidence.pattern,
        "evidence": _quote(evidence.span, text),
        "parts": [{"part": part.value} | _quote(span, text) for part, span in evidence.parts],
    }


def _relation(relation: RelationMention, text: str) -> Json:
    row: Json = {
        "subject": relation.subject,
        "predicate": relation.predicate,
        "object": relation.object,
        "modality": relation.modality.value,
        "role": relation.role,
    }
    if relation.subject_unnamed:
        row["subject_unnamed"] = True
    return row | _evidence(relation.evidence, text)


def _observation(observation: ObservationMention, text: str) -> Json:
    quantity, period = observation.quantity, observation.period
    row: Json = {
        "subject": observation.subject,
        "metric": observation.metric,
        "value": number_of(quantity.value),
        "value_to": None if quantity.value_to is None else number_of(quantity.value_to),
        "unit": quantity.unit,
        "bound": quantity.bound.value,
        "period": {
            "start": period.start.isoformat() if period.start else None,
            "end": period.end.isoformat() if period.end else None,
        }
        | ({"basis": period.basis.value} if period.basis else {}),
        "dimensions": list(observation.dimensions),
        "modality": observation.modality.value,
    }
    if observation.subject_unnamed:
        row["subject_unnamed"] = True
    return row | _evidence(observation.evidence, text)
