"""Words that begin soon behind an offset."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.text.alternatives import any_of


class Soon:
    """Tells whether one of some words begins soon behind an offset.

    It looks for the words alone: a pattern that lets signs pass before them asks for every word at every sign.
    """

    def __init__(self, words: Iterable[str], reach: int) -> None:
        """Of some words, each of which begins at most `reach` signs behind the offset."""
        known = tuple(words)
        self._words = re.compile(any_of(known))
        self._reach = reach
        self._farthest = reach + max(map(len, known), default=0)

    def follows(self, text: str, start: int, end: int) -> bool:
        """Whether a word does so behind `start`, and ends by `end`."""
        found = self._words.search(text, start, min(end, start + self._farthest))
        return found is not None and found.start() - start <= self._reach
