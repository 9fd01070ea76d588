"""One pass over a text for the words of all rules and for the words that mark the parts of a clause.

Of words that share signs the leftmost and longest counts, so that a longer word hides the shorter ones in it.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import daachorse

from kg.ontology.clauses import ClauseWords


class Mark(enum.IntFlag):
    """The part in its clause that a word gives to the noun phrase right behind it; words may give several."""

    NONE = 0
    PATIENT = 1
    COMPANION = 2
    AGENT = 4
    MEANS = 8
    PLACE = 16
    HANDLED = 32
    SOURCE = 64
    PIVOT = 128
    OBJECT = 256


class Slot(enum.IntEnum):
    """What a word is in a rule. Verbs mark what stands behind them as their object, nouns do not."""

    VERB = 0
    THEN = 1
    NOUN = 2
    SECOND = 3


class Use(NamedTuple):
    """That a word serves a rule: the rule's number and what the word is in it."""

    rule: int
    slot: Slot


class Hit(NamedTuple):
    """Where a word stands, what it marks, and the rules that it serves."""

    start: int
    end: int
    mark: Mark
    uses: tuple[Use, ...]


class CueIndex:
    """Finds the words of the clause's parts and of rules.

    Args:
        words: the language's words.
        rules: for each rule its words by slot.
    """

    def __init__(self, words: ClauseWords, rules: Sequence[Mapping[Slot, Iterable[str]]]) -> None:
        marks, uses = _marks(words), _uses(rules)
        known = sorted({*marks, *uses, *words.masks})
        self._entries = [(marks.get(word) or _mark_of(uses.get(word, ())), tuple(uses.get(word, ()))) for word in known]
        self._automaton = daachorse.CharwiseDoubleArrayAhoCorasick(known, daachorse.MATCH_KIND_LEFTMOST_LONGEST)

    def find(self, text: str) -> list[Hit]:
        """Every hit in a text, in order; hits never share signs. Masks are left out."""
        entries = self._entries
        found = []
        for start, end, number in self._automaton.find(text):
            mark, uses = entries[number]
            if mark or uses:
                found.append(Hit(start, end, mark, uses))
        return found


def _marks(words: ClauseWords) -> dict[str, Mark]:
    groups = {
        Mark.PATIENT: words.patient,
        Mark.COMPANION: words.companion,
        Mark.AGENT: words.agent,
        Mark.MEANS: words.means,
        Mark.PLACE: words.place,
        Mark.HANDLED: words.handled,
        Mark.SOURCE: words.source,
        Mark.PIVOT: words.pivot,
        Mark.OBJECT: words.verbs,
    }
    marks: dict[str, Mark] = {}
    for mark, group in groups.items():
        for word in group:
            marks[word] = marks.get(word, Mark.NONE) | mark
    return marks


def _mark_of(uses: Iterable[Use]) -> Mark:
    return Mark.OBJECT if any(use.slot in (Slot.VERB, Slot.THEN) for use in uses) else Mark.NONE


def _uses(rules: Sequence[Mapping[Slot, Iterable[str]]]) -> dict[str, list[Use]]:
    uses: dict[str, list[Use]] = {}
    for number, slots in enumerate(rules):
        for slot, group in slots.items():
            for word in dict.fromkeys(group):
                uses.setdefault(word, []).append(Use(number, slot))
    return uses
