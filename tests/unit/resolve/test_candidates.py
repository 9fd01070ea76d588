"""Near names are found for a curator; what only shares a trade is not."""

import pytest

from kg.model.entity import Entity
from kg.resolve.candidates import find_merge_candidates
from kg.resolve.rules import rules_of


def company(id_, name, **known):
    return Entity(id_, "Company", name, **known)


def pairs(names, rules, type_="Company"):
    entities = [Entity(f"x_{number}", type_, name) for number, name in enumerate(names)]
    return [(names[int(each.one[2:])], names[int(each.other[2:])]) for each in find_merge_candidates(entities, rules)]


@pytest.mark.parametrize(
    "names",
    [("云杉消费金融", "云杉"), ("云杉远岫消费金融", "远岫消费金融"), ("云杉远岫青禾银行", "云杉远岫青和银行")],
)
def test_names_of_which_one_shortens_or_almost_is_the_other_are_candidates(names, finance):
    assert len(pairs(names, rules_of(finance))) == 1


@pytest.mark.parametrize(
    "names",
    [("云杉消费金融", "远岫消费金融"), ("云杉消费金融", "云杉银行"), ("云杉银行", "青禾银行")],
)
def test_names_that_share_a_trade_or_a_word_only_are_none(names, finance):
    assert pairs(names, rules_of(finance)) == []


def test_two_listed_things_are_no_candidates(finance):
    listed = [name.canonical for name in finance.lexicon if name.type == "Company"][:60]
    assert pairs(listed, rules_of(finance)) == []


def test_local_bodies_and_branches_are_other_things_than_their_heads(finance):
    bodies = ("国家金融监督管理总局", "国家金融监督管理总局浙江监管局", "国家金融监督管理总局福建监管局")
    assert pairs(bodies, rules_of(finance), "Regulator") == []
    assert pairs(("中国人寿财险", "中国人寿财险苏州市中心支公司"), rules_of(finance)) == []
    assert pairs(("云杉银行江畔支行", "云杉银行江畔新支行"), rules_of(finance)) != []


def test_namesakes_of_different_documents_are_candidates(finance):
    assert pairs(("林远山", "林远山"), rules_of(finance), "Person") == [("林远山", "林远山")]


def test_things_of_two_types_and_unnamed_actors_are_none(finance):
    entities = [
        company("a", "云杉消费金融", unnamed=True),
        company("b", "云杉消金公司"),
        Entity("c", "Product", "云杉消费金融"),
    ]
    assert find_merge_candidates(entities, rules_of(finance)) == ()


def test_the_most_alike_come_first_whatever_the_order(finance):
    entities = [company("a", "云杉远岫青禾银行"), company("b", "云杉远岫青和银行"), company("c", "云杉银行")]
    found = find_merge_candidates(entities, rules_of(finance))
    assert found == find_merge_candidates(reversed(entities), rules_of(finance))
    assert (found[0].one, found[0].other) == ("a", "b")
