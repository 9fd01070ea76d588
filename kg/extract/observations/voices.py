"""Who only brings the news, speaks of others or vouches for their figures."""

from __future__ import annotations

import re

from kg.extract.annotated import EntityMention
from kg.extract.observations.view import Clause
from kg.extract.soon import Soon
from kg.extract.vouching import VoucherReader
from kg.ontology.figures import Figures
from kg.ontology.language import Language
from kg.text.alternatives import any_of, sides_of

_SPEECH = 12
"""How far behind a name the word may begin by which it brings the news or speaks."""

_MARK = 1
"""How many signs the mark behind a clause has."""

_TITLE = 8
"""How many signs of a title may stand before the word that tells an expert."""


class VoiceReader:
    """Tells those who only speak by the words behind them."""

    def __init__(self, language: Language, figures: Figures) -> None:
        words = language.reporting
        self._bringing = Soon(words.bringer, _SPEECH)
        self._apart = Soon(words.bringer, _SPEECH, words.bringer_not_after, words.bringer_not_before)
        self._saying = Soon(words.saying, _SPEECH)
        self._briefing, self._closing = tuple(words.briefing), tuple(words.saying_last)
        self._colons = tuple(language.head.colon)
        self._vouchers = VoucherReader(language)
        self._experts = Soon(words.experts, _TITLE)
        self._expert = re.compile(rf"[^\W\d]{{0,{_TITLE}}}?{any_of(words.experts)}")
        self._speakers = frozenset(figures.speaker_types)
        self._acting = frozenset(figures.acting_types)
        self._heard = self._speakers - frozenset(figures.place_types)
        self._persons = (self._speakers & frozenset(figures.bringer_types)) - self._acting
        asides = language.punctuation.asides
        opening, closing = sides_of(asides)
        self._opens = frozenset(pair[0] for pair in asides)
        self._bracket = re.compile(rf"[{opening}][^{closing}]*[{closing}]")

    def reports(self, text: str, clause: Clause, mention: EntityMention) -> bool:
        """Whether words behind a mention say that it brings the news; a firm seldom does, so none within others do."""
        if self._answers(text, mention):
            return True
        words = self._bringing if mention.mention.type in self._speakers else self._apart
        return words.follows(text, mention.span.end, clause.span.end)

    def brings(self, text: str, clause: Clause, mention: EntityMention) -> bool:
        """Whether a mention only brings the news or speaks of others."""
        if self.reports(text, clause, mention):
            return True
        return self.speaks(text, clause, mention) or self.vouches(text, mention) or self.quotes(text, clause, mention)

    def vouches(self, text: str, mention: EntityMention) -> bool:
        """Whether a mention only vouches for the figures of others: 经甲事务所审计."""
        return self._vouchers.vouches(text, mention.span.start, mention.span.end)

    def speaks(self, text: str, clause: Clause, mention: EntityMention) -> bool:
        """Whether a mention only tells what is said of others."""
        return mention.mention.type in self._speakers and self.says(text, clause, mention)

    def quotes(self, text: str, clause: Clause, mention: EntityMention) -> bool:
        """Whether a house is only named with its expert, who speaks of others: 甲证券首席分析师乙认为."""
        if mention.mention.type not in self._acting:
            return False
        start, end = mention.span.end, clause.span.end
        return self._experts.follows(text, start, end) and self._expert.match(text, start, end) is not None

    def says(self, text: str, clause: Clause, mention: EntityMention) -> bool:
        """Whether what follows a mention is what it says."""
        start, end = self.past(text, mention), clause.span.end
        # The mark behind the clause tells some of the words: 甲说，.
        if self._saying.follows(text, start, end + _MARK):
            return True
        if mention.mention.type in self._heard and text.endswith(self._closing, start, end):
            return True  # 乙27日在甲会上透露
        # So do those who speak for it: 甲局新闻发言人乙当日在会上说.
        near = (
            each.span
            for each in clause.mentions
            if start <= each.span.start <= start + _SPEECH and each.mention.type in self._persons
        )
        return any(self._saying.follows(text, each.end, end + _MARK) for each in near)

    def _answers(self, text: str, mention: EntityMention) -> bool:
        """Whether a person opens a paragraph of an interview: 乙：去年亏损2亿元."""
        opens = mention.span.start == 0 or text[mention.span.start - 1] == "\n"
        return opens and mention.mention.type in self._persons and text.startswith(self._colons, mention.span.end)

    def briefs(self, text: str, clause: Clause) -> bool:
        """Whether a clause only tells that someone speaks to the press: 甲局召开新闻发布会."""
        return text.endswith(self._briefing, clause.span.start, clause.span.end)

    def past(self, text: str, mention: EntityMention) -> int:
        """Behind a mention and what stands in brackets right behind it, as its short name does."""
        end = mention.span.end
        bracket = self._bracket.match(text, end) if text[end : end + 1] in self._opens else None
        return bracket.end() if bracket else end
