"""Words that begin soon behind an offset."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from kg.text.alternatives import NOTHING, apart


class Soon:
    """Tells whether one of some words begins soon behind an offset.

    It looks for the words alone: a pattern that lets signs pass before them asks for every word at every sign.
    """

    def __init__(
        self,
        words: Iterable[str],
        reach: int,
        not_after: Mapping[str, Sequence[str]] = NOTHING,
        not_before: Mapping[str, Sequence[str]] = NOTHING,
    ) -> None:
        """Of some words, each of which begins at most `reach` signs behind the offset.

        Right behind what `not_after` gives for it, or before what `not_before` does, a word is part of another.
        """
        known = tuple(words)
        self._words = re.compile(apart(known, not_after, not_before))
        self._reach = reach
        self._farthest = reach + max(map(len, known), default=0)

    def follows(self, text: str, start: int, end: int) -> bool:
        """Whether a word does so behind `start`, and ends by `end`."""
        found = self._words.search(text, start, min(end, start + self._farthest))
        return found is not None and found.start() - start <= self._reach
