"""The kinds of rules that find relations, in plain sight, and how a pack's rules become them.

A package of another author adds kinds under the entry point group `kg.relation_kinds`: name to class.
"""

from __future__ import annotations

import importlib.metadata
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from kg.extract.relations.kinds.clause import ClauseRule
from kg.extract.relations.kinds.companion import CompanionRule
from kg.extract.relations.kinds.holding import HoldingRule
from kg.extract.relations.kinds.link import LinkRule
from kg.extract.relations.kinds.nested import NestedRule
from kg.extract.relations.kinds.office import OfficeRule
from kg.extract.relations.kinds.passive import PassiveRule
from kg.extract.relations.kinds.trigger import TriggerRule
from kg.extract.relations.rule import RelationRule, RuleHead
from kg.ontology.figures import read_figures
from kg.ontology.pack import Pack
from kg.ontology.problem import Problem, refusal
from kg.ontology.rules import Rule
from kg.ontology.source import plain, validate

ENTRY_POINTS = "kg.relation_kinds"

KINDS: Mapping[str, Any] = MappingProxyType(
    {
        "clause": ClauseRule,
        "companion": CompanionRule,
        "holding": HoldingRule,
        "link": LinkRule,
        "nested": NestedRule,
        "office": OfficeRule,
        "passive": PassiveRule,
        "trigger": TriggerRule,
    }
)
"""Kind to class; each class names the type of its options."""


@dataclass(frozen=True)
class BuiltRule:
    """A rule and what it is for."""

    head: RuleHead
    rule: RelationRule


def known_kinds() -> Mapping[str, Any]:
    """All kinds: those of this package and those that installed packages add."""
    added = {point.name: point.load() for point in importlib.metadata.entry_points(group=ENTRY_POINTS)}
    return MappingProxyType({**added, **KINDS})


def build_rules(pack: Pack, problems: list[Problem]) -> tuple[BuiltRule, ...]:
    """The rules of a pack, in the order of its files; faults are appended to `problems`."""
    kinds = known_kinds()
    actors = frozenset(name for each in pack.ontology.relations.values() for name in _below(pack, each.domain))
    # Which types are places is told where figures need it; faults of that file are told by who reads figures.
    places = frozenset(read_figures(pack.files("figures.yaml"), []).place_types)
    built = (_build(rule, kinds, pack, (actors, places), problems) for rule in pack.relation_rules)
    return tuple(each for each in built if each is not None)


def load_rules(pack: Pack) -> tuple[BuiltRule, ...]:
    """The rules of a pack.

    Raises:
        OntologyError: a rule is of no known kind, for no known relation, or has faulty options; the first is told.
    """
    problems: list[Problem] = []
    rules = build_rules(pack, problems)
    if problems:
        raise refusal(problems, "`kg ontology check` lists every fault")
    return rules


def _build(
    rule: Rule,
    kinds: Mapping[str, Any],
    pack: Pack,
    types: tuple[frozenset[str], frozenset[str]],
    problems: list[Problem],
) -> BuiltRule | None:
    kind = kinds.get(rule.kind)
    if kind is None:
        known = ", ".join(sorted(kinds))
        problems.append(Problem(rule.path, rule.line, f"{rule.kind!r} is no kind of rule; there are {known}"))
        return None
    relation = pack.ontology.relations.get(rule.target)
    if relation is None:
        problems.append(Problem(rule.path, rule.line, f"{rule.target!r} is no relation of the schema"))
        return None
    options = validate(kind.options, rule.options, rule.path, problems, line=rule.line)
    if options is None:
        return None
    domain, range_ = _below(pack, relation.domain), _below(pack, relation.range)
    head = RuleHead(rule.name, rule.kind, rule.target, domain, range_, *types)
    return BuiltRule(head, kind(head, plain(options), pack))


def _below(pack: Pack, types: frozenset[str]) -> frozenset[str]:
    """Some types with all that lie below them; all types where none are given."""
    known = pack.ontology.types
    return frozenset(name for name in known if not types or any(pack.ontology.is_a(name, each) for each in types))
