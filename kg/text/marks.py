"""Reading straight quotation marks as the language's own: "鹭青卡" is “鹭青卡”.

Sign for sign, so that offsets in what is read are offsets in the text.
"""

from __future__ import annotations

import re

import regex

_PAIR = re.compile('["\uff02]([^"\uff02\n]*)["\uff02]')
_STRAIGHT = re.compile('["\uff02]')
_HAN = regex.compile(r"\p{Han}")


class MarkReader:
    """Turns pairs of straight marks into a language's own."""

    def __init__(self, quotes: tuple[str, ...]) -> None:
        """`quotes` are a language's pairs, the commonest first."""
        self._own = quotes[0] if quotes else ""

    def plain(self, text: str) -> str:
        """The text with the language's own marks around words of it, on lines where every straight mark has its other.

        >>> MarkReader(("<>",)).plain('a "b" 5"')
        'a "b" 5"'
        """
        if not self._own or _STRAIGHT.search(text) is None:
            return text
        lines = text.split("\n")
        return "\n".join(line if len(_STRAIGHT.findall(line)) % 2 else _PAIR.sub(self._turned, line) for line in lines)

    def _turned(self, pair: re.Match[str]) -> str:
        return f"{self._own[0]}{pair[1]}{self._own[1]}" if _HAN.search(pair[1]) else pair.group()
