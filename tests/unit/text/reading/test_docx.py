"""What Word documents hold besides plain paragraphs: all that is shown is read, and nothing that is not."""

import io

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from kg.text.reading import docx_file
from kg.text.reading.options import ReadOptions

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def run(words):
    return f"<w:r><w:t>{words}</w:t></w:r>"


def box(words):
    content = f"<w:txbxContent><w:p>{run(words)}</w:p></w:txbxContent>"
    return f"<w:r><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></w:r>"


def text_of(document):
    buffer = io.BytesIO()
    document.save(buffer)
    return docx_file.parse(buffer.getvalue(), "a.docx", ReadOptions()).text


def with_xml(*parts):
    """A document with one paragraph, which holds some XML behind its first words."""
    document = docx.Document()
    paragraph = document.add_paragraph("净利润")
    for part in parts:
        paragraph._p.append(parse_xml(part.replace(">", f" {SPACES}>", 1)))
    return document


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ([f'<w:del w:id="1">{run("12亿元")}</w:del>', f'<w:ins w:id="2">{run("13亿元")}</w:ins>'], "净利润13亿元"),
        ([f'<w:moveFrom w:id="1">{run("旧")}</w:moveFrom>', f'<w:moveTo w:id="2">{run("新")}</w:moveTo>'], "净利润新"),
        ([f"<w:hyperlink>{run('见公告')}</w:hyperlink>"], "净利润见公告"),
        ([f"<w:sdt><w:sdtContent>{run('3亿元')}</w:sdtContent></w:sdt>"], "净利润3亿元"),
        (["<w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r>"], "净利润"),
        (
            ["<w:r><w:instrText>PAGE</w:instrText></w:r>", "<w:r><w:tab/><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>"],
            "净利润\t甲\n乙",
        ),
        ([f"<w:r><w:ruby><w:rt>{run('song')}</w:rt><w:rubyBase>{run('松')}</w:rubyBase></w:ruby></w:r>"], "净利润松"),
        ([box("云杉银行增资")], "净利润\n云杉银行增资"),
        (
            [
                f'<mc:AlternateContent><mc:Choice Requires="v">{box("云杉银行增资")}</mc:Choice>'
                f"<mc:Fallback>{box('云杉银行增资')}</mc:Fallback></mc:AlternateContent>"
            ],
            "净利润\n云杉银行增资",
        ),
    ],
)
def test_a_paragraph_is_read_as_it_is_shown(parts, text):
    assert text_of(with_xml(*parts)) == text


def test_heads_and_feet_of_pages_are_none_of_the_text():
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "内部资料"
    document.sections[0].footer.paragraphs[0].text = "第1页"
    document.add_paragraph("云杉银行公告。")
    assert text_of(document) == "云杉银行公告。"


def test_controls_stand_around_paragraphs_and_rows():
    document = docx.Document()
    table = document.add_table(2, 2)
    for nth, words in enumerate(("甲", "1亿元", "乙", "2亿元")):
        table.cell(nth // 2, nth % 2).text = words
    row = table.rows[1]._tr
    control = parse_xml(f"<w:sdt {SPACES}><w:sdtContent/></w:sdt>")
    row.addprevious(control)
    control[0].append(row)
    document.element.body.insert(
        0, parse_xml(f"<w:sdt {SPACES}><w:sdtContent><w:p>{run('表')}</w:p></w:sdtContent></w:sdt>")
    )
    assert text_of(document) == "表\n甲 | 1亿元\n乙 | 2亿元"


def test_a_table_within_a_cell_is_words_of_that_cell():
    document = docx.Document()
    cell = document.add_table(1, 2).cell(0, 1)
    cell.text = "小计"
    inner = cell.add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "甲", "3亿元"
    assert text_of(document) == "|  | 小计 甲 3亿元 |"


def test_a_row_taken_out_is_not_read():
    document = docx.Document()
    table = document.add_table(2, 1)
    table.cell(0, 0).text, table.cell(1, 0).text = "留下", "去掉"
    table.rows[1]._tr.get_or_add_trPr().append(parse_xml(f'<w:del {SPACES} w:id="1"/>'))
    assert text_of(document) == "留下"


def test_notes_stand_behind_the_text():
    document = docx.Document()
    document.add_paragraph("云杉银行公告。")
    notes = (
        f'<w:footnotes {SPACES}><w:footnote w:type="separator" w:id="-1"><w:p>{run("线")}</w:p></w:footnote>'
        f'<w:footnote w:id="1"><w:p>{run("注：口径为母公司。")}</w:p></w:footnote></w:footnotes>'
    )
    name = PackURI("/word/footnotes.xml")
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    document.part.relate_to(Part(name, kind, notes.encode(), document.part.package), RELATIONSHIP_TYPE.FOOTNOTES)
    assert text_of(document) == "云杉银行公告。\n注：口径为母公司。"
