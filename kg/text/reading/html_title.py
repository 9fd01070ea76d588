"""Which visible line is an article's title, and what the browser's title says of the site beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.ontology.head import Head
from kg.text.reading.head import NAME_SIGNS, TITLE_SIGNS, is_publisher, read_info
from kg.text.reading.html_lines import VisibleLine

_BETWEEN = r"[_|｜—–·:：»>~\-\s]"
"""Signs between an article's title and its site's name."""
_CUT = re.compile(r"\s*(?:[_|｜]|--+|——|\s[-–—:：»>]\s)\s*")
"""Of these, signs that no title holds itself."""
_LEAST = 6
_PARTS = re.compile(_BETWEEN + "+")


@dataclass(frozen=True, slots=True)
class Headline:
    """The title, the number of its visible line if there is one, and the site's name in the browser's title."""

    title: str | None
    at: int | None = None
    site: str | None = None


def find_headline(lines: Sequence[VisibleLine], stated: str | None, browser: str, head: Head) -> Headline:
    """The title of a page.

    Args:
        lines: what is visible.
        stated: the title that metadata or the only heading give.
        browser: the text of the page's `title` element.
        head: the language's words.
    """
    stated, browser = " ".join((stated or "").split()), " ".join(browser.split())
    # A heading that was never closed holds the whole page.
    wholes = [whole for whole in dict.fromkeys((stated, browser)) if 0 < len(whole) <= 2 * TITLE_SIGNS]
    found = [at for at in (_line_of(whole, lines) for whole in wholes) if at is not None]
    if found:
        # The only heading may be the site's name, which the browser's title has beside the article's.
        within = [at for at in found if lines[at].text in browser]
        best = max(within, key=lambda at: len(lines[at].text)) if within else found[0]
        return Headline(lines[best].text, best, _site(browser, lines[best].text, head))
    above = _above_day(lines, head) if stated in browser else None
    if above is not None:
        return Headline(lines[above].text, above)
    title = _without_site(stated, head)
    return Headline(title or None, None, _site(browser, title, head))


def _line_of(whole: str, lines: Sequence[VisibleLine]) -> int | None:
    """The visible line that is the title, or its longest part."""
    sought = whole.replace(" ", "")
    same = [nth for nth, line in enumerate(lines) if line.text.replace(" ", "") == sought]
    if same:
        return next((nth for nth in same if lines[nth].heading), same[0])
    parts = [nth for nth, line in enumerate(lines) if _is_part(line, whole)]
    if not parts:
        return None
    longest = max(len(lines[nth].text) for nth in parts)
    return next(nth for nth in parts if len(lines[nth].text) == longest)


def _is_part(line: VisibleLine, whole: str) -> bool:
    """Whether a line is more than half of a title whose other parts are names of the site."""
    if line.linked or len(line.text) < _LEAST or line.text not in whole:
        return False
    before, _, after = whole.partition(line.text)
    bounded = re.fullmatch(rf"(?:.*{_BETWEEN})?", before) and re.fullmatch(rf"(?:{_BETWEEN}.*)?", after)
    return bool(bounded) and all(len(part) < len(line.text) for part in _PARTS.split(before + after))


def _above_day(lines: Sequence[VisibleLine], head: Head) -> int | None:
    """The line above the first one of nothing but day and publisher, where it looks like a title."""
    for nth, line in enumerate(lines[1:]):
        facts = read_info(line.apart, head)
        if facts is None or facts.date is None:
            continue
        above = lines[nth]
        told = above.text.endswith(tuple(head.sentence_ends)) or read_info(above.apart, head) is not None
        if not told and not above.linked and _LEAST <= len(above.text) <= TITLE_SIGNS:
            return nth
        return None
    return None


def _without_site(title: str, head: Head) -> str:
    """A title without the names of site and channels behind it."""
    parts = _CUT.split(title)
    if len(parts) > 1 and is_publisher(parts[-1], head):
        return max(parts, key=len)
    return title


def _site(browser: str, title: str, head: Head) -> str | None:
    """The publisher's name beside the title: the last part of the browser's title, or its first."""
    if not title or title not in browser:
        return None
    before, _, after = browser.partition(title)
    parts = [part for text in (after, before) for part in reversed(_PARTS.split(text)) if part]
    return next((part for part in parts if len(part) <= NAME_SIGNS and is_publisher(part, head)), None)
