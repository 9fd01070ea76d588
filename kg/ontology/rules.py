"""Rules of a pack: how Chinese names a type, states a relation, reports a figure.

A rule names a `kind` of finder; the floor above that has the kind declares and checks its options. Here a rule is
only read: where it stands, what it is for, which options it gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import OntologyError
from kg.ontology.problem import Problem, problem_of
from kg.ontology.source import LocatedMap, load_yaml, parse_yaml, read_text


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a rule file.

    `target` is the type or relation that the file is for (`offers`), `id` the rule's own name within it; `name`
    (`offers/sells`) is what evidence quotes. `options` are the mapping's other keys, not yet checked.
    """

    target: str
    id: str
    kind: str
    options: Mapping[str, Any]
    path: Path
    line: int

    @property
    def name(self) -> str:
        """The rule as evidence names it."""
        return f"{self.target}/{self.id}"


def read_rules(paths: Iterable[Path], subject: str, problems: list[Problem]) -> tuple[Rule, ...]:
    """The rules of files that hold `<subject>: NAME` and a list `rules:`; faults are appended to `problems`.

    Args:
        paths: rule files of the folders of packs, in the order in which their rules apply.
        subject: the key that says what a file is for: `type` or `relation`.
        problems: takes the faults.
    """
    rules: list[Rule] = []
    for path in paths:
        try:
            data = load_yaml(path, shared_words(path.parent.parent))
        except OntologyError as error:
            problems.append(problem_of(error, path))
            continue
        if not isinstance(data, LocatedMap) or not isinstance(data.get(subject), str):
            problems.append(Problem(path, 1, f"needs `{subject}:` with a name"))
            continue
        entries = data.get("rules")
        if not isinstance(entries, list):
            problems.append(Problem(path, data.line, "needs a list `rules:`"))
            continue
        rules.extend(_rules_of(path, data[subject], entries, problems))
    return tuple(rules)


def shared_words(folder: Path) -> str:
    """The text of a pack's `words.yaml`, whose anchors hold in all its rule files; empty where there is none.

    Raises:
        OntologyError: it cannot be read, or is not YAML.
    """
    path = folder / "words.yaml"
    if not path.is_file():
        return ""
    text = read_text(path)
    if not isinstance(parse_yaml(text, path), LocatedMap):
        raise OntologyError("must be a mapping of lists, each with its anchor", place=f"{path}:1")
    return text


def _rules_of(path: Path, target: str, entries: list[Any], problems: list[Problem]) -> list[Rule]:
    rules: dict[str, Rule] = {}
    for number, entry in enumerate(entries, 1):
        line = entry.line if isinstance(entry, LocatedMap) else 0
        if not isinstance(entry, LocatedMap) or not isinstance(entry.get("kind"), str):
            problems.append(Problem(path, line, f"rule {number} needs `kind:` with a name"))
            continue
        options = {key: value for key, value in entry.items() if key not in {"id", "kind"}}
        rule = Rule(target, str(entry.get("id", f"{entry['kind']}-{number}")), entry["kind"], options, path, line)
        for key, value in options.items():
            if isinstance(value, list) and "" in value:
                problems.append(Problem(path, line, f"{key}: holds an empty word"))
        if rule.id in rules:
            problems.append(Problem(path, line, f"rule id {rule.id!r} stands twice"))
        rules[rule.id] = rule
    return list(rules.values())
