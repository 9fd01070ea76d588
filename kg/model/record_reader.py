"""Reading a record: the extraction that its JSON states, by us or by another extractor.

Checks that every quote is what its offsets give and that facts are between entities of the record. The record's form
is told in `kg.model.record`.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from kg.errors import RecordError
from kg.model.document import Document
from kg.model.extraction import Extraction
from kg.model.fact import Evidence, Modality, ObservationMention, Part, RelationMention
from kg.model.mention import Mention, NamedEntity, Reference
from kg.model.quantity import Bound, DateBasis, Period, Quantity
from kg.model.span import Span

FOREIGN = "record"
"""Extractor named in the evidence of a record that does not say what found it."""


def from_json(row: Mapping[str, Any], *, place: str = "") -> Extraction:
    """The extraction that a record states.

    Args:
        row: the parsed record.
        place: where it was read, for errors (`records.jsonl:3`).

    Raises:
        RecordError: a field is missing or of the wrong form, a quote is not what its offsets give, or a fact names
            an entity that the record does not hold.
    """
    reader = _Reader(place)
    try:
        return reader.extraction(row)
    except (KeyError, TypeError, ValueError, ArithmeticError, AttributeError) as error:
        what = f"field {error} is missing" if isinstance(error, KeyError) else f"a field has the wrong form: {error}"
        raise RecordError(what, place=place, remedy="write the record as its JSON schema asks") from error


class _Reader:
    """Reads one record; knows its place, its text and its entity ids."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._text = ""
        self._ids: set[str] = set()

    def extraction(self, row: Mapping[str, Any]) -> Extraction:
        self._text = row["text"]
        document = Document(
            id=str(row["id"]),
            text=self._text,
            title=row.get("title"),
            date=_date(row.get("date")),
            source=row.get("source"),
        )
        entities = tuple(self._entity(entity) for entity in row["entities"])
        self._ids = {entity.id for entity in entities}
        return Extraction(
            document,
            entities,
            tuple(self._relation(relation) for relation in row["relations"]),
            tuple(self._observation(observation) for observation in row["observations"]),
        )

    def _span(self, quote: Mapping[str, Any]) -> Span:
        span = Span(quote["start"], quote["end"])
        if span.of(self._text) != quote["text"]:
            reason = f"characters {span.start}..{span.end} of the text are not {quote['text']!r}"
            raise RecordError(reason, place=self._place, remedy="give offsets in code points, end exclusive")
        return span

    def _entity(self, row: Mapping[str, Any]) -> NamedEntity:
        canonical = row.get("canonical")
        mentions = tuple(
            Mention(
                self._span(quote),
                row["type"],
                quote.get("rule", FOREIGN),
                canonical,
                float(quote.get("confidence", 1.0)),
                Reference.NAMED,
            )
            for quote in row["mentions"]
        )
        return NamedEntity(str(row["id"]), row["type"], row["name"], mentions, canonical)

    def _known(self, reference: str) -> str:
        if reference not in self._ids:
            raise RecordError(
                f"a fact names the entity {reference!r}, which the record does not hold", place=self._place
            )
        return reference

    def _evidence(self, row: Mapping[str, Any]) -> Evidence:
        parts: Sequence[Mapping[str, Any]] = row.get("parts") or ()
        return Evidence(
            self._span(row["evidence"]),
            row.get("extractor", FOREIGN),
            row.get("pattern", FOREIGN),
            float(row.get("confidence", 1.0)),
            tuple((Part(part["part"]), self._span(part)) for part in parts),
        )

    def _relation(self, row: Mapping[str, Any]) -> RelationMention:
        return RelationMention(
            self._known(row["subject"]),
            row["predicate"],
            self._known(row["object"]),
            self._evidence(row),
            Modality(row.get("modality") or Modality.ASSERTED),
            row.get("role"),
            bool(row.get("subject_unnamed", False)),
        )

    def _observation(self, row: Mapping[str, Any]) -> ObservationMention:
        value_to = row.get("value_to")
        quantity = Quantity(
            Decimal(str(row["value"])),
            row["unit"],
            Bound(row.get("bound") or Bound.EXACT),
            None if value_to is None else Decimal(str(value_to)),
        )
        return ObservationMention(
            self._known(row["subject"]),
            row["metric"],
            quantity,
            self._evidence(row),
            _period(row.get("period") or {}),
            tuple(self._known(dimension) for dimension in row.get("dimensions") or ()),
            Modality(row.get("modality") or Modality.ASSERTED),
            bool(row.get("subject_unnamed", False)),
        )


def _date(value: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(value) if value else None


def _period(row: Mapping[str, Any]) -> Period:
    basis = row.get("basis")
    return Period(_date(row.get("start")), _date(row.get("end")), DateBasis(basis) if basis else None)
