"""Days as heads write them: 2022-11-23, 2022/11/23, 20221123, with the words of a language, in its numerals."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from kg.ontology.head import DateWords
from kg.text.alternatives import any_of
from kg.text.normalize import fold


@dataclass(frozen=True, slots=True)
class HeadDate:
    """Where a date stands in a folded line, and its day: None where the calendar has no such day.

    A `bare` one is eight digits, which may also number something.
    """

    start: int
    end: int
    day: datetime.date | None
    bare: bool


class HeadDates:
    """Finds dates by one language's words."""

    def __init__(self, words: DateWords) -> None:
        year, month, day = (any_of(signs) for signs in (words.year, words.month, words.day))
        number = r"([0-9]{4})\s?(?:%s|[-/.])\s?([0-9]{1,2})\s?(?:%s|[-/.])\s?([0-9]{1,2})(?:\s?%s|(?![0-9]))"
        self._spelled = re.compile(r"(?<![0-9.])" + number % (year, month, day))
        self._compact = re.compile(
            r"(?<![0-9A-Za-z.-])((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])(?:[0-2][0-9][0-5][0-9][0-5][0-9])?(?![0-9A-Za-z.])"
        )
        self._digits = {sign: str(worth) for worth, signs in enumerate(words.digits) for sign in signs}
        signs = re.escape("".join(self._digits))
        few = rf"([{signs}{words.ten}]{{1,3}})"
        self._numerals = re.compile(rf"(?<![{signs}])([{signs}]{{4}}){year}{few}{month}{few}{day}") if signs else None
        self._ten = words.ten

    def find(self, folded: str) -> HeadDate | None:
        """The first date of a line."""
        found = self._spelled.search(folded)
        if found is None and self._numerals is not None:
            found = self._numerals.search(folded)
        spelled, found = found, found or self._compact.search(folded)
        return HeadDate(found.start(), found.end(), self._day(found), spelled is None) if found else None

    def day(self, text: str) -> datetime.date | None:
        """The first day that a text names."""
        found = self.find(fold(text))
        return found.day if found else None

    def _day(self, match: re.Match[str]) -> datetime.date | None:
        year, month, day = (self._number(number) for number in match.groups())
        try:
            return datetime.date(year, month, day)
        except ValueError:
            return None

    def _number(self, written: str) -> int:
        """A number in digits, or in numerals up to thirty-one."""
        if written.isascii():
            return int(written)
        if not self._ten or self._ten not in written:
            return int("".join(self._digits[sign] for sign in written))
        tens, _, ones = written.partition(self._ten)
        worth = [int(self._digits.get(part, "0") or 0) for part in (tens or self._one, ones)]
        return 10 * worth[0] + worth[1]

    @property
    def _one(self) -> str:
        return next(sign for sign, worth in self._digits.items() if worth == "1")
