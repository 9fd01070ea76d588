"""A file of curation: a YAML list with one mapping for each line, read, checked against the ontology, and added to.

Knows the file's form. What a line does to a graph is decided by `kg.resolve.curation`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from kg.errors import CurationError, OntologyError
from kg.model.curation import Assert, Change, CurationLine, Quote, Reject, RelationWords, Retype
from kg.model.fact import Modality
from kg.ontology.curation_options import AnyLine, CurationOptions
from kg.ontology.problem import Problem
from kg.ontology.schema import Ontology
from kg.ontology.source import parse_yaml, validate

FILENAME = "curation.yaml"
"""What the file is called in a store and in an output folder."""


def load_curation(path: Path, ontology: Ontology) -> tuple[CurationLine, ...]:
    """The lines of a file, in its order; none where there is no such file.

    Raises:
        CurationError: the file cannot be read, or a line has faults; the first is told with its place.
    """
    if not path.exists():
        return ()
    try:
        return parse_curation(path.read_text("utf-8"), path, ontology)
    except OSError as error:
        raise CurationError(f"cannot be read ({error.strerror})", place=str(path)) from error
    except UnicodeDecodeError as error:
        raise CurationError("is not UTF-8", place=str(path), remedy="save it as UTF-8") from error


def parse_curation(text: str, path: Path, ontology: Ontology) -> tuple[CurationLine, ...]:
    """The lines of the text of a file; `path` is where it stands, for what is told.

    Raises:
        CurationError: a line has faults; the first is told with its place.
    """
    problems: list[Problem] = []
    try:
        data = parse_yaml(text, path) or []
    except OntologyError as error:
        raise CurationError(error.reason, place=error.place, remedy=error.remedy) from error
    options = validate(CurationOptions, data, path, problems)
    lines = tuple(_line(each, data[at].line) for at, each in enumerate(options.root)) if options else ()
    problems += (Problem(path, each.line, what) for each in lines for what in _unknown(each.change, ontology))
    if problems:
        first = min(problems)
        more = f" ({len(problems)} faults in all)" if len(problems) > 1 else ""
        raise CurationError(first.message + more, place=first.place, remedy="mend the line there")
    return lines


def _line(options: AnyLine, line: int) -> CurationLine:
    quote = options.evidence
    evidence = Quote(quote.document, quote.text) if quote else None
    return CurationLine(options.change(), options.author, options.date, options.reason, evidence, line)


def _unknown(change: Change, ontology: Ontology) -> Iterator[str]:
    """The terms of a line that the ontology does not have."""
    match change:
        case Retype(type=name) if name not in ontology.types:
            yield f"type: there is no type {name!r} in the ontology"
        case Assert(predicate=name) | Reject(RelationWords(predicate=name)) if name not in ontology.relations:
            yield f"predicate: there is no relation {name!r} in the ontology"


def render_curation(lines: Iterable[CurationLine]) -> str:
    """Lines as the text of a file, to stand alone or to be added to one."""
    rows = [_row(line) for line in lines]
    return yaml.safe_dump(rows, allow_unicode=True, sort_keys=False, width=10_000) if rows else ""


def append_line(path: Path, line: CurationLine, ontology: Ontology) -> None:
    """Add a line to a file, which is made where it is missing.

    Raises:
        CurationError: the file has faults already, the line names an unknown term or leaves a word empty, or the file
            cannot be written.
    """
    load_curation(path, ontology)
    for what in _unknown(line.change, ontology):
        raise CurationError(what, remedy="`kg ontology show` lists types and relations")
    row = render_curation([line])
    try:
        parse_curation(row, path, ontology)
    except CurationError as error:
        raise CurationError(error.reason, place=str(path), remedy="nothing was written") from error
    beside = path.with_name(f"{path.name}.new")
    try:
        old = path.read_text("utf-8") if path.exists() else ""
        separator = "\n" if old and not old.endswith("\n") else ""
        # Written beside and moved there, so that a full disk or a kill leaves the old file whole.
        beside.write_text(old + separator + row, "utf-8")
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise CurationError(f"cannot be written ({error.strerror})", place=str(path)) from error


def _row(line: CurationLine) -> dict[str, Any]:
    change: Any = line.change
    if isinstance(change, Reject) and not isinstance(change.target, str):
        change = change.target
    row: dict[str, Any] = {"action": line.action.value}
    row |= {each.name: _plain(getattr(change, each.name)) for each in fields(change)}
    row |= {"author": line.author, "date": line.date, "reason": line.reason}
    if line.evidence:
        row["evidence"] = {"document": line.evidence.document, "text": line.evidence.text}
    return {name: value for name, value in row.items() if value is not None}


def _plain(value: object) -> object:
    """A value as YAML writes it."""
    match value:
        case tuple():
            return list(value)
        case Modality():
            return value.value
        case Decimal():
            return str(value)
        case _:
            return value
