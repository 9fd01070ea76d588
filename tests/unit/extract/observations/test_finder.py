"""Figures in context: evidence, confidence, repetition, carrying. Wordings are told by the pack's own examples."""

import datetime

import pytest

from kg.extract.annotated import AnnotatedDocument
from kg.extract.observations.finder import ObservationFinder
from kg.model.fact import Modality, Part
from kg.model.mention import Mention, NamedEntity, Reference
from kg.model.span import Span
from kg.ontology.pack import load_pack
from kg.text.sentences import SentenceSplitter
from tests.builders import document, entity, span


@pytest.fixture(scope="module")
def pack():
    return load_pack()


@pytest.fixture(scope="module")
def find(pack):
    """Finds the figures of a text in which some names stand."""
    finder, splitter = ObservationFinder(pack), SentenceSplitter(pack.language.punctuation)

    def found(text, *entities, **known):
        return finder.find(AnnotatedDocument(document(text, **known), splitter.split(text), tuple(entities)))

    return found


def bank(text, id="e1", name="青禾银行"):  # noqa: A002
    return entity(text, id, "Company", name)


def part(observation, part):
    return dict(observation.evidence.parts)[part]


def test_evidence_quotes_whole_clauses_and_the_place_of_each_part(find):
    text = "据悉，截至2022年末，青禾银行贷款余额30亿元，同比增长8%。"
    balance, growth = find(text, bank(text))
    assert balance.evidence.span.of(text) == "青禾银行贷款余额30亿元"
    assert part(balance, Part.SUBJECT).of(text) == "青禾银行"
    assert part(balance, Part.NUMBER).of(text) == "30亿元"
    assert part(balance, Part.PERIOD).of(text) == "截至2022年末"
    assert growth.evidence.span.of(text) == "青禾银行贷款余额30亿元，同比增长8%"


def test_a_subject_is_carried_along_its_sentence_and_into_the_next(find):
    text = "青禾银行营业收入3亿元，净利润1亿元。员工2000人。"
    figures = find(text, bank(text))
    assert [each.metric for each in figures] == ["营业收入", "净利润", "员工"]
    assert {each.subject for each in figures} == {"e1"}


def test_what_is_carried_further_is_less_sure(find):
    text = "青禾银行营业收入3亿元，净利润1亿元。员工2000人。"
    sure = [each.evidence.confidence for each in find(text, bank(text))]
    assert sure == sorted(sure, reverse=True)
    assert sure[0] > sure[-1]


def test_a_word_that_stands_for_a_name_is_a_subject(find):
    text = "青禾银行发布年报。该行净利润1亿元。"
    anaphor = Mention(span(text, "该行"), "Company", "anaphor", reference=Reference.ANAPHORIC)
    named = Mention(span(text, "青禾银行"), "Company", "test")
    (figure,) = find(text, NamedEntity("e1", "Company", "青禾银行", (named, anaphor)))
    assert (figure.subject, figure.metric) == ("e1", "净利润")


def test_what_a_word_stands_for_that_opens_a_clause_has_its_figures(find):
    text = "“轻旅分期”背后是松涛消金研发的天衡系统，该系统上线以来拦截可疑交易1.7万笔，避免损失3亿元。"
    anaphor = Mention(span(text, "该系统"), "Technology", "anaphor", reference=Reference.ANAPHORIC)
    system = NamedEntity(
        "e1", "Technology", "天衡系统", (Mention(span(text, "天衡系统"), "Technology", "test"), anaphor)
    )
    told = find(text, entity(text, "e2", "Product", "轻旅分期"), bank(text, "e3", "松涛消金"), system)
    assert [(each.subject, each.metric) for each in told] == [("e1", "上线以来拦截可疑交易"), ("e1", "避免损失")]


def test_a_figure_of_an_unnamed_actor_is_marked(find):
    text = "有银行今年放贷3亿元。"
    unnamed = Mention(span(text, "银行"), "Sector", "test", reference=Reference.INDEFINITE)
    (figure,) = find(text, NamedEntity("e1", "Sector", "银行", (unnamed,)))
    assert figure.subject_unnamed


def test_an_unnamed_actor_never_becomes_the_firm_named_before(find):
    text = "青禾消费金融公司推进风险管理。有消费金融公司不良率下降2.4个百分点，净利润增长3%。"
    start = text.index("有消费金融公司") + 1
    kind = Mention(Span(start, start + 6), "Sector", "test", reference=Reference.INDEFINITE)
    firm = bank(text, name="青禾消费金融公司")
    figures = find(text, firm, NamedEntity("e2", "Sector", "消费金融公司", (kind,)))
    assert [(each.subject, each.metric, each.subject_unnamed) for each in figures] == [
        ("e2", "不良率下降", True),
        ("e2", "净利润增长", True),
    ]


def test_a_repeated_figure_is_one_and_keeps_its_period(find):
    text = "青禾银行净利润3亿元\n2022年，青禾银行净利润3亿元。"
    (figure,) = find(text, bank(text))
    assert figure.period.end == datetime.date(2022, 12, 31)


def test_the_same_figure_of_two_years_is_two(find):
    text = "2021年，青禾银行净利润3亿元；2022年，青禾银行净利润3亿元。"
    assert [each.period.end.year for each in find(text, bank(text))] == [2021, 2022]


def test_numbers_inside_names_and_dates_are_no_figures(find):
    text = "2023年8月，中国500强企业榜单发布，青禾银行位列其中。"
    assert find(text, entity(text, "e1", "Program", "中国500强企业榜单"), bank(text, "e2")) == ()


def test_a_period_of_comparison_is_not_the_period_of_the_figure(find):
    text = "2022年，青禾银行净利润较2021年增长8%。"
    (figure,) = find(text, bank(text))
    assert (figure.period.start.year, figure.period.end.year) == (2022, 2022)


def test_a_founding_day_is_not_the_period_of_the_capital(find):
    text = "青禾银行成立于2015年3月，注册资本10亿元。"
    (figure,) = find(text, bank(text))
    assert (figure.period.start, figure.period.end) == (None, None)


def test_an_as_of_day_ends_what_runs_since(find):
    text = "截至9月5日，今年以来青禾银行发行债券30亿元。"
    (figure,) = find(text, bank(text), date=datetime.date(2023, 9, 6))
    assert (figure.period.start, figure.period.end) == (datetime.date(2023, 1, 1), datetime.date(2023, 9, 5))


def test_what_is_compared_with_the_beginning_of_the_year_runs_from_there(find):
    text = "2022年末，青禾银行贷款余额30亿元，较年初增加2亿元。"
    growth = find(text, bank(text))[1]
    assert (growth.period.start, growth.period.end) == (datetime.date(2022, 1, 1), datetime.date(2022, 12, 31))


def test_the_nation_is_meant_by_words_for_it(find):
    text = "全国经济回升。青禾银行发布报告。国内旅游人次4.5亿。"
    (figure,) = find(text, entity(text, "e1", "Region", "全国"), bank(text, "e2"))
    assert (figure.subject, figure.quantity.unit) == ("e1", "人次")


def test_a_plan_is_planned_and_a_name_with_such_a_word_plans_nothing(find):
    text = "青禾银行拟发债3亿元。乐业计划服务2万人。"
    plan, fact = find(text, bank(text), entity(text, "e2", "Program", "乐业计划"))
    assert (plan.modality, fact.modality) == (Modality.PLANNED, Modality.ASSERTED)


def test_dimensions_are_what_the_metric_names_besides(find):
    text = "青禾银行累计服务新市民2万人。"
    (figure,) = find(text, bank(text), entity(text, "e2", "CustomerGroup", "新市民"))
    assert figure.dimensions == ("e2",)


def test_members_of_one_list_are_no_dimensions_of_each_other(find):
    text = "青禾银行、远岫银行贷款分别为1亿元和2亿元。"
    first, second = find(text, bank(text, "e1"), entity(text, "e2", "Company", "远岫银行"))
    assert (first.subject, first.dimensions, second.subject, second.dimensions) == ("e1", (), "e2", ())


def test_a_document_that_names_nothing_reports_nothing(find):
    assert find("净利润3亿元。") == ()


def test_a_bracket_that_only_closes_keeps_the_number_it_begins_with(find):
    text = "【松涛股份：60万吨装置恢复生产】松涛股份公告。"
    (figure,) = find(text, entity(text, "e1", "Company", "松涛股份"))
    assert (figure.subject, figure.quantity.value) == ("e1", 600000)


def test_a_new_line_begins_with_what_the_text_is_about(find):
    text = "青禾银行年报出炉\n青禾银行发布年报。青禾银行回应关切。\n海桐保险是其股东。\n去年净利润3亿元。"
    figures = find(text, bank(text), bank(text, "e2", "海桐保险"))
    assert [each.subject for each in figures] == ["e1"]


def test_who_speaks_is_no_subject(find):
    text = "松山协会表示，青禾银行贷款余额3亿元。"
    (figure,) = find(text, entity(text, "e1", "Organization", "松山协会"), bank(text, "e2"))
    assert figure.subject == "e2"


def test_a_dash_may_end_a_line(find):
    text = "青禾银行净利润3亿元，年报公布——\n青禾银行员工2000人。"
    assert [each.quantity.value for each in find(text, bank(text))] == [300000000, 2000]


def test_what_is_planned_with_a_sum_may_stand_in_another_clause(find):
    text = "青禾银行拟以3亿元，通过竞价方式回购股份。"
    assert all(each.subject == "e1" for each in find(text, bank(text)))
