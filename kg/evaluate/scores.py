"""The figures of predicted records against gold records, with every error behind them.

entities           by type and surface form, one to one: an alias left apart costs a false find, two things run
                   together cost a miss.
relations          by subject, predicate and object, ends matched as entities are.
observations       by subject, value and unit.
observations_full  the same, with period, bound and metric right as well.
Each has a strict row (surface forms equal) and a relaxed one (one form holds the other).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kg.evaluate.comparison import Comparison, Error, Kind, compare
from kg.evaluate.figures import Tally, count
from kg.evaluate.statements import Record, Statements, read_statements, record_of
from kg.model.extraction import Extraction
from kg.ontology.equivalences import Equivalences

TEXT_FAULT = "documents whose text differs from the gold text"

_NO_EQUIVALENCES = Equivalences()


@dataclass(frozen=True, slots=True)
class Scores:
    """The outcome of an evaluation.

    `tallies` holds a row for each kind and mode (`entities.strict`); `errors` everything missed or wrongly found,
    in the order of the gold documents; `faults` what was dropped from the predicted records.
    """

    documents: int
    predicted: int
    tallies: Mapping[str, Tally]
    errors: tuple[Error, ...]
    faults: Mapping[str, int]

    def errors_of(self, row: str, limit: int | None = None) -> tuple[Error, ...]:
        """The first errors of one row (`relations.strict`)."""
        return tuple(each for each in self.errors if each.row == row)[:limit]

    def to_json(self) -> dict[str, Any]:
        """The figures as they are published, without the errors."""
        rows = {name: tally.total.to_json() for name, tally in self.tallies.items()}
        return {"documents": self.documents, **rows, "faults": dict(self.faults)}


def evaluate(
    gold: Iterable[Extraction | Record],
    predicted: Iterable[Extraction | Record],
    equivalences: Equivalences = _NO_EQUIVALENCES,
) -> Scores:
    """Compares predicted records with gold records of the same id; a gold record without one counts as missed.

    Args:
        gold: what is right.
        predicted: what was found. Records of other ids than the gold's are left aside.
        equivalences: which facts say the same (`kg.ontology.equivalences.equivalences_of`).

    Raises:
        RecordError: a record lacks a field that is needed to count.
    """
    expected = _by_id(gold)
    found = _by_id(predicted)
    faults: Counter[str] = Counter()
    comparisons: list[Comparison] = []
    for id_, record in expected.items():
        right = read_statements(record)
        guess = read_statements(found[id_], right.text) if id_ in found else Statements(right.text, {}, (), (), {})
        faults[TEXT_FAULT] += guess.text != right.text
        faults.update(guess.faults)
        for relaxed in (False, True):
            comparisons += compare(id_, right, guess, equivalences, relaxed=relaxed)
    return Scores(
        documents=len(expected),
        predicted=sum(id_ in found for id_ in expected),
        tallies=_tallies(comparisons),
        errors=tuple(error for each in comparisons for error in each.errors),
        faults={name: number for name, number in sorted(faults.items()) if number},
    )


def _by_id(records: Iterable[Extraction | Record]) -> dict[str, Record]:
    """Records by id; of two with one id the later holds."""
    return {str(record["id"]): record for record in map(record_of, records)}


def _tallies(comparisons: Iterable[Comparison]) -> dict[str, Tally]:
    rows: dict[str, list[Comparison]] = {f"{kind}.{mode}": [] for kind in Kind for mode in ("strict", "relaxed")}
    for each in comparisons:
        rows[each.row].append(each)
    return {
        row: count(
            (type_ for each in parts for type_ in each.found),
            (type_ for each in parts for type_ in each.wrong),
            (type_ for each in parts for type_ in each.missed),
        )
        for row, parts in rows.items()
    }
