"""What words of time do in their clause: say when something holds, what it is compared with, or when it was told."""

from __future__ import annotations

import enum
import re

import regex

from kg.ontology.language import Language
from kg.text.alternatives import any_of, not_before

_LINK = 6
"""How many signs before a period may link it."""

_THING = 20
"""How many signs may name what began in a period, up to the word for since."""

_PLAN = 12
"""How many signs may stand between a part of a year and the word that plans for it."""

_TELLER = 40
"""How many signs may name who tells something on a day."""


class PeriodRole(enum.StrEnum):
    """What a period does in its clause."""

    WHEN = "when"
    """It says when something holds."""
    # Something is compared with it: 较年初, 比上年同期.
    COMPARED = "compared"
    # A date line (8月15日消息), a before or after (5月15日之后), a founding (成立于2015年).
    ASIDE = "aside"


class RoleReader:
    """Reads the roles of periods by one language's cues; matches are those of `kg.text.period_pattern`."""

    def __init__(self, language: Language) -> None:
        words = language.periods
        marks = re.escape(language.punctuation.clause)
        stop = re.escape(language.punctuation.clause + language.punctuation.sentence + "\n")
        self._until = words.deadline_before
        self._from = language.numerals.from_
        self._compared = re.compile(rf"{any_of(words.compared)}{any_of(words.plan_marks)}? ?$")
        self._compared_after = re.compile(rf" ?{any_of(words.compared_after)}")
        self._event = re.compile(rf"{any_of(words.event_before)} ?$")
        guarded = "|".join(word + any_of(others) for word, others in words.report_not_before.items())
        aside = any_of((*words.report_after, *words.told_after, *words.around_after))
        self._aside = re.compile(rf" ?(?!{guarded}){aside}")
        teller = rf"[^{stop}]{{0,{_TELLER}}}?"
        self._announced = re.compile(rf"{teller}(?:[{marks}]{teller})?{any_of(words.announcing)}")
        self._since = re.compile(rf"[^{stop}]{{0,{_THING}}}{any_of(words.since[:1])}")
        then = rf"{any_of(words.since_then)}{not_before(words.since_not_before)}"
        self._from_then = re.compile(rf"[^{stop}]{{0,{_THING}}}{then}")
        of = language.reporting.possessive
        self._described = re.compile(rf"{of}(?! ?[0-9])")
        self._made = re.compile(rf"[^{stop}0-9]{{0,{_THING}}}?{any_of(words.made_after)}{of}(?! ?[0-9])")
        # The best since then is told of now: 为2004年公布以来的最低.
        self._since_then = re.compile(rf"{self._since.pattern}{of}")
        # 净息差为近三年来最低: of the time the best alone is told.
        best = any_of(word for word in words.vague_years_not_before if word != of)
        self._best = re.compile(rf"(?:{of})?{best}")
        self._same_share = re.compile(rf"{any_of(words.same)}{of} ?[0-9]")
        self._share = re.compile(rf"{of} ?[0-9]")
        times = any_of(form for form, unit in language.units.forms() if unit.name in language.reporting.multiples)
        self._multiple = re.compile(rf"{of} ?[0-9.]+ ?{times}")
        planned = any_of(language.modality.planned.words)
        ahead = any_of((*language.modality.planned.words, *words.ahead_words))
        self._planned_after = re.compile(rf"[{marks}]?[^{stop}]{{0,{_PLAN}}}{ahead}")
        # 2018年至2021年 is a stretch, and 截至2021年末 is over.
        self._goal = re.compile(rf"{planned}[^{stop}]{{0,2}}$|(?:^|[{stop}\s]){any_of(self._until)}$")
        self._planned_before = re.compile(rf"{planned}[^{stop}]{{0,{_PLAN}}}$")
        self._deadline = re.compile(rf" ?{any_of(words.deadline_after)}")

    def role(self, text: str, match: regex.Match[str]) -> PeriodRole:
        """What a period does, but for a day on which something was announced."""
        if self._is_compared(text, match):
            return PeriodRole.COMPARED
        return PeriodRole.ASIDE if self._is_aside(text, match) else PeriodRole.WHEN

    def is_announced(self, text: str, match: regex.Match[str]) -> bool:
        """Whether what follows a day was only told on it: 9月3日，甲公司公告称，已."""
        return self._announced.match(text, match.end()) is not None

    def _is_compared(self, text: str, match: regex.Match[str]) -> bool:
        before = text[max(0, match.start() - _LINK) : match.start()]
        if self._compared.search(before) or self._compared_after.match(text, match.end()):
            return True
        # 从去年的高点回落: what was then is compared with.
        described = match["from"] and self._described.match(text, match.end())
        return bool(described) or self._is_measure(text, match)

    def _is_aside(self, text: str, match: regex.Match[str]) -> bool:
        before = text[max(0, match.start() - _LINK) : match.start()]
        if not match["from"] and self._since_then.match(text, match.end()):
            return True
        if match["counted"] and match["since"] and self._best.match(text, match.end()):
            return True
        if not match["since"] and (self._event.search(before) or self._made.match(text, match.end())):
            return True
        return self._aside.match(text, match.end()) is not None and not self._is_deadline(text, match)

    def _is_measure(self, text: str, match: regex.Match[str]) -> bool:
        """Whether a figure is a part or multiple of that of an earlier period: 是去年同期的2.3倍."""
        known = match["before"] or match["same"]
        pattern = self._share if known else self._same_share
        return (pattern.match(text, match.end()) or self._multiple.match(text, match.end())) is not None

    def is_origin(self, text: str, match: regex.Match[str]) -> bool:
        """Whether a figure was what it is no more in a period: 从5月的3%降至2%, 由上年同期的3%降至2%."""
        begins = match["from"] or text.endswith(self._from, 0, match.start())
        return bool(begins and self._share.match(text, match.end()))

    def goes_on(self, text: str, match: regex.Match[str]) -> bool:
        """Whether what began in a period may stand between it and since: 自7月征集以来, 2012年成立以来."""
        pattern = self._from_then if match["from"] else self._since
        return not match["as_of"] and pattern.match(text, match.end()) is not None

    def is_ahead(self, text: str, match: regex.Match[str]) -> bool:
        """Whether a part of a year is one of what is planned, or by which it is due: 下半年将投放, 年底前完成."""
        if match["as_of"] or not (match["part"] or match["end"] or match["month"] or match["count"]):
            return False
        if match["end"] and (self._is_deadline(text, match) or text.endswith(self._until, 0, match.start())):
            return True
        before = text[max(0, match.start() - 2 * _PLAN) : match.start()]
        return bool(self._planned_after.match(text, match.end()) or self._planned_before.search(before))

    def is_goal(self, text: str, start: int) -> bool:
        """Whether a period that begins at an offset is one of what is planned: 将于2018年增长, 到2025年末."""
        return self._goal.search(text, max(0, start - _LINK), start) is not None

    def _is_deadline(self, text: str, match: regex.Match[str]) -> bool:
        return match["end"] is not None and self._deadline.match(text, match.end()) is not None
