"""What is counted of a record: its things, facts and figures, whose places were checked.

Knows the record's form, and is lenient where `kg.model.record` is strict: a mention or evidence whose offsets do
not give its own text is dropped and counted, never an error, so that a faulty extractor still gets its figures.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kg.errors import RecordError
from kg.model.extraction import Extraction
from kg.model.fact import Modality
from kg.model.record import to_json

MENTION_FAULT = "mention offsets"
EVIDENCE_FAULT = "evidence offsets"

COUNTED = frozenset({None, Modality.ASSERTED.value, Modality.PLANNED.value})
"""Facts that are possible or negated are not counted."""

_UNQUOTED = str.maketrans("", "", "“”\"‘’'《》「」【】 \u3000")


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity: its type, its name for reports, and its surface forms in normal form."""

    type: str
    name: str
    forms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Fact:
    """A relation by local ids, with the words that state it."""

    subject: str
    predicate: str
    object: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Figure:
    """An observation. `value` is a float because records are compared as JSON gives them.

    `placed` tells whether its evidence is where the record says.
    """

    subject: str
    metric: str
    value: float
    unit: str
    bound: str
    start: str | None
    end: str | None
    evidence: str
    placed: bool = True


@dataclass(frozen=True, slots=True)
class Statements:
    """What one record states, by local ids, with the faults that were dropped from it."""

    text: str
    things: Mapping[str, Thing]
    facts: tuple[Fact, ...]
    figures: tuple[Figure, ...]
    faults: Mapping[str, int]


Record = Mapping[str, Any]


def normal(words: str) -> str:
    """Words as they are compared: full width folded, quotes and blanks left out, case folded.

    >>> normal("“安居 贷ＡＢＣ”")
    '安居贷abc'
    """
    return unicodedata.normalize("NFKC", words).translate(_UNQUOTED).casefold()


def record_of(record: Extraction | Record) -> Record:
    """The JSON form of an extraction; a record that has it already is returned as it is."""
    return to_json(record) if isinstance(record, Extraction) else record


def read_statements(record: Record, text: str | None = None) -> Statements:
    """What a record states; `text` stands in where the record leaves its own out.

    Raises:
        RecordError: a field that is needed to count is missing or of the wrong form.
    """
    try:
        return _read(record, record["text"] if text is None else record.get("text", text))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        place = f"record {record.get('id', '')}".strip()
        remedy = "write the record as its JSON schema asks"
        raise RecordError(f"a field is missing or has the wrong form ({error})", place=place, remedy=remedy) from error


def _read(record: Record, text: str) -> Statements:
    faults: Counter[str] = Counter()
    things = {row["id"]: Thing(row["type"], row["name"], _forms(row, text, faults)) for row in record["entities"]}
    facts = []
    for row in record["relations"]:
        if row.get("modality") not in COUNTED:
            continue
        if _quotes(row["evidence"], text):
            facts.append(Fact(row["subject"], row["predicate"], row["object"], row["evidence"]["text"]))
        else:
            faults[EVIDENCE_FAULT] += 1
    rows = (row for row in record["observations"] if row.get("modality") in COUNTED)
    return Statements(text, things, tuple(facts), tuple(_figure(row, text) for row in rows), faults)


def _quotes(quote: Record, text: str) -> bool:
    start, end = quote["start"], quote["end"]
    return bool(end > start and text[start:end] == quote["text"])


def _forms(row: Record, text: str, faults: Counter[str]) -> frozenset[str]:
    forms = set()
    for mention in row["mentions"]:
        if _quotes(mention, text):
            forms.add(normal(mention["text"]))
        else:
            faults[MENTION_FAULT] += 1
    return frozenset(forms)


def _figure(row: Record, text: str) -> Figure:
    period = row.get("period") or {}
    return Figure(
        row["subject"],
        row["metric"],
        row["value"],
        row["unit"],
        row.get("bound") or "exact",
        period.get("start"),
        period.get("end"),
        row["evidence"]["text"],
        _quotes(row["evidence"], text),
    )
