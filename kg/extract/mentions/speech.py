"""Whose words stand in quotation marks: the bank whose president says 我们推出…, named behind or before them.

Who speaks for a house is named with it right behind the marks, or last before the colon or comma that opens them. In
an interview each paragraph begins with who speaks; his house is named right before him elsewhere (甲CEO乙).
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.mentions.candidate import Candidate
from kg.ontology.punctuation import Punctuation

_REACH = 400
"""So many signs at most, to either side, may a speech go on."""
_FAR = 24
"""So many signs at most stand between the speaker's house and the marks: office, name, verb."""
_NEAR = 2
"""So many at most stand between the marks and a house behind them."""

Numbered = tuple[Candidate, int]
"""A name with the number of what it names."""


class SpeakerFinder:
    """Finds the house that quoted words are spoken for."""

    def __init__(self, punctuation: Punctuation, colons: str) -> None:
        self._colons = tuple(colons)
        first = punctuation.quotes[0]
        self._opening, self._closing = first[0], first[1]
        self._stops = frozenset(punctuation.sentence + "\n")
        self._leads = tuple(punctuation.clause)

    def house(self, text: str, start: int, names: Sequence[Numbered]) -> Numbered | None:
        """The one of `names`, in text order, that is spoken for at an offset; None outside of speech or if untold."""
        opened = text.rfind(self._opening, max(0, start - _REACH), start)
        if opened < 0 or text.find(self._closing, opened, start) >= 0:
            return None
        closed = text.find(self._closing, start, start + _REACH)
        behind = closed + len(self._closing)
        if closed >= 0:
            for each in names:
                if behind <= each[0].start <= behind + _NEAR:
                    return each
        before = [each for each in names if opened - _FAR <= each[0].end <= opened]
        return before[-1] if before and self._opens(text[before[-1][0].end : opened]) else None

    def answering(self, text: str, start: int, names: Sequence[Numbered], all_: Sequence[Numbered]) -> Numbered | None:
        """The one of `names` for which he speaks who is named before the colon that a paragraph of an interview opens.

        Args:
            text: the document's text.
            start: an offset in the paragraph.
            names: the houses, in text order.
            all_: all names, people among them, in text order.
        """
        first = text.rfind("\n", 0, start) + 1
        label = next((each for each in all_ if each[0].start == first), None)
        if label is None or not text.startswith(self._colons, label[0].end):
            return None
        own = (each for each, number in all_ if number == label[1])
        return next((house for each in own if (house := self._beside(text, each, names))), None)

    def _beside(self, text: str, person: Candidate, names: Sequence[Numbered]) -> Numbered | None:
        """The house right before a person, only an office between, or the house itself that stands as a label."""
        for each in reversed(names):
            if each[0].end <= person.start:
                office = text[each[0].end : person.start]
                return each if len(office) <= _FAR // 2 and office.isalnum() else None
            if each[0] is person:
                return each
        return None

    def _opens(self, between: str) -> bool:
        """Whether what stands between a house and the marks tells who speaks."""
        return between.endswith(self._leads) and self._stops.isdisjoint(between)
