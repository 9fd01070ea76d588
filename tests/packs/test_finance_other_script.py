"""An article in traditional characters says what it would say in simplified ones, at the same places."""

import dataclasses

import pytest

from kg import pipeline
from kg.model.document import Document

TEXT = (
    "雲山消費金融公佈業績\n截至2022年12月31日，雲山消費金融有限公司貸款餘額為120.5億元，同比增長15.2%。😀"
    "公司與青禾支付有限公司合作推出「雲山易貸」，服務小微企業逾3萬戶。中國銀行行長劉大衛表示，該行將發行綠色債券30億元。"
)
PLAIN = (
    "云山消费金融公布业绩\n截至2022年12月31日，云山消费金融有限公司贷款余额为120.5亿元，同比增长15.2%。😀"
    "公司与青禾支付有限公司合作推出「云山易贷」，服务小微企业逾3万户。中国银行行长刘大卫表示，该行将发行绿色债券30亿元。"
)


@pytest.fixture(scope="module")
def records():
    pack = pipeline.load_pack()
    return [pipeline.extract_document(Document(f"d{number}", text), pack) for number, text in enumerate((TEXT, PLAIN))]


def test_the_same_is_found_at_the_same_places(records):
    traditional, simplified = records
    assert simplified.relations
    assert simplified.observations
    assert dataclasses.replace(traditional, document=simplified.document) == simplified


def test_the_text_is_untouched_and_its_words_are_other_names(records):
    assert records[0].document.text == TEXT
    graph = pipeline.build_graph(records, pipeline.load_pack()).graph
    (company,) = [each for each in graph.entities.values() if "云山消费金融" in (each.name, *each.aliases)]
    assert {"雲山消費金融", "雲山消費金融有限公司"} <= set(company.aliases)


def test_names_in_straight_marks_are_found_as_those_in_the_languages_own():
    pack, text = pipeline.load_pack(), '江畔银行推出"鹭青贷"，面向大学生，发起"星火计划"。'
    straight, own = (
        pipeline.extract_document(Document("d", each), pack)
        for each in (text, text.replace('"鹭青贷"', "“鹭青贷”").replace('"星火计划"', "“星火计划”"))
    )
    assert {each.name for each in straight.entities} >= {"鹭青贷", "星火计划"}
    assert dataclasses.replace(straight, document=own.document) == own
