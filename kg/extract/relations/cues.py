"""One pass over a text for the words of all rules and for the words that mark the parts of a clause.

A longer word hides what the shorter ones in it mark (认为 is no 为), and a shorter word of the same rule; words of other
rules it leaves alone, so that no rule can take the words of another.
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
    MASK = 4
    """Hides the rule's shorter words inside it (被罚单位) and is no word itself."""


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
        families: for each rule what it belongs to; a longer word hides the shorter ones of its family.
    """

    def __init__(
        self, words: ClauseWords, rules: Sequence[Mapping[Slot, Iterable[str]]], families: Sequence[str]
    ) -> None:
        self._families = families
        marks, uses = _marks(words), _uses(rules)
        known = sorted({*marks, *uses, *words.masks})
        masks = frozenset(words.masks) - marks.keys() - uses.keys()
        self._entries = [
            (marks.get(word) or _mark_of(uses.get(word, ())), tuple(uses.get(word, ())), word in masks)
            for word in known
        ]
        self._automaton = daachorse.CharwiseDoubleArrayAhoCorasick(known)

    def find(self, text: str) -> list[Hit]:
        """Every hit in a text, by place, of those that begin together the longer first. Masks are left out."""
        found = sorted((start, -end, number) for start, end, number in self._automaton.find_overlapping(text))
        hits: list[Hit] = []
        cover: list[tuple[int, tuple[Use, ...], bool]] = []
        for start, minus, number in found:
            end = -minus
            mark, uses, is_mask = self._entries[number]
            cover = [each for each in cover if each[0] >= end]
            if cover:
                mark = Mark.NONE
                uses = () if any(each[2] for each in cover) else self._without(uses, cover)
            cover.append((end, self._entries[number][1], is_mask))
            uses = tuple(use for use in uses if use.slot is not Slot.MASK)
            if (mark or uses) and not is_mask:
                hits.append(Hit(start, end, mark, uses))
        return hits

    def _without(
        self, uses: tuple[Use, ...], cover: Iterable[tuple[int, tuple[Use, ...], bool]]
    ) -> tuple[Use, ...]:
        """The uses by rules of other families than those of the longer words around, and what only has to follow."""
        hidden = {self._families[use.rule] for _, others, _ in cover for use in others}
        return tuple(use for use in uses if use.slot is Slot.THEN or self._families[use.rule] not in hidden)


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
