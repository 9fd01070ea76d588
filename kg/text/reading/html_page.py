"""`.html`: the main text of a page, and what its metadata and the lines under its title say. Home of trafilatura."""

from __future__ import annotations

import datetime
import logging
import re
from typing import Any

import trafilatura

from kg.errors import DocumentError
from kg.text.reading.drafts import Draft, seen
from kg.text.reading.encoding import decode
from kg.text.reading.head import HeadFacts, parse_date, read_head
from kg.text.reading.html_blocks import tidied
from kg.text.reading.html_lines import visible_lines
from kg.text.reading.html_links import without_lists_of_links
from kg.text.reading.html_text import label_signs, main_text
from kg.text.reading.html_title import Headline, find_headline
from kg.text.reading.options import ReadOptions

# A page that gives nothing is told by one sentence of ours; the libraries' own lines would stand beside it.
for _library in ("trafilatura", "htmldate"):
    logging.getLogger(_library).setLevel(logging.CRITICAL)

_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:shy|zwnj|zwj|ZeroWidthSpace|#8203|#x200[bBcCdD]|#65279|#x[fF][eE][fF][fF]|#173);?")
"""Signs without width, as they stand in markup."""
_DECLARED_WITHIN = 4096
_LINES_UNDER_TITLE = 12
_PUBLISHER = (
    "//meta[@name='source' or @name='mediaid' or @property='article:publisher_name']/@content",
    "//*[@id='js_name']/text()",  # the account of an article on 微信
)
# Without the clock and without guesses: a day that the page states, however late.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}


def parse(data: bytes, place: str, options: ReadOptions) -> Draft:
    """The draft of a page.

    Raises:
        DocumentError: it is no text, breaks its encoding, or holds no main text.
    """
    declared = _DECLARED.search(data[:_DECLARED_WITHIN])
    encoding = declared[1].decode("ascii", "replace") if declared else None
    markup = _ENTITY.sub("", seen(decode(data, place, forced=options.encoding, declared=encoding)))
    try:
        page = _Page(markup, options) if trafilatura.load_html(markup) is not None else None
        draft = page.draft() if page else None
    except (RecursionError, ValueError) as error:
        raise DocumentError(
            "cannot be read as HTML", place=place, remedy="give the page as a browser saves it"
        ) from error
    if draft is None or not draft.text:
        raise _without_text(page.frames() if page else [], place)
    return draft


class _Page:
    """One page and what is visible of it; each question has a tree of its own, for the libraries change it."""

    def __init__(self, markup: str, options: ReadOptions) -> None:
        self._markup = markup
        self._head = options.head
        self._tree = self._loaded()
        self._lines = visible_lines(self._tree)

    def draft(self) -> Draft:
        signs = label_signs(self._head)
        stated = _metadata(without_lists_of_links(self._loaded(), signs))
        browser = next((each.text_content() for each in self._tree.iter("title")), "")
        headline = find_headline(self._lines, stated.title, browser, self._head)
        facts = self._under(headline)
        # The days of a body may be those of other articles.
        days = (_metadata(_without_body(self._loaded())).date, facts.date, stated.date)
        read = (day if isinstance(day, datetime.date) else parse_date(day or "", self._head) for day in days)
        source = facts.source or self._stated_publisher() or headline.site or stated.sitename
        text = main_text(self._loaded, headline, self._head)
        return Draft(text, headline.title, next((day for day in read if day), None), source)

    def frames(self) -> list[str]:
        """The pages that this one shows within it."""
        return [str(each) for each in self._tree.xpath("//frame/@src | //iframe/@src")]

    def _under(self, headline: Headline) -> HeadFacts:
        """What the visible lines from the title on say; the page's own lists and menus stand elsewhere."""
        if headline.at is None:
            return HeadFacts()
        joined = ""
        for line in self._lines[headline.at : headline.at + _LINES_UNDER_TITLE]:
            # A label and its value are often elements of their own.
            joined += line.apart if joined.endswith(tuple(self._head.colon)) else f"\n{line.apart}"
        return read_head(joined, self._head)

    def _stated_publisher(self) -> str | None:
        told = (str(each).strip() for path in _PUBLISHER for each in self._tree.xpath(path))
        return next((each for each in told if each), None)

    def _loaded(self) -> Any:
        return tidied(trafilatura.load_html(self._markup))


def _without_body(tree: Any) -> Any:
    for body in list(tree.iter("body")):
        body.drop_tree()
    return tree


def _metadata(tree: Any) -> Any:
    return trafilatura.extract_metadata(tree, date_config=dict(_DATES))


def _without_text(frames: list[str], place: str) -> DocumentError:
    if frames:
        reason = f"holds no main text, but shows other pages in it ({', '.join(frames[:3])})"
        return DocumentError(reason, place=place, remedy="give the one of them that holds the article")
    return DocumentError("holds no main text", place=place, remedy="give the article's own page, not a list of links")
