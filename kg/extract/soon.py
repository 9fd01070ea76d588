"""Words that begin soon behind an offset."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from kg.text.alternatives import any_of

_NOTHING: Mapping[str, str] = MappingProxyType({})


class Soon:
    """Tells whether one of some words begins soon behind an offset.

    It looks for the words alone: a pattern that lets signs pass before them asks for every word at every sign.
    """

    def __init__(
        self,
        words: Iterable[str],
        reach: int,
        not_after: Mapping[str, str] = _NOTHING,
        not_before: Mapping[str, str] = _NOTHING,
    ) -> None:
        """Of some words, each of which begins at most `reach` signs behind the offset.

        Beside a sign that `not_after` or `not_before` gives for it a word is part of another (电 in 发电).
        """
        known = tuple(words)
        guarded = [word for word in known if word in not_after or word in not_before]
        apart = [_guarded(word, not_after.get(word, ""), not_before.get(word, "")) for word in guarded]
        self._words = re.compile("|".join([any_of(each for each in known if each not in guarded), *apart]))
        self._reach = reach
        self._farthest = reach + max(map(len, known), default=0)

    def follows(self, text: str, start: int, end: int) -> bool:
        """Whether a word does so behind `start`, and ends by `end`."""
        found = self._words.search(text, start, min(end, start + self._farthest))
        return found is not None and found.start() - start <= self._reach


def _guarded(word: str, not_after: str, not_before: str) -> str:
    before = rf"(?<![{not_after}])" if not_after else ""
    behind = rf"(?![{not_before}])" if not_before else ""
    return f"{before}{re.escape(word)}{behind}"
