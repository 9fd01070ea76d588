"""Cross-checks of a pack: what one file says against what another defines. Returns every fault, never the first."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

from kg.errors import OntologyError
from kg.ontology.figures import read_figures
from kg.ontology.lexicon import Name
from kg.ontology.metrics import read_metrics
from kg.ontology.pack import Pack
from kg.ontology.problem import Problem, line_with, problem_of
from kg.ontology.rules import Rule
from kg.ontology.schema import EntityType, RelationType
from kg.ontology.turtle import load_turtle

LANGUAGES = ("zh", "en")
"""Every term is labelled and defined in each of these."""

READ = (
    *("pack.yaml", "schema.ttl", "words.yaml", "lexicon/*.yaml", "mentions/*.yaml", "patterns/*.yaml"),
    *("forms.yaml", "contexts.yaml", "offices.yaml", "resolution.yaml", "metrics.yaml", "figures.yaml"),
    *("queries/*.rq", "hygiene/*.rq", "schemes.ttl", "shapes.ttl", "alignment.ttl", "concepts.ttl", "valid.ttl"),
)
"""What of a pack's folder is read, by the program, its documents and its tests; other folders are the author's own."""


def check_pack(pack: Pack) -> list[Problem]:
    """The faults of a pack that was read, sorted by file and line; empty where there are none."""
    faults = [*_terms(pack), *_appearance(pack), *_names(pack), *_collisions(pack), *_rules(pack)]
    read_metrics(pack.files("metrics.yaml"), faults)
    read_figures(pack.files("figures.yaml"), faults)
    return sorted({*faults, *_graphs(pack), *_unread(pack)})


def _graphs(pack: Pack) -> Iterator[Problem]:
    """The shapes and the schemes can be read."""
    for path in (*pack.files("shapes.ttl"), *pack.files("schemes.ttl")):
        try:
            load_turtle(path)
        except OntologyError as error:
            yield problem_of(error, path)


def _unread(pack: Pack) -> Iterator[Problem]:
    """A file that looks like one of a pack's and is read by nothing: misspelt, or in a folder that is."""
    folder = pack.folders[-1]
    read = {path for pattern in READ for path in folder.glob(pattern)}
    known = sorted({pattern.partition("/")[0] for pattern in READ if "/" in pattern})
    misspelt = [each for each in folder.iterdir() if difflib.get_close_matches(each.name, known, n=1, cutoff=0.75)]
    for path in (path for each in (folder, *misspelt) if each.is_dir() for path in each.iterdir()):
        if path.suffix in {".yaml", ".yml", ".ttl", ".rq"} and path not in read:
            yield Problem(path, 0, f"is read by nothing; there are {', '.join(READ)}")


def _terms(pack: Pack) -> Iterator[Problem]:
    """Every class and property has labels and definitions; domains, ranges and parents are classes."""
    path = pack.folders[-1] / "schema.ttl"
    terms: list[EntityType | RelationType] = [*pack.ontology.types.values(), *pack.ontology.relations.values()]
    for term in terms:
        for what, texts in (("label", term.labels), ("definition", term.definitions)):
            for language in LANGUAGES:
                if language not in texts:
                    yield Problem(path, line_with(path, f":{term.name} "), f"{term.name} has no {what} in {language}")
    for relation in pack.ontology.relations.values():
        for name in sorted((relation.domain | relation.range) - pack.ontology.types.keys()):
            yield Problem(
                path, line_with(path, f":{relation.name} "), f"{relation.name} names {name}, which is no class"
            )


def _appearance(pack: Pack) -> Iterator[Problem]:
    """Every class has a look and an id prefix of its own."""
    path = pack.folders[-1] / "pack.yaml"
    for name in sorted(pack.ontology.types.keys() - pack.appearance.keys()):
        yield Problem(path, 0, f"`types:` says nothing of the class {name}")
    for name in sorted(pack.appearance.keys() - pack.ontology.types.keys()):
        yield Problem(path, line_with(path, f"{name}:"), f"`types:` names {name}, which is no class of the schema")
    owners: dict[str, str] = {}
    for name, look in pack.appearance.items():
        other = owners.setdefault(look.prefix, name)
        if other != name:
            yield Problem(path, line_with(path, f"{name}:"), f"{name} and {other} share the id prefix {look.prefix!r}")


def _names(pack: Pack) -> Iterator[Problem]:
    """Every listed name has a class, and what it refers to is listed too."""
    for name in pack.lexicon:
        if name.type not in pack.ontology.types:
            yield _fault(name, f"type {name.type!r} is no class of the schema")
        if name.broader and (name.type, name.broader) not in pack.lexicon.by_key:
            yield _fault(name, f"{name.canonical} is under {name.broader!r}, which is not listed")
        for former in name.successor_of:
            if (name.type, former) not in pack.lexicon.by_key:
                yield _fault(name, f"{name.canonical} succeeds {former!r}, which is not listed")


def _collisions(pack: Pack) -> Iterator[Problem]:
    """No form may be matched for two things."""
    owners: dict[str, Name] = {}
    for name in pack.lexicon:
        for surface in name.surfaces:
            other = owners.setdefault(surface, name)
            if other is not name:
                yield _fault(name, f"{surface!r} of {name.canonical} is a form of {other.canonical} too", surface)


def _rules(pack: Pack) -> Iterator[Problem]:
    """Every rule is for a term of the schema, and every relation has a rule."""
    for rule in pack.mention_rules:
        if rule.target not in pack.ontology.types:
            yield Problem(rule.path, rule.line, f"{rule.target!r} is no class of the schema")
    for rule in pack.relation_rules:
        if rule.target not in pack.ontology.relations:
            yield Problem(rule.path, rule.line, f"{rule.target!r} is no property of the schema")
    for rules in (pack.mention_rules, pack.relation_rules):
        first: dict[str, Rule] = {}
        for rule in rules:
            if first.setdefault(rule.name, rule) is not rule:
                other = first[rule.name].path.name
                yield Problem(rule.path, rule.line, f"there is a rule {rule.name} in {other} too: give it another `id`")
    for name in sorted(pack.ontology.relations.keys() - {rule.target for rule in pack.relation_rules}):
        yield Problem(pack.folders[-1] / "patterns", 0, f"no rule finds the relation {name}")


def _fault(name: Name, message: str, surface: str | None = None) -> Problem:
    path = name.path or Path()
    return Problem(path, line_with(path, surface or name.canonical), message)
