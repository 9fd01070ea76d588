"""Each rule of the evaluation on a case of its own."""

import pytest

from kg.errors import RecordError
from kg.evaluate.figures import Figures
from kg.evaluate.matching import shared_characters
from kg.evaluate.scores import TEXT_FAULT, evaluate
from kg.evaluate.statements import EVIDENCE_FAULT, MENTION_FAULT
from kg.model.extraction import Extraction
from kg.ontology.equivalences import Equivalences
from tests.builders import document
from tests.builders import entity as named
from tests.unit.evaluate.records import entity, observation, record, relation

TEXT = "云杉消费金融（以下简称“云杉”）与青禾科技合作，服务货车司机，累计放款超3亿元。"
FIRM = entity(TEXT, "e1", "Company", "云杉消费金融", "云杉")
PARTNER = entity(TEXT, "e2", "Company", "青禾科技")
GROUP = entity(TEXT, "e3", "CustomerGroup", "货车司机")
THINGS = (FIRM, PARTNER, GROUP)
EQUIVALENT = Equivalences(frozenset({"cooperatesWith"}), {("Company", "partOf"): "owns"})


def row(scores, name):
    figures = scores.tallies[name].total
    return figures.found, figures.wrong, figures.missed


def entity_row(gold, guess, name="entities.strict"):
    return row(evaluate([record(TEXT, gold)], [record(TEXT, guess)]), name)


def relation_row(gold, guess, guessed_things=THINGS, name="relations.strict"):
    scores = evaluate([record(TEXT, THINGS, gold)], [record(TEXT, guessed_things, guess)], EQUIVALENT)
    return row(scores, name)


def figure_row(gold, guess, name="observations.strict", things=THINGS):
    return row(evaluate([record(TEXT, THINGS, (), gold)], [record(TEXT, things, (), guess)]), name)


def test_an_entity_is_found_by_one_shared_form():
    assert entity_row([FIRM], [entity(TEXT, "x", "Company", "云杉")]) == (1, 0, 0)


def test_an_alias_left_apart_costs_a_false_find():
    apart = [entity(TEXT, "x", "Company", "云杉消费金融"), entity(TEXT, "y", "Company", "云杉")]
    assert entity_row([FIRM], apart) == (1, 1, 0)


def test_two_things_run_together_cost_a_miss():
    assert entity_row([FIRM, PARTNER], [entity(TEXT, "x", "Company", "云杉", "青禾科技")]) == (1, 0, 1)


def test_the_thing_that_shares_most_forms_is_taken():
    half, whole = entity(TEXT, "a", "Company", "云杉"), entity(TEXT, "b", "Company", "云杉", "云杉消费金融")
    scores = evaluate([record(TEXT, [FIRM])], [record(TEXT, [half, whole])])
    assert [error.what for error in scores.errors_of("entities.strict")] == ["云杉"]


def test_another_type_is_another_thing():
    assert entity_row([GROUP], [entity(TEXT, "x", "Company", "货车司机")]) == (0, 1, 1)


def test_relaxed_matching_is_content_with_a_part():
    part = [entity(TEXT, "x", "CustomerGroup", "司机")]
    assert entity_row([GROUP], part) == (0, 1, 1)
    assert entity_row([GROUP], part, "entities.relaxed") == (1, 0, 0)


def test_relaxed_matching_wants_more_than_one_character():
    assert entity_row([GROUP], [entity(TEXT, "x", "CustomerGroup", "车")], "entities.relaxed") == (0, 1, 1)


def test_quotes_width_and_case_do_not_part_forms():
    text = "“云ＡＢ计划”与云ab计划"
    gold, guess = entity(text, "e1", "Program", "“云ＡＢ计划”"), entity(text, "x", "Program", "云ab计划")
    assert row(evaluate([record(text, [gold])], [record(text, [guess])]), "entities.strict") == (1, 0, 0)


def test_a_mention_that_is_not_where_it_says_is_dropped_and_counted():
    scores = evaluate(
        [record(TEXT, [GROUP])], [record(TEXT, [entity(TEXT, "x", "CustomerGroup", "货车司机", shift=1)])]
    )
    assert row(scores, "entities.strict") == (0, 1, 1)
    assert scores.faults == {MENTION_FAULT: 1}


def test_evidence_that_is_not_where_it_says_is_dropped_and_counted():
    gold = relation(TEXT, "e1", "serves", "e3", "服务货车司机")
    moved = relation(TEXT, "e1", "serves", "e3", "服务货车司机")
    moved["evidence"]["end"] += 1
    scores = evaluate([record(TEXT, THINGS, [gold])], [record(TEXT, THINGS, [moved])])
    assert row(scores, "relations.strict") == (0, 0, 1)
    assert scores.faults == {EVIDENCE_FAULT: 1}


def test_faults_of_the_gold_are_not_the_predictions():
    gold = record(TEXT, [entity(TEXT, "e1", "CustomerGroup", "货车司机", shift=1)])
    assert evaluate([gold], [record(TEXT)]).faults == {}


def test_a_relation_is_found_by_its_ends_whatever_their_ids():
    renamed = (FIRM | {"id": "z9"}, GROUP | {"id": "z1"})
    found = relation_row([relation(TEXT, "e1", "serves", "e3")], [relation(TEXT, "z9", "serves", "z1")], renamed)
    assert found == (1, 0, 0)


def test_a_relation_turned_round_is_another():
    assert relation_row([relation(TEXT, "e1", "serves", "e3")], [relation(TEXT, "e3", "serves", "e1")]) == (0, 1, 1)


def test_a_relation_said_twice_counts_once():
    gold = [relation(TEXT, "e1", "serves", "e3")]
    assert relation_row(gold * 2, gold * 3) == (1, 0, 0)


def test_a_relation_to_a_thing_unknown_to_the_gold_is_wrong():
    extra = (*THINGS, entity(TEXT, "e9", "Need", "放款"))
    assert relation_row([], [relation(TEXT, "e1", "addresses", "e9")], extra) == (0, 1, 0)


def test_a_symmetric_predicate_holds_both_ways():
    gold, guess = relation(TEXT, "e1", "cooperatesWith", "e2"), relation(TEXT, "e2", "cooperatesWith", "e1")
    assert relation_row([gold], [guess]) == (1, 0, 0)


def test_a_predicate_turned_round_between_things_of_its_type_is_the_other_one():
    gold, guess = relation(TEXT, "e1", "owns", "e2"), relation(TEXT, "e2", "partOf", "e1")
    assert relation_row([gold], [guess]) == (1, 0, 0)
    assert relation_row([guess], [gold]) == (1, 0, 0)


def test_equivalences_are_the_callers():
    gold, guess = relation(TEXT, "e1", "owns", "e2"), relation(TEXT, "e2", "partOf", "e1")
    scores = evaluate([record(TEXT, THINGS, [gold])], [record(TEXT, THINGS, [guess])])
    assert row(scores, "relations.strict") == (0, 1, 1)


@pytest.mark.parametrize(("modality", "counted"), [("planned", 1), ("asserted", 1), ("possible", 0), ("negated", 0)])
def test_only_asserted_and_planned_relations_count(modality, counted):
    both = [relation(TEXT, "e1", "serves", "e3", modality=modality)]
    assert relation_row(both, both) == (counted, 0, 0)


def test_a_figure_is_found_by_subject_value_and_unit():
    gold = [observation(TEXT, "e1", "累计放款", 300000000, "元", bound="over")]
    assert figure_row(gold, [observation(TEXT, "e1", "规模", 300000000.0, "元")]) == (1, 0, 0)
    assert figure_row(gold, [observation(TEXT, "e2", "累计放款", 300000000, "元")]) == (0, 1, 1)
    assert figure_row(gold, [observation(TEXT, "e1", "累计放款", 3, "元")]) == (0, 1, 1)
    assert figure_row(gold, [observation(TEXT, "e1", "累计放款", 300000000, "笔")]) == (0, 1, 1)


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"bound": "exact"}, "wrong bound"),
        ({"metric": "注册资本"}, "wrong metric"),
        ({"period": {"start": None, "end": "2022-12-31"}}, "wrong end"),
        ({"period": {"start": "2022-01-01", "end": "2022-06-30"}}, "wrong start"),
    ],
)
def test_a_full_figure_has_bound_metric_and_period_right_too(change, wrong):
    period = {"start": None, "end": "2022-06-30"}
    gold = observation(TEXT, "e1", "累计放款", 3, "元", bound="over", period=period)
    assert figure_row([gold], [gold], "observations_full.strict") == (1, 0, 0)
    assert figure_row([gold], [gold | change]) == (1, 0, 0)
    assert figure_row([gold], [gold | change], "observations_full.strict") == (0, 1, 1)
    scores = evaluate([record(TEXT, THINGS, (), [gold])], [record(TEXT, THINGS, (), [gold | change])])
    assert [error.outcome for error in scores.errors_of("observations_full.strict")] == [wrong]


def test_of_two_figures_with_one_value_the_better_one_is_taken():
    gold = observation(TEXT, "e1", "累计放款", 3, "元", bound="over")
    worse = gold | {"metric": "股东"}
    assert figure_row([gold], [gold, worse], "observations_full.strict") == (1, 1, 0)


def test_a_repeated_figure_is_a_false_find():
    gold = observation(TEXT, "e1", "累计放款", 3, "元")
    assert figure_row([gold], [gold, gold]) == (1, 1, 0)


def test_a_metric_is_right_where_six_tenths_of_its_characters_are():
    assert shared_characters("累计放款金额", "放款累计") == 0.8
    assert shared_characters("放款", "户数") == 0.0
    assert shared_characters("", "") == 1.0


def test_a_gold_record_without_prediction_counts_as_missed():
    scores = evaluate([record(TEXT, THINGS, [relation(TEXT, "e1", "serves", "e3")])], [])
    assert row(scores, "entities.strict") == (0, 0, 3)
    assert row(scores, "relations.strict") == (0, 0, 1)
    assert (scores.documents, scores.predicted) == (1, 0)


def test_predictions_for_other_documents_are_left_aside():
    scores = evaluate([record(TEXT, THINGS)], [record(TEXT, THINGS), record(TEXT, THINGS, id_="b2")])
    assert row(scores, "entities.strict") == (3, 0, 0)


def test_another_text_is_a_fault():
    assert evaluate([record(TEXT)], [record(TEXT + "。")]).faults == {TEXT_FAULT: 1}


def test_rows_by_type_add_up():
    scores = evaluate([record(TEXT, THINGS)], [record(TEXT, [FIRM])])
    by_type = scores.tallies["entities.strict"].by_type
    assert by_type == {"Company": Figures(1, 0, 1), "CustomerGroup": Figures(0, 0, 1)}


def test_errors_name_what_was_missed_and_what_is_wrong():
    gold = record(TEXT, THINGS, [relation(TEXT, "e1", "serves", "e3", "服务货车司机")])
    guess = record(TEXT, THINGS, [relation(TEXT, "e2", "serves", "e3", "服务货车司机")])
    errors = evaluate([gold], [guess]).errors_of("relations.strict")
    assert [(error.outcome, error.what, error.evidence) for error in errors] == [
        ("missed", "云杉消费金融 -> 货车司机", "服务货车司机"),
        ("wrong", "青禾科技 -> 货车司机", "服务货车司机"),
    ]


def test_extractions_and_records_count_alike():
    extraction = Extraction(document(TEXT), (named(TEXT, "e1", "Company", "云杉消费金融", "云杉"),))
    assert row(evaluate([record(TEXT, THINGS)], [extraction]), "entities.strict") == (1, 0, 2)


def test_figures_are_published_to_four_digits():
    assert Figures(found=2, wrong=1, missed=4).to_json() == {
        "p": 0.6667, "r": 0.3333, "f1": 0.4444, "tp": 2, "fp": 1, "fn": 4,
    }  # fmt: skip
    assert Figures().f1 == 0.0


def test_a_record_without_a_needed_field_is_told():
    with pytest.raises(RecordError, match="record a1"):
        evaluate([record(TEXT)], [{"id": "a1", "text": TEXT, "entities": [{"id": "e1"}]}])
