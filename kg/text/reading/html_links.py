"""Menus, paths through a site and lists of other articles: the parts of a page that are links and little else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_LINKS_OF_A_LIST = 3
_LINKS_OF_A_PATH = 2
# A link of more signs is a passage that happens to be linked, a piece of more letters is no label of a list.
_LONGEST_LINK = 60
_LONGEST_LABEL = 12
_PATH_SIGN = re.compile("[>›»]")
# What stands around links without saying anything: numbers, days and rules.
_EMPTY = re.compile(r"[\W\d_]+")
_BLOCKS = frozenset(("center", "dd", "div", "dl", "h2", "h3", "h4", "li", "nav", "ol", "p", "section", "td", "ul"))
_ITEMS = frozenset(("dd", "div", "dt", "h2", "h3", "h4", "li", "p"))
_SILENT = frozenset(("script", "style", "noscript", "template"))


@dataclass(frozen=True, slots=True)
class _Share:
    """What an element holds: how many links, the letters within and beside them."""

    links: int = 0
    linked: int = 0
    beside: int = 0
    running: bool = False  # a passage of text, or cells side by side, stand within it
    path: bool = False


def without_lists_of_links(tree: Any, sentence_signs: str) -> Any:
    """The page without those parts; `sentence_signs` are the signs that no label of a list holds.

    Cells side by side are a table, whatever is linked within them, and stay.
    """
    shares = _shares(tree, sentence_signs)
    doomed = [each for each, share in shares.items() if each.tag in _BLOCKS and _is_list(share)]
    for parent in shares:
        doomed += _run_of_links(parent, shares)
    for each in doomed:
        if each.getparent() is not None:
            each.drop_tree()
    return tree


def _shares(tree: Any, sentence_signs: str) -> dict[Any, _Share]:
    """What each element of the page holds."""
    shares: dict[Any, _Share] = {}
    # Backwards, those within come before those around them.
    for each in reversed([each for each in tree.iter() if isinstance(each.tag, str)]):
        if each.tag in _SILENT:
            shares[each] = _Share()
        elif each.tag == "a":
            shares[each] = _of_link(each.text_content().strip(), sentence_signs)
        else:
            shares[each] = _of_element(each, shares, sentence_signs)
    return shares


def _of_element(element: Any, shares: dict[Any, _Share], sentence_signs: str) -> _Share:
    texts = [element.text, *(child.tail for child in element)]
    parts = [shares[child] for child in element if child in shares]
    parts += [_of_text(text, sentence_signs) for text in texts if text and not text.isspace()]
    return _Share(
        sum(part.links for part in parts),
        sum(part.linked for part in parts),
        sum(part.beside for part in parts),
        any(part.running for part in parts) or (element.tag == "tr" and len(element) > 1),
        any(part.path for part in parts),
    )


def _of_link(text: str, sentence_signs: str) -> _Share:
    letters = len(_EMPTY.sub("", text))
    return _Share(bool(letters), letters, 0, letters > _LONGEST_LINK or text.endswith(tuple(sentence_signs)))


def _of_text(text: str, sentence_signs: str) -> _Share:
    letters = len(_EMPTY.sub("", text))
    # Of the signs, those of ASCII stand in days and numbers too.
    signs = sentence_signs if letters else [sign for sign in sentence_signs if not sign.isascii()]
    running = letters > _LONGEST_LABEL or any(sign in text for sign in signs)
    return _Share(0, 0, letters, running, bool(_PATH_SIGN.search(text)))


def _is_list(share: _Share) -> bool:
    least = _LINKS_OF_A_PATH if share.path else _LINKS_OF_A_LIST
    return not share.running and share.links >= least and share.linked >= share.beside


def _run_of_links(parent: Any, shares: dict[Any, _Share]) -> list[Any]:
    """The children that are one link each and follow one another."""
    found: list[Any] = []
    run: list[Any] = []
    for child in [*parent, None]:
        share = shares.get(child)
        if share and child.tag in _ITEMS and share.links and not share.beside and not share.running:
            run.append(child)
            continue
        found += run if len(run) >= _LINKS_OF_A_LIST else []
        run = []
    return found
