"""Named questions: how they are read, filled and asked."""

import dataclasses

import pytest

from kg.errors import QueryError
from kg.query.questions import answer, fill_question, find_question, load_questions


@pytest.fixture
def pack_of(finance, tmp_path):
    """The finance pack with other questions."""

    def pack_of(**files):
        (tmp_path / "queries").mkdir()
        for name, text in files.items():
            (tmp_path / "queries" / f"{name}.rq").write_text(text, "utf-8")
        return dataclasses.replace(finance, folders=(tmp_path,))

    return pack_of


def test_the_pack_has_its_questions_in_both_languages(finance):
    questions = load_questions(finance)
    assert len(questions) >= 20
    assert all(each.words.keys() == {"zh", "en"} for each in questions.values())


@pytest.mark.parametrize("name", ["who-serves-with-programmes", "plans", "unnamed-actors", "inferred-years"])
def test_a_question_finds_what_the_graph_holds(finance, graph, name):
    assert answer(graph, find_question(finance, name)).rows


def test_every_question_can_be_asked(finance, graph):
    for question in load_questions(finance).values():
        assert answer(graph, question).columns


def test_a_value_can_be_changed(finance, graph):
    question = find_question(finance, "who-serves-with-programmes")
    assert question.values == {"group": "新市民"}
    assert {row[0].value for row in answer(graph, question).rows} == {"远山消费金融", "消费金融公司"}
    assert answer(graph, question, {"group": "小微企业"}).rows == ()


def test_a_value_is_text_and_no_query(pack_of, graph):
    question = find_question(pack_of(a='# zh: 甲？\nSELECT ?name { VALUES ?name { "甲"@zh } }'), "a")
    evil = '"@zh } } SELECT * { SERVICE <http://x> { ?s ?p "\\\n'
    assert [row[0].value for row in answer(graph, question, {"name": evil}).rows] == [evil]


def test_a_file_may_begin_with_a_byte_order_mark(pack_of, graph):
    question = find_question(pack_of(a='\ufeff# zh: 甲？\r\nSELECT ?name { VALUES ?name { "甲"@zh } }\r\n'), "a")
    assert question.words == {"zh": "甲？"}
    assert [row[0].value for row in answer(graph, question).rows] == ["甲"]


def test_an_unknown_value_or_question_is_told(finance):
    with pytest.raises(QueryError, match="group"):
        fill_question(find_question(finance, "who-serves-with-programmes"), {"grp": "x"})
    with pytest.raises(QueryError, match="plans"):
        find_question(finance, "nonsense")


def test_a_header_line_that_is_no_question_is_told_with_its_place(pack_of):
    with pytest.raises(QueryError) as caught:
        load_questions(pack_of(a="# zh: 谁？\n# note\nASK {}"))
    assert caught.value.place.endswith("a.rq:2")
