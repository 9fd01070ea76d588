"""Tables of finance news: what a figure is of, counts and when it holds is told by the heads around it."""

import datetime
from decimal import Decimal

import pytest

from kg.extract.extractor import Extractor
from kg.ontology.pack import load_pack
from tests.builders import document

EXTRACTOR = Extractor(load_pack())
DAY = datetime.date(2023, 11, 20)
QUARTER = ("2023-07-01", "2023-09-30")
NONE = (None, None)


def figures(text, title=None):
    found = EXTRACTOR.extract(document(text, date=DAY, title=title))
    names = {each.id: each.name for each in found.entities}
    for each in found.observations:
        quoted = each.evidence.span.of(text)
        assert all(span.of(text) for _, span in each.evidence.parts)
        assert "\n" not in quoted
    return [row(each, names) for each in found.observations]


def row(each, names):
    quantity, period = each.quantity, each.period
    value = quantity.value if quantity.value_to is None else (quantity.value, quantity.value_to)
    when = tuple(str(day) if day else None for day in (period.start, period.end))
    return names[each.subject], each.metric, value, quantity.unit, quantity.bound.value, when


def of(subject, metric, value, unit, when=NONE, *, bound="exact"):
    exact = tuple(map(Decimal, value)) if isinstance(value, tuple) else Decimal(value)
    return subject, metric, exact, unit, bound, when


def test_the_caption_tells_unit_and_period():
    text = "2023年三季度险企保费（单位：亿元）\n公司|保费收入|同比（%）\n衡远人寿|352.4|12.3\n云河财险|87.1|-3.5"
    assert figures(text) == [
        of("衡远人寿", "保费收入", "35240000000", "元", QUARTER),
        of("衡远人寿", "保费收入同比", "12.3", "%", QUARTER),
        of("云河财险", "保费收入", "8710000000", "元", QUARTER),
        of("云河财险", "保费收入同比", "-3.5", "%", QUARTER),
    ]


def test_heads_of_columns_tell_units_and_cells_their_own():
    text = "公司|总资产（亿元）|净利润/万元|不良率\n云河消费金融|352.4|3,120|2.3%\n长宁消费金融|287.1|-500|-"
    assert figures(text) == [
        of("云河消费金融", "总资产", "35240000000", "元"),
        of("云河消费金融", "净利润", "31200000", "元"),
        of("云河消费金融", "不良率", "2.3", "%"),
        of("长宁消费金融", "总资产", "28710000000", "元"),
        of("长宁消费金融", "净利润", "-5000000", "元"),
    ]


def test_a_caption_with_several_units_gives_each_figure_that_of_its_metric():
    text = "贷款情况（单位：亿元、%）\n公司|贷款余额|同比|不良率\n云河银行|1352.4|12.3|1.2\n合计|2339.5|5.2|1.3"
    assert figures(text) == [
        of("云河银行", "贷款余额", "135240000000", "元"),
        of("云河银行", "贷款余额同比", "12.3", "%"),
        of("云河银行", "不良率", "1.2", "%"),
    ]


def test_rows_of_metrics_are_of_the_firm_that_the_text_is_about():
    heads = "云河消费金融发布年报。\n指标 | 2023 | 2022 | 同比\n"
    text = heads + "营业收入(亿元) | 35.2 | 28.7 | 22.6\n净利润(亿元) | 3.2 | 2.1 | +52.4%"
    year, before = ("2023-01-01", "2023-12-31"), ("2022-01-01", "2022-12-31")
    assert figures(text) == [
        of("云河消费金融", "营业收入", "3520000000", "元", year),
        of("云河消费金融", "营业收入", "2870000000", "元", before),
        of("云河消费金融", "净利润", "320000000", "元", year),
        of("云河消费金融", "净利润", "210000000", "元", before),
        of("云河消费金融", "净利润同比", "52.4", "%", year),
    ]


def test_columns_may_be_named_after_firms_and_rows_after_years():
    assert figures("指标 | 云河消费金融 | 长宁消费金融\n贷款客户数（万户） | 120 | 98") == [
        of("云河消费金融", "贷款客户数", "1200000", "户"),
        of("长宁消费金融", "贷款客户数", "980000", "户"),
    ]
    assert figures("云河消费金融业绩\n年份 | 营业收入（亿元）\n2021年 | 12.1\n2022 | 13.5") == [
        of("云河消费金融", "营业收入", "1210000000", "元", ("2021-01-01", "2021-12-31")),
        of("云河消费金融", "营业收入", "1350000000", "元", ("2022-01-01", "2022-12-31")),
    ]


def test_a_head_over_several_columns_holds_for_each():
    heads = "|  | 2022年 |  | 2021年 |  |\n| 公司 | 保费 | 净利润 | 保费 | 净利润 |\n"
    text = heads + "| 衡远人寿 | 4亿元 | 3亿元 |  | 2亿元 |"
    assert figures(text) == [
        of("衡远人寿", "保费", "400000000", "元", ("2022-01-01", "2022-12-31")),
        of("衡远人寿", "净利润", "300000000", "元", ("2022-01-01", "2022-12-31")),
        of("衡远人寿", "净利润", "200000000", "元", ("2021-01-01", "2021-12-31")),
    ]


def test_limits_of_products_stand_in_cells():
    text = "产品\t额度\t期限\t年化利率\n“好易贷”\t最高20万元\t最长36个月\t7.2%起\n“云享贷”\t5万元\t12个月\t3.6%-24%"
    assert figures(text) == [
        of("好易贷", "额度", "200000", "元", bound="under"),
        of("好易贷", "期限", "36", "个月", bound="under"),
        of("好易贷", "年化利率", "7.2", "%", bound="over"),
        of("云享贷", "额度", "50000", "元"),
        of("云享贷", "期限", "12", "个月"),
        of("云享贷", "年化利率", ("3.6", "24"), "%"),
    ]


def test_rows_of_kinds_of_things_are_of_who_has_them():
    text = "云河银行贷款结构\n序号|贷款类型|余额（亿元）|占比（%）\n1|消费贷款|120.5|23.1\n2|合计|520.1|100"
    assert figures(text) == [
        of("云河银行", "消费贷款余额", "12050000000", "元"),
        of("云河银行", "消费贷款余额占比", "23.1", "%"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        # No unit is told, or none that the metric has.
        "公司|保费收入\n衡远人寿|352.4",
        "单位：亿元\n公司|排名|网点数\n衡远人寿|1|120",
        "单位：亿元\n公司|保费收入增速\n衡远人寿|12.3",
        # Whom a row names nobody knows, and the text is about two.
        "云河银行与长宁银行合作\n项目|金额（万元）\n房租|120",
        "云河银行网点\n网点|员工（人）\n某某|120",
        # Whom a product is for has none of its figures.
        "产品|对象|最高额度\n某某分期|新市民家庭|50万元",
        # Nothing tells what is counted.
        "甲公司|乙产品|3%\n云河消费金融|好易贷|7.2%",
        # When is open.
        "云河银行\n项目|期初余额（亿元）\n总资产|1100.3",
    ],
)
def test_figures_that_heads_do_not_tell_are_left(text):
    assert figures(text) == []
