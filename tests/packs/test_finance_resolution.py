"""Names of the field, by the finance pack's lexicon and rules: what must meet and what must not."""

import itertools

import pytest

from kg.extract.extractor import Extractor
from kg.resolve.keys import Keys
from kg.resolve.metrics import MetricNames
from kg.resolve.resolver import resolve
from kg.resolve.rules import rules_of
from tests.builders import document
from tests.unit.resolve.records import record, thing


@pytest.fixture(scope="module")
def rules(finance):
    return rules_of(finance)


def nodes(rules, type_, *names):
    records = [record(name, thing("e1", type_, name), id_=f"d{number}") for number, name in enumerate(names)]
    return len(resolve(records, rules).knowledge.entities)


@pytest.mark.parametrize(
    ("type_", "names"),
    [
        (
            "Company",
            (
                "招联",
                "招联消费金融",
                "招联消金",
                "招联消费金融有限公司",
                "招联消费金融股份有限公司",
                "招联消费金融公司",
            ),
        ),
        ("Company", ("海尔消费金融", "海尔消金", "海尔消费金融有限公司")),
        ("Company", ("工商银行", "中国工商银行", "工行", "中国工商银行股份有限公司")),
        ("Company", ("工商银行杭州分行", "中国工商银行杭州分行", "工行杭州分行")),
        ("Company", ("重庆蚂蚁消费金融有限公司", "蚂蚁消费金融", "蚂蚁消金", "重庆蚂蚁消费金融")),
        ("Regulator", ("银保监会", "中国银保监会", "中国银行保险监督管理委员会")),
        ("Regulator", ("人民银行", "央行", "中国人民银行")),
        ("Regulator", ("国家金融监督管理总局", "金融监管总局")),
    ],
)
def test_names_of_one_thing_meet(rules, type_, names):
    assert nodes(rules, type_, *names) == 1


@pytest.mark.parametrize(
    ("type_", "names"),
    [
        ("Company", ("海尔消费金融", "哈银消费金融", "招联消费金融", "兴业消费金融")),
        ("Company", ("长银消费金融", "长银五八消费金融", "北银消费金融", "南银法巴消费金融")),
        ("Company", ("中国银行", "中国工商银行", "中国建设银行", "中国农业银行", "交通银行")),
        ("Company", ("上海银行", "上海农商银行", "上海浦东发展银行")),
        ("Company", ("平安银行", "中国平安", "平安消费金融", "平安证券", "平安人寿")),
        ("Company", ("中国工商银行", "工商银行杭州分行", "建设银行杭州分行")),
        ("Company", ("瑞穗银行", "瑞穗证券", "瑞穗金融集团", "野村证券", "野村控股")),
        ("Company", ("联想集团", "联想控股", "格力集团", "格力电器", "徐工集团", "徐工机械")),
        ("Company", ("城堡投资", "城堡证券", "富达国际", "富达投资", "劳埃德银行集团", "劳合社")),
        ("Organization", ("塔斯社", "俄新社", "凤凰网", "凤凰卫视", "中国青年报", "中国青年网")),
        ("Regulator", ("银保监会", "国家金融监督管理总局", "银监会", "保监会")),
        ("Regulator", ("农业部", "农业农村部", "环境保护部", "生态环境部", "全国人大", "全国人大常委会")),
        ("Need", ("居家养老", "社区养老", "机构养老", "污水处理", "垃圾处理")),
        ("Risk", ("金融危机", "经济危机", "风险隐患", "安全隐患", "贷款挪用", "资金挪用")),
        ("CustomerGroup", ("失能老人", "失能人员", "种植户", "种植大户", "护工", "月嫂")),
        ("Product", ("微信小程序", "支付宝小程序", "限制性股票", "股权激励", "企业网银", "个人网银")),
        ("Technology", ("数字人民币", "央行数字货币", "决策引擎", "智能决策", "大额支付系统", "小额支付系统")),
        ("Sector", ("四大行", "六大行", "QFII", "家电企业", "家电行业")),
    ],
)
def test_near_names_stay_apart(rules, type_, names):
    assert nodes(rules, type_, *names) == len(names)
    assert all(nodes(rules, type_, *pair) == 2 for pair in itertools.combinations(names, 2))


def test_every_listed_form_means_its_entry(finance, rules):
    keys = Keys(rules)
    strayed = [
        (surface, name.canonical)
        for name in finance.lexicon
        for surface in name.surfaces
        if keys.known(name.type, surface) is not name
    ]
    assert strayed == []


def test_no_two_entries_have_one_key(finance, rules):
    keys = Keys(rules)
    owners = {}
    for name in finance.lexicon:
        owners.setdefault(keys.canonical(name), set()).add(name.canonical)
    assert [sorted(names) for names in owners.values() if len(names) > 1] == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("累计服务用户", "累计服务客户", True),
        ("总资产", "资产总额", True),
        ("净利润", "归母净利润", False),
        ("注册用户", "活跃用户", False),
        ("贷款余额", "累计发放贷款", False),
    ],
)
def test_words_for_a_metric(rules, one, other, same):
    names = MetricNames(rules.options.metrics)
    assert (names.of(one) == names.of(other)) is same


def companies(finance, *texts):
    extractor = Extractor(finance)
    records = [extractor.extract(document(text, f"d{number}")) for number, text in enumerate(texts)]
    found = resolve(records, rules_of(finance)).knowledge.entities
    return sorted(sorted({each.name, *each.aliases}) for each in found if each.type == "Company")


OLD, NEW = "长帆消费金融推出“长贷”。", "远帆消金推出“远贷”。"


@pytest.mark.parametrize(
    "said",
    [
        "远帆消费金融有限公司（原名“长帆消费金融有限公司”）推出“帆贷”。",
        "远帆消费金融有限公司（曾用名：长帆消费金融有限公司）推出“帆贷”。",
        "远帆消费金融有限公司（原长帆消费金融有限公司）推出“帆贷”。",
        "近日，长帆消费金融有限公司获批更名为“远帆消费金融有限公司”。",
    ],
)
def test_an_old_name_meets_the_new_one_where_any_document_says_so(finance, said):
    (names,) = companies(finance, OLD, NEW, said)
    assert {"长帆消费金融", "远帆消金"} <= set(names)


@pytest.mark.parametrize(
    "said",
    [
        "远帆消费金融有限公司、长帆消费金融有限公司推出“帆贷”。",
        "远帆消费金融有限公司收购长帆消费金融有限公司。",
        "远帆消费金融有限公司原董事长来自长帆消费金融有限公司。",
    ],
)
def test_names_that_no_document_calls_one_stay_two(finance, said):
    assert len(companies(finance, OLD, NEW, said)) == 2


def test_a_successor_is_not_what_it_succeeds(finance):
    extraction = Extractor(finance).extract(document("国家金融监督管理总局（前身为银保监会）发布通知。", "d"))
    assert len(resolve([extraction], rules_of(finance)).knowledge.entities) == 2
