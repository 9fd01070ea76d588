"""What a written number is worth: 1.2万亿, 十二万, 一万五千, 3,000万, 2亿3000万.

Reads a numeral that was already found; finding it in a text is for `kg.text.quantities`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from kg.ontology.numerals import Numerals

_REMEMBERED = 1 << 12
"""How many numerals a reader remembers."""


class _Sum(NamedTuple):
    """A number under way: the finished groups, the open group, the digits not yet given a place, the last place."""

    total: Decimal = Decimal(0)
    section: Decimal = Decimal(0)
    digits: Decimal | None = None
    last: Decimal = Decimal(1)

    def place(self, worth: Decimal) -> _Sum:
        """With a sign of place behind the digits: 三百."""
        digits = Decimal(1) if self.digits is None else self.digits
        return _Sum(self.total, self.section + digits * worth, None, worth)

    def group(self, worth: Decimal) -> _Sum:
        """With a sign of group behind the section: 三百万."""
        section = self.section + (self.digits or Decimal(0))
        # A greater group, or one right behind another, multiplies all before it (1.2万亿), a smaller one only its own
        # section (3亿5000万).
        if self.total < worth or not section:
            return _Sum((self.total + section) * worth, last=worth)
        return _Sum(self.total + section * worth, last=worth)


@dataclass(frozen=True, slots=True)
class NumeralReader:
    """Reads numerals by one language's signs."""

    signs: Numerals
    _tokens: re.Pattern[str] = field(init=False, repr=False)
    _worth: Callable[[str], Decimal] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        digits = re.escape("".join(self.signs.digits))
        places = re.escape("".join((*self.signs.places, *self.signs.groups)))
        tokens = re.compile(
            rf"[0-9][0-9,\uff0c]*(?:\.[0-9]+)?|[{digits}]+(?:{self.signs.point}[{digits}]+)?|[{places}]|[a-z]+"
        )
        object.__setattr__(self, "_tokens", tokens)
        # Most numerals are met again and again.
        object.__setattr__(self, "_worth", functools.lru_cache(_REMEMBERED)(self._read))

    def value(self, numeral: str) -> Decimal:
        """The number that a numeral states; blanks in it mean nothing.

        Raises:
            ValueError: it holds no sign of number.

        >>> from kg.ontology.language import read_language
        >>> from kg.ontology.pack import packs_folder
        >>> reader = NumeralReader(read_language(packs_folder() / "zh", []).numerals)
        >>> [str(reader.value(each)) for each in ("964.1万", "1.2万亿", "十二万", "一万五千", "3,000万")]
        ['9641000', '1200000000000', '120000', '15000', '30000000']
        """
        return self._worth(numeral)

    def _read(self, numeral: str) -> Decimal:
        tokens = self._tokens.findall(numeral)
        if not tokens:
            raise ValueError(f"{numeral!r} holds no number")
        if len(tokens) == 1 and tokens[0][0].isascii():  # as mostly
            return plain(_arabic(tokens[0]))
        # A group by itself is of one: 亿元.
        number = _Sum(digits=Decimal(1) if tokens[0] in self.signs.groups else None)
        for token in tokens:
            number = self._added(token, number)
        rest = number.digits or Decimal(0)
        # 一万五 is 15,000: a single sign after a place stands one place lower, unless a zero says otherwise.
        if number.last > 1 and tokens[-1] in self.signs.digits and rest:
            rest *= number.last / 10
        return plain(number.total + number.section + rest)

    def _added(self, token: str, number: _Sum) -> _Sum:
        signs = self.signs
        if token in signs.places:
            return number.place(Decimal(signs.places[token]))
        if token in signs.groups:
            return number.group(Decimal(signs.groups[token]))
        if token in signs.foreign_groups:
            return number.group(Decimal(signs.foreign_groups[token]))
        if token[0] in signs.digits:
            # 三千零五: what follows a zero keeps its own worth.
            last = Decimal(1) if signs.digits[token[0]] == 0 else number.last
            return number._replace(digits=self._spelt(token), last=last)
        return number._replace(digits=_arabic(token))

    def _spelt(self, token: str) -> Decimal:
        whole, _, fraction = token.partition(self.signs.point)
        digits = "".join(str(self.signs.digits[sign]) for sign in whole)
        decimals = "".join(str(self.signs.digits[sign]) for sign in fraction)
        return Decimal(f"{digits}.{decimals}" if decimals else digits)


def _arabic(token: str) -> Decimal:
    return Decimal(token.replace(",", "").replace("\uff0c", ""))


def plain(value: Decimal) -> Decimal:
    """The value without exponent and without zeros that say nothing: 9641000, not 9.641E+6."""
    normal = value.normalize()
    return normal.quantize(Decimal(1)) if normal == normal.to_integral_value() else normal
