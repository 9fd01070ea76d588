"""Choosing among options by weight."""

from kg.extract.annotated import EntityMention
from kg.extract.observations.options import Option
from kg.extract.observations.ranking import PLAIN, Ranker
from kg.model.mention import Mention
from kg.model.span import Span


def option(entity, *signs, place="here-topic"):
    span = Span(0, 2)
    return Option(EntityMention(span, entity, Mention(span, "Company", "test")), place, frozenset(signs))


def test_the_heaviest_option_wins_and_of_equals_the_first():
    ranker = Ranker({"near": 2.0, "speaks": -3.0})
    assert ranker.choose([option("a"), option("b", "near")]).option.mention.entity == "b"
    assert ranker.choose([option("a", "near", "speaks"), option("b")]).option.mention.entity == "b"
    assert ranker.choose([option("a", "near"), option("b", "near")]).option.mention.entity == "a"


def test_a_sign_without_a_weight_says_nothing():
    assert Ranker({}).choose([option("a", "unheard"), option("b")]).option.mention.entity == "a"


def test_nothing_is_chosen_of_nothing():
    assert Ranker(PLAIN).choose([]) is None


def test_a_choice_is_surer_the_more_weight_it_has_and_the_less_the_others():
    ranker = Ranker({"near": 4.0})
    alone = ranker.choose([option("a", "near")]).sure
    weak = ranker.choose([option("a")]).sure
    rivalled = ranker.choose([option("a", "near"), option("b", "near")]).sure
    assert 1 > alone > rivalled > 0
    assert alone > weak
