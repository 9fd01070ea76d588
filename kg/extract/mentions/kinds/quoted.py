"""Names in quotation marks: “新市民筑梦行动”, “安居贷”, “警惕不法中介”系列宣传活动."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import ClassVar

from kg.extract.mentions.candidate import Candidate, Found
from kg.extract.mentions.kinds.quoted_options import QuotedOptions
from kg.extract.mentions.page import Page
from kg.extract.mentions.rule import RuleHead, Setting, Stage
from kg.extract.mentions.triggers import Hit
from kg.ontology.source import Options
from kg.text.alternatives import any_of, not_before

_CUE = 8
"""Signs that a cue may have."""
_ROW = 6
"""Names of a row that may stand between a cue and the last of them."""


class QuotedRule:
    """Finds names in quotation marks by the words inside and around them."""

    options: ClassVar[type[Options]] = QuotedOptions
    stage: ClassVar[Stage] = Stage.NAMES
    keeps_words: ClassVar[bool] = False

    def __init__(self, head: RuleHead, options: QuotedOptions, setting: Setting) -> None:
        self._head = head
        self._options = options
        punctuation = setting.language.punctuation
        # Titles have marks of their own and a rule of their own.
        self._closing = {pair[0]: pair[1] for pair in punctuation.quotes if options.titles == (pair[0] in "《〈")}
        ends = re.escape(punctuation.sentence + punctuation.clause + punctuation.list)
        barred = ends + re.escape(options.gap_never)
        ending = f"{any_of(options.heads)}{any_of(options.tails)}?"
        # A bracket that closes here was opened before the name, and what follows it tells of something else.
        pairs = [pair for pair in punctuation.brackets if pair not in punctuation.quotes]
        opening, closing = (re.escape("".join(pair[side] for pair in pairs)) for side in (0, 1))
        sign = rf"[^{barred}“”《》{opening}{closing}]"
        gap = rf"(?:{sign}|[{opening}]{sign}*[{closing}]){{0,{options.gap}}}?{ending}"
        self._gap = re.compile(gap)
        # The name reaches to the last of several heads: “甲”进社区、进企业主题活动; a noun more begins another.
        further = rf"(?:[{re.escape(punctuation.list)}]{ending})*"
        self._outer = re.compile(gap + further + not_before(options.outer_not_before))
        # The head behind a row of names speaks for all of them: “甲”“乙”等系列活动.
        names = rf"(?:[{re.escape(punctuation.list)}]?“[^“”\n]{{2,{options.longest}}}”){{0,9}}"
        self._row = re.compile(rf"{names}{any_of(setting.language.phrases.list_ends)}?{gap}")
        # A cue before a row of names speaks for all of them: 推出“甲”“乙”和“丙”.
        joiners = any_of((*punctuation.list, *setting.language.phrases.joiners))
        before = rf"(?:“[^“”\n]{{2,{options.longest}}}”(?:{joiners})?){{0,{_ROW}}}"
        self._cue = re.compile(rf"{any_of(options.cues)}[^{ends}“”]{{0,{options.reach}}}{before}$")
        self._back = options.reach + _CUE + _ROW * (options.longest + 3)
        self._never, self._ends = frozenset(options.never), (*options.heads, *options.endings)

    @property
    def triggers(self) -> Iterable[str]:
        """The opening marks."""
        return self._closing

    def find(self, page: Page, hits: Sequence[Hit], found: Found) -> Iterable[Candidate]:  # noqa: ARG002
        """The names between marks."""
        text, options = page.text, self._options
        for hit in hits:
            end = text.find(self._closing[text[hit.start]], hit.end, hit.end + options.longest + 1)
            if end < hit.end + options.shortest or not self._names(text, hit.end, end):
                continue
            outer = self._outer.match(text, end + 1) if options.heads and options.outer else None
            inner = self._head.candidate(hit.end, end, options)
            yield inner
            if outer:
                yield inner._replace(
                    start=hit.start,
                    end=outer.end(),
                    stands_for=text[hit.end : end],
                    holds=frozenset((self._head.type,)),
                )

    def _names(self, text: str, start: int, end: int) -> bool:
        options = self._options
        inside = text[start:end].strip()
        before = text[max(start - 1 - options.reach - _CUE, 0) : start - 1]
        if inside != text[start:end] or inside in options.reject or inside.endswith(options.reject_endings):
            return False
        if inside.startswith(options.reject_openings) or self._never.intersection(inside):
            return False
        if before.endswith(options.not_after) or text.startswith(options.not_before, end + 1):
            return False
        if inside.endswith(self._ends):
            return True
        if options.heads and self._row.match(text, end + 1):
            return True
        if "”" in before[-2:]:
            before = text[max(start - 1 - self._back, 0) : start - 1]
        return bool(options.cues) and self._cue.search(before) is not None
