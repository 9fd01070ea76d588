"""Room for the names: boxes are pushed apart, and things that nothing joins stand in rows below.

Knows rectangles only. Widths and heights are pixels at the page's natural zoom.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

import numpy as np

from kg.export.html.layout import Floats, Indices

LINE_HEIGHT = 16.0
_CHARACTER = 13.0
_ONE_LINE = 12
_PER_LINE = 11
_GAP = 10.0
_ROUNDS = 200
_NEARBY_ROUNDS = 10
_APART_ROUNDS = 25
_NEARBY = 240.0
"""How far, in pixels, two boxes may come nearer in `_NEARBY_ROUNDS` rounds."""


def label_box(name: str) -> tuple[float, float]:
    """The width and height of a name as the page writes it: in one line, or in two of like length.

    >>> label_box("新市民"), label_box("ABC"), label_box("关于加强新市民金融服务工作的通知")
    ((39.0, 16.0), (22.0, 16.0), (104.0, 32.0))
    """
    wide = sum(1.0 if unicodedata.east_asian_width(each) in "WF" else 0.55 for each in name)
    if wide <= _ONE_LINE:
        return float(np.ceil(wide * _CHARACTER)), LINE_HEIGHT
    return float(np.ceil(min(np.ceil(wide / 2), _PER_LINE) * _CHARACTER)), 2 * LINE_HEIGHT


def push_apart(places: Floats, boxes: Floats) -> Floats:
    """Places at which no two boxes (width, height, centred) overlap, or hardly: each moves as little as it takes.

    Meant for some hundreds of boxes: now and then every pair is looked at, and between only those that are near.
    """
    moved = places.copy()
    half = (boxes + _GAP) / 2
    for start in range(0, _ROUNDS, _NEARBY_ROUNDS):
        first, second = _near(moved, half)
        reach = half[first] + half[second]
        for _ in range(_NEARBY_ROUNDS):
            gaps = moved[second] - moved[first]
            overlap = reach - np.abs(gaps)
            hit = (overlap > 0).all(axis=1)
            if not hit.any():
                break
            moved += _pushes(len(moved), (first[hit], second[hit]), gaps[hit], overlap[hit])
        if start and not hit.any():
            break
    return moved


def _near(places: Floats, half: Floats) -> tuple[Indices, Indices]:
    """The pairs of boxes that a few rounds could bring into touch, each once, in order."""
    near = np.ones((len(places), len(places)), dtype=bool)
    for axis in (0, 1):
        reach = np.add.outer(half[:, axis], half[:, axis]) + _NEARBY
        near &= np.abs(np.subtract.outer(places[:, axis], places[:, axis])) < reach
    first, second = np.nonzero(np.triu(near, 1))
    return first, second


def _pushes(count: int, pairs: tuple[Indices, Indices], gaps: Floats, overlap: Floats) -> Floats:
    """Half of the smaller overlap of every pair that touches, away from each other; ties by the order of the boxes."""
    first, second = pairs
    across = overlap[:, 0] < overlap[:, 1]
    pushes = np.zeros((count, 2))
    for axis, chosen in ((0, across), (1, ~across)):
        side = np.where(gaps[:, axis] == 0, 1.0, np.sign(gaps[:, axis]))
        push = np.where(chosen, side * overlap[:, axis] * 0.5, 0.0)
        pushes[:, axis] = np.bincount(second, push, count) - np.bincount(first, push, count)
    return np.clip(pushes, -_NEARBY / _NEARBY_ROUNDS, _NEARBY / _NEARBY_ROUNDS)


def keep_apart(places: Floats, least: float) -> Floats:
    """The places with points that stand nearer than `least` moved from each other, for some rounds.

    Meant for any number of points: only near pairs are looked at.
    """
    from scipy.spatial import KDTree  # noqa: PLC0415 - slow to import, and only large graphs need it

    moved = places.copy()
    for _ in range(_APART_ROUNDS):
        near = KDTree(moved).query_pairs(least, output_type="ndarray")
        if not len(near):
            break
        first, second = near[np.lexsort((near[:, 1], near[:, 0]))].T
        gaps = moved[second] - moved[first]
        distances = np.linalg.norm(gaps, axis=1)
        same = distances < 1e-6
        gaps[same], distances[same] = (1.0, 0.0), 1.0
        pushes = gaps * ((least - np.where(same, 0.0, distances)) / distances * 0.4)[:, None]
        for axis in (0, 1):
            moved[:, axis] += np.bincount(second, pushes[:, axis], len(moved))
            moved[:, axis] -= np.bincount(first, pushes[:, axis], len(moved))
    return moved


def rows_below(top: float, width: float, boxes: Sequence[tuple[float, float]]) -> Floats:
    """Middles of boxes set in rows like words on a page, each row centred; the first row's upper edge is at `top`."""
    middles = np.zeros((len(boxes), 2))
    for row in _rows(width, boxes):
        highest = max(boxes[each][1] for each in row)
        left = -(sum(boxes[each][0] + 2 * _GAP for each in row) - 2 * _GAP) / 2
        for each in row:
            middles[each] = (left + boxes[each][0] / 2, top + highest / 2)
            left += boxes[each][0] + 2 * _GAP
        top += highest + 2 * _GAP
    return middles


def _rows(width: float, boxes: Sequence[tuple[float, float]]) -> Iterator[list[int]]:
    """The boxes' numbers, row by row; a row is full where the next box would not fit."""
    row: list[int] = []
    filled = 0.0
    for index, (wide, _) in enumerate(boxes):
        if row and filled + wide > width:
            yield row
            row, filled = [], 0.0
        row.append(index)
        filled += wide + 2 * _GAP
    if row:
        yield row
