"""What part those named have in what a figure tells: who holds it (其余40%由甲持有), what it is compared with."""

from __future__ import annotations

import re

from kg.extract.annotated import EntityMention
from kg.extract.observations.view import Clause
from kg.ontology.figures import Figures
from kg.ontology.language import Language
from kg.ontology.units import UnitKind
from kg.text.alternatives import any_of
from kg.text.quantity_mention import QuantityMention

_AGENT = 2
"""How long the word may be that tells who does something."""

_DESCRIBED = 10
"""How many signs may describe the one named behind it."""

_ADVERB = 4
"""How many signs may stand before the verb."""


class AgencyReader:
    """Tells those who act by the words beside them."""

    def __init__(self, language: Language, figures: Figures) -> None:
        words, marks = language.reporting, language.punctuation
        self._acting = frozenset(figures.acting_types)
        self._actors = frozenset(figures.subjects[0]) if figures.subjects else frozenset()
        self._agent, self._concerning = tuple(words.agent), tuple(words.concerning)
        self._multiples, self._possessive = frozenset(words.multiples), words.possessive
        self._comparing = tuple(words.comparing)
        self._linking = (*words.extreme_links, *words.and_)
        self._signs = frozenset(word[0] for word in (*words.agent, *words.receiving))
        stop = re.escape(marks.clause + marks.sentence)
        self._deeds = [
            (
                re.compile(rf"{any_of(before)}[^{stop}0-9]{{0,{_DESCRIBED}}}$"),
                re.compile(rf"[^{stop}0-9]{{0,{_ADVERB}}}?{any_of(deeds)}"),
            )
            for before, deeds in ((words.agent, words.holding), (words.receiving, words.trading))
        ]

    def is_agent(self, text: str, mention: EntityMention) -> bool:
        """Whether someone is named who does or holds what is told (由甲100%持股) or whom it concerns (涉及甲3件)."""
        words = (*self._agent, *self._concerning) if mention.mention.type in self._acting else self._agent
        return text.endswith(words, max(0, mention.span.start - _AGENT), mention.span.start)

    def is_measure(self, text: str, clause: Clause, mention: EntityMention, figure: QuantityMention) -> bool:
        """Whether a thing is only what another is compared with: 是甲的1.6倍."""
        if figure.quantity.unit not in self._multiples or mention.span.start == clause.span.start:
            return False
        return text[mention.span.end : figure.span.start].strip() == self._possessive

    def is_level(self, text: str, mention: EntityMention, figure: QuantityMention) -> bool:
        """Whether a figure is what another one, told before, is compared with: 3%，低于甲的5%."""
        if mention.mention.type not in self._acting:
            return False
        between = text[mention.span.end : figure.span.start].strip()
        if between != self._possessive:
            return False
        if text.endswith(self._comparing, 0, mention.span.start):
            return True
        # 增幅最大的是甲的13%，其次为乙的10%、丙的9%.
        is_share = figure.kind is UnitKind.SHARE and not text[figure.span.end : figure.span.end + 1].isalpha()
        return is_share and text.endswith(self._linking, 0, mention.span.start)

    def holds(self, text: str, clause: Clause, mention: EntityMention) -> bool:
        """Whether someone is named who holds or gives it: 由创始人甲继续持有, 获甲增持."""
        start = max(clause.span.start, mention.span.start - _DESCRIBED - _AGENT)
        if self._signs.isdisjoint(text[start : mention.span.start]):  # as nearly always
            return False
        if mention.mention.type not in self._actors:
            return False
        behind, ahead = mention.span.end, mention.span.start
        return any(deed.match(text, behind) and before.search(text, start, ahead) for before, deed in self._deeds)
