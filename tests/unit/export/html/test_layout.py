"""The force layout: deterministic, tight where things are joined, quick at any size."""

import random
import time

import numpy as np
import pytest

from kg.export.html.layout import Springs, lay_out


def clusters(count, size=25, seed=1):
    """Pairs that mostly stay within groups of a size."""
    lot = random.Random(seed)
    pairs = []
    for _ in range(3 * count):
        a = lot.randrange(count)
        b = a // size * size + lot.randrange(size) if lot.random() < 0.9 else lot.randrange(count)
        pairs.append((a, min(b, count - 1)))
    return Springs.of(count, np.array(pairs))


def mean_length(places, first, second):
    return float(np.linalg.norm(places[first] - places[second], axis=1).mean())


@pytest.mark.parametrize("count", [30, 200, 600])
def test_the_same_graph_gives_the_same_places(count):
    assert (lay_out(clusters(count), 60) == lay_out(clusters(count), 60)).all()


@pytest.mark.parametrize("count", [100, 240, 600, 3000])
def test_the_joined_stand_nearer_than_the_others(count):
    springs = clusters(count)
    places = lay_out(springs)
    lot = np.random.default_rng(1)
    joined = mean_length(places, springs.sources, springs.targets)
    others = mean_length(places, lot.integers(0, count, 2000), lot.integers(0, count, 2000))
    assert joined < 0.6 * others


def test_grid_and_exact_repulsion_give_like_pictures():
    springs = clusters(240)
    exact = lay_out(springs)
    padded = Springs(260, springs.sources, springs.targets, springs.weights)
    grid = lay_out(padded)[:240]
    spread = [np.linalg.norm(each, axis=1).mean() for each in (exact, grid)]
    lengths = [mean_length(each, springs.sources, springs.targets) for each in (exact, grid)]
    assert 0.5 < (lengths[0] / spread[0]) / (lengths[1] / spread[1]) < 2


def test_the_long_side_lies_across():
    chain = Springs.of(40, np.array([(i, i + 1) for i in range(39)]))
    places = lay_out(chain)
    assert places[:, 0].std() > places[:, 1].std()


def test_all_places_are_numbers():
    for pairs in ([], [(0, 0)], [(0, 1)], [(0, 1), (1, 0), (0, 1)]):
        springs = Springs.of(2, np.array(pairs, dtype=np.int64).reshape(-1, 2))
        assert np.isfinite(lay_out(springs)).all()
    assert lay_out(Springs.of(0, np.zeros((0, 2), dtype=np.int64))).shape == (0, 2)
    two = lay_out(Springs.of(2, np.array([(0, 1)])))
    assert np.linalg.norm(two[0] - two[1]) > 1e-3


def test_twenty_thousand_take_seconds():
    springs = clusters(20_000, 50)
    start = time.process_time()
    lay_out(springs, 40)
    assert time.process_time() - start < 10
