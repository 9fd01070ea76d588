"""The regular expression of words of time, put together from a language's cues.

Knows how a period may be spelt; which days it covers is for `kg.text.dates`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import regex

from kg.ontology.periods import Periods
from kg.text.alternatives import any_of, apart, not_after, not_before

_MONTH = "(?:1[0-2]|0?[1-9])"
_DAY = "(?:3[01]|[12][0-9]|0?[1-9])"
_CENTURIES = ("19", "20")
_TEN = 10
_DECEMBER = 12


def period_pattern(words: Periods) -> regex.Pattern[str]:
    """Words of time, over folded text.

    Groups around: `as_of`, `from`, `since`, `until`. Groups of what stands between: see the parts below; names may
    stand in several alternatives, of which one matches.
    """
    number = rf"(?P<count>[0-9]{{1,2}}|{any_of(words.numerals)})"
    whole = rf"(?:{_figured(words)}|{_years(words)}(?:{_part(words, number)})?|{_part(words, number)})"
    end = any_of(words.end_mark)
    loose = (
        rf"(?<={any_of(words.as_of)} ?)(?P<bare_day>{_DAY}) ?{any_of(words.day)}"
        rf"|{not_after(words.day_not_after)}(?P<bare_day>{_DAY}) ?{any_of(words.day[:1])}(?={any_of(words.day_before)})"
        rf"|(?P<now>{any_of(words.now)}|(?<!\p{{Han}}){words.now_sign}{not_before(words.now_sign_not_before)})|(?P<vague>{_vague(words)})"
        rf"|{_plan(words)}"
        rf"|(?P<before>{any_of(words.year_before)})|(?P<told_stretch>{any_of(words.told_stretches)})(?P<end>{end})?"
        rf"|(?<!\p{{Han}})(?P<told_stretch>{any_of(words.told_short)})"
        rf"|(?P<year_same>(?:19|20)[0-9]{{2}}) ?{any_of(words.year)}?{any_of(words.same)}"
        rf"|(?P<same>(?<![{_signs(words.join)}]){any_of(words.same)})"
        rf"|(?:(?P<recent>{any_of(words.recent)})|(?P<coming>{any_of(words.coming)})) ?"
        rf"(?:{number}(?P<counted>{any_of(words.counted)})|(?P<counted>{any_of(words.counted_whole)}))"
    )
    since = rf"(?P<since>{any_of(words.since)}){not_before(words.since_not_before)}"
    after = rf"(?:(?P<until>{any_of(words.until_now)})|{since})?"
    held = rf"(?!(?!{any_of(words.during)}){any_of(words.not_before)})"
    lasting = rf"(?P<lasting>[0-9]{{1,2}}|{any_of(words.numerals)}) ?{words.months_word[0]}"
    ending = rf"(?:{any_of(words.ending)} ?(?:{lasting}|(?P<ending>{any_of(words.endings)})))?"
    before = rf"(?:(?P<as_of>{any_of(words.as_of)}) ?)?(?:(?P<from>{any_of(words.since_before)}) ?)?"
    return regex.compile(rf"(?<![0-9.]){before}(?:{loose}|{whole}){held} ?{after}{ending}")


def period_start(words: Periods) -> re.Pattern[str]:
    """What words of time begin with: where it is not, the pattern of periods, which is slow, need not be tried."""
    every = {
        *words.as_of, *words.since_before, *words.now, words.now_sign, *words.vague, *words.year_before, *words.same,
        *words.recent, *words.coming, *words.years, *words.bare_years, *words.told_years, *words.parts, *words.first,
        *words.months, *words.quarters, *words.weeks, *words.days, *words.end_mark, *words.begin_mark, *words.thirds,
        *words.told_stretches, *words.holidays, *words.plans, *(word + words.vague_years for word in words.numerals),
        *(word + mark for word in words.numerals for mark in words.listed), *words.told_short,
        *(word + words.quarter[:1] for word in words.numerals), *words.fiscal_before,
    }  # fmt: skip
    follow = (
        *(*words.year, *words.month, *words.day, *words.join),
        *(*words.same, *words.parts, *words.listed, *words.fiscal),
    )
    signs = _signs(word[0] for word in follow if not word[0].isdecimal())
    behind = rf"(?:[{signs}]|{any_of(word for word in follow if word[0].isdecimal())})"
    # No digit inside a number begins a word of time.
    digits = (rf"{digit}(?<![0-9.].)(?=[0-9]{{0,3}} {{0,2}}{behind})" for digit in range(10))
    figured = (rf"{century[0]}(?={century[1]}[0-9]{{2}}[{re.escape(words.day_marks)}])" for century in _CENTURIES)
    written = (rf"{sign}(?=[{_ones(words)}{words.zeros}]{{3}} ?{any_of(words.year)})" for sign in _ones(words))
    # Each alternative begins with a plain sign, so that the search skips all others.
    return re.compile(
        "|".join([*digits, *figured, *written, *map(re.escape, sorted(every, key=lambda word: (-len(word), word)))])
    )


def _signs(words: Iterable[str]) -> str:
    return str(regex.escape("".join(sorted({sign for word in words for sign in word}))))


def _vague(words: Periods) -> str:
    """Words of no certain time: 近日, 三年来, 春节期间."""
    years = rf"(?<!\p{{Han}})(?:[0-9]{{1,2}}|{any_of(words.numerals)}){words.vague_years}"
    return (
        rf"{any_of(words.vague)}|{years}{not_before(words.vague_years_not_before)}"
        rf"|{any_of(words.holidays)}{any_of(words.holiday_times)}|{_fiscal(words)}"
    )


def _fiscal(words: Periods) -> str:
    """A fiscal year or a part of one, of which none but the firm knows the days: 2023财年, 2022/23财年第一季度."""
    year = r"(?:(?:19|20)?[0-9]{2}/)?(?:19|20)?[0-9]{2}"
    part = rf"{any_of(words.parts)}|{any_of(words.fiscal_parts)}"
    led = rf"{not_after(words.fiscal_not_after)}(?:{year} ?|{any_of(words.fiscal_before)})"
    return rf"{led}{any_of(words.fiscal)}(?:{part})?"


def _plan(words: Periods) -> str:
    """The years of a plan, or their end: “十四五”期间, 十三五末."""
    mark = any_of(words.plan_marks)
    end = rf"(?P<end>{any_of(words.plan_end)})"
    return rf"(?P<plan>{any_of(words.plans)}){mark}?(?:{any_of(words.plan_during)}|{end}|(?={any_of(words.since)}))"


def _ones(words: Periods) -> str:
    return _signs(word for word, worth in words.numerals.items() if worth < _TEN)


def written_year(words: Periods) -> str:
    """A year, in figures or sign by sign: 2022, 二〇二二."""
    return rf"(?:{any_of(_CENTURIES)}[0-9]{{2}}|[{_ones(words)}][{_ones(words)}{words.zeros}]{{3}})"


def _figured(words: Periods) -> str:
    """A day in figures: 2022-12-31."""
    mark = rf"[{re.escape(words.day_marks)}]"
    return (
        rf"(?<![A-Za-z0-9/_=-])(?P<year>(?:19|20)[0-9]{{2}})(?P<mark>{mark})(?P<month>{_MONTH})(?P=mark)(?P<day>{_DAY})"
        rf"(?![0-9]|{mark}[0-9A-Za-z])"
    )


def _written_day(words: Periods) -> str:
    """A month of a year with its day, in words: 十二月三十一日."""
    ones, ten = _ones(words), _signs(word for word, worth in words.numerals.items() if len(word) == 1 and worth == _TEN)
    day = rf"(?P<day>[{ones}]?{ten}[{ones}]?|[{ones}]) ?{any_of(words.day)}"
    return rf"(?<={any_of(words.year)} ?)(?P<month>{any_of(words.numerals)}) ?{any_of(words.month)}(?: ?{day})?"


def _years(words: Periods) -> str:
    year = any_of(words.year)
    join = any_of(words.join)
    return (
        rf"(?:(?P<year>(?:19|20)[0-9]{{2}})(?: ?{year})? ?{join} ?(?P<year_to>(?:19|20)[0-9]{{2}}) ?{year}"
        rf"|(?P<year>{written_year(words)}) ?{year}"
        rf"|(?P<year>(?:19|20)[0-9]{{2}}) ?(?:(?={any_of(words.parts)})"
        rf"|(?=(?:{any_of(words.listed)}(?:19|20)[0-9]{{2}})+ ?{year}))"
        rf"|{not_after(words.short_not_after)}(?P<short_year>[0-3][0-9])"
        rf"(?: ?{year}(?= ?{_told_part(words)})|(?={any_of(_coded(words))}))"
        rf"|(?P<year_word>{any_of(words.years)}|(?<![\p{{Han}}0-9]){any_of(words.bare_years)}"
        rf"|(?<![0-9]){not_after(words.bare_not_after)}{any_of(words.bare_years)}(?={any_of(words.bare_before)}))"
        rf"|(?P<told_year>{any_of(words.told_years)})) ?"
    )


def _coded(words: Periods) -> list[str]:
    """The parts of a year that are told by letters: Q3."""
    return [word for word in words.parts if word[-1].isascii()]


def _told_part(words: Periods) -> str:
    """What makes a number of two digits a year when it follows: 23年末, 23年3月."""
    month = rf"{_MONTH} ?{any_of(words.month)}"
    marks = (*words.parts, *words.end_mark, *words.begin_mark)
    return (
        rf"(?:{any_of(marks)}{not_before(words.short_not_before)}|{month}"
        rf"|{any_of(words.first)}(?:[0-9]{{1,2}}|{any_of(words.numerals)}))"
    )


def _parts(words: Periods) -> str:
    """The parts of a year; a digit at the end of one is none of a longer word (Q2, but not Q20)."""
    plain = [word for word in words.parts if not word[-1].isascii()]
    return rf"{any_of(plain)}|(?<![A-Za-z]){any_of(_coded(words))}(?![0-9A-Za-z])"


def _listed_month(words: Periods) -> str:
    """A month that is listed before the next, which alone has the sign: 6、7月, but not the number of 1、5月10日."""
    listed, month = any_of(words.listed), any_of(words.month)
    pairs = "|".join(rf"{first}(?={listed}{first + 1}(?![0-9]))" for first in range(1, _DECEMBER))
    rest = rf"(?=(?:{listed}{_MONTH})+ ?{month}(?! ?[0-9]))"
    return rf"(?:{pairs})(?<!^1){rest}"


def _marks(words: Periods, marks: Iterable[str]) -> str:
    """The marks of an end or a beginning where their last sign begins no other word (上半年终身寿险)."""
    return apart(marks, before={mark: words.mark_not_before.get(mark[-1], ()) for mark in marks})


def _part(words: Periods, number: str) -> str:
    month, day, join = any_of(words.month), any_of(words.day), any_of(words.join)
    end, begin, third = _marks(words, words.end_mark), _marks(words, words.begin_mark), any_of(words.thirds)
    listed, numeral = any_of(words.listed), rf"(?:[1-4]|{any_of(words.numerals)})"
    marks = rf"(?:(?P<end>{end})|(?P<begin>{begin})|(?P<third>{third}))"
    days = rf"(?P<day>{_DAY})(?:(?: ?{day})? ?{join} ?(?P<day_to>{_DAY}))? ?{day}"
    return (
        rf"(?:(?P<part>{_parts(words)})|(?P<quarter>{numeral})(?=(?:{listed}{numeral})+{words.quarter})|{not_after(words.first_not_after)}{any_of(words.first)}{number}{any_of(words.months_word)}"
        rf"|(?P<quarter>{numeral}){words.quarter[:1]}(?={end})|(?P<month>{_listed_month(words)})"
        rf"|(?P<month>{_MONTH}) ?(?:{month})? ?{join} ?(?P<month_to>{_MONTH}) ?{month}"
        rf"|(?P<month>{_MONTH}) ?{month}(?: ?{days})?|{_written_day(words)}"
        rf"|(?P<month_word>{any_of(words.months)})(?: ?{days})?|(?P<quarter_word>{any_of(words.quarters)})"
        rf"|(?P<week_word>{any_of(words.weeks)})(?P<weekday>{any_of(words.weekdays)})?|(?P<day_word>{any_of(words.days)}))(?:{marks})?"
        rf"|{marks}"
    )
