"""What a clause leaves for the next: whom it tells of, and the period in which it does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.observations.cast import Cast
from kg.extract.observations.choice import SubjectChooser
from kg.extract.observations.dating import Dater
from kg.extract.observations.draft import Draft
from kg.extract.observations.line import Line
from kg.extract.observations.modality import ModalityReader
from kg.extract.observations.when import NEVER, lasting
from kg.model.fact import Modality
from kg.ontology.language import Language
from kg.text.alternatives import any_of
from kg.text.periods import is_stretch


class Passing:
    """Hands on from clause to clause, by one language."""

    def __init__(self, language: Language, dater: Dater, modality: ModalityReader, chooser: SubjectChooser) -> None:
        words = language.reporting
        self._from, self._telling = tuple(words.from_), re.compile(any_of(words.telling))
        self._published = tuple(words.published)
        self._dater, self._modality, self._chooser = dater, modality, chooser

    def hand_on(self, cast: Cast, line: Line, drafts: Sequence[Draft]) -> None:
        """Leave what a clause tells of, and its period, for the next."""
        when = self._dater.handed_on(cast.text, cast.clause, line, drafts)
        if when.is_stated and when.period.start is not None:
            line.day = when if when.period.start == when.period.end else NEVER
        if cast.clause.periods and is_stretch(when.period) and self._is_so(cast):
            line.tell(when)
        longer = lasting(when)
        if longer is not when and not drafts and self._is_source(cast):
            # 目录今天发布: what it says holds longer than that day.
            when = longer
        line.when = when
        line.last = self._chooser.told(cast, drafts, line)
        line.told = (*line.told, line.last)

    def _is_so(self, cast: Cast) -> bool:
        """Whether a clause tells what is so, and not what is planned or possible."""
        names = [each.span for each in cast.clause.mentions]
        return self._modality.read(cast.text, cast.clause.span, names, Modality.ASSERTED) is Modality.ASSERTED

    def _is_source(self, cast: Cast) -> bool:
        """Whether a clause only names the text that what follows is from."""
        start, end = cast.clause.span.start, cast.clause.span.end
        if cast.text.endswith(self._published, start, end):
            return True
        opened = cast.opening
        if not cast.text.startswith(self._from, opened, end):  # as nearly always
            return False
        return self._telling.search(cast.text, opened + min(map(len, self._from)), end) is not None
