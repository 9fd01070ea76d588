"""Rules of names are built from a pack's files, and every fault is told with its place."""

import dataclasses
from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.extract.mentions.registry import KINDS, build_rules, known_kinds, load_rules
from kg.ontology.rules import Rule


def rule(kind, **options):
    return Rule("Company", "r1", kind, options, Path("company.yaml"), 7)


def with_rules(pack, *rules):
    return dataclasses.replace(pack, mention_rules=rules)


def test_all_rules_of_the_pack_are_built(finance):
    problems = []
    assert len(build_rules(finance, problems)) == len(finance.mention_rules)
    assert problems == []


def test_every_kind_names_its_options_and_its_stage():
    assert all(kind.options.__name__.endswith("Options") and kind.stage for kind in KINDS.values())


def test_kinds_of_this_package_are_known():
    assert set(KINDS) <= set(known_kinds())


def test_a_rule_of_no_known_kind_is_a_fault_with_its_line(finance):
    problems = []
    assert build_rules(with_rules(finance, rule("guess")), problems) == ()
    assert str(problems[0]).startswith("company.yaml:7:")
    assert "suffix" in problems[0].message


def test_all_faulty_options_are_told(finance):
    problems = []
    build_rules(with_rules(finance, rule("suffix", longest=0, colour="red")), problems)
    told = " ".join(problem.message for problem in problems)
    assert all(word in told for word in ("suffixes", "longest", "colour"))


def test_a_pattern_that_is_none_is_a_fault(finance):
    problems = []
    build_rules(with_rules(finance, rule("pattern", pattern="(", words=["x"])), problems)
    assert "regular expression" in problems[0].message


def test_a_pattern_that_calls_what_is_not_defined_is_a_fault(finance):
    problems = []
    build_rules(
        with_rules(finance, rule("pattern", pattern="(?&firm)涨", words=["涨"], where={"firms": ["甲"]})), problems
    )
    assert "calls firm" in problems[0].message


def test_loading_refuses_the_first_fault(finance):
    with pytest.raises(OntologyError, match="guess"):
        load_rules(with_rules(finance, rule("guess")))
