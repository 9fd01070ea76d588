"""All faults in the rules of a pack: kinds that are unknown, options that are wrong."""

from __future__ import annotations

from kg.extract.mentions.registry import build_rules as build_mention_rules
from kg.extract.relations.registry import build_rules as build_relation_rules
from kg.ontology.pack import Pack
from kg.ontology.problem import Problem


def check_rules(pack: Pack) -> list[Problem]:
    """The faults, sorted by file and line; empty where every rule can be built."""
    problems: list[Problem] = []
    build_mention_rules(pack, problems)
    build_relation_rules(pack, problems)
    return sorted(set(problems))
