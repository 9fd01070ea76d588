"""A language's cues: how it marks clauses, numbers, dates, doubt. One YAML file each under `ontology/<language>/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.ontology.bounds import Bounds
from kg.ontology.clauses import ClauseWords
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
from kg.ontology.script import Script
from kg.ontology.source import Options, plain, read_options
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
    script: Script = field(default_factory=Script)


_FILES: Mapping[str, type[Options]] = {
    "punctuation": Punctuation,
    "numerals": Numerals,
    "units": Units,
    "bounds": Bounds,
    "periods": Periods,
    "phrases": Phrases,
    "reference": References,
    "reporting": Reporting,
    "clauses": ClauseWords,
    "modality": ModalWords,
    "surnames": Surnames,
    "head": Head,
    "script": Script,
}
"""By the name of the file, which is that of the field, too."""
_MAY_BE_MISSING = {"surnames", "head", "script"}


def read_language(folder: Path, problems: list[Problem]) -> Language | None:
    """The cues of a language's folder, or None with the faults appended to `problems`."""
    cues: dict[str, Any] = {}
    for name, model in _FILES.items():
        path = folder / f"{name}.yaml"
        if name in _MAY_BE_MISSING and not path.is_file():
            continue
        cues[name] = read_options(model, path, problems)
    return None if None in cues.values() else Language(folder, **{name: plain(each) for name, each in cues.items()})
