"""Blocks of a page so that each line of what is read from it is a paragraph or a table's row."""

from __future__ import annotations

import re
from typing import Any

from kg.text.reading.html_lines import INLINE, is_hidden
from kg.text.tables import written

_RULE = re.compile(r"[|\- ]*\|[|\- ]*")
_LONG_TEXT = 300
"""Letters from which a cell is a column of the page and none of a table."""
_AS_THEY_ARE = INLINE | frozenset(
    [
        *("br", "button", "caption", "colgroup", "dl", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5"),
        *("h6", "head", "hr", "html", "iframe", "img", "input", "noscript", "ol", "option", "p", "pre", "script"),
        *("select", "style", "svg", "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "title"),
        *("tr", "ul"),
    ]
)
"""Elements whose own words are no paragraphs, or are one already."""
_SET = frozenset(("pre", "script", "style", "textarea"))
_CHINESE = r"[\u3001-\u303f\u3400-\u9fff\uff01-\uffee]"
_WRAP = re.compile(rf"(?<={_CHINESE})[ \t\r]*\n[ \t\r]*(?={_CHINESE})")
_INDENT = re.compile("\\s*\n[ \t]*(?=\u3000\u3000)")
_VISIBLE = "//body//text()[not(ancestor::script or ancestor::style or ancestor::noscript)]"


def tidied(tree: Any) -> Any:
    """The page as it is meant to be seen.

    What is hidden goes, and so does a line end of the markup within a Chinese sentence, which a browser hardly shows;
    one before an indent begins a paragraph. Tables that only set a page's columns become blocks.
    """
    for element in [each for each in tree.iter() if isinstance(each.tag, str)]:
        if (element.tag == "noscript" or is_hidden(element)) and element.getparent() is not None:
            element.drop_tree()
    for table in list(tree.iter("table")):
        if _is_layout(table):
            for each in [table, *_own(table, "tbody", "thead", "tr", "td", "th")]:
                each.tag = "div"
    for element in tree.iter():
        if isinstance(element.tag, str) and element.tag not in _SET:
            _rewrap(element)
    return tree


def _is_layout(table: Any) -> bool:
    rows = [row for row in _own(table, "tr") if len(row)]
    if next(table.iterdescendants("table"), None) is not None or all(len(row) == 1 for row in rows):
        return True
    return len(rows) == 1 and any(len(cell.text_content()) > _LONG_TEXT for cell in rows[0])


def _own(table: Any, *tags: str) -> list[Any]:
    """The table's rows or cells without those of tables within it."""
    return [each for each in table.iter(*tags) if next(each.iterancestors("table"), None) is table]


def _rewrap(element: Any) -> None:
    """Line ends in what stands directly in an element."""
    for child in [None, *element]:
        text = element.text if child is None else child.tail
        if not text or "\n" not in text:
            continue
        first, *paragraphs = _INDENT.split(_WRAP.sub("", text))
        for nth, paragraph in enumerate(paragraphs):
            made = element.makeelement("br")
            made.tail = paragraph
            element.insert((0 if child is None else element.index(child) + 1) + nth, made)
        if child is None:
            element.text = first
        else:
            child.tail = first


def without_rules(text: str) -> str:
    """The text with a table's rows as words between bars, without the rules that Markdown draws around them."""
    lines = (line for line in text.split("\n") if not _RULE.fullmatch(line))
    return "\n".join(_row(line) if line.startswith("|") else line for line in lines)


def _row(line: str) -> str:
    return written([cell.strip() for cell in line.rstrip().removeprefix("|").removesuffix("|").split("|")])


def in_paragraphs(tree: Any) -> Any:
    """The page with each run of text in a paragraph of its own, whatever element it stood in.

    What finds main texts passes over words that stand beside paragraphs, or in a bold piece of a block.
    """
    _drop_tags(tree, INLINE - {"a"})
    body = tree.find("body")
    body = tree if body is None else body
    for element in [each for each in body.iter() if isinstance(each.tag, str) and each.tag not in _AS_THEY_ARE]:
        _wrap_runs(element)
    return tree


def _drop_tags(tree: Any, tags: frozenset[str]) -> None:
    for each in [each for each in tree.iter() if each.tag in tags]:
        each.drop_tag()


def _wrap_runs(element: Any) -> None:
    """Each run of text and links that stands directly in an element becomes a paragraph of it."""
    children = list(element)
    text, element.text = element.text, None
    made = element.makeelement("p")
    made.text = text
    runs: list[Any] = [made]
    for child in children:
        tail, child.tail = child.tail, None
        element.remove(child)
        if child.tag == "a":
            child.tail = tail
            runs[-1].append(child)
            continue
        if child.tag != "br":
            runs.append(child)
        made = element.makeelement("p")
        made.text = tail
        runs.append(made)
    for run in runs:
        if run.tag != "p" or len(run) or (run.text and not run.text.isspace()) or run.attrib:
            element.append(run)


def is_torn(tree: Any, text: str) -> bool:
    """Whether each line is one node of a page that has nodes within lines, as those of pages with little text are."""
    nodes = {" ".join(str(each).split()) for each in tree.xpath(_VISIBLE)}
    inline = any(next(tree.iter(tag), None) is not None for tag in (*INLINE, "td"))
    return inline and all(" ".join(line.split()) in nodes for line in text.split("\n") if line.strip())


def with_whole_lines(tree: Any) -> Any:
    """The page without the elements within its lines, with the rows of its tables as lines."""
    _drop_tags(tree, INLINE)
    for row in list(tree.iter("tr")):
        cells = [" ".join(cell.text_content().split()) for cell in row.iterchildren("td", "th")]
        if len(cells) > 1 and max(map(len, cells)) <= _LONG_TEXT and next(row.iter("table"), None) is None:
            del row[:]
            row.tag, row.text = "p", written(cells)
    return tree
