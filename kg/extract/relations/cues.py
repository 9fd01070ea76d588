"""One pass over a text for the words of all rules and for the words that mark the parts of a clause.

A longer word hides what the shorter ones in it mark. One of the language hides the words of rules, too (认为 is no 为);
one of a rule hides only words of that rule, so that no rule can take the words of another.
"""

from __future__ import annotations

import enum
import functools
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

import daachorse

from kg.model.span import Span
from kg.ontology.clauses import ClauseWords


class Mark:
    """The part in its clause that a word gives to the noun phrase right behind it, as bits: words may give several.

    Plain integers, because every group of every sentence is asked for them.
    """

    NONE: Final = 0
    PATIENT: Final = 1
    COMPANION: Final = 2
    AGENT: Final = 4
    MEANS: Final = 8
    PLACE: Final = 16
    HANDLED: Final = 32
    SOURCE: Final = 64
    PIVOT: Final = 128
    OBJECT: Final = 256
    EQUAL: Final = 512
    SUFFERED: Final = 1024
    PASSED: Final = 2048


class Slot(enum.IntEnum):
    """What a word is in a rule. Verbs mark what stands behind them as their object, nouns do not."""

    VERB = 0
    THEN = 1
    NOUN = 2
    SECOND = 3
    # Hides the rule's shorter words inside it (被罚单位) and is no word itself.
    MASK = 4


_NOUNS = frozenset({Slot.NOUN, Slot.SECOND, Slot.MASK})


class Use(NamedTuple):
    """That a word serves a rule: the rule's number and what the word is in it."""

    rule: int
    slot: Slot


class Hit(NamedTuple):
    """Where a word stands, what it marks, and the rules that it serves."""

    start: int
    end: int
    mark: int
    uses: tuple[Use, ...]
    is_mask: bool = False

    @property
    def is_noun(self) -> bool:
        """Whether the word only follows on a preposition in its rules (领域, 需求), so that it need be no verb."""
        return bool(self.uses) and all(use.slot is Slot.THEN for use in self.uses)


_make_hit = functools.partial(tuple.__new__, Hit)
"""A hit of its fields at once: Hit's own constructor is slower, and every word of every rule has its hits."""


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
        masks = frozenset(words.masks).difference(marks, uses)
        self._entries = [
            (marks.get(word) or _mark_of(uses.get(word, ())), tuple(uses.get(word, ())), word in masks)
            for word in known
        ]
        self._automaton = daachorse.CharwiseDoubleArrayAhoCorasick(known)

    def find(self, text: str, span: Span) -> list[Hit]:
        """Every word in a stretch of a text, by place, of those that begin together the longer first."""
        entries, offset = self._entries, span.start
        found = self._automaton.find_overlapping(text[span.start : span.end])
        places = sorted([(start, -end, number) for start, end, number in found])
        return [
            _make_hit((start + offset, offset - minus, mark, uses, is_mask))
            for start, minus, number in places
            for mark, uses, is_mask in (entries[number],)
        ]

    def plain(self, hits: Iterable[Hit]) -> list[Hit]:
        """The hits without masks and without what longer words hide, in the same order."""
        kept: list[Hit] = []
        cover: list[Hit] = []
        reach = 0
        for hit in hits:
            seen = hit
            if hit.start >= reach:  # as mostly
                cover = [hit]
                reach = hit.end
            elif hit.end <= reach:
                cover = [each for each in cover if each.end >= hit.end]
                uses = self._without(hit.uses, cover) if hit.uses and all(each.uses for each in cover) else ()
                seen = _make_hit((hit.start, hit.end, Mark.NONE, uses, hit.is_mask))
                cover.append(hit)
            else:
                cover = [each for each in cover if each.end > hit.start]
                cover.append(hit)
                reach = hit.end
            if (seen.mark or seen.uses) and not hit.is_mask:
                kept.append(seen)
        return kept

    def _without(self, uses: tuple[Use, ...], cover: Iterable[Hit]) -> tuple[Use, ...]:
        """The uses that the longer words around leave: a verb hides verbs of its rule, a noun verbs of its family."""
        around = [use for each in cover for use in each.uses]
        rules = {use.rule for use in around}
        families = {self._families[use.rule] for use in around if use.slot in _NOUNS}
        return tuple(
            use
            for use in uses
            if use.slot is Slot.THEN or not (use.rule in rules or self._families[use.rule] in families)
        )


def _marks(words: ClauseWords) -> dict[str, int]:
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
        Mark.EQUAL: words.copulas,
        Mark.SUFFERED: words.suffered,
        Mark.PASSED: words.passing,
    }
    marks: dict[str, int] = {}
    for mark, group in groups.items():
        for word in group:
            marks[word] = marks.get(word, Mark.NONE) | mark
    return marks


def _mark_of(uses: Iterable[Use]) -> int:
    return Mark.OBJECT if any(use.slot in (Slot.VERB, Slot.THEN) for use in uses) else Mark.NONE


def _uses(rules: Sequence[Mapping[Slot, Iterable[str]]]) -> dict[str, list[Use]]:
    uses: dict[str, list[Use]] = {}
    for number, slots in enumerate(rules):
        for slot, group in slots.items():
            for word in dict.fromkeys(group):
                uses.setdefault(word, []).append(Use(number, slot))
    return uses
