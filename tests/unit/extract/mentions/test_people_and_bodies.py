"""People, regulators, other bodies and places."""

import pytest


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("某银行董事长林知行表示，将扩大规模。", {"林知行"}),
        ("（记者 周若谷 通讯员 陈一禾 向乔安）", {"周若谷", "陈一禾", "向乔安"}),
        ("聘任林知行、李若谷、王知秋为副行长。", {"林知行", "李若谷", "王知秋"}),
        ("客户刘先生前来办理业务。", {"刘先生"}),
        ("何某某因违规被警告。", {"何某某"}),
        ("责任编辑：欧阳若水", {"欧阳若水"}),
        ("宋知远时任副行长。", {"宋知远"}),
        ("首席执行官约翰·史密斯出席。", {"约翰·史密斯"}),
        ("选举王越为云桥银行董事长。", {"王越"}),
    ],
)
def test_people_are_found_beside_offices_bylines_and_verbs(find, text, names):
    assert find(text).names("Person") == names


@pytest.mark.parametrize(
    "text",
    [
        "金融表示出强劲势头。",
        "高级管理人员表示满意。",
        "法律、法规和规章禁止的内容。",
        "图文问诊、在线慢病管理等服务。",
    ],
)
def test_words_that_begin_like_a_name_are_no_people(find, text):
    assert find(text).names("Person") == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("国家金融监督管理总局上海监管局发布公告。", "国家金融监督管理总局上海监管局"),
        ("近日，浙江银保监局印发通知。", "浙江银保监局"),
        ("中国人民银行郑州中心支行开出罚单。", "中国人民银行郑州中心支行"),
        ("由南京市财政局牵头。", "南京市财政局"),
        ("杭州市人民政府与银行签约。", "杭州市人民政府"),
        ("市国资委要求加强管理。", "市国资委"),
    ],
)
def test_local_bodies_are_regulators(find, text, name):
    assert name in find(text).names("Regulator")


def test_a_local_office_named_shorter_is_the_same(find):
    found = find("人行郑州中支开出罚单。中国人民银行郑州中心支行表示，将加强检查。")
    assert {"人行郑州中支", "中国人民银行郑州中心支行"} in found.forms("Regulator")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("据《云州日报》报道，利率下降。", "云州日报"),
        ("云州大学经济学院发布报告。", "云州大学经济学院"),
        ("杭州市西湖区人民法院作出判决。", "杭州市西湖区人民法院"),
        ("来源：启明新财网", "启明新财网"),
        ("某集团与中国银行业协会合作。", "中国银行业协会"),
    ],
)
def test_other_bodies_are_organizations(find, text, name):
    assert name in find(text).names("Organization")


def test_a_party_branch_of_a_bank_is_a_body(find):
    assert "工商银行党支部" in find("工商银行党支部开展活动。").names("Organization")


def test_places_are_found_and_not_inside_longer_names(find):
    found = find("上海银行在浙江省设立分行。")
    assert found.names("Region") == {"浙江省"}


def test_going_public_is_no_town(find):
    assert find("该公司在香港上市。").names("Region") == {"香港"}


def test_a_body_with_signs_left_out_is_the_one_of_its_place(find):
    found = find("朝阳区地方金融监督管理局开展宣传，朝阳区金融局发放折页。海淀区金融办参加。")
    assert {"朝阳区地方金融监督管理局", "朝阳区金融局"} in found.forms("Regulator")
    assert {"海淀区金融办"} in found.forms("Regulator")


def test_the_end_of_a_body_is_the_body(find):
    found = find("国家金融监督管理总局云州监管局公布罚单，云州监管局依据办法作出决定。")
    assert found.forms("Regulator") == [{"国家金融监督管理总局云州监管局", "云州监管局"}]
