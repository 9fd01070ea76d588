"""Pages as sites of the field write them: title, day, publisher and the article's own lines, and nothing else."""

import datetime
import re
from pathlib import Path

import pytest

from kg.errors import DocumentError
from kg.text.reading import html_page
from kg.text.reading.options import ReadOptions

TITLE = "松涛银行拟发行50亿元二级资本债"
FIRST = "松涛银行12月5日发布公告称，该行拟发行不超过50亿元二级资本债券，募集资金用于补充二级资本。"
SECOND = "截至今年9月末，松涛银行总资产2356.8亿元，较年初增长8.2%；不良贷款率1.36%，较年初下降0.05个百分点。"
LAST = "松涛银行董事长沈立群表示，下一步将继续加大对小微企业和乡村振兴的信贷投放。"
OTHERS = ("海桐消费金融获批增资10亿元", "岭川科技前三季度净利润下滑", "清河保险发布半年业绩")
DAY = datetime.date(2023, 12, 5)
PARAGRAPHS = f"<p>　　{FIRST}</p><p>{SECOND}</p><p>{LAST}</p>"
ARTICLE = f"{FIRST}\n{SECOND}\n{LAST}"
MENU = "".join(
    f"<div class=nav-item><a href=/{nth}>{word}</a></div>" for nth, word in enumerate(("首页", "财经", "基金"))
)
DATED = "".join(f"<li><span class=date>2024-01-0{nth}</span><a>{other}</a></li>" for nth, other in enumerate(OTHERS, 1))


def read(body, title=TITLE, head=""):
    markup = f"<html><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{body}</body></html>"
    return html_page.parse(markup.encode(), "a.html", ReadOptions())


PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_gives_its_article_and_nothing_else(path):
    markup = path.read_text("utf-8")
    source = re.match("<!-- publisher: (.*) -->", markup)[1]
    draft = html_page.parse(markup.encode(), "a.html", ReadOptions())
    text = draft.text.removeprefix(f"{TITLE}\n")
    assert (draft.title, draft.date, draft.source, text) == (TITLE, DAY, source, ARTICLE)


def test_a_site_that_heads_all_its_pages_alike_has_titles_above_the_day():
    above = "<div>海桐消费金融获评“金融服务创新奖”</div><div>时间：2023/12/05 点击：233</div>"
    draft = read(f"{MENU}{above}<div><div>{FIRST}</div></div>", "新闻动态-海桐消费金融有限公司")
    assert (draft.title, draft.date) == ("海桐消费金融获评“金融服务创新奖”", DAY)


def test_days_of_other_articles_are_none_of_this_one():
    draft = read(f"<ul>{DATED}</ul><h1>{TITLE}</h1><div>{PARAGRAPHS}</div>")
    assert draft.date is None


def test_a_title_broken_in_two_is_one():
    draft = read("<h1>松涛银行拟发债<br>补充二级资本</h1><div>" + PARAGRAPHS, "松涛银行拟发债 补充二级资本_松涛网")
    assert (draft.title, draft.source) == ("松涛银行拟发债 补充二级资本", "松涛网")


def test_lines_broken_in_the_markup_are_whole():
    broken = f"<p>松涛银行公告，拟发行不超过50亿元二级\n  资本债券。</p><div>\n　　{SECOND}\n　　{LAST}</div>"
    whole = ["松涛银行公告，拟发行不超过50亿元二级资本债券。", SECOND, LAST]
    assert read(f"<h1>{TITLE}</h1>{broken}").text.split("\n")[-3:] == whole


@pytest.mark.parametrize(
    "kept",
    [
        ("【热点新闻】", "松涛银行：拟发债", "海桐消费金融：获批增资10亿元"),
        (FIRST, "评论：", "净息差为1.85%，环比下降3个基点。"),
        (
            "记者：如何看待净息差收窄",
            f"沈立群：{SECOND}",
            "记者：下一步有什么打算",
            "沈立群：松涛银行将投入科技资金3亿元。",
        ),
        (FIRST, "特此公告。", "松涛银行股份有限公司董事会", "2023年12月5日"),
        (FIRST, "任何机构未经许可不得从事支付业务。", "风险提示：宏观经济下行；资产质量恶化。"),
    ],
)
def test_lines_of_an_article_that_look_like_a_site_s_stay(kept):
    draft = read(f"{MENU}<h1>{TITLE}</h1><div>2023-12-05 松涛网</div>" + "".join(f"<p>{line}</p>" for line in kept))
    assert draft.text.removeprefix(f"{TITLE}\n") == "\n".join(kept)


def test_rows_with_long_cells_are_rows():
    fault = "；".join(
        ["违反账户管理规定", "未按规定履行客户身份识别义务", "未按规定报送大额交易报告或者可疑交易报告"] * 2
    )
    table = f"<table><tr><td>1</td><td>松涛银行</td><td>{fault}</td><td>罚款320.5万元</td></tr></table>"
    assert f"1 | 松涛银行 | {fault} | 罚款320.5万元" in read(f"<h1>行政处罚信息公示表</h1>{table}", "公示表").text


def test_a_page_of_frames_tells_what_it_shows():
    with pytest.raises(DocumentError, match=r"other pages in it \(menu\.html, main\.html\); give the one of them"):
        html_page.parse(
            b"<html><frameset><frame src=menu.html><frame src=main.html></frameset></html>", "a", ReadOptions()
        )


def test_what_a_browser_hides_is_not_read():
    hidden = "<div style='display: none'>开户送礼包，年化收益8%，先到先得。</div>"
    draft = read(f"{hidden}<noscript>请启用JavaScript浏览本站。</noscript><h1>{TITLE}</h1>{PARAGRAPHS}")
    assert "开户" not in draft.text
    assert "JavaScript" not in draft.text
