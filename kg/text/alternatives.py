"""Words as alternatives of a regular expression, and signs as sets of it."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """A group that matches any of the words, the longest first; one that matches nothing where there are none.

    >>> any_of(["贷", "贷款"])
    '(?:贷款|贷)'
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word) for word in ordered) + ")" if ordered else "(?:(?!))"


def sides_of(pairs: Iterable[str]) -> tuple[str, str]:
    r"""The opening and the closing signs of pairs, each as they stand in a set of signs.

    >>> sides_of(["（）", "[]"])
    ('（\\[', '）\\]')
    """
    known = tuple(pairs)
    opening, closing = (re.escape("".join(pair[side] for pair in known)) for side in (0, 1))
    return opening, closing
