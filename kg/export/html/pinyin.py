"""The initials by which a name can be found without typing Chinese: 海尔消费金融 by hexfjr."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def initials_of(names: Iterable[str]) -> list[str]:
    """The pinyin initials of each name, lower case, as its phrases are read; empty where it has no Chinese character.

    >>> initials_of(["海尔消费金融", "重庆银行", "ABC"])
    ['hexfjr', 'cqyh', '']
    """
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 - slow to import, and only the page needs it

    found = []
    for name in names:
        text = "".join(lazy_pinyin(name, style=Style.FIRST_LETTER, errors=_kept))
        found.append("" if text == _kept(name) else text)
    return found


def letters_of(names: Iterable[str]) -> Mapping[str, str]:
    """The initial of every character that the names hold, read on its own; letters and digits stand for themselves.

    >>> letters_of(["银行A股"])
    {'a': 'a', '股': 'g', '行': 'x', '银': 'y'}
    """
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 - slow to import, and only the page needs it

    characters = sorted({each for name in names for each in name.lower()})
    letters = {each: "".join(lazy_pinyin(each, style=Style.FIRST_LETTER, errors=_kept)) for each in characters}
    return {each: letter for each, letter in letters.items() if letter}


def _kept(words: str) -> str:
    """Letters and digits between Chinese characters stay as they are typed; marks are left out."""
    return "".join(each for each in words.lower() if each.isascii() and each.isalnum())
