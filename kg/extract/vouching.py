"""Who only vouches for what is told of others: 经甲事务所审计."""

from __future__ import annotations

import functools
import re

from kg.extract.soon import Soon
from kg.ontology.language import Language
from kg.text.alternatives import any_of

_REMEMBERED = 256
"""How many names are remembered: more than most articles have."""
_BESIDE = 2
"""How long the word before the name may be."""
# Signs of others named before the verb: 甲和乙担任保荐人.
_LISTED = 10
_TOLD = 16
"""Signs between the verb and what it is done as."""


class VoucherReader:
    """Tells names that vouch by the words beside them."""

    def __init__(self, language: Language) -> None:
        words = language.reporting
        self._before = tuple(words.vouching_before)
        self._behind = re.compile(rf".{{0,6}}?{any_of(words.vouching)}")
        stop = re.escape(language.punctuation.clause + language.punctuation.sentence)
        done = "|".join(
            rf"{re.escape(verb)}[^{stop}]{{0,{_TOLD}}}?{any_of(told)}" for verb, told in words.vouching_for.items()
        )
        self._verbs = Soon(words.vouching_for, _LISTED)
        self._engaged = re.compile(rf"[^{stop}]{{0,{_LISTED}}}?(?:{done or '(?!)'})(?=[{stop}]|$)")

        self.vouches = functools.lru_cache(_REMEMBERED)(self._vouches)
        """Remembered, because every figure of a sentence asks it of every name."""

    def _vouches(self, text: str, start: int, end: int) -> bool:
        """Whether the name between two offsets only vouches for the figures of others."""
        before = text.endswith(self._before, max(0, start - _BESIDE), start)
        if before and self._behind.match(text, end) is not None:
            return True
        return self._verbs.follows(text, end, len(text)) and self._engaged.match(text, end) is not None
