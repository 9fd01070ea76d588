"""Choosing whose figure it is, and what a clause hands on to the next.

Which things may be it is read by `options` and weighed by `ranking`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kg.extract.annotated import EntityMention
from kg.extract.observations.draft import Told
from kg.extract.observations.options import OptionReader
from kg.extract.observations.ranking import Ranker
from kg.extract.observations.sightings import SightingReader
from kg.extract.observations.situation import HANDED, Situation
from kg.extract.observations.subjects import Role, SubjectReader
from kg.extract.observations.view import Clause
from kg.ontology.figures import Figures
from kg.ontology.language import Language
from kg.text.tokenizer import Tokenizer

_LIKELY = 0.4
"""How sure a subject must be that the sentence of its figure does not name; of those less sure three in four are wrong,
measured on annotated records."""


class Subject(NamedTuple):
    """Whose figure it is, how sure that is, and what found it."""

    mention: EntityMention
    sure: float
    rule: str


class SubjectChooser:
    """Chooses the subjects of figures."""

    def __init__(self, language: Language, figures: Figures, tokenizer: Tokenizer, ranker: Ranker) -> None:
        self._reader = SubjectReader(language, figures, tokenizer)
        self._sightings = SightingReader(language, figures, self._reader)
        self._options = OptionReader(figures, self._sightings)
        self._ranker = ranker

    def opener(self, text: str, clause: Clause, until: int) -> EntityMention | None:
        """The likeliest grammatical subject of the words before an offset."""
        best = self._reader.best(self._reader.candidates(text, clause, until))
        return best.mention if best else None

    def told(self, text: str, clause: Clause, before: Sequence[Told]) -> Told:
        """What a clause tells of, for the clauses after it."""
        return self._sightings.told(text, clause, before)

    def topic(self, text: str, told: Told) -> EntityMention | None:
        """What a clause is about; who only speaks of others is not, nor is a kind of which it tells the stock."""
        topics = [
            each
            for each in told.candidates
            if each.role is Role.TOPIC
            and each.mention not in told.speakers
            and not self._sightings.is_stock(text, each.mention)
        ]
        best = self._reader.best(topics)
        return best.mention if best else None

    def actor(self, text: str, clause: Clause) -> EntityMention | None:
        """The last mention of the strongest types that is no bringer or speaker."""
        backwards = (each for each in reversed(clause.mentions) if self._reader.rank(each) == 0)
        return next((each for each in backwards if not self._reader.brings(text, clause, each)), None)

    def choose(self, situation: Situation) -> Subject | None:
        """The subject of a figure, None where nothing may be it, or only doubtful things from outside its sentence."""
        choice = self._ranker.choose(self._options.options(situation))
        if choice is None or (choice.option.place in HANDED and choice.sure < _LIKELY):
            return None
        return Subject(choice.option.mention, choice.sure, choice.option.place)
