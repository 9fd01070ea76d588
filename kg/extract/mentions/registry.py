"""The kinds of rules that find names, in plain sight, and how a pack's rules become them.

A package of another author adds kinds under the entry point group `kg.mention_kinds`: name to class.
"""

from __future__ import annotations

import importlib.metadata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from kg.extract.mentions.kinds.acting import ActingRule
from kg.extract.mentions.kinds.approved import ApprovedRule
from kg.extract.mentions.kinds.branded import BrandedRule
from kg.extract.mentions.kinds.compound import CompoundRule
from kg.extract.mentions.kinds.edged import EdgedRule
from kg.extract.mentions.kinds.extension import ExtensionRule
from kg.extract.mentions.kinds.governed import GovernedRule
from kg.extract.mentions.kinds.kindred import KindredRule
from kg.extract.mentions.kinds.listed import ListedRule
from kg.extract.mentions.kinds.named import NamedRule
from kg.extract.mentions.kinds.pattern import PatternRule
from kg.extract.mentions.kinds.person import PersonRule
from kg.extract.mentions.kinds.prefixed import PrefixedRule
from kg.extract.mentions.kinds.quoted import QuotedRule
from kg.extract.mentions.kinds.suffix import SuffixRule
from kg.extract.mentions.kinds.titled import TitledRule
from kg.extract.mentions.naming import make_readers
from kg.extract.mentions.rule import MentionRule, RuleHead, Setting
from kg.ontology.pack import Pack
from kg.ontology.problem import Problem, refusal
from kg.ontology.rules import Rule
from kg.ontology.source import plain, validate

ENTRY_POINTS = "kg.mention_kinds"

KINDS: Mapping[str, Any] = MappingProxyType(
    {
        "acting": ActingRule,
        "approved": ApprovedRule,
        "branded": BrandedRule,
        "compound": CompoundRule,
        "edged": EdgedRule,
        "extension": ExtensionRule,
        "governed": GovernedRule,
        "kindred": KindredRule,
        "listed": ListedRule,
        "named": NamedRule,
        "pattern": PatternRule,
        "person": PersonRule,
        "prefixed": PrefixedRule,
        "quoted": QuotedRule,
        "suffix": SuffixRule,
        "titled": TitledRule,
    }
)
"""Kind to class; each class names the type of its options."""


def known_kinds() -> Mapping[str, Any]:
    """All kinds: those of this package and those that installed packages add."""
    added = {point.name: point.load() for point in importlib.metadata.entry_points(group=ENTRY_POINTS)}
    return MappingProxyType({**added, **KINDS})


def build_rules(pack: Pack, problems: list[Problem]) -> tuple[MentionRule, ...]:
    """The rules of a pack, in the order of its files; faults are appended to `problems`."""
    kinds = known_kinds()
    readers = make_readers(pack.forms, pack.lexicon)
    places = frozenset().union(*(each.places for each in readers.values()))
    setting = Setting(pack.language, readers, pack.offices, pack.language.surnames, places)
    built: list[MentionRule] = []
    for rule in pack.mention_rules:
        made = _build(rule, kinds, setting, problems)
        if made is not None:
            built.append(made)
    return tuple(built)


def load_rules(pack: Pack) -> tuple[MentionRule, ...]:
    """The rules of a pack.

    Raises:
        OntologyError: a rule is of no known kind or has faulty options; the first is told.
    """
    problems: list[Problem] = []
    rules = build_rules(pack, problems)
    if problems:
        raise refusal(problems, "`kg ontology check` lists every fault")
    return rules


def _build(rule: Rule, kinds: Mapping[str, Any], setting: Setting, problems: list[Problem]) -> MentionRule | None:
    kind = kinds.get(rule.kind)
    if kind is None:
        known = ", ".join(sorted(kinds))
        problems.append(Problem(rule.path, rule.line, f"{rule.kind!r} is no kind of rule; there are {known}"))
        return None
    options = validate(kind.options, rule.options, rule.path, problems, line=rule.line)
    if options is None:
        return None
    made: MentionRule = kind(RuleHead(rule.name, rule.target), plain(options), setting)
    return made
