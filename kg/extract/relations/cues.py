"""One pass over a text for the words of all rules and for the words that mark the parts of a clause.

A longer word hides what the shorter ones in it mark. One of the language hides the words of rules, too (认为 is no 为);
one of a rule hides only words of that rule, so that no rule can take the words of another.
"""

from __future__ import annotations

import enum
import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
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

    @property
    def is_noun(self) -> bool:
        """Whether the word only follows on a preposition in its rules (领域, 需求), so that it need be no verb."""
        return bool(self.uses) and all(use.slot is Slot.THEN for use in self.uses)


class _Entry(NamedTuple):
    """What a word marks, the rules that it serves, and whether it only hides others."""

    mark: int
    uses: tuple[Use, ...]
    is_mask: bool = False


_REMEMBERED = 4096
"""Words among longer ones of which the uses are remembered."""

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
        entries = [
            _Entry(marks.get(word) or _mark_of(uses.get(word, ())), tuple(uses.get(word, ())), word in masks)
            for word in known
        ]
        # Of a word that is a whole name only what follows on another word stays (为个体工商户 + 纾困).
        named = [_Entry(Mark.NONE, tuple([use for use in each.uses if use.slot is Slot.THEN])) for each in entries]
        self._entries, self._named = [*entries, *named], len(entries)
        self._automaton = daachorse.CharwiseDoubleArrayAhoCorasick(known)
        self._left = functools.lru_cache(_REMEMBERED)(self._uses_left)

    def find(self, text: str, span: Span, names: Sequence[Span]) -> list[Hit]:
        """The words in a stretch of a text by place, without masks, what longer words hide, and what is part of a name.

        Args:
            text: the document's text.
            span: the stretch.
            names: the names in it, in text order.
        """
        kept: list[Hit] = []
        cover: list[tuple[int, int]] = []  # the words around with their ends
        reach, entries = 0, self._entries
        for start, end, number in self._outside(self._places(text, span), names):
            mark, uses, is_mask = entries[number]
            if start >= reach:  # as mostly
                cover, reach = [(end, number)], end
            elif end <= reach:
                cover = [each for each in cover if each[0] >= end]
                mark, uses = Mark.NONE, self._left(number, tuple([each for _, each in cover]))
                cover.append((end, number))
            else:
                cover = [each for each in cover if each[0] > start]
                cover.append((end, number))
                reach = end
            if (mark or uses) and not is_mask:
                kept.append(_make_hit((start, end, mark, uses)))
        return kept

    def _places(self, text: str, span: Span) -> list[tuple[int, int, int]]:
        """Where every word stands, with its number: by place, of those that begin together the longer first."""
        offset = span.start
        found = self._automaton.find_overlapping(text[offset : span.end])
        places = sorted([(start, -end, number) for start, end, number in found])
        return [(start + offset, offset - minus, number) for start, minus, number in places]

    def _outside(self, places: Iterable[tuple[int, int, int]], names: Sequence[Span]) -> Iterator[tuple[int, int, int]]:
        """The words that share no sign with a name, hold one (合作的银行包括), or are one."""
        behind = iter(names)
        name = next(behind, None)
        for place in places:
            start, end, number = place
            while name is not None and name.end <= start:
                name = next(behind, None)
            if name is None or end <= name.start or (start <= name.start and name.end < end):
                yield place
            elif start == name.start and end == name.end and self._entries[number + self._named].uses:
                yield start, end, number + self._named

    def _uses_left(self, number: int, around: Sequence[int]) -> tuple[Use, ...]:
        """What longer words around leave of its uses: a verb hides verbs of its rule, a noun verbs of its family."""
        uses, longer = self._entries[number].uses, [self._entries[each].uses for each in around]
        if not all(longer):
            return ()
        hiding = [use for each in longer for use in each]
        rules = {use.rule for use in hiding}
        families = {self._families[use.rule] for use in hiding if use.slot in _NOUNS}
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
