"""Whether a clause says that something is so, is planned, may be, or is not.

Knows the cues of the language and how far each reaches inside one clause. Which clause goes on with the plan of the
clause before is for those who know the clauses' subjects.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.model.fact import Modality
from kg.model.span import Span
from kg.ontology.language import Language
from kg.ontology.modality import ModalCue

# Of several cues before one verb, the first of these wins: 可以计划 is possible.
_ORDER = (Modality.POSSIBLE, Modality.NEGATED, Modality.PLANNED)


class ModalityReader:
    """Reads the modality of what a clause says, by one language."""

    def __init__(self, language: Language) -> None:
        words = language.modality
        self._cues: dict[Modality, ModalCue] = {
            Modality.PLANNED: words.planned,
            Modality.POSSIBLE: words.possible,
            Modality.NEGATED: words.negated,
        }
        self._of_word = {word: modality for modality, cue in self._cues.items() for word in cue.words}
        known = sorted({*self._of_word, *words.masks}, key=lambda word: (-len(word), word))
        self._pattern = re.compile("|".join(map(re.escape, known)))

    def of(self, text: str, clause: Span, position: int, names: Iterable[Span] = ()) -> tuple[Modality, Span | None]:
        """The modality of what stands at a position of a clause, and the place of the cue that says so.

        Args:
            text: the document's text.
            clause: the clause, by offsets of the text.
            position: where the verb begins; cues behind it say nothing of it.
            names: names in the clause; a cue inside one is none (启明计划).
        """
        found: dict[Modality, Span] = {}
        for match in self._pattern.finditer(text, clause.start, max(position, clause.start)):
            modality = self._of_word.get(match.group())
            place = Span(*match.span())
            if modality is None or any(each.overlaps(place) for each in names):
                continue
            if not self._holds(modality, match, clause, position):
                continue
            found[modality] = place
        for modality in _ORDER:
            if modality in found:
                return modality, found[modality]
        return Modality.ASSERTED, None

    def is_carried(self, modality: Modality) -> bool:
        """Whether a modality holds for the following clauses of the same subject."""
        return modality in self._cues and self._cues[modality].carried

    def _holds(self, modality: Modality, match: re.Match[str], clause: Span, position: int) -> bool:
        cue = self._cues[modality]
        if match.end() == clause.end and match.group() in cue.nouns:
            return False  # 由于销售需要，…
        before, rest = match.string[clause.start : match.start()], match.string[match.end() : clause.end]
        if any(word in before for word in cue.unless_before.get(match.group(), ())):
            return False
        if cue.near is not None and not (cue.over and rest.startswith(cue.over)):
            between = position - match.end()
            if between > cue.near or (not rest[:between].isalnum() and between > 0):
                return False
        return not any(word in rest for word in cue.unless_behind.get(match.group(), ()))
