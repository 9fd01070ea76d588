"""One predicted record beside its gold record: what was found, missed and wrongly found, with the errors."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass

from kg.evaluate.matching import Agreement, agreement, align, keyed_facts
from kg.evaluate.statements import Fact, Figure, Statements
from kg.ontology.equivalences import Equivalences

FIGURE = "observation"
"""The one type of figures."""


class Kind(enum.StrEnum):
    """What is counted."""

    ENTITIES = "entities"
    RELATIONS = "relations"
    OBSERVATIONS = "observations"
    OBSERVATIONS_FULL = "observations_full"


@dataclass(frozen=True, slots=True)
class Error:
    """One thing missed or wrongly found.

    `outcome` is `missed`, `wrong`, or for a figure found with faults `wrong end,metric`; `type` the type or
    predicate; `what` names it; `evidence` are the words that state it.
    """

    row: str
    document: str
    outcome: str
    type: str
    what: str
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The types of what was found, wrongly found and missed of one kind in one document."""

    row: str
    found: tuple[str, ...]
    wrong: tuple[str, ...]
    missed: tuple[str, ...]
    errors: tuple[Error, ...]


def compare(
    document: str, gold: Statements, guess: Statements, equivalences: Equivalences, *, relaxed: bool
) -> Iterator[Comparison]:
    """The comparisons of every kind, strict or relaxed."""
    case = _Case(document, gold, guess, "relaxed" if relaxed else "strict")
    aligned = align(gold.things, guess.things, relaxed=relaxed)
    yield _things(case, aligned)
    yield _facts(case, aligned, equivalences)
    yield from _figures(case, aligned)


@dataclass(frozen=True, slots=True)
class _Case:
    """What every comparison of one document in one mode needs."""

    document: str
    gold: Statements
    guess: Statements
    mode: str

    def error(self, kind: Kind, outcome: str, type_: str, what: str, evidence: str = "") -> Error:
        return Error(f"{kind}.{self.mode}", self.document, outcome, type_, what, evidence)

    def comparison(self, kind: Kind, found: list[str], wrong: list[Error], missed: list[Error]) -> Comparison:
        wrong_types = tuple(each.type for each in wrong)
        missed_types = tuple(each.type for each in missed)
        return Comparison(f"{kind}.{self.mode}", tuple(found), wrong_types, missed_types, (*missed, *wrong))


def _things(case: _Case, aligned: dict[str, str]) -> Comparison:
    hit = set(aligned.values())
    found = [thing.type for id_, thing in case.gold.things.items() if id_ in hit]
    missed = [
        case.error(Kind.ENTITIES, "missed", thing.type, thing.name)
        for id_, thing in case.gold.things.items()
        if id_ not in hit
    ]
    wrong = [
        case.error(Kind.ENTITIES, "wrong", thing.type, thing.name)
        for id_, thing in case.guess.things.items()
        if id_ not in aligned
    ]
    return case.comparison(Kind.ENTITIES, found, wrong, missed)


def _facts(case: _Case, aligned: dict[str, str], equivalences: Equivalences) -> Comparison:
    expected = keyed_facts(case.gold, equivalences)
    guessed = keyed_facts(case.guess, equivalences, aligned)
    found = [key[1] for key in expected if key in guessed]
    missed = [
        case.error(Kind.RELATIONS, "missed", key[1], _ends(fact, case.gold), fact.evidence)
        for key, fact in expected.items()
        if key not in guessed
    ]
    wrong = [
        case.error(Kind.RELATIONS, "wrong", key[1], _ends(fact, case.guess), fact.evidence)
        for key, fact in guessed.items()
        if key not in expected
    ]
    return case.comparison(Kind.RELATIONS, found, wrong, missed)


def _figures(case: _Case, aligned: dict[str, str]) -> Iterator[Comparison]:
    """Each gold figure takes the free predicted one that agrees best; of equals the last."""
    free = [figure for figure in case.guess.figures if figure.placed]
    missed: list[Figure] = []
    pairs: list[tuple[Figure, Figure, Agreement]] = []
    for expected in case.gold.figures:
        rated = [(index, rating) for index, each in enumerate(free) if (rating := agreement(expected, each, aligned))]
        if not rated:
            missed.append(expected)
            continue
        index, rating = max(rated, key=lambda each: (each[1].count, each[0]))
        pairs.append((expected, free.pop(index), rating))
    for kind in (Kind.OBSERVATIONS, Kind.OBSERVATIONS_FULL):
        right = [pair for pair in pairs if kind is Kind.OBSERVATIONS or not pair[2].wrong]
        faulty = [pair for pair in pairs if kind is Kind.OBSERVATIONS_FULL and pair[2].wrong]
        wrong = [_figure_error(case, kind, "wrong", case.guess, each) for each in free]
        lost = [_figure_error(case, kind, "missed", case.gold, each) for each in missed]
        # A figure found with faults is both: the right one is missing, a wrong one stands in its place.
        lost += [_figure_error(case, kind, "wrong " + ",".join(r.wrong), case.gold, e) for e, _, r in faulty]
        found = [FIGURE for _ in right]
        comparison = case.comparison(kind, found, wrong, lost)
        yield _with_wrong(comparison, len(faulty))


def _with_wrong(comparison: Comparison, more: int) -> Comparison:
    wrong = (*comparison.wrong, *(FIGURE for _ in range(more)))
    return Comparison(comparison.row, comparison.found, wrong, comparison.missed, comparison.errors)


def _figure_error(case: _Case, kind: Kind, outcome: str, of: Statements, figure: Figure) -> Error:
    what = f"{_name(figure.subject, of)}: {figure.metric} = {figure.value} {figure.unit}"
    return case.error(kind, outcome, FIGURE, what, figure.evidence)


def _ends(fact: Fact, of: Statements) -> str:
    return f"{_name(fact.subject, of)} -> {_name(fact.object, of)}"


def _name(id_: str, of: Statements) -> str:
    thing = of.things.get(id_)
    return thing.name if thing else id_
