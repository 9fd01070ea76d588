"""What foreign names of people look like: in signs that spell them, with a dot between their parts, or in Latin."""

from __future__ import annotations

import re

import regex

_LONGEST = 24
_LONGEST_LATIN = 40
_PART = 8
"""Signs of the first part of a name, with the dot behind it."""
_LATIN = re.compile(
    r"[A-Z][a-z\u00c0-\u024f'’-]+"
    r"(?: (?:(?:de|da|del|di|van|von|der|bin|al) )*(?:[A-Z]\.|[A-Z][A-Za-z\u00c0-\u024f'’-]+)){1,3}(?![A-Za-z])"
)
"""A name in Latin letters with its parts: Jane A. Harker, Ruy de Almeida."""
_SPELT_OUT = regex.compile(r"\p{Han}{1,8}(?P<aside>[（(][A-Z][a-z]+[ .·]?[A-Z])")
_LATIN_BEFORE = regex.compile(rf"(?<![A-Za-z&.\d] ?){_LATIN.pattern}$")
"""Such a name at the end of what is searched, and all that is in such letters before it."""


class ForeignNames:
    """Finds the ends of foreign names in a text.

    Args:
        spelling: the signs that spell them; none where a language has no such.
    """

    def __init__(self, spelling: str) -> None:
        self._spelling = frozenset(spelling)
        sign = f"[{re.escape(spelling) or 'A'}]"
        parts = f"[{re.escape(spelling)}]" if spelling else r"\p{Han}"
        # A part between two dots may hold any sign.
        self._dotted = regex.compile(rf"[\p{{Han}}A-Z-]{{1,7}}(?:[·•]\p{{Han}}{{1,8}}(?=[·•]))*(?:[·•]{parts}{{1,8}})+")
        self._dotted_before = re.compile(rf"(?<!{sign}){sign}(?:-?{sign}){{0,6}}(?:[·•]{sign}{{1,8}})+$")
        self._spelt = re.compile(rf"{sign}{{2,8}}")

    def is_spelt(self, name: str) -> bool:
        """Whether every sign of a string is one that spells foreign names."""
        return self._spelling.issuperset(name)

    def may_be_dotted(self, text: str, offset: int) -> bool:
        """Whether a name with a dot may begin at an offset, as it hardly ever does."""
        return _has_dot(text, offset, offset + _PART)

    def end(self, text: str, offset: int) -> int | None:
        """The end of the name with a dot or in Latin letters that begins at an offset."""
        found = self._dotted.match(text, offset) if self.may_be_dotted(text, offset) else None
        if found is None and text[offset : offset + 1].isascii():
            found = _LATIN.match(text, offset)
        return None if found is None else int(found.end())

    def spelt(self, text: str, offset: int) -> str | None:
        """What begins at an offset and is spelt, as far as it goes: 松德贝里."""
        found = self._spelt.match(text, offset)
        return None if found is None else found.group()

    def ends_whole(self, text: str, end: int) -> bool:
        """Whether what is spelt up to an offset goes up to a mark or a day: 格奥尔基耶娃、 格奥尔基耶娃17日."""
        behind = text[end : end + 1]
        return not (behind.isalpha() or behind in {"·", "•"})

    def dotted_start(self, text: str, offset: int) -> int | None:
        """The start of the name with a dot that ends at an offset."""
        farthest = max(offset - _LONGEST, 0)
        if not _has_dot(text, farthest, offset):
            return None
        found = self._dotted_before.search(text, farthest, offset)
        return None if found is None else found.start()


def latin_start(text: str, offset: int) -> int | None:
    """The start of the name in Latin letters that ends at an offset, None where there is none."""
    if not text[offset - 1 : offset].isascii():
        return None
    found = _LATIN_BEFORE.search(text, max(offset - _LONGEST_LATIN, 0), offset)
    return None if found is None else int(found.start())


def spelt_end(text: str, offset: int) -> int | None:
    """Where the last part of a name ends that begins at an offset and has its Latin letters in brackets behind it."""
    found = _SPELT_OUT.match(text, offset)
    return None if found is None else found.start("aside")


def _has_dot(text: str, start: int, end: int) -> bool:
    """Whether a dot stands there that parts foreign names."""
    return text.find("·", start, end) >= 0 or text.find("•", start, end) >= 0
