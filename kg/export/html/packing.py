"""Parts of a picture that nothing joins, set side by side: rectangles close around the middle, none over another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kg.export.html.layout import Floats

_WIDE = 1.7
"""How much wider than high the whole should come out."""


def pack(sizes: Sequence[tuple[float, float]], gap: float) -> Floats:
    """The middles of rectangles (width, height), given the largest first: each as near to the first as it fits.

    >>> pack([(100, 50), (40, 20)], 10).tolist()
    [[0.0, 0.0], [0.0, 45.0]]
    """
    placed: Floats = np.zeros((0, 4))
    middles = np.zeros((len(sizes), 2))
    for index, (width, height) in enumerate(sizes):
        half = np.array((width, height)) / 2 + gap / 2
        if index:
            middles[index] = _nearest(_beside(placed, half), placed, half)
        x, y = middles[index]
        placed = np.vstack((placed, (x - half[0], y - half[1], x + half[0], y + half[1])))
    return middles


def _beside(placed: Floats, half: Floats) -> Floats:
    """Middles at which a rectangle would touch one that stands: on each side, at its ends and its middle."""
    left, top, right, bottom = placed.T
    across = (left + half[0], (left + right) / 2, right - half[0])
    down = (top + half[1], (top + bottom) / 2, bottom - half[1])
    found = [np.column_stack((x, y)) for x in across for y in (bottom + half[1], top - half[1])]
    found += [np.column_stack((x, y)) for y in down for x in (right + half[0], left - half[0])]
    return np.vstack(found)


def _nearest(middles: Floats, placed: Floats, half: Floats) -> Floats:
    """Of the middles at which the rectangle covers none that stands, the nearest to the origin."""
    order = np.argsort((middles[:, 0] / _WIDE) ** 2 + middles[:, 1] ** 2, kind="stable")
    apart = 1e-6
    for middle in middles[order]:
        low, high = middle - half, middle + half
        over = (placed[:, :2] < high - apart).all(axis=1) & (placed[:, 2:] > low + apart).all(axis=1)
        if not over.any():
            return np.asarray(middle)
    return np.asarray(middles[order[-1]])
