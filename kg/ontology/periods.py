"""How a language names periods of time: `periods.yaml`. Which days they cover is for `kg.text.dates`."""

from __future__ import annotations

import pydantic

from kg.ontology.source import Options


class Periods(Options):
    """Words of time by what they do; see the comments of the file. Offsets count from the document's date."""

    year: tuple[str, ...]
    month: tuple[str, ...]
    day: tuple[str, ...]
    zeros: str
    day_marks: str
    years: dict[str, int]
    bare_years: dict[str, int]
    bare_before: tuple[str, ...]
    bare_not_after: tuple[str, ...]
    told_years: dict[str, int]
    short_back: int
    short_not_after: tuple[str, ...]
    short_not_before: tuple[str, ...]
    listed: tuple[str, ...]
    quarter: str
    plans: dict[str, int]
    plan_years: int
    plan_marks: tuple[str, ...]
    plan_during: tuple[str, ...]
    plan_end: tuple[str, ...]
    parts: dict[str, tuple[int, int]]
    bound_parts: tuple[str, ...]
    whole_year: tuple[str, ...]
    first: tuple[str, ...]
    first_not_after: tuple[str, ...]
    months_word: tuple[str, ...]
    numerals: dict[str, int]
    months: dict[str, int]
    told_months: tuple[str, ...]
    quarters: dict[str, int]
    told_quarters: tuple[str, ...]
    told_stretches: tuple[str, ...]
    told_short: tuple[str, ...]
    weeks: dict[str, int]
    weekdays: dict[str, int]
    days: dict[str, int]
    told_days: tuple[str, ...]
    year_before: tuple[str, ...]
    same: tuple[str, ...]
    day_before: tuple[str, ...]
    day_not_after: tuple[str, ...]
    now: tuple[str, ...]
    now_sign: str
    now_sign_not_before: tuple[str, ...]
    vague: tuple[str, ...]
    vague_years: str
    vague_years_not_before: tuple[str, ...]
    fiscal: tuple[str, ...]
    fiscal_before: tuple[str, ...]
    fiscal_parts: tuple[str, ...]
    fiscal_not_after: tuple[str, ...]
    holidays: tuple[str, ...]
    holiday_times: tuple[str, ...]
    recent: tuple[str, ...]
    coming: tuple[str, ...]
    counted: dict[str, int]
    counted_whole: dict[str, int]
    as_of: tuple[str, ...]
    ending: tuple[str, ...]
    endings: dict[str, int]
    until: tuple[str, ...]
    since_before: tuple[str, ...]
    since: tuple[str, ...]
    since_not_before: tuple[str, ...]
    since_then: tuple[str, ...]
    until_now: tuple[str, ...]
    end_mark: tuple[str, ...]
    begin_mark: tuple[str, ...]
    mark_not_before: dict[str, tuple[str, ...]]
    year_end: dict[str, int]
    year_begin: tuple[str, ...]
    thirds: dict[str, tuple[int, int]]
    join: tuple[str, ...]
    compared: tuple[str, ...]
    compared_after: tuple[str, ...]
    report_not_before: dict[str, tuple[str, ...]]
    report_after: tuple[str, ...]
    told_after: tuple[str, ...]
    made_after: tuple[str, ...]
    ahead_words: tuple[str, ...]
    deadline_after: tuple[str, ...]
    deadline_before: tuple[str, ...]
    announcing: tuple[str, ...]
    around_after: tuple[str, ...]
    event_before: tuple[str, ...]
    not_before: tuple[str, ...] = pydantic.Field(default=())
    during: tuple[str, ...]
