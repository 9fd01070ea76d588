"""The initials by which a name can be found without typing Chinese: 海尔消费金融 by hexfjr."""

from __future__ import annotations

from collections.abc import Iterable


def initials_of(names: Iterable[str]) -> list[str]:
    """The pinyin initials of each name, lower case; empty where it has no Chinese character.

    >>> initials_of(["海尔消费金融", "重庆银行", "ABC"])
    ['hexfjr', 'cqyh', '']
    """
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 - slow to import, and only the page needs it

    found = []
    for name in names:
        letters = lazy_pinyin(name, style=Style.FIRST_LETTER, errors=_kept)
        text = "".join(each for each in letters if each)
        found.append("" if text == _kept(name) else text)
    return found


def _kept(words: str) -> str:
    """Letters and digits between Chinese characters stay as they are typed; marks are left out."""
    return "".join(each for each in words.lower() if each.isascii() and each.isalnum())
