"""What a clause introduces, of which the figures of the sentence then are: 甲银行推出“青禾贷”，首付两成."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.annotated import EntityMention
from kg.extract.observations.situation import Situation
from kg.extract.observations.subjects import Candidate
from kg.extract.observations.told import Told, ToldReader
from kg.ontology.language import Language
from kg.text.alternatives import any_of

_BEFORE = 8
"""How far before a name the word may begin that introduces it."""


class IntroductionReader:
    """Reads introductions."""

    def __init__(self, language: Language, told: ToldReader) -> None:
        self._told = told
        words = language.reporting
        self._introduced = re.compile(rf"{any_of(words.introducing)}.{{0,3}}$")
        closing = re.escape("".join(pair[1] for pair in language.punctuation.quotes))
        self._listed = re.compile(rf"[{closing}]?{any_of((*words.list_, words.examples))}")
        self._persons = frozenset(language.units.persons)

    def is_introduced(self, text: str, mention: EntityMention) -> bool:
        """Whether a clause introduces what it names there, which is none of a list."""
        start = mention.span.start
        if not self._introduced.search(text, max(0, start - _BEFORE), start):
            return False
        return self._listed.match(text, mention.span.end) is None

    def marks(self, situation: Situation, told: Told, candidate: Candidate) -> Iterator[str]:
        """The marks of a thing that an earlier clause introduces: alone, or of someone (`too`).

        `next` where figures of it may follow, and `joined` where they count persons.
        """
        text, mention = situation.text, candidate.mention
        type_ = mention.mention.type
        if told.best is None or told.best is candidate:
            yield f"introduced alone {type_}"
            return
        yield f"introduced too {type_}"
        if self._told.is_proper(text, mention) and self._is_next(situation, told, candidate):
            yield f"introduced next {type_}"
            if situation.zone.figure.quantity.unit in self._persons:
                yield f"introduced joined {type_}"

    def _is_next(self, situation: Situation, told: Told, candidate: Candidate) -> bool:
        """Whether no figure of another was told since, and the clause names no second thing of the kind."""
        own = candidate.mention
        if any(
            each.entity != own.entity and each.mention.type == own.mention.type for each in told.cast.clause.mentions
        ):
            return False
        since = (each for each in situation.line.drafts if each.figure.span.start > own.span.start)
        return all(each.subject.entity == own.entity for each in since)
