"""Which predicted thing, fact or figure is which of the gold's, within one document.

Strict matching wants equal surface forms; relaxed matching is content where one form holds the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from kg.evaluate.statements import Fact, Figure, Statements, Thing, normal
from kg.ontology.equivalences import Equivalences

METRIC_SHARE = 0.6
"""A metric is right where this share of its characters is shared."""

_TOLERANCE = 1e-6

Key = tuple[str, str, str]


def align(gold: Mapping[str, Thing], predicted: Mapping[str, Thing], *, relaxed: bool) -> dict[str, str]:
    """The gold thing of each predicted thing, by ids, one to one, those that share most forms first."""
    pairs = []
    for gold_id, expected in gold.items():
        for predicted_id, found in predicted.items():
            if expected.type != found.type:
                continue
            shared = len(expected.forms & found.forms)
            if shared:
                pairs.append((-2, -shared, gold_id, predicted_id))
            elif relaxed and _one_holds_other(expected, found):
                pairs.append((-1, -1, gold_id, predicted_id))
    taken: set[str] = set()
    aligned: dict[str, str] = {}
    for _, _, gold_id, predicted_id in sorted(pairs):
        if gold_id not in taken and predicted_id not in aligned:
            taken.add(gold_id)
            aligned[predicted_id] = gold_id
    return aligned


def _one_holds_other(one: Thing, other: Thing) -> bool:
    """Whether a form of one thing lies in a form of the other; forms of one character hold nothing."""
    return any((a in b or b in a) and min(len(a), len(b)) > 1 for a in one.forms for b in other.forms)


def keyed_facts(
    statements: Statements, equivalences: Equivalences, aligned: Mapping[str, str] | None = None
) -> dict[Key, Fact]:
    """Each distinct fact by subject, predicate and object, facts that say the same under one key.

    Args:
        statements: the facts.
        equivalences: which facts say the same.
        aligned: the gold thing of each predicted thing; None for the gold's own facts. The ends of a predicted fact
            that are no gold thing keep their own id, marked so that it never equals a gold id.
    """
    keyed = {}
    for fact in statements.facts:
        subject, predicate, object_ = _turned(fact, statements.things, equivalences)
        if aligned is not None:
            subject = aligned.get(subject, "?" + subject)
            object_ = aligned.get(object_, "?" + object_)
        if predicate in equivalences.symmetric:
            subject, object_ = sorted((subject, object_))
        keyed[subject, predicate, object_] = fact
    return keyed


def _turned(fact: Fact, things: Mapping[str, Thing], equivalences: Equivalences) -> Key:
    ends = things.get(fact.subject), things.get(fact.object)
    if ends[0] and ends[1]:
        inverse = equivalences.inverse(fact.predicate, ends[0].type, ends[1].type)
        if inverse is not None:
            return fact.object, inverse, fact.subject
    return fact.subject, fact.predicate, fact.object


@dataclass(frozen=True, slots=True, order=True)
class Agreement:
    """What is right of a figure that was found, besides its subject, value and unit."""

    end: bool
    start: bool
    bound: bool
    metric: bool

    @property
    def wrong(self) -> tuple[str, ...]:
        """The names of what is not right."""
        return tuple(name for name in self.__slots__ if not getattr(self, name))

    @property
    def count(self) -> int:
        """How many of the four are right."""
        return 4 - len(self.wrong)


def agreement(gold: Figure, found: Figure, aligned: Mapping[str, str]) -> Agreement | None:
    """What is right of a predicted figure; None where it is another figure than the gold's."""
    same = (
        aligned.get(found.subject) == gold.subject
        and _same_number(found.value, gold.value)
        and normal(found.unit) == normal(gold.unit)
    )
    if not same:
        return None
    return Agreement(
        gold.end == found.end,
        gold.start == found.start,
        gold.bound == found.bound,
        shared_characters(gold.metric, found.metric) >= METRIC_SHARE,
    )


def _same_number(one: float, other: float) -> bool:
    return abs(one - other) <= _TOLERANCE * max(1.0, abs(one), abs(other))


def shared_characters(one: str, other: str) -> float:
    """The share of characters that two phrases have in common (Dice), order left aside.

    >>> shared_characters("累计服务用户", "服务用户")
    0.8
    """
    counts = Counter(normal(one)), Counter(normal(other))
    total = counts[0].total() + counts[1].total()
    return 2 * (counts[0] & counts[1]).total() / total if total else 1.0
