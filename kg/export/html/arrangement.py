"""The picture of a whole graph: places of its entities as whole pixels, and its communities where it is large.

Composes layout, spacing and communities, and decides which of them a graph of a size gets.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kg.export.html.communities import find_communities, gather
from kg.export.html.layout import Floats, Indices, Springs, lay_out
from kg.export.html.spacing import label_box, push_apart, rows_below

WHOLE = 800
"""Up to so many entities the page shows the whole graph in the network view."""
COLLAPSED = 5_000
"""Above so many entities it opens with communities."""

_NODE = 34.0
_AREA = 16_000.0
_MAP_STEP = 36.0
_BELOW = 40.0


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Whole coordinates, in the order of the names, and each entity's community; no communities in a small graph."""

    x: tuple[int, ...]
    y: tuple[int, ...]
    communities: tuple[int, ...] = ()


def arrange(names: Sequence[str], pairs: Sequence[tuple[int, int]]) -> Arrangement:
    """Places for the named things, joined in pairs by their numbers. The same input gives the same places."""
    count = len(names)
    springs = Springs.of(count, np.array(pairs, dtype=np.int64).reshape(-1, 2))
    joined: Indices = np.flatnonzero(springs.degrees)
    alone: Indices = np.flatnonzero(springs.degrees == 0)
    places = np.zeros((count, 2))
    communities: Indices = np.zeros(0, dtype=np.int64)
    if len(joined):
        inner = _only(springs, joined)
        laid = lay_out(inner, 300 if count <= COLLAPSED else 160)
        if count > COLLAPSED:
            of_joined = find_communities(inner)
            laid = gather(laid, of_joined)
            communities = np.full(count, -1)
            communities[joined] = of_joined
        places[joined] = _roomy(laid, [names[each] for each in joined.tolist()], count)
    _set_alone(places, joined, alone, names)
    x, y = np.rint(places).astype(int).T.tolist() if count else ([], [])
    return Arrangement(tuple(x), tuple(y), tuple(communities.tolist()))


def _only(springs: Springs, kept: Indices) -> Springs:
    """The graph of the kept nodes, numbered anew; every edge must lie between kept nodes."""
    numbers = np.zeros(springs.count, dtype=np.int64)
    numbers[kept] = np.arange(len(kept))
    return Springs(len(kept), numbers[springs.sources], numbers[springs.targets], springs.weights)


def _roomy(places: Floats, names: Sequence[str], count: int) -> Floats:
    """The places scaled to pixels; where names are to be read at once, wider than high and without overlaps."""
    spread = np.percentile(np.linalg.norm(places, axis=1), 90)
    if count > WHOLE:
        return np.asarray(places * (_MAP_STEP * np.sqrt(len(places)) / max(float(spread), 1e-9)))
    radius = np.sqrt(len(places) * _AREA / np.pi)
    scaled = places * (radius / max(float(spread), 1e-9)) * (1.25, 0.8)
    return push_apart(scaled, np.array([_box(name) for name in names]))


def _box(name: str) -> tuple[float, float]:
    width, height = label_box(name)
    return max(width, _NODE), height + _NODE


def _set_alone(places: Floats, joined: Indices, alone: Indices, names: Sequence[str]) -> None:
    """Put the things that nothing joins in rows below the others."""
    if not len(alone):
        return
    boxes = [_box(names[each]) if len(names) <= WHOLE else (_MAP_STEP, _MAP_STEP) for each in alone.tolist()]
    area = sum(width * height for width, height in boxes)
    others = places[joined] if len(joined) else np.zeros((1, 2))
    width = max(float(np.ptp(others[:, 0])), 1.6 * np.sqrt(area), 400.0)
    rows = rows_below(float(others[:, 1].max()) + 2 * _NODE + _BELOW, width, boxes)
    rows[:, 0] += float(others[:, 0].max() + others[:, 0].min()) / 2
    places[alone] = rows
