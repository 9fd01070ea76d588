"""The words behind a number that say what it counts: 服务3万户企业, 5家企业2023年上市."""

from __future__ import annotations

import re

from kg.extract.observations.cuts import CutReader
from kg.extract.observations.view import Clause
from kg.extract.observations.wording import Wording, kept
from kg.extract.observations.zones import Zone
from kg.model.span import Span
from kg.ontology.language import Language
from kg.ontology.units import UnitKind
from kg.text.alternatives import any_of
from kg.text.period_roles import PeriodRole
from kg.text.quantity_mention import QuantityMention
from kg.text.tokenizer import Tokenizer

COUNTS = frozenset({UnitKind.COUNT, UnitKind.MEASURE, UnitKind.TIME})
"""Kinds of figures behind which the noun stands that they count."""
_LETTER = re.compile("[A-Z]")
_NOMINAL = "njablsxiqz"
"""First letters of the tags of words that may open a noun phrase."""


class WordsBehind:
    """Reads the words behind figures, by one language."""

    def __init__(self, language: Language, cuts: CutReader, wording: Wording, tokenizer: Tokenizer) -> None:
        self._cuts = cuts
        self._wording = wording
        self._tokenizer = tokenizer
        self._possessive = language.reporting.possessive
        words = language.reporting
        self._to = re.compile(rf"{any_of(words.recipient)}(?:{any_of(words.local)})?$")
        self._list = re.compile(any_of(words.and_))
        self._reporter = re.compile(any_of(language.clauses.reporters))

    def read(self, text: str, clause: Clause, zone: Zone, *, opens: bool) -> str:
        """The words behind a number, of sums and shares only what may be their noun.

        `opens` where no words stand before the number.
        """
        after = zone.after or (zone.until if opens else None)
        if after is None or (zone.after is None and self._list.match(text, after.start)):
            return ""  # 银行31家、保险公司16家
        if not opens and (after := self._unbroken(text, clause, zone.figure, after)) is None:
            return ""
        words = kept(text, after, [*self._cuts.plain(text, clause), *self._cuts.holders(clause, after)])
        if zone.after is None:
            return self._behind(text, clause, zone, words)
        if words.startswith(self._possessive):
            words = words[len(self._possessive) :]
            # 以3亿元的营收排名第一: what is told of a sum is none of its words.
            return self._wording.thing(words) if zone.figure.kind is UnitKind.MONEY else self._wording.after(words)
        named = any(each.span.start == after.start for each in clause.mentions)
        if not (opens or named or zone.figure.kind in COUNTS):
            first = next((word for word in self._tokenizer.cut(words) if word.text.strip()), None)
            # C轮融资: a single letter tells which.
            if first is None or not (first.tag[0] in _NOMINAL or _LETTER.fullmatch(first.text)):
                return ""
        return self._wording.after(words)

    def _behind(self, text: str, clause: Clause, zone: Zone, words: str) -> str:
        """The words between a number that none stand before and the next."""
        if self._to.search(text, clause.span.start, zone.figure.span.start):
            # 为3万户企业办理贷款5亿元: they are counted for what is done for them.
            return self._wording.after(words)
        return self._wording.deed(words) if zone.figure.kind is UnitKind.COUNT else self._wording.noun(words)

    def _unbroken(self, text: str, clause: Clause, figure: QuantityMention, after: Span) -> Span | None:
        """The words behind a number up to where another sentence begins without a mark, as behind a headline."""
        # What things do that are counted may well be dated: 5家企业2023年上市.
        periods = clause.periods if figure.kind not in COUNTS else ()
        starts = [each.span.start for each in periods if each.role is not PeriodRole.COMPARED]
        if found := self._reporter.search(text, after.start, after.end):
            starts.append(found.start())
        end = min([after.end, *(each for each in starts if each >= after.start)])
        return Span(after.start, end) if after.start < end else None
