"""Where periods stand, what they count from, and what they do. Their days are told by the language's own examples."""

import datetime

from kg.model.quantity import DateBasis, Period
from kg.model.span import Span
from kg.ontology.language import read_language
from kg.ontology.pack import packs_folder
from kg.text.dates import PeriodFinder
from kg.text.period_context import Anchor
from kg.text.period_roles import PeriodRole
from tests.builders import document

FINDER = PeriodFinder(read_language(packs_folder() / "zh", []))
DAY = datetime.date(2023, 8, 10)
ANCHOR = Anchor(2023, DAY, DateBasis.PUBLICATION)


def test_a_dated_article_counts_from_its_day():
    assert FINDER.anchor(document("今年上半年", date=DAY)) == ANCHOR


def test_an_undated_article_counts_from_the_latest_year_that_it_names():
    assert FINDER.anchor(document("2018年至2021年，2019年")) == Anchor(2021, None, DateBasis.INFERRED)


def test_a_year_by_which_something_is_planned_is_none_that_an_undated_article_counts_from():
    text = "2022年融资217亿元，到2025年末突破500亿元，将于2026年上市，截至2023年3月末"
    assert FINDER.anchor(document(text)).year == 2023
    assert FINDER.anchor(document("到2025年末突破500亿元")).year == 2025


def test_a_day_behind_the_end_of_a_year_is_of_the_year_after_if_that_has_begun():
    text = "2022年末设立的额度，截至2月10日已使用，7月，2022年5月"
    found = [each.period.end for each in FINDER.find(text, ANCHOR)]
    assert found[1:3] == [datetime.date(2023, 2, 10), datetime.date(2023, 7, 31)]


def test_an_article_without_a_year_counts_from_nothing():
    assert FINDER.anchor(document("今年上半年")) == Anchor()


def test_a_period_covers_its_prepositions():
    text = "　自2022年8月1日起施行，截至今年9月末"
    assert [each.span.of(text) for each in FINDER.find(text, ANCHOR)] == ["自2022年8月1日起", "截至今年9月末"]


def test_a_bare_month_takes_the_year_named_before_it_in_the_sentence():
    text = "2021年4月获批，6月开业。"
    assert FINDER.find(text, ANCHOR)[1].period.start == datetime.date(2021, 6, 1)
    assert FINDER.find(text, ANCHOR, Span(text.index("6月"), len(text)))[0].period.start == datetime.date(2023, 6, 1)


def test_a_whole_year_follows_what_was_told_before_the_part():
    told = Period(None, datetime.date(2019, 12, 31))
    (found,) = FINDER.find("全年实现净利润", ANCHOR, told=told)
    assert (found.period.start, found.period.end) == (datetime.date(2019, 1, 1), datetime.date(2019, 12, 31))


def test_what_is_planned_or_due_lies_ahead_and_what_is_over_behind():
    day = datetime.date(2023, 2, 14)
    anchor = Anchor(2023, day, DateBasis.PUBLICATION)
    ends = {
        "下半年计划投放": (2023, 12, 31),
        "下半年，该行将投放": (2023, 12, 31),
        "下半年投放": (2022, 12, 31),
        "全年力争完成": (2023, 12, 31),
        "全年完成": (2022, 12, 31),
        "前三季度完成": (2022, 9, 30),
        "1-11月完成": (2022, 11, 30),
        "1-2月完成": (2023, 2, 28),
        "年底前完成": (2023, 12, 31),
        "年末存款": (2022, 12, 31),
        "力争6月末达到": (2023, 6, 30),
        "一季度投放": (2023, 3, 31),
    }
    found = {text: FINDER.find(text, anchor)[0].period.end for text in ends}
    assert found == {text: datetime.date(*end) for text, end in ends.items()}


def test_what_a_period_does_in_its_clause():
    text = "2022年，比上年末增长，成立于2015年，8月9日讯"
    assert [each.role for each in FINDER.find(text, ANCHOR)] == [
        PeriodRole.WHEN,
        PeriodRole.COMPARED,
        PeriodRole.ASIDE,
        PeriodRole.ASIDE,
    ]


def test_the_beginning_of_the_year_is_marked_where_something_is_compared_with_it():
    (found,) = FINDER.find("较年初增加", ANCHOR)
    assert found.year_begin
    assert found.role is PeriodRole.COMPARED
