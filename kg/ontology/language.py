"""A language's cues: how it marks clauses, numbers, dates, doubt. One YAML file each under `ontology/<language>/`."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import OntologyError
from kg.ontology.bounds import Bounds
from kg.ontology.clauses import ClauseWords
from kg.ontology.head import FILE as HEAD_FILE
from kg.ontology.head import Head
from kg.ontology.modality import ModalWords
from kg.ontology.numerals import Numerals
from kg.ontology.people import Surnames
from kg.ontology.periods import Periods
from kg.ontology.phrases import Phrases
from kg.ontology.problem import Problem
from kg.ontology.punctuation import Punctuation
from kg.ontology.reference import References
from kg.ontology.reporting import Reporting
from kg.ontology.source import ModelT, load_yaml, validate
from kg.ontology.units import Units


@dataclass(frozen=True, slots=True)
class Language:
    """All cues of one language."""

    folder: Path
    punctuation: Punctuation
    numerals: Numerals
    units: Units
    bounds: Bounds
    periods: Periods
    phrases: Phrases
    reference: References
    reporting: Reporting
    clauses: ClauseWords
    modality: ModalWords
    surnames: Surnames = field(default_factory=Surnames)
    head: Head = field(default_factory=Head)


def read_language(folder: Path, problems: list[Problem]) -> Language | None:
    """The cues of a language's folder, or None with the faults appended to `problems`."""

    def read(name: str, model: type[ModelT]) -> ModelT | None:
        path = folder / f"{name}.yaml"
        try:
            return validate(model, load_yaml(path), path, problems)
        except OntologyError as error:
            problems.append(Problem(path, 0, str(error)))
            return None

    punctuation = read("punctuation", Punctuation)
    numerals = read("numerals", Numerals)
    units = read("units", Units)
    bounds = read("bounds", Bounds)
    periods = read("periods", Periods)
    phrases = read("phrases", Phrases)
    reference = read("reference", References)
    reporting = read("reporting", Reporting)
    clauses = read("clauses", ClauseWords)
    modality = read("modality", ModalWords)
    surnames = read("surnames", Surnames) if (folder / "surnames.yaml").is_file() else Surnames()
    head = read("head", Head) if (folder / HEAD_FILE).is_file() else Head()
    if punctuation is None or numerals is None or units is None or bounds is None or periods is None:
        return None
    if phrases is None or reference is None or reporting is None or surnames is None:
        return None
    if clauses is None or modality is None or head is None:
        return None
    return Language(
        folder,
        punctuation,
        numerals,
        units,
        bounds,
        periods,
        phrases,
        reference,
        reporting,
        clauses,
        modality,
        surnames,
        head,
    )
