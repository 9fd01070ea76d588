"""Who only vouches for what is told of others: 经甲事务所审计."""

from __future__ import annotations

import re

from kg.ontology.language import Language
from kg.text.quantity_pattern import any_of

_BESIDE = 2
"""How long the word before the name may be."""


class VoucherReader:
    """Tells names that vouch by the words beside them."""

    def __init__(self, language: Language) -> None:
        words = language.reporting
        self._before = tuple(words.vouching_before)
        self._behind = re.compile(rf".{{0,6}}?{any_of(words.vouching)}")

    def vouches(self, text: str, start: int, end: int) -> bool:
        """Whether the name between two offsets only vouches for the figures of others."""
        if not text.endswith(self._before, max(0, start - _BESIDE), start):  # as nearly always
            return False
        return self._behind.match(text, end) is not None
