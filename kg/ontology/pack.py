"""A domain pack: the files of one folder under `ontology/` as immutable objects.

Knows where a pack's files stand and how packs extend each other. What a file says is read by its own module; what
a rule's options mean is checked by the floor that has its kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

import pydantic

from kg.errors import OntologyError
from kg.ontology.contexts import TypeContext, read_contexts
from kg.ontology.forms import NameForms, read_forms
from kg.ontology.language import Language, read_language
from kg.ontology.lexicon import Lexicon, read_lexicon
from kg.ontology.people import Offices, read_offices
from kg.ontology.problem import Problem, line_with, problem_of
from kg.ontology.rules import Rule, read_rules
from kg.ontology.schema import Ontology
from kg.ontology.source import Options, read_options
from kg.ontology.turtle import read_schema

_INSTALLED = Path(__file__).parent.parent / "_packs"
_CHECKOUT = Path(__file__).parent.parent.parent / "ontology"


class Appearance(Options):
    """How things of a type are shown: a colour as `#rrggbb`, a shape of vis-network, and the ids' prefix."""

    prefix: Annotated[str, pydantic.Field(pattern="^[a-z][a-z0-9]*$")]
    colour: Annotated[str, pydantic.Field(pattern="^#[0-9A-Fa-f]{6}$")]
    shape: Literal["dot", "square", "triangle", "triangleDown", "diamond", "star", "hexagon"]


class PackOptions(Options):
    """The pack's own file, `pack.yaml`.

    `extends` names a pack whose files are read before this one's. `types` are in the order of the page's legend,
    which is also the order in which types win where two would cover the same words. `only_in_facts` are the types
    that a record lists only where they take part in a fact. `equivalent` gives, for a predicate between two things
    of one type, the predicate that says the same turned round.
    """

    name: str
    title: dict[str, str]
    language: str = "zh"
    extends: str | None = None
    types: dict[str, Appearance] = pydantic.Field(default={})
    only_in_facts: tuple[str, ...] = ()
    equivalent: tuple[Equivalent, ...] = ()


class Equivalent(Options):
    """Between two things of `type`, `predicate` from A to B says the same as `inverse` from B to A."""

    type: str
    predicate: str
    inverse: str


PackOptions.model_rebuild()


@dataclass(frozen=True, slots=True, eq=False)
class Pack:
    """Everything a pack says, ready for the floors above. A pack equals itself only, so what is derived can be kept.

    `folders` are the pack's own and those it extends, the widest first.
    """

    name: str
    folders: tuple[Path, ...]
    options: PackOptions
    appearance: Mapping[str, Appearance]
    ontology: Ontology
    language: Language
    lexicon: Lexicon
    mention_rules: tuple[Rule, ...]
    relation_rules: tuple[Rule, ...]
    forms: tuple[NameForms, ...] = ()
    contexts: tuple[TypeContext, ...] = ()
    offices: Offices = field(default_factory=Offices)

    def files(self, pattern: str) -> tuple[Path, ...]:
        """The files of the pack that match a glob, those of extended packs first, each folder's sorted."""
        return _files(self.folders, pattern)


def packs_folder() -> Path:
    """Where the packs stand: inside the installed package, or in the checkout."""
    return _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT


def find_pack(name: str, beside: Path | None = None) -> Path:
    """The folder of a pack, by its name or by a path to it; a pack that another extends may stand beside that.

    Raises:
        OntologyError: there is no such pack.
    """
    for folder in (Path(name), packs_folder() / name, *([beside.parent / name] if beside else [])):
        if (folder / "pack.yaml").is_file():
            return folder
    known = ", ".join(sorted(path.parent.name for path in packs_folder().glob("*/pack.yaml")))
    raise OntologyError(f"there is no pack {name!r}", remedy=f"name one of {known}, or a folder that holds pack.yaml")


def load_pack(name: str = "finance") -> Pack:
    """A pack, read and cross-checked.

    Raises:
        OntologyError: there is no such pack, or it has faults; the first is told, `kg ontology check` tells all.
    """
    problems: list[Problem] = []
    pack = read_pack(find_pack(name), problems)
    if problems or pack is None:
        first = min(problems)
        more = f" ({len(problems)} faults in all)" if len(problems) > 1 else ""
        raise OntologyError(first.message + more, place=first.place, remedy="`kg ontology check` lists every fault")
    return pack


def read_pack(folder: Path, problems: list[Problem]) -> Pack | None:
    """The pack of a folder; faults are appended to `problems`, and None is returned where they leave no pack."""
    try:
        return _read_pack(folder, problems)
    except OntologyError as error:
        problems.append(problem_of(error, folder))
        return None


def _read_pack(folder: Path, problems: list[Problem]) -> Pack | None:
    chain = _chain(folder, problems)
    if not chain:
        return None
    folders = tuple(each for each, _ in chain)
    options = chain[-1][1]
    ontology = _schema(folders, problems)
    language = _language(folder, options.language, problems)
    lexicon = read_lexicon(_files(folders, "lexicon/*.yaml"), problems)
    mention_rules = read_rules(_files(folders, "mentions/*.yaml"), "type", problems)
    relation_rules = read_rules(_files(folders, "patterns/*.yaml"), "relation", problems)
    forms = read_forms(_files(folders, "forms.yaml"), problems)
    contexts = read_contexts(_files(folders, "contexts.yaml"), problems)
    offices = read_offices(_files(folders, "offices.yaml"), problems)
    if language is None or ontology is None:
        return None
    appearance = {name: look for _, each in chain for name, look in each.types.items()}
    return Pack(
        options.name,
        folders,
        options,
        appearance,
        ontology,
        language,
        lexicon,
        mention_rules,
        relation_rules,
        forms,
        contexts,
        offices,
    )


def _schema(folders: tuple[Path, ...], problems: list[Problem]) -> Ontology | None:
    """What the schema files define, None where one is no Turtle: the faults of other files are told all the same."""
    try:
        return read_schema(_files(folders, "schema.ttl"), problems)
    except OntologyError as error:
        problems.append(problem_of(error, folders[-1] / "schema.ttl"))
        return None


def _chain(folder: Path, problems: list[Problem]) -> list[tuple[Path, PackOptions]]:
    """The pack's folder and those it extends with their options, the widest first; empty where one has faults."""
    chain: list[tuple[Path, PackOptions]] = []
    current: Path | None = folder
    while current is not None:
        path = current / "pack.yaml"
        options = read_options(PackOptions, path, problems)
        if options is None:
            return []
        chain.insert(0, (current, options))
        current = _extended(current, options.extends, problems) if options.extends else None
        if problems:
            return []
        if current is not None and any(current.samefile(each) for each, _ in chain):
            problems.append(Problem(path, 1, f"extends {options.extends!r}, which extends this pack"))
            return []
    return chain


def _extended(folder: Path, name: str, problems: list[Problem]) -> Path | None:
    try:
        return find_pack(name, folder)
    except OntologyError as error:
        path = folder / "pack.yaml"
        problems.append(Problem(path, line_with(path, "extends:"), f"extends: {error.reason}"))
        return None


def _files(folders: tuple[Path, ...], pattern: str) -> tuple[Path, ...]:
    return tuple(path for folder in folders for path in sorted(folder.glob(pattern)))


def _language(folder: Path, name: str, problems: list[Problem]) -> Language | None:
    for home in (folder.parent / name, packs_folder() / name):
        if home.is_dir():
            return read_language(home, problems)
    path = folder / "pack.yaml"
    problems.append(Problem(path, line_with(path, "language:"), f"language: there is no folder {name!r} of cues"))
    return None
