"""Names of the field, by the finance pack's lexicon and rules: what must meet and what must not."""

import itertools

import pytest

from kg.resolve.keys import Keys
from kg.resolve.resolver import resolve
from kg.resolve.rules import rules_of
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
        ("Regulator", ("银保监会", "国家金融监督管理总局", "银监会", "保监会")),
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
