"""Text inside XML 1.0: escaped so that a reader gets back the same characters.

Line ends and tabs are written as references, for readers turn them into blanks otherwise. Control characters that
XML cannot hold at all are written as their pictures (U+0001 as ␁), what is no character as U+FFFD: one for one, so
that offsets into a quote still hold.
"""

from __future__ import annotations

import re

_PICTURES = 0x2400
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPECIAL = re.compile('[&<>"\t\n\r\x7f-\x9f\u2028]')
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def escape(text: str) -> str:
    """The text for an attribute in double quotes, or for the inside of an element.

    >>> escape('“云杉”<Ａ&B>"')
    '“云杉”&lt;Ａ&amp;B&gt;&quot;'
    """
    return _SPECIAL.sub(_reference, _FORBIDDEN.sub(_picture, text))


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    return chr(_PICTURES + code) if code < 0x20 else "\N{REPLACEMENT CHARACTER}"


def _reference(found: re.Match[str]) -> str:
    return _NAMED.get(found[0]) or f"&#{ord(found[0])};"
