"""One thing, one node: which names of companies and bodies meet, and which near names never do."""

import dataclasses
import itertools

import pytest

from kg.ontology.lexicon import Name
from kg.resolve.resolver import resolve
from tests.unit.resolve.records import company, record, rules, thing


def nodes(*records, known=()):
    """The names of the entities that some records come to, each with its other forms."""
    entities = resolve(records, rules(*known)).knowledge.entities
    return sorted(tuple(sorted((each.name, *each.aliases))) for each in entities)


def meet(*names, known=()):
    """Whether names, each of its own document, are one company's."""
    return len(nodes(*(company(f"d{number}", name) for number, name in enumerate(names)), known=known)) == 1


def test_the_same_name_in_two_documents_is_one_thing():
    assert nodes(company("a", "云杉消费金融"), company("b", "云杉消费金融")) == [("云杉消费金融",)]


def test_the_same_name_of_another_type_is_another_thing():
    assert len(nodes(company("a", "云杉"), record("云杉", thing("e1", "Program", "云杉"), id_="b"))) == 2


@pytest.mark.parametrize(
    "names",
    [
        ("云杉消费金融", "云杉消费金融有限公司"),
        ("云杉消费金融股份有限公司", "云杉消费金融公司"),
        ("云杉消费金融", "云杉消金"),
        ("云杉农村商业银行", "云杉农商行"),
        ("云杉银行", "云杉商业银行股份有限公司"),
        ("ＹＳ消费金融", "ys 消费金融"),
        ("“云杉”科技", "云杉科技"),
        ("重庆云杉消费金融有限公司", "云杉消费金融"),
        ("重庆市云杉消费金融有限公司", "重庆云杉消金"),
        ("中国云杉", "云杉"),
        ("重庆云杉银行重庆支行", "重庆云杉商业银行股份有限公司重庆支行"),
    ],
)
def test_names_built_alike_meet(names):
    assert meet(*names)


@pytest.mark.parametrize(
    "names",
    [
        ("海尔消费金融", "哈银消费金融", "招联消费金融", "兴业消费金融"),
        ("海尔消费金融有限公司", "哈尔滨哈银消费金融有限责任公司"),
        ("云杉银行", "云杉消费金融", "云杉农商行", "云杉科技", "云杉"),
        ("湖北消费金融", "消费金融"),
        ("重庆银行", "重庆商业银行", "重庆农商行", "银行"),
        ("重庆云杉银行", "江苏云杉银行"),
        ("中国银行", "银行"),
        ("云杉银行", "云杉银行重庆分行", "云杉银行江苏分行"),
        ("云杉一号", "云杉二号"),
        ("云杉科技", "云杉（重庆）科技有限公司", "云杉科技（中国）有限公司"),
    ],
)
def test_near_names_never_meet(names):
    assert not any(meet(*pair) for pair in itertools.combinations(names, 2))
    assert len(nodes(*(company(f"d{number}", name) for number, name in enumerate(names)))) == len(names)


def test_a_name_without_its_place_belongs_to_neither_of_two():
    assert len(nodes(company("a", "重庆云杉银行"), company("b", "江苏云杉银行"), company("c", "云杉银行"))) == 3


def test_a_name_without_its_place_belongs_to_no_namesake_of_a_listed_company():
    listed = Name("江苏云杉银行股份有限公司", "Company", ("江苏云杉银行",))
    assert (
        len(nodes(company("a", "重庆云杉银行"), company("b", "江苏云杉银行"), company("c", "云杉银行"), known=[listed]))
        == 3
    )


def test_a_place_before_a_name_is_cut_off_only_once():
    assert not meet("重庆湖北青禾银行", "青禾银行")


def test_a_branch_without_its_bank_stays_in_its_document():
    assert len(nodes(company("a", "城关支行"), company("b", "城关支行"))) == 2


def test_a_branch_is_known_by_any_form_of_its_bank():
    bank = Name("中国云杉银行股份有限公司", "Company", ("云杉银行",), short=("云行",))
    assert meet("云行城关支行", "云杉银行城关支行", "中国云杉银行股份有限公司城关支行", known=[bank])
    assert not meet("云行城关支行", "云行", known=[bank])


def test_local_bodies_meet_whichever_way_they_are_written():
    names = ("证券监督管理委员会浙江监管局", "浙江证监局", "浙江省证监局", "重庆证监局")
    records = [record(name, thing("e1", "Regulator", name), id_=name) for name in names]
    assert sorted(len(each) for each in nodes(*records)) == [1, 3]


def test_a_short_form_defined_in_a_document_holds_in_others():
    defining = company("a", "重庆云杉消费金融有限公司", "杉杉")
    assert nodes(defining, company("b", "杉杉")) == [("杉杉", "重庆云杉消费金融有限公司")]


def test_a_short_form_of_two_things_is_neither_ones():
    records = [company("a", "云杉消费金融", "杉杉"), company("b", "红杉科技", "杉杉"), company("c", "杉杉")]
    assert len(nodes(*records)) == 3


def test_a_short_form_of_one_thing_under_two_names_is_its():
    records = [company("a", "云杉消费金融", "杉杉"), company("b", "云杉消费金融有限公司", "杉杉"), company("c", "杉杉")]
    assert len(nodes(*records)) == 1


def test_two_things_that_share_only_a_short_form_stay_two():
    assert len(nodes(company("a", "云杉消费金融", "杉杉"), company("b", "红杉科技", "杉杉"))) == 2


def test_the_end_of_a_name_is_no_short_form_elsewhere():
    product = record("个人青禾贷，青禾贷", thing("e1", "Product", "个人青禾贷", "青禾贷"), id_="a")
    other = record("青禾贷", thing("e1", "Product", "青禾贷"), id_="b")
    assert len(nodes(product, other)) == 2


def test_a_wrong_definition_does_not_bring_near_names_together():
    muddled = company("a", "海尔消费金融", "哈银消费金融")
    assert len(nodes(muddled, company("b", "哈银消费金融"))) == 2


def test_a_chain_of_definitions_is_followed():
    records = [company("a", "云杉消费金融", "杉杉"), company("b", "杉杉", "阿杉"), company("c", "阿杉")]
    assert len(nodes(*records)) == 1


def test_a_generic_word_is_no_short_form():
    assert len(nodes(company("a", "云杉农商行", "银行"), company("b", "银行"))) == 2


def test_names_that_tell_nothing_alone_stay_in_their_document():
    records = [record("通知", thing("e1", "Policy", "通知"), id_=id_) for id_ in ("a", "b")]
    assert len(nodes(*records)) == 2


LISTED = Name("云杉消费金融股份有限公司", "Company", ("云杉消费金融",), short=("杉杉",), former=("老杉消费金融",))


@pytest.mark.parametrize("name", ["云杉消费金融", "老杉消费金融", "杉杉", "云杉消金", "云杉消费金融公司"])
def test_listed_forms_meet(name):
    assert meet("云杉消费金融股份有限公司", name, known=[LISTED])


def test_a_short_form_listed_for_two_is_neither_ones():
    other = Name("青禾消费金融", "Company", short=("杉杉",))
    assert not meet("杉杉", "云杉消费金融", known=[LISTED, other])


def test_two_listed_names_never_meet_whatever_documents_say():
    other = Name("青禾科技", "Company", ("青禾",))
    records = [company("a", "云杉消费金融", "青禾"), company("b", "青禾科技"), company("c", "青禾")]
    assert len(nodes(*records, known=[LISTED, other])) == 2


def test_an_unlisted_name_is_known_by_a_listed_form_beside_it():
    records = [company("a", "杉杉数字生活集团", "云杉消费金融"), company("b", "云杉消费金融有限公司")]
    assert len(nodes(*records, known=[LISTED])) == 1


def test_a_successor_is_another_thing():
    old, new = Name("老监会", "Regulator"), Name("新总局", "Regulator", successor_of=("老监会",))
    records = [record(name, thing("e1", "Regulator", name), id_=name) for name in ("老监会", "新总局")]
    assert len(nodes(*records, known=[old, new])) == 2


def test_a_canonical_name_in_the_record_holds_without_a_lexicon():
    named = company("a", "杉杉")
    told = dataclasses.replace(named, entities=(dataclasses.replace(named.entities[0], canonical="云杉消费金融"),))
    assert len(nodes(told, company("b", "云杉消费金融有限公司"))) == 1
