"""The lines that a page shows: what stands in one block, whatever elements it is made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

INLINE = frozenset(
    [
        *("a", "abbr", "b", "cite", "del", "em", "font", "i", "ins", "label", "mark", "q", "s", "small", "span"),
        *("strong", "sub", "sup", "time", "u"),
    ]
)
"""Elements within a line."""
_SILENT = frozenset(("button", "head", "noscript", "script", "select", "style", "template", "textarea"))
_HEADINGS = frozenset(("h1", "h2"))


@dataclass(frozen=True, slots=True)
class VisibleLine:
    """One line: `text` as it stands, `apart` with a blank between its elements, and what it is made of.

    `linked` says whether all of it is a link; it begins in, or right behind, the element `at`.
    """

    text: str
    apart: str
    heading: bool
    linked: bool
    at: Any


class _Piece(NamedTuple):
    """A text with what it stands in; none where a line ends."""

    text: str | None
    at: Any
    heading: bool
    linked: bool


def visible_lines(tree: Any) -> list[VisibleLine]:
    """The lines of a page in order, without empty ones."""
    body = tree.find(".//body")
    lines: list[VisibleLine] = []
    pieces: list[_Piece] = []
    for piece in _pieces(tree if body is None else body):
        if piece.text is not None:
            pieces.append(piece)
            continue
        lines += _line(pieces)
        pieces = []
    return lines + _line(pieces)


def _pieces(root: Any) -> Iterator[_Piece]:
    """The texts of a page in order. Never recurses."""
    # What stands around an element is kept with it, for the text behind it.
    waiting: list[tuple[Any, bool, bool, bool]] = [(root, False, False, False)]
    while waiting:
        element, heading, linked, leaving = waiting.pop()
        tag = element.tag
        breaks = tag not in INLINE
        if leaving:
            if breaks and tag != "br":
                yield _Piece(None, element, heading, linked)
            if element.tail and element is not root:
                yield _Piece(element.tail, element, heading, linked)
            continue
        waiting.append((element, heading, linked, True))
        if not isinstance(tag, str) or tag in _SILENT or is_hidden(element):
            continue
        if breaks:
            # A heading broken in two is one title.
            yield _Piece(" " if tag == "br" and heading else None, element, heading, linked)
        heading, linked = heading or tag in _HEADINGS, linked or tag == "a"
        if element.text:
            yield _Piece(element.text, element, heading, linked)
        waiting += [(child, heading, linked, False) for child in reversed(element)]


def in_page_order(text: str, lines: Sequence[VisibleLine]) -> str:
    """A text taken from a page with its lines as they follow one another there; an unknown one stays behind its own."""
    counts = Counter(line.text for line in lines)
    places = {line.text: nth for nth, line in enumerate(lines) if counts[line.text] == 1}
    found = text.split("\n")
    last = 0
    known = [last := places.get(line, last) for line in found]
    return "\n".join(found[nth] for nth in sorted(range(len(found)), key=known.__getitem__))


def is_hidden(element: Any) -> bool:
    """Whether an element says of itself that it is not to be seen."""
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style


def drop_above(line: VisibleLine) -> None:
    """Drop from its page whatever stands before a line."""
    for each in [line.at, *line.at.iterancestors()]:
        if each.tag in ("body", "html"):
            return
        for before in list(each.itersiblings(preceding=True)):
            each.getparent().remove(before)  # with the text behind it
        each.getparent().text = None


def drop_below(line: VisibleLine) -> None:
    """Drop from its page a line and whatever stands behind it."""
    for each in [line.at, *line.at.iterancestors()]:
        if each.tag in ("body", "html"):
            return
        for behind in list(each.itersiblings()):
            each.getparent().remove(behind)
        each.tail = None
    line.at.drop_tree()


def _line(pieces: list[_Piece]) -> list[VisibleLine]:
    """The line of some pieces, none where they are blank."""
    shown = [piece for piece in pieces if piece.text and not piece.text.isspace()]
    if not shown:
        return []
    text, apart = (" ".join(between.join(piece.text or "" for piece in pieces).split()) for between in ("", " "))
    heading = any(piece.heading for piece in shown)
    return [VisibleLine(text, apart, heading, all(piece.linked for piece in shown), shown[0].at)]
