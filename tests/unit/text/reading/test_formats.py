"""Each format of one document a file, from bytes."""

import datetime
import io

import docx
import pytest
from fpdf import FPDF

from kg.errors import DocumentError
from kg.text.reading import docx_file, html_page, markdown, pdf_file, plain
from kg.text.reading.drafts import Draft
from kg.text.reading.options import ReadOptions
from kg.text.tables import find_tables
from tests.unit.text.reading.files import ARTICLE, PARAGRAPHS, page, pdf, word, zip_bomb

OPTIONS = ReadOptions()
DAY = datetime.date(2023, 3, 15)
TITLE = "江畔银行升级小店贷"
INFO = (
    "<div><span>2023年03月15日 09:12</span> <span>来源：<a href='/s'>江畔日报</a></span> <span>责编：柳青</span></div>"
)
ARTICLE_PAGE = f"<div><h1>{TITLE}</h1>{INFO}<div>{PARAGRAPHS}</div></div>"


def parsed(module, content, options=OPTIONS):
    data = content if isinstance(content, bytes) else content.encode()
    return module.parse(data, "a", options)


def test_a_plain_text_is_kept_as_it_is():
    text = ARTICLE.replace("\n", "\r\n")
    assert parsed(plain, text) == Draft(text, TITLE, DAY, "江畔日报")


def test_the_text_of_markdown_begins_below_its_front_matter():
    front = "---\ntitle: 升级\ndate: 2023年3月15日\nsource: 江畔日报\ntags: [a, b]\n---\n"
    assert parsed(markdown, front + "\n# 别的\n\n*正文*。\n") == Draft("\n别的\n\n正文。\n", "升级", DAY, "江畔日报")


@pytest.mark.parametrize(
    "front",
    [
        "---\n标题: 升级\n发布时间: 2023-03-15 10:00:00 +0800\n来源: [江畔日报]\n---\n",
        '+++\ntitle = "升级"\ndate = 2023-03-15\npublisher = "江畔日报"\n+++\n',
    ],
)
def test_front_matter_may_be_in_chinese_or_in_toml(front):
    assert parsed(markdown, front + "正文。\n") == Draft("正文。\n", "升级", DAY, "江畔日报")


def test_markdown_without_front_matter_is_headed_by_its_first_heading():
    text = f"# {TITLE} #\n\n*2023-03-15　来源：江畔日报*\n\n正文一段。\n"
    plain = f"{TITLE}\n\n2023-03-15　来源：江畔日报\n\n正文一段。\n"
    assert parsed(markdown, text) == Draft(plain, TITLE, DAY, "江畔日报")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("罚款[285万元](http://a.example/b_(c))；副行长**赵长河**被警告", "罚款285万元；副行长赵长河被警告"),
        ('![图](a.png "说明")[甲银行][1]，[乙]（丙）', "图[甲银行][1]，[乙]（丙）"),
        ("> 引用**甲*乙*丙**\r\n>> `丁`、~~戊~~、__己__", "引用甲乙丙\r\n丁、戊、己"),
        ("## 小标题 ##\r\n7 * 24 小时，snake_case_name，\\*注", "小标题\r\n7 * 24 小时，snake_case_name，*注"),
        ("江畔银行\r\n========\r\n获批<br/>增资[^1]&nbsp;&amp;<!-- 注\n释 -->完", "江畔银行\r\n获批 增资\xa0&完"),
        ("[江畔银行][1]、[云杉银行]（乙）\n\n[1]: http://a.example '甲'\n", "江畔银行、[云杉银行]（乙）\n\n"),
        ("- 甲\n* 乙\n1. 丙\n***\n| a | b |\n|---|---:|", "- 甲\n* 乙\n1. 丙\n***\n| a | b |\n|---|---:|"),
    ],
)
def test_markdown_is_read_without_its_marks(text, plain):
    assert parsed(markdown, text).text == plain


@pytest.mark.parametrize("text", ["---\n正文\n---\n后文。\n", "---\n正文没有完。\n", "正文。\n---\na: b\n---\n"])
def test_a_rule_is_no_front_matter(text):
    assert parsed(markdown, text).text == text


def test_a_broken_front_matter_is_told_with_its_line():
    with pytest.raises(DocumentError) as told:
        parsed(markdown, '---\ntitle: "升级\ndate: 2023-03-15\n---\n正文。\n')
    assert str(told.value).startswith("a:")
    assert "the front matter is no YAML; put a value with a colon in it between quotes" in str(told.value)


def test_a_front_matter_with_no_day_for_its_date_is_refused():
    with pytest.raises(DocumentError, match="the date 'soon' is none; write it as 2022-11-23"):
        parsed(markdown, "---\ndate: soon\n---\n正文。\n")


def test_a_page_with_little_text_keeps_its_lines_whole():
    text = parsed(
        html_page, "<h1>半年报</h1><div><p>云杉银行净利润<b>3.5亿元</b>，<a href='/q'>同比</a>增长8%。</p></div>"
    ).text
    assert "云杉银行净利润3.5亿元，同比增长8%。" in text.split("\n")


@pytest.mark.parametrize(("encoding", "declared"), [("utf-8", "utf-8"), ("gb18030", "gb2312"), ("utf-8", "gb2312")])
def test_a_page_gives_its_main_text_and_what_stands_under_its_title(encoding, declared):
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">'
    draft = parsed(html_page, page(ARTICLE_PAGE, head).encode(encoding))
    assert (draft.title, draft.date, draft.source) == (TITLE, DAY, "江畔日报")
    assert "截至2月末，小店贷累计服务小店主12.6万人" in draft.text
    assert "首页" not in draft.text
    assert "免责声明" not in draft.text


def test_metadata_of_a_page_serves_where_nothing_is_visible():
    head = (
        '<meta property="article:published_time" content="2023-03-15T08:00:00+08:00">'
        '<meta property="og:site_name" content="江畔新闻网">'
    )
    draft = parsed(html_page, page(f"<article><h1>{TITLE}</h1>{PARAGRAPHS}</article>", head))
    assert (draft.title, draft.date, draft.source) == (TITLE, DAY, "江畔新闻网")


def test_signs_without_width_go_from_pages_and_documents():
    body = "云\u200b杉&#8203;银行\ufeff公告&shy;，净利润3.5\u2060亿元。"
    assert "云杉银行公告，净利润3.5亿元。" in parsed(html_page, page(f"<h1>{TITLE}</h1><p>{body}</p>")).text
    assert parsed(docx_file, word("云\u200b杉银行公告。")).text == "云杉银行公告。"
    assert parsed(markdown, "**云\u200b杉**银行公告。").text == "云杉银行公告。"


def test_a_day_of_publication_is_not_guessed():
    draft = parsed(html_page, page(f"<article><h1>{TITLE}</h1><p>3天前</p>{PARAGRAPHS}</article>"))
    assert draft.date is None


def test_tables_of_a_page_are_rows_of_words():
    table = "<table><tr><th>产品</th><th>额度</th></tr><tr><td>小店贷</td><td>30万元</td></tr></table>"
    draft = parsed(html_page, page(f"<article><h1>{TITLE}</h1>{PARAGRAPHS}{table}{PARAGRAPHS}</article>"))
    assert "\n产品 | 额度\n小店贷 | 30万元\n" in draft.text


def test_cells_of_a_page_keep_their_columns():
    rows = "<tr><th rowspan=2>公司</th><th colspan=2>2023年</th></tr><tr><th>保费</th><th>利润</th></tr>"
    table = f"<table>{rows}<tr><td></td><td>3</td><td></td></tr><tr><td>甲</td><td>1</td><td>2</td></tr></table>"
    draft = parsed(html_page, page(f"<article><h1>{TITLE}</h1>{PARAGRAPHS}{table}{PARAGRAPHS}</article>"))
    (found,) = find_tables(draft.text)
    assert [[cell and cell.of(draft.text) for cell in row] for row in found.rows] == [
        ["公司", "2023年", None],
        [None, "保费", "利润"],
        [None, "3", None],
        ["甲", "1", "2"],
    ]


@pytest.mark.parametrize("markup", ["<html></html>", "<p></p>", "<" * 100, "&" * 9, "<!--"])
def test_a_page_without_a_text_is_refused(markup):
    with pytest.raises(DocumentError, match="holds no main text; give the article's own page"):
        parsed(html_page, markup)


def test_a_page_with_elements_within_elements_without_end_is_read_or_refused():
    with pytest.raises(DocumentError, match=r"holds no main text|cannot be read as HTML"):
        parsed(html_page, "<div>" * 20_000 + PARAGRAPHS)


def test_paragraphs_and_tables_of_a_word_document_are_lines_in_order():
    draft = parsed(
        docx_file,
        word(TITLE, "2023年3月15日　来源：江畔日报", "正文一段。", table=(("产品", "额度"), ("小店贷", "30万元"))),
    )
    body = f"{TITLE}\n2023年3月15日　来源：江畔日报\n正文一段。\n产品 | 额度\n小店贷 | 30万元"
    assert draft == Draft(body, TITLE, DAY, "江畔日报")


def test_cells_of_a_word_document_keep_their_columns():
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    for row, cells in zip(table.rows, (("公司", "2022年", ""), ("", "保费", "利润"), ("甲", "1", "2")), strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    saved = io.BytesIO()
    document.save(saved)
    lines = parsed(docx_file, saved.getvalue()).text.splitlines()
    assert lines == ["| 公司 | 2022年 |  |", "公司 | 保费 | 利润", "甲 | 1 | 2"]


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    bomb = zip_bomb(80_000_000)
    assert len(bomb) < 100_000
    with pytest.raises(DocumentError, match=r"unpacks to 800000.. bytes in 2 parts, more than the limit of 52428800"):
        parsed(docx_file, bomb)


@pytest.mark.parametrize("data", [word("正文。")[:4000], b"PK\x03\x04", b"no zip", zip_bomb(10)])
def test_a_damaged_word_document_is_refused(data):
    with pytest.raises(DocumentError, match=r"is damaged or no Word document; save it again as \.docx"):
        parsed(docx_file, data)


def test_a_protected_word_document_is_refused():
    with pytest.raises(DocumentError, match=r"is password-protected, or an old \.doc; save it as \.docx"):
        parsed(docx_file, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500))


def test_pages_of_a_pdf_become_running_text():
    data = pdf(
        (
            TITLE,
            "2023年3月15日 来源：江畔日报",
            "江畔银行15日宣布，面向小微企业主的小店贷额度提高到",
            "30万元，期限延长到36个月。",
            "- 1 -",
        ),
        ("该行表示，今年将继续努力。", "- 2 -"),
    )
    body = "江畔银行15日宣布，面向小微企业主的小店贷额度提高到30万元，期限延长到36个月。\n该行表示，今年将继续努力。"
    assert parsed(pdf_file, data) == Draft(f"{TITLE}\n2023年3月15日 来源：江畔日报\n{body}", TITLE, DAY, "江畔日报")


def test_a_truncated_pdf_is_refused():
    data = pdf((TITLE,))
    with pytest.raises(DocumentError, match="is cut off: its end is missing; fetch or save the PDF again"):
        parsed(pdf_file, data[: len(data) // 2])


def test_a_damaged_pdf_is_refused():
    with pytest.raises(DocumentError, match="is damaged or no PDF"):
        parsed(pdf_file, b"%PDF-1.4\nnothing of use\n%%EOF\n")


def test_an_encrypted_pdf_is_refused():
    protected = FPDF()
    protected.add_page()
    protected.set_encryption(owner_password="a", user_password="b")
    with pytest.raises(DocumentError, match="is protected by a password; save it without the password"):
        parsed(pdf_file, bytes(protected.output()))


def test_a_pdf_of_pictures_is_refused():
    empty = FPDF()
    empty.add_page()
    with pytest.raises(
        DocumentError, match="holds no text; its pages may be pictures; run it through text recognition"
    ):
        parsed(pdf_file, bytes(empty.output()))


def test_a_pdf_with_more_text_than_the_limit_is_refused():
    with pytest.raises(DocumentError, match="holds more than 20 characters; raise the limit"):
        parsed(pdf_file, pdf(("正" * 15,), ("文" * 15,)), ReadOptions(max_bytes=20))
