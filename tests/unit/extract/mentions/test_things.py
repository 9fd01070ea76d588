"""Programmes, products, policies, groups, technologies, needs and risks."""

import pytest


def surfaces(found, type):  # noqa: A002
    return {form for forms in found.forms(type) for form in forms}


@pytest.mark.parametrize(
    ("text", "type", "name"),
    [
        ("推出“青禾筑梦行动”，服务新市民。", "Program", "青禾筑梦行动"),
        ("开展“守护钱袋子”系列宣传活动。", "Program", "守护钱袋子"),
        ("举办2025云州金融科技高峰论坛。", "Program", "2025云州金融科技高峰论坛"),
        ("3月举办暖春惠民消费节活动，收效良好。", "Program", "暖春惠民消费节活动"),
        ("推出“安家贷”产品。", "Product", "安家贷"),
        ("发放创业担保贷款2亿元。", "Product", "创业担保贷款"),
        ("办理固定利率贷款的客户。", "Product", "固定利率贷款"),
        ("提供挂号咨询、图文问诊、在线复诊等服务。", "Product", "在线复诊"),
        ("发布《关于加强云州新市民服务的通知》。", "Policy", "《关于加强云州新市民服务的通知》"),
        ("违反金融统计管理规定。", "Policy", "金融统计管理规定"),
        ("贯彻乡村振兴战略。", "Policy", "乡村振兴战略"),
        ("服务个体工商户和小微企业。", "CustomerGroup", "个体工商户"),
        ("支持科技型小微企业。", "CustomerGroup", "科技型小微企业"),
        ("自主研发智能审批系统。", "Technology", "智能审批系统"),
        ("运用大数据、云计算等技术。", "Technology", "云计算"),
        ("搭建“云州征信平台”。", "Technology", "云州征信平台"),
        ("防范电信网络诈骗。", "Risk", "电信网络诈骗"),
        ("如伪造印章、虚构合同、冒名签字等违法行为。", "Risk", "冒名签字"),
        ("满足新市民在就业、住房、教育等方面的需求。", "Need", "住房"),
    ],
)
def test_things_are_found_by_their_type(find, text, type, name):  # noqa: A002
    assert name in surfaces(find(text), type)


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("上半年餐饮收入增长。", "Need"),
        ("理财经理介绍了情况。", "Need"),
        ("收看电影《春日》。", "Policy"),
        ("防范投资风险提示。", "Product"),
        ("“您好，请问需要办理什么业务？”", "Program"),
    ],
)
def test_words_that_only_help_to_name_another_thing_are_none(find, text, type):  # noqa: A002
    assert find(text).names(type) == set()


def test_a_title_hides_what_stands_in_it(find):
    found = find("印发《云州市支持小微企业融资若干措施》。")
    assert found.names("Policy") == {"《云州市支持小微企业融资若干措施》"}
    assert found.names("CustomerGroup") == set()


def test_a_paper_in_title_marks_is_no_policy(find):
    assert find("《云州晚报》记者了解到").names("Policy") == set()


def test_a_short_form_of_a_title_is_the_same_policy(find):
    found = find("发布《关于规范云州助贷业务的通知》（以下简称《通知》）。《通知》要求加强管理。")
    assert found.forms("Policy") == [{"《关于规范云州助贷业务的通知》", "《通知》"}]


def test_a_group_with_its_kind_word_is_one_group(find):
    found = find("新市民群体需求大。面向新市民用户推出服务，新市民表示满意。")
    assert {"新市民", "新市民群体", "新市民用户"} in found.forms("CustomerGroup")


def test_a_loan_to_a_group_gives_the_group(find):
    found = find("小微企业贷款余额增长。")
    assert "小微企业" in surfaces(found, "CustomerGroup")
    assert found.names("Product") == set()


def test_latin_letters_give_another_form(find):
    found = find("开展中期借贷便利（MLF）操作，MLF利率下降。")
    assert any("MLF" in forms for forms in found.forms("Product"))
