"""Which of several things a figure is of: a log-linear model over what speaks for each.

The weights are the pack's; where it has none a few plain ones hold. They were set by hand: weights fitted on annotated
records did no better on records that were held out.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kg.extract.observations.options import Option

PLAIN: Mapping[str, float] = {
    "best": 2.0,
    "here-topic": 5.0,
    "here-inner": 3.5,
    "owner": 4.5,
    "founded": 5.0,
    "counted": 1.5,
    "told-topic": 3.0,
    "told-inner": 2.0,
    "told-best near": 1.0,
    "carried": 1.0,
    "topic": 1.0,
    "before": 1.0,
    "before relative": 4.0,
    "base relative": 4.0,
}
"""What holds in any domain: who opens the clause, else who was told of last."""


_SOFT = 2.0
"""How much weight one option must have over another to be e times as likely, measured on annotated records."""

_REMEMBERED = 4096
"""Sets of signs whose weight is remembered: the same few come again and again."""


class Choice(NamedTuple):
    """The option chosen, its weight, and how likely it is among all options and none, from 0 to 1."""

    option: Option
    weight: float
    sure: float


class Ranker:
    """Chooses by the sum of weights."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = dict(weights)
        self._known = frozenset(weights)
        self._weight = functools.lru_cache(_REMEMBERED)(self._sum)

    def choose(self, options: Sequence[Option]) -> Choice | None:
        """The heaviest option, of equals the first; None where there are none."""
        if not options:
            return None
        weights = [self._weight(option.signs) for option in options]
        top = max(weights)
        others = sum([math.exp((each - top) / _SOFT) for each in (*weights, 0.0)])
        return Choice(options[weights.index(top)], top, 1 / others)

    def _sum(self, signs: frozenset[str]) -> float:
        """The weights of some signs together, added in one order so that the sum is always the same."""
        return sum([self._weights[each] for each in sorted(signs & self._known)])
