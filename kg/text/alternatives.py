"""Words as alternatives of a regular expression, and signs as sets of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

NOTHING: Mapping[str, Sequence[str]] = MappingProxyType({})
"""For no word."""


def any_of(words: Iterable[str]) -> str:
    """A group that matches any of the words, the longest first; one that matches nothing where there are none.

    >>> any_of(["贷", "贷款"])
    '(?:贷款|贷)'
    """
    ordered = _longest_first(words)
    return "(?:" + "|".join(re.escape(word) for word in ordered) + ")" if ordered else "(?:(?!))"


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(set(words), key=lambda word: (-len(word), word))


def not_after(words: Iterable[str]) -> str:
    """Asks that none of the words ends right before what follows.

    >>> not_after(["历史", "创", "新"])
    '(?<![创新])(?<!历史)'
    """
    known = tuple(words)
    signs = "".join(word for word in known if len(word) == 1)
    longer = "".join(f"(?<!{re.escape(word)})" for word in known if len(word) > 1)
    return (f"(?<![{re.escape(signs)}])" if signs else "") + longer


def not_before(words: Iterable[str]) -> str:
    """Asks that none of the words follows.

    >>> not_before(["部", "地"])
    '(?!(?:地|部))'
    """
    known = tuple(words)
    return f"(?!{any_of(known)})" if known else ""


def apart(
    words: Iterable[str],
    after: Mapping[str, Sequence[str]] = NOTHING,
    before: Mapping[str, Sequence[str]] = NOTHING,
) -> str:
    """A group that matches any of the words where it is no part of another: not behind `after`, nor before `before`.

    >>> apart(["电", "电话"], {"电": ["发"]}, {"电": ["力"]})
    '(?:电话|(?<![发])电(?!(?:力)))'
    """
    held = (
        f"{not_after(after.get(word, ()))}{re.escape(word)}{not_before(before.get(word, ()))}"
        for word in _longest_first(words)
    )
    return f"(?:{'|'.join(held)})"


def sides_of(pairs: Iterable[str]) -> tuple[str, str]:
    r"""The opening and the closing signs of pairs, each as they stand in a set of signs.

    >>> sides_of(["（）", "[]"])
    ('（\\[', '）\\]')
    """
    known = tuple(pairs)
    opening, closing = (re.escape("".join(pair[side] for pair in known)) for side in (0, 1))
    return opening, closing
