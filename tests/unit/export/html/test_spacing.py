"""Room for names: boxes pushed apart, rows filled, parts packed."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export.html.packing import pack
from kg.export.html.spacing import keep_apart, push_apart, rows_below

sizes = st.lists(st.tuples(st.integers(10, 300), st.integers(10, 200)), min_size=1, max_size=25)


def overlap(a, b):
    return min(a[2], b[2]) - max(a[0], b[0]) > 0.01 and min(a[3], b[3]) - max(a[1], b[1]) > 0.01


def spread(middles, boxes):
    return [(x - w / 2, y - h / 2, x + w / 2, y + h / 2) for (x, y), (w, h) in zip(middles, boxes, strict=True)]


def clear(all_boxes):
    return not any(overlap(a, b) for i, a in enumerate(all_boxes) for b in all_boxes[:i])


@settings(max_examples=40)
@given(sizes)
def test_packed_rectangles_never_overlap(given_sizes):
    ordered = sorted(given_sizes, key=lambda each: -each[0] * each[1])
    assert clear(spread(pack(ordered, 10), ordered))


@settings(max_examples=40)
@given(sizes)
def test_rows_never_overlap_and_stay_below(given_sizes):
    rows = rows_below(100.0, 400.0, given_sizes)
    assert clear(spread(rows, given_sizes))
    assert (rows[:, 1] >= 100 - 1e-9).all()


@pytest.mark.parametrize("seed", [1, 2])
def test_boxes_are_pushed_apart(seed):
    lot = np.random.default_rng(seed)
    places, boxes = lot.normal(size=(60, 2)) * 120, lot.uniform((30, 20), (130, 60), size=(60, 2))
    assert clear(spread(push_apart(places, boxes), boxes))


def test_boxes_at_one_place_are_pushed_apart_too():
    boxes = np.full((9, 2), 40.0)
    assert clear(spread(push_apart(np.zeros((9, 2)), boxes), boxes))


def test_points_are_kept_apart():
    places = np.random.default_rng(5).normal(size=(300, 2)) * 40
    moved = keep_apart(np.vstack((places, places[:5])), 10.0)
    gaps = np.linalg.norm(moved[:, None] - moved[None], axis=2)[np.triu_indices(len(moved), 1)]
    assert np.percentile(gaps, 1) > 7
