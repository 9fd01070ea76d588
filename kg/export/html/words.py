"""Words told once and named by number afterwards."""

from __future__ import annotations


class WordNumbers:
    """Numbers words in the order of their first use.

    >>> metrics = WordNumbers()
    >>> metrics.number("用户数"), metrics.number("授信额度"), metrics.number("用户数"), metrics.words
    (0, 1, 0, ['用户数', '授信额度'])
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, word: str) -> int:
        """The word's number; a new word gets the next."""
        return self._numbers.setdefault(word, len(self._numbers))

    @property
    def words(self) -> list[str]:
        """Every word, by its number."""
        return list(self._numbers)
