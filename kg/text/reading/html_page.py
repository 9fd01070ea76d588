"""`.html`: the main text of a page, and what its metadata and the lines under its title say. Home of trafilatura."""

from __future__ import annotations

import logging
import re
from typing import Any

import trafilatura

from kg.errors import DocumentError
from kg.text.reading.drafts import Draft
from kg.text.reading.encoding import decode
from kg.text.reading.head import HeadFacts, parse_date, read_head
from kg.text.reading.html_links import without_lists_of_links
from kg.text.reading.options import ReadOptions
from kg.text.tables import written

# A page that gives nothing is told by one sentence of ours; the libraries' own lines would stand beside it.
for _library in ("trafilatura", "htmldate"):
    logging.getLogger(_library).setLevel(logging.CRITICAL)

_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_RULE = re.compile(r"[|\- ]*\|[|\- ]*")
_DECLARED_WITHIN = 4096
_LINES_UNDER_TITLE = 12
_LINES_OF_A_FOOT = 12
_PUBLISHER = "//meta[@name='source' or @name='mediaid' or @property='article:publisher_name']/@content"
_INLINE = ("a", "abbr", "b", "em", "font", "i", "mark", "small", "strong", "sub", "sup", "u")
_LONGEST_CELL = 60
_VISIBLE = "//body//text()[not(ancestor::script or ancestor::style or ancestor::noscript)]"
# Without the clock and without guesses: a day that the page states, however late.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}


def parse(data: bytes, place: str, options: ReadOptions) -> Draft:
    """The draft of a page.

    Raises:
        DocumentError: it is no text, breaks its encoding, or holds no main text.
    """
    declared = _DECLARED.search(data[:_DECLARED_WITHIN])
    encoding = declared[1].decode("ascii", "replace") if declared else None
    markup = decode(data, place, forced=options.encoding, declared=encoding)
    try:
        tree = trafilatura.load_html(markup)
        page = _main_text(markup, tree, options)
    except (RecursionError, ValueError) as error:
        raise DocumentError(
            "cannot be read as HTML", place=place, remedy="give the page as a browser saves it"
        ) from error
    if tree is None or page is None or not page.text:
        raise DocumentError(
            "holds no main text", place=place, remedy="give the article's own page, not a list of links"
        )
    facts = _under_title(tree, page.title, options)
    publisher = next((str(each).strip() for each in tree.xpath(_PUBLISHER) if str(each).strip()), None)
    date = parse_date(page.date or "", options.head)
    return Draft(
        _without_notices(_tidy(page.text), options),
        page.title or facts.title,
        date or facts.date,
        facts.source or publisher or page.sitename,
    )


def _main_text(markup: str, tree: Any, options: ReadOptions) -> Any:
    """What trafilatura finds beside the lists of links, or with them where there is nothing else."""
    if tree is None:
        return None
    signs = _sentence_signs(options)
    page = _extract(without_lists_of_links(_loaded(markup), signs))
    if page is None or _says_nothing(page, options):
        page = _extract(markup)
    elif _is_torn(tree, page.text):
        page = _extract(_joined(without_lists_of_links(_loaded(markup), signs))) or page
    return page


def _says_nothing(page: Any, options: ReadOptions) -> bool:
    """Whether only the title and who runs the site are left, as of an article that is a list of links."""
    text = _without_notices(page.text or "", options)
    return all(line.strip("# ") in ("", page.title) for line in text.split("\n"))


def _tidy(text: str) -> str:
    """The text with a table's rows as words between bars, without the rules that Markdown draws around them."""
    lines = (line for line in text.split("\n") if not _RULE.fullmatch(line))
    return "\n".join(_row(line) if line.startswith("|") else line for line in lines)


def _without_notices(text: str, options: ReadOptions) -> str:
    """The text without the lines at its end that say who runs the site; a sentence about such a thing stays."""
    lines, signs = text.split("\n"), _sentence_signs(options)
    end = max(len(lines) - _LINES_OF_A_FOOT, 0)
    kept = [line for line in lines[end:] if not _is_notice(line, signs, options.head.notices)]
    return "\n".join(lines[:end] + kept)


def _is_notice(line: str, signs: str, notices: tuple[str, ...]) -> bool:
    return any(word in line for word in notices) and not any(sign in line for sign in signs)


def _sentence_signs(options: ReadOptions) -> str:
    return "".join(sorted(set(options.head.sentence_ends) - set(options.head.colon)))


def _row(line: str) -> str:
    return written([cell.strip() for cell in line.rstrip().removeprefix("|").removesuffix("|").split("|")])


def _is_torn(tree: Any, text: str) -> bool:
    """Whether each line is one node of a page that has nodes within lines, as those of pages with little text are."""
    nodes = {" ".join(str(each).split()) for each in tree.xpath(_VISIBLE)}
    inline = any(next(tree.iter(tag), None) is not None for tag in (*_INLINE, "td"))
    return inline and all(" ".join(line.split()) in nodes for line in text.split("\n") if line.strip())


def _joined(tree: Any) -> Any:
    """The page without the elements within its lines, with the rows of its tables as lines."""
    for tag in _INLINE:
        for each in list(tree.iter(tag)):
            each.drop_tag()
    for row in list(tree.iter("tr")):
        cells = [" ".join(cell.text_content().split()) for cell in row.iterchildren("td", "th")]
        # A longer cell, or a table within one, is how old pages set their columns.
        if len(cells) > 1 and max(map(len, cells)) <= _LONGEST_CELL and next(row.iter("table"), None) is None:
            del row[:]
            row.tag, row.text = "p", written(cells)
    return tree


def _loaded(markup: str) -> Any:
    return trafilatura.load_html(markup)


def _extract(markup: Any) -> Any:
    return trafilatura.bare_extraction(
        markup, include_comments=False, with_metadata=True, date_extraction_params=dict(_DATES)
    )


def _under_title(tree: Any, title: str | None, options: ReadOptions) -> HeadFacts:
    """What the visible lines from the title on say; the page's own lists and menus stand elsewhere."""
    lines = [" ".join(str(each).split()) for each in tree.xpath(_VISIBLE)]
    lines = [line for line in lines if line]
    at = next((nth for nth, line in enumerate(lines) if title and line == title), None)
    if at is None:
        return HeadFacts()
    joined = ""
    for line in lines[at : at + _LINES_UNDER_TITLE]:
        # A label and its value are often elements of their own.
        joined += line if joined.endswith(tuple(options.head.colon)) else f"\n{line}"
    facts = read_head(joined, options.head)
    return HeadFacts(title, facts.date, facts.source)
