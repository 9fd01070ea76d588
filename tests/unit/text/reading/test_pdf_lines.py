import pytest

from kg.text.reading.options import ReadOptions
from kg.text.reading.pdf_lines import join_pages

HEAD = ReadOptions().head


def joined(*pages):
    return join_pages(["\r\n".join(page) for page in pages], HEAD)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("江畔银行宣布，小店贷额度提高到三十万", "元。"), "江畔银行宣布，小店贷额度提高到三十万元。"),
        (("江畔银行累计发放小店贷人民币548", "5.9亿元。"), "江畔银行累计发放小店贷人民币5485.9亿元。"),
        (("江畔银行与海外机构合作推出了QR", "code支付。"), "江畔银行与海外机构合作推出了QR code支付。"),
        (("小店贷、", "备货贷两款产品。"), "小店贷、备货贷两款产品。"),
        (("江畔银行宣布升级小店贷产品的服务", "。三天内放款。"), "江畔银行宣布升级小店贷产品的服务。三天内放款。"),
        (("一、总体情况", "江畔银行宣布升级小店贷产品。"), "一、总体情况\n江畔银行宣布升级小店贷产品。"),
        (
            ("江畔银行宣布升级小店贷产品。", "该行表示将继续努力做好服务。"),
            "江畔银行宣布升级小店贷产品。\n该行表示将继续努力做好服务。",
        ),
    ],
)
def test_lines_are_joined_where_the_page_was_too_narrow(lines, text):
    assert joined(lines) == text


def test_indented_paragraphs_are_joined_over_their_sentences():
    lines = ("　　江畔银行宣布升级小店贷产品。", "该行表示将继续努力做好各项服务。", "　　另据了解，利率不变。")
    assert joined(lines) == "　　江畔银行宣布升级小店贷产品。该行表示将继续努力做好各项服务。\n　　另据了解，利率不变。"


def test_a_sentence_goes_on_over_the_page():
    pages = (("江畔银行宣布，小店贷额度提高到", "第1页 共2页"), ("三十万元。", "第2页 共2页"))
    assert joined(*pages) == "江畔银行宣布，小店贷额度提高到三十万元。"


def test_running_heads_are_left_out():
    pages = [("江畔日报 金融版", f"第{name}段正文。", f"{number}") for number, name in enumerate("甲乙丙", 1)]
    assert joined(*pages) == "第甲段正文。\n第乙段正文。\n第丙段正文。"


def test_a_year_or_a_figure_at_the_edge_of_a_page_is_no_page_number():
    lines = ("2023年第3季度报告", "江畔银行宣布，小店贷额度提高到30万元。", "截至9月末余额为38.4亿元，户数为126008")
    assert joined(lines) == "\n".join(lines)


def test_signs_that_printing_adds_are_taken_back():
    assert joined(("⾦融\u00ad科技\ufffe产\x02品⻛险，新市⺠",)) == "金融科技产品风险，新市民"


def test_blanks_that_set_a_line_to_full_width_go():
    lines = (
        "江 畔 银 行 总 资 产 2356.8 亿 元 ， 较 年 初 增 长",
        "8 .2%，不良贷款率为1.36%，较年初下降0.05个百分点。",
        "完。",
    )
    text = "江畔银行总资产2356.8亿元，较年初增长8.2%，不良贷款率为1.36%，较年初下降0.05个百分点。\n完。"
    assert joined(lines) == text
    assert joined(("江畔银行 QR code 支付 三种产品", "完。")) == "江畔银行 QR code 支付 三种产品完。"


def test_a_closing_mark_alone_ends_no_paragraph():
    assert joined(("江畔银行宣布，将推出“小店贷”", "等产品。")) == "江畔银行宣布，将推出“小店贷”等产品。"
    assert joined(("该行表示：“将继续努力服务。”", "利率不变。")) == "该行表示：“将继续努力服务。”\n利率不变。"


def test_what_a_browser_prints_around_a_page_goes():
    page = ("2023/3/15 18:22", "江畔银行宣布升级小店贷。", "户数126008户", "https://a.example/b.html 1/3")
    assert joined(page) == "江畔银行宣布升级小店贷。\n户数126008户"
    assert joined(("12/1/26, 12:59 PM", "file:///a.html 1/1")) == ""


def test_nothing_gives_nothing():
    assert joined() == joined(()) == ""
