"""Builders of the files that readers read, in memory."""

import io
import zipfile

import docx

ARTICLE = "江畔银行升级小店贷\n2023-03-15 09:12　来源：江畔日报\n\n江畔银行15日宣布，小店贷额度提高到30万元。\n"


def pdf(*pages):
    """A PDF with one line of text below the other; the font is one that every reader knows by name."""
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 5 0 R"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>",
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0"
        b" /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
    ]
    kids = []
    for lines in pages:
        shown = " ".join(f"<{line.encode('utf-16-be').hex()}> Tj T*" for line in lines)
        content = f"BT /F1 12 Tf 18 TL 60 780 Td {shown} ET"
        parts.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream".encode())
        resources = "<< /Font << /F1 3 0 R >> >>"
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(parts)} 0 R"
        parts.append(f"{page} /Resources {resources} >>".encode())
        kids.append(f"{len(parts)} 0 R")
    parts[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    return _with_table(parts)


def _with_table(parts):
    out = b"%PDF-1.4\n"
    offsets = []
    for number, part in enumerate(parts, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(parts) + 1, len(out))
    return out + head + table + trailer


def word(*paragraphs, table=()):
    """A .docx with some paragraphs, and a table of rows behind them."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        made = document.add_table(len(table), len(table[0]))
        for row, cells in enumerate(table):
            for column, words in enumerate(cells):
                made.cell(row, column).text = words
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def zip_bomb(size):
    """A small archive with the parts of a .docx that unpacks to a number of bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b" " * size)
    return buffer.getvalue()


def page(body, head="", title="江畔银行升级小店贷_江畔新闻网"):
    """An HTML page with menus around its body."""
    menu = "".join(f'<a href="/{n}">{word}</a>' for n, word in enumerate(("首页", "财经", "股票", "保险")))
    footer = "<footer><p>免责声明：本网转载文章仅供参考。</p></footer>"
    return (
        f'<html lang="zh"><head><title>{title}</title>{head}</head><body><nav>{menu}</nav>{body}{footer}</body></html>'
    )


PARAGRAPHS = (
    "<p>江畔银行15日宣布，面向小微企业主和个体工商户的小店贷额度提高到30万元，期限最长延至36个月。</p>"
    "<p>截至2月末，小店贷累计服务小店主12.6万人，发放贷款38.4亿元，较上年末增长两成，不良率低于全行平均水平。</p>"
    "<p>该行有关负责人表示，今年将继续扩大服务范围，力争年内覆盖20个城市，把更多信贷资源投向小店。</p>"
)
