"""The main text of a page: what stands from its headline on as far as its readers' words, without lists of links."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import trafilatura

from kg.ontology.head import Head
from kg.text.reading.furniture import article_lines, is_head_of_comments
from kg.text.reading.html_blocks import in_paragraphs, is_torn, with_whole_lines, without_rules
from kg.text.reading.html_lines import VisibleLine, drop_above, drop_below, in_page_order, visible_lines
from kg.text.reading.html_links import without_lists_of_links
from kg.text.reading.html_title import Headline

_SHORTEST_SENTENCE = 15


def label_signs(head: Head) -> str:
    """Signs that no label of a list of links holds."""
    return "".join(sorted(set(head.sentence_ends) - set(head.colon)))


def main_text(load: Callable[[], Any], headline: Headline, head: Head) -> str:
    """What trafilatura finds beside the lists of links, or else with them, or else all lines of the article.

    Args:
        load: gives the page anew each time; its lines are always the same.
        headline: where the article begins.
        head: the language's words.
    """
    lines = visible_lines(_cut(load(), headline, head))
    linked = {line.text for line in lines if line.linked}
    for without_lists in (True, False):
        found = _found(load, headline, head, without_lists=without_lists)
        text = article_lines(in_page_order(found, lines), headline.title, head, linked)
        if text.strip() and text.strip("# ") != headline.title:
            return text
    told = [line.text for line in lines if not line.linked]
    return article_lines("\n".join(told), headline.title, head) if any(_is_told(line, head) for line in lines) else ""


def _found(load: Callable[[], Any], headline: Headline, head: Head, *, without_lists: bool) -> str:
    def article() -> Any:
        tree = _cut(load(), headline, head)
        return in_paragraphs(without_lists_of_links(tree, label_signs(head)) if without_lists else tree)

    found = _extract(article())
    if found and is_torn(load(), found):
        found = _extract(with_whole_lines(article())) or found
    return without_rules(found)


def _extract(tree: Any) -> str:
    found: Any = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=False)
    return (found.text if found else None) or ""


def _cut(tree: Any, headline: Headline, head: Head) -> Any:
    """The page from its headline on, as far as its readers' words."""
    lines = visible_lines(tree)
    at = headline.at or 0
    told = [nth for nth, line in enumerate(lines) if _is_told(line, head)]
    below = [nth for nth in told if nth >= at]
    end = _first_comment(lines, below[0], head) if below else None
    if end is not None:
        drop_below(lines[end])
    # What is named alike at the page's foot is no headline.
    if at and 2 * len(below) >= len(told):
        drop_above(lines[at])
    return tree


def _first_comment(lines: Sequence[VisibleLine], start: int, head: Head) -> int | None:
    """The line, if there is one, below which readers speak."""
    places = range(start + 1, len(lines))
    return next((nth for nth in places if is_head_of_comments(lines[nth].text, head)), None)


def _is_told(line: VisibleLine, head: Head) -> bool:
    """Whether a line is a sentence of some length."""
    ends = line.text.endswith(head.sentence_ends[:1])
    return ends and len(line.text) >= _SHORTEST_SENTENCE and not line.linked
