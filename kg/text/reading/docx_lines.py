"""What a Word document shows, a line each: paragraphs, rows of tables, text boxes, notes. Home of python-docx.

Changes under review are read as accepted: what was put in stands in the text, what was taken out does not. Hidden
words, field codes, the sounds above characters, and the heads and feet of pages are left out.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from docx.document import Document as Opened
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.table import Table

from kg.text.tables import written

_BOX = qn("w:txbxContent")
_PARAGRAPH, _TABLE, _RUN = qn("w:p"), qn("w:tbl"), qn("w:r")
_TEXT = qn("w:t")
_SIGNS = {qn("w:tab"): "\t", qn("w:ptab"): "\t", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_BREAK = qn("w:br")
_OF_PAGES = ("page", "column")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""The same again, for programs that do not know what stands before it."""
_UNSEEN = frozenset(
    [*(qn(f"w:{tag}") for tag in ("del", "moveFrom", "rt", "pPr", "rPr", "instrText", "delText")), _BOX, _FALLBACK]
)
_AROUND = tuple(qn(f"w:{tag}") for tag in ("sdt", "customXml", "smartTag"))
_FOOTNOTES = ("/footnotes", "/endnotes")


def lines_of(document: Opened) -> Iterator[str]:
    """The lines of a document in order, its notes behind them."""
    body = document.element.body
    for control in list(body.iter(*_AROUND)):
        _unwrap(control)
    yield from _blocks(body, document)
    for relation in document.part.rels.values():
        if relation.reltype.endswith(_FOOTNOTES):
            for note in parse_xml(relation.target_part.blob):
                if note.get(qn("w:type")) is None:  # the others are the rules between text and notes
                    yield from _blocks(note, document)


def _blocks(container: Any, document: Opened) -> Iterator[str]:
    for child in container:
        if child.tag == _PARAGRAPH:
            yield _words(child)
            for box in _boxes(child):
                yield from _blocks(box, document)
        elif child.tag == _TABLE:
            yield from _rows(child, document)
        elif child.tag not in _UNSEEN:  # changes stand around blocks
            yield from _blocks(child, document)


def _words(element: Any) -> str:
    """What a paragraph shows."""
    said: list[str] = []
    waiting = [element]
    while waiting:
        each = waiting.pop()
        if each.tag == _TEXT:
            said.append(each.text or "")
        elif each.tag in _SIGNS:
            said.append(_SIGNS[each.tag])
        elif each.tag == _BREAK:
            said.append("" if each.get(qn("w:type")) in _OF_PAGES else "\n")
        elif each.tag not in _UNSEEN and not _is_hidden(each):
            waiting += reversed(each)
    return "".join(said)


def _is_hidden(run: Any) -> bool:
    if run.tag != _RUN or run.rPr is None:
        return False
    mark = run.rPr.find(qn("w:vanish"))
    return mark is not None and mark.get(qn("w:val"), "1") not in ("0", "false", "off")


def _boxes(paragraph: Any) -> Iterator[Any]:
    """The text boxes anchored in a paragraph, without those in others."""
    for box in paragraph.iter(_BOX):
        around = list(itertools.takewhile(lambda each: each is not paragraph, box.iterancestors()))
        if not any(each.tag in _UNSEEN for each in around):
            yield box


def _unwrap(control: Any) -> None:
    """Put what stands within a control in its place, for rows and cells are sought right below their table."""
    content = control.find(qn("w:sdtContent"))
    for each in list(control if content is None else content):
        control.addprevious(each)
    control.getparent().remove(control)


def _rows(table: Any, document: Opened) -> Iterator[str]:
    """A line for each row; a cell that spans several columns stands in the first of them."""
    for element, row in zip(table.tr_lst, Table(table, document).rows, strict=True):
        if element.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None:
            continue
        cells = row.cells
        spanned = [False, *(cell is last for last, cell in itertools.pairwise(cells))]
        words = [
            "" if is_more else _cell(cell._element, document)  # noqa: SLF001 - the only way to all that it holds
            for is_more, cell in zip(spanned, cells, strict=False)
        ]
        yield written(words)


def _cell(cell: Any, document: Opened) -> str:
    """The words of a cell in one line, those of a table within it without its bars."""
    return " ".join(" ".join(_blocks(cell, document)).replace("|", " ").split())
