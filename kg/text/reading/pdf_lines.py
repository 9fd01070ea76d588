"""Lines of a printed page become running text again.

Knows how Chinese is set: lines of one width, no hyphens, a paragraph's last line short; page numbers and running heads
above and below. Knows nothing of PDF files.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable

from kg.ontology.head import Head
from kg.text.alternatives import any_of

_FULL = 0.85
"""Share of the widest line from which a line counts as full: a long number goes to the next line whole."""
_ENDS = "。！？!?…"
_CLOSING = "”’」』）)"
_GOES_ON = "，、,（(“《"
_FOLLOWS = "。，、；：！？）”》"
_INDENT = "\u3000\u3000"
_NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
_RADICAL = re.compile("[\u2f00-\u2fdf]")
"""Signs of radicals that Unicode equates with characters."""
_DIGITS = re.compile(r"[0-9]+")
_WIDE = r"\u3001-\u303f\u3400-\u9fff\uff01-\uff5e"
_SPACED = re.compile(rf"(?:[{_WIDE}] ){{3,}}")
_BLANKS = re.compile(rf"(?<=[{_WIDE}]) +| +(?=[{_WIDE}])|(?<=[0-9]) +(?=[0-9.,%])")
_IN_A_NUMBER = re.compile(r"(?<=[0-9]) (?=\.[0-9])")
_PRINTED = re.compile(
    r"(?:[0-9]{1,4}[/-]){2}[0-9]{1,4},? +[0-9]{1,2}:[0-9]{2}(?: ?[AP]M)?|(?:https?|file)://\S+(?: +[0-9]+ ?/ ?[0-9]+)?"
)
"""What browsers print above and below a page: when, and the address."""
_EDGE_LINES = 3


def join_pages(pages: Iterable[str], head: Head) -> str:
    r"""The running text of some pages: furniture left out, broken lines joined, other line ends kept as one feed.

    >>> from kg.text.reading.options import ReadOptions
    >>> join_pages(["截至今年9月末，公司累计服务新市\r\n民用户964.1万人。\r\n- 1 -"], ReadOptions().head)
    '截至今年9月末，公司累计服务新市民用户964.1万人。'
    """
    lined = [_lines(page, head) for page in pages]
    lines = list(itertools.chain.from_iterable(_without_furniture(lined, head)))
    indented = any(line.startswith(_INDENT) for line in lines)
    widest = max((_width(_closed_up(line)) for line in lines), default=0)
    text, last, full = "", "", False
    for raw in lines:
        line = _closed_up(raw)
        if not text:
            text = line
        elif _continues(last, line, full=full, indented=indented):
            text += _between(text, line) + line.lstrip()
        else:
            text += f"\n{line}"
        # Only lines that do not end a paragraph are set to the full width.
        last, full = line, len(line) < len(raw) or _width(line) >= widest * _FULL
    return text


def _lines(page: str, head: Head) -> list[str]:
    clean = _RADICAL.sub(lambda sign: unicodedata.normalize("NFKC", sign.group()), page)
    clean = clean.translate({ord(sign): character for sign, character in head.radicals})
    lines = [_NOT_TEXT.sub("", line).rstrip() for line in re.split(r"\r\n|[\r\n]", clean)]
    return [line for line in lines if line]


def _closed_up(line: str) -> str:
    """A line without the blanks that setting it to full width puts between its signs."""
    line = _IN_A_NUMBER.sub("", line)
    if not _SPACED.search(line):
        return line
    indent = line[: len(line) - len(line.lstrip())]
    return indent + _BLANKS.sub("", line.lstrip())


def _without_furniture(pages: list[list[str]], head: Head) -> list[list[str]]:
    """The pages without their numbers, and without a first or last line that most of three or more pages share."""
    words = any_of(head.page)
    number = re.compile(rf"(?:[\s\W]|{words})*[0-9]{{1,4}}(?:[\s\W]|{words}|[0-9])*")
    edges = Counter(_edge(line) for page in pages for line in {page[at] for at in (0, -1) if page})
    shared = {edge for edge, count in edges.items() if len(pages) >= 3 and count * 2 > len(pages)}

    def is_shared(line: str) -> bool:
        return _edge(line) in shared or _PRINTED.fullmatch(line) is not None

    return [_inside(page, is_shared, lambda line: number.fullmatch(line) is not None) for page in pages]


def _inside(page: list[str], is_shared: Callable[[str], bool], is_number: Callable[[str], bool]) -> list[str]:
    """A page without what lines at its edges share with other pages; the outermost of the rest may be its number."""
    first, last = 0, len(page)
    while first < min(last, _EDGE_LINES) and is_shared(page[first]):
        first += 1
    while last > max(first, len(page) - _EDGE_LINES) and is_shared(page[last - 1]):
        last -= 1
    first += first < last and is_number(page[first])
    last -= last > first and is_number(page[last - 1])
    return page[first:last]


def _edge(line: str) -> str:
    return _DIGITS.sub("0", line.strip())


def _continues(last: str, line: str, *, full: bool, indented: bool) -> bool:
    """Whether a line goes on with the one before it, which was full or not."""
    if line.startswith(_INDENT):
        return False
    if last[-1] in _GOES_ON or line[0] in _FOLLOWS:
        return True
    return full and (indented or (last.rstrip(_CLOSING) or last)[-1] not in _ENDS)


def _between(text: str, line: str) -> str:
    """A blank between two words in Latin letters; Chinese needs none, and a number broken in two neither."""
    before, after = text[-1], line.lstrip()[:1]
    words = before.isascii() and before.isalnum() and after.isascii() and after.isalnum()
    return " " if words and not (before.isdigit() and after.isdigit()) else ""


def _width(line: str) -> int:
    """Columns that a line takes; a Chinese sign takes two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in line)
