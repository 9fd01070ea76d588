"""Choosing whose figure it is, and what a clause hands on to the next.

Which things may be it is read by `options` and weighed by `ranking`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.extract.annotated import EntityMention
from kg.extract.observations.cast import Cast
from kg.extract.observations.draft import Draft
from kg.extract.observations.line import Line
from kg.extract.observations.options import Option, OptionReader
from kg.extract.observations.ranking import Ranker
from kg.extract.observations.sighting import HANDED
from kg.extract.observations.sightings import SightingReader
from kg.extract.observations.situation import Situation
from kg.extract.observations.subjects import SubjectReader
from kg.extract.observations.told import Told, ToldReader
from kg.extract.observations.view import Clause
from kg.ontology.figures import Figures
from kg.ontology.language import Language
from kg.text.alternatives import any_of
from kg.text.tokenizer import Tokenizer

_LIKELY = 0.4
"""How sure a subject must be that the sentence of its figure does not name; of those less sure three in four are wrong,
measured on annotated records."""

_UNLIKELY = -1.0
"""What weighs less is no subject even where no one else is named: who only vouches for the figures of others."""


class Subject(NamedTuple):
    """Whose figure it is, how sure that is, and what found it."""

    mention: EntityMention
    sure: float
    rule: str


class SubjectChooser:
    """Chooses the subjects of figures."""

    def __init__(self, language: Language, figures: Figures, tokenizer: Tokenizer, ranker: Ranker) -> None:
        self._told = ToldReader(language, figures, SubjectReader(language, figures, tokenizer))
        self._options = OptionReader(language, figures, SightingReader(language, figures, self._told))
        self._ranker = ranker
        self._stake = re.compile(any_of(figures.stake_words))

    def cast(self, text: str, clause: Clause) -> Cast:
        """What a clause names that may be a subject."""
        return Cast(self._told.subjects, text, clause)

    def opener(self, cast: Cast, until: int) -> EntityMention | None:
        """The likeliest grammatical subject of the words before an offset."""
        best = self._told.subjects.best(cast.until(until))
        return best.mention if best else None

    def told(self, cast: Cast, drafts: Sequence[Draft], line: Line) -> Told:
        """What a clause tells of, for the clauses after it."""
        return Told(self._told, cast, drafts, line.told, line.last)

    def choose(self, situation: Situation) -> Subject | None:
        """The subject of a figure, None where nothing may be it, or only doubtful things from outside its sentence."""
        choice = self._ranker.choose(self._options.options(situation))
        if choice is None or choice.weight < _UNLIKELY or (choice.option.place in HANDED and choice.sure < _LIKELY):
            return None
        if self._is_of_unknown(situation, choice.option):
            return None
        return Subject(choice.option.mention, choice.sure, choice.option.place)

    def _is_of_unknown(self, situation: Situation, option: Option) -> bool:
        """Whether a share in brackets stands behind a holder that is not known: 丙股东为甲（持股60%）, not of 丙."""
        if not situation.clause.inside or self._stake.match(situation.words) is None:
            return False
        return "bracketed" not in option.signs and option.mention.span.end <= situation.clause.span.start
