"""Menus, paths, lists of other articles and the foot of a page stay out of a text, whatever holds them; tables stay."""

import pytest

from kg.text.reading import html_page
from kg.text.reading.options import ReadOptions

TITLE = "云河消费金融拟收购青穗科技51%股权"
FIRST = "云河消费金融有限公司20日公告称，公司拟以3.2亿元收购青穗科技有限公司51%的股权，交易对方为青禾资本。"
SECOND = "云河消费金融董事长陆知微表示，此次收购有助于完善县域服务，未来三年将继续加大投入。"
OTHERS = ("凌川银行拟发行50亿元二级资本债", "丰穗证券三季度净利润同比下降31%", "衡远人寿获批增资20亿元")
MENU = "".join(f'<li><a href="/{nth}">{word}</a></li>' for nth, word in enumerate(("首页", "股票", "股吧", "滚动")))
PATH = '<p>当前位置：<a href="/">首页</a> &gt; <a href="/s">公司新闻</a> &gt; 正文</p>'
ITEMS = "".join(f'<li><a href="/a{nth}">{other}</a> 11-20</li>' for nth, other in enumerate(OTHERS))
RELATED = f"<div><h3>相关阅读</h3><ul>{ITEMS}</ul></div>"
FOOT = "<div><p>关于我们 | 广告服务</p><p>Copyright © 2023 华域财经网 版权所有 京ICP备12345678号-1</p></div>"
FOREIGN = ("股吧", "当前位置", *OTHERS, "ICP", "关于我们")


def read(body):
    menu = f"<ul>{MENU}</ul>"
    markup = f"<html><head><title>{TITLE}</title></head><body>{menu}{body}{RELATED}{FOOT}</body></html>"
    return html_page.parse(markup.encode(), "a.html", ReadOptions()).text


def paragraphs(*texts):
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize(
    "body",
    [
        f"{PATH}<h1>{TITLE}</h1><div>{paragraphs(FIRST)}</div>",
        f"<h1>{TITLE}</h1><div>　　{FIRST}<br>　　{SECOND}</div>",
        f"{PATH}<h1>{TITLE}</h1>{paragraphs(FIRST, SECOND)}{paragraphs(*(f'<a>{other}</a>' for other in OTHERS))}",
        f"<table><tr><td>{PATH}{MENU}</td></tr></table><table><tr><td>{FIRST}</td><td>{RELATED}</td></tr></table>",
        f"<article><h1>{TITLE}</h1>{paragraphs(FIRST)}</article>",
    ],
)
def test_what_stands_around_an_article_is_left_out(body):
    text = read(body)
    assert FIRST in text
    assert [words for words in FOREIGN if words in text] == []


def test_a_short_page_keeps_its_table_with_links_in_cells():
    names = ("云河控股", "青穗科技", "凌川银行")
    rows = "".join(
        f"<tr><td><a>60{n}999</a></td><td><a>{name}</a></td><td>{n}.02%</td></tr>" for n, name in enumerate(names)
    )
    text = read(f"<h1>{TITLE}</h1><div><p>涨幅居前个股如下：</p><div><table>{rows}</table></div></div>")
    assert "600999 | 云河控股 | 0.02%\n601999 | 青穗科技 | 1.02%" in text
    assert [words for words in FOREIGN if words in text] == []


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        ("<p>涨停的有<a>云河控股</a>、<a>青穗科技</a>、<a>凌川银行</a></p>", "云河控股、青穗科技、凌川银行"),
        ("<p>标的：<a>青穗科技</a></p><p>顾问：<a>丰穗证券</a></p><p>卖方：<a>青禾资本</a></p>", "顾问：丰穗证券"),
        (paragraphs(*(f"<a>{text}</a>" for text in (FIRST, SECOND, FIRST))), SECOND),
        ("<p>该平台“关于我们”一栏称，其ICP备案主体为青穗科技。</p>", "其ICP备案主体为青穗科技。"),
    ],
)
def test_links_within_an_article_and_talk_of_sites_stay(body, kept):
    assert kept in read(f"<h1>{TITLE}</h1><div>{paragraphs(FIRST)}{body}{paragraphs(SECOND)}</div>")


def test_an_article_that_is_a_list_of_links_is_read():
    items = paragraphs(*(f"<a>{other}</a>" for other in OTHERS))
    markup = f"<html><body><ul>{MENU}</ul><h1>{TITLE}</h1><div>{items}</div></body></html>"
    assert OTHERS[1] in html_page.parse(markup.encode(), "a.html", ReadOptions()).text
