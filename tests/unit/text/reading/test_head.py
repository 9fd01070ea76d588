import datetime

import pytest

from kg.ontology.head import Head
from kg.text.reading.head import HeadFacts, parse_date, read_head
from kg.text.reading.options import ReadOptions

HEAD = ReadOptions().head
DAY = datetime.date(2023, 3, 15)
BODY = "　　江畔银行15日宣布，小店贷额度提高到30万元。"


def read(*lines):
    return read_head("\n".join(lines), HEAD)


@pytest.mark.parametrize(
    "line",
    [
        "2023-03-15 09:12 来源：江畔日报",
        "2023年3月15日 09:12:30　来源:江畔日报　作者：闻一鸣　责任编辑：柳青",
        "2023/03/15 来源：江畔日报作者：闻一鸣",
        "来源：江畔日报 | 2023.03.15",
        "发布时间：2023年03月15日  文章来源：江畔日报  字号：大",
        "（来源：江畔日报　2023年3月15日）",
        "江畔日报 2023-03-15 星期三",
        "２０２３年３月１５日　江畔日报",
        "2023-03-15T09:12:00+08:00 来源：江畔日报",
        "2023年3月15日09时12分 江畔日报 记者 闻一鸣",
        "江畔日报　二〇二三年三月十五日",
        "《江畔日报》2023年3月15日第3版",
        "更新时间：2023-04-02　发布日期：20230315　来源：《江畔日报》",
    ],
)
def test_day_and_publisher_stand_in_a_line_below_the_title(line):
    assert read("江畔银行升级小店贷", line, "", BODY) == HeadFacts("江畔银行升级小店贷", DAY, "江畔日报")


def test_each_may_stand_in_a_line_of_its_own():
    facts = read("标题：江畔银行 升级小店贷", "日期：2023-03-15", "来源：江畔日报", BODY)
    assert facts == HeadFacts("江畔银行 升级小店贷", DAY, "江畔日报")


def test_a_publisher_may_have_a_latin_name_of_several_words():
    assert read("江畔银行升级小店贷", "来源：China Daily 记者 闻一鸣", BODY).source == "China Daily"


@pytest.mark.parametrize(
    "above", ["2023-03-15", "来源：江畔日报", "证券代码：601999　证券简称：江畔银行　公告编号：2023-012"]
)
def test_a_title_may_stand_below_day_publisher_or_number(above):
    assert read(above, "江畔银行升级小店贷", BODY).title == "江畔银行升级小店贷"


@pytest.mark.parametrize("dateline", ["【江畔社临江3月15日电】", "【江畔日报】", "【导读】"])
def test_a_flash_is_headed_by_what_stands_in_brackets_unless_that_says_who_tells(dateline):
    told = "江畔银行公告，小店贷额度提高到30万元。"
    assert read(f"【江畔银行升级小店贷】{told}").title == "江畔银行升级小店贷"
    assert read(f"{dateline}{told}").title is None


def test_a_day_under_a_notice_is_its_day():
    notice = read("关于加强小店贷款管理的通知", "", "各分行：", BODY, "", "江畔银行", "2023年3月15日")
    assert notice == HeadFacts("关于加强小店贷款管理的通知", DAY, None)


@pytest.mark.parametrize(
    "below",
    [
        ["（来源：江畔日报）"],
        ["来源：江畔日报", "编辑：柳青", "审核：闻一鸣", "监制：陆知微"],
        ["（原载《江畔日报》2023年3月15日）"],
        ["【来源：江畔日报】", "本文已获转载授权。"],
    ],
)
def test_a_publisher_may_stand_below_the_text(below):
    assert read("江畔银行升级小店贷", "", BODY, *below).source == "江畔日报"


@pytest.mark.parametrize(
    "lines",
    [
        (BODY, BODY),
        ("江畔银行15日宣布升级产品。", "该行表示，将继续努力。"),
        ("江畔银行15日宣布，面向小店主的贷款", "额度提高到30万元，期限延长到36", "个月，利率不变。"),
        ("江畔银行升级小店贷",),
        ("　　江畔银行升级小店贷", BODY),
        ("",),
    ],
)
def test_a_text_without_a_head_has_no_title(lines):
    assert read(*lines).title is None


@pytest.mark.parametrize(
    "line",
    [
        "数据来源：江畔研究院",
        "江畔银行资金来源：自有资金",
        "2023年3月15日，江畔银行与江畔日报社签约。",
        "活动时间：2023年3月15日至20日，地点在总行一楼大厅和各营业网点，欢迎新老客户参加。",
        "2023年2月31日",
        "文件编号20230315",
        "来源：网络",
        "原载于《江畔日报》的文章称，江畔银行升级小店贷。",
    ],
)
def test_what_the_text_tells_is_no_day_of_publication(line):
    facts = read("江畔银行升级小店贷", "", line, BODY)
    assert (facts.date, facts.source) == (None, None)


def test_a_day_in_the_title_is_not_taken():
    assert read("2023年3月15日基金净值", "", BODY).date is None


def test_without_a_language_only_dates_in_digits_are_known():
    assert read_head("A title\n2023-03-15\n\nSome longer body text here.", Head()) == HeadFacts("A title", DAY, None)


@pytest.mark.parametrize(
    "written",
    ["2023-03-15", "2023年3月15日", "2023/3/15 08:00", " 2023-03-15T08:00:00Z", "20230315", "2023-03-15 周三"],
)
def test_a_day_is_read_in_every_usual_form(written):
    assert parse_date(written, HEAD) == DAY


@pytest.mark.parametrize(
    "written", ["", "昨日", "2023-03", "2023-13-01", "0000-01-01", "2023-03-15 or so", "20231345", "二〇二三年三月"]
)
def test_what_is_no_day_is_none(written):
    assert parse_date(written, HEAD) is None
