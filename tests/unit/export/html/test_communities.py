"""Communities are found and drawn together."""

import numpy as np

from kg.export.html.communities import find_communities, gather
from kg.export.html.layout import Springs


def rings(groups, size):
    """Complete groups, joined in a ring by one edge each."""
    pairs = [(g * size + a, g * size + b) for g in range(groups) for a in range(size) for b in range(a)]
    pairs += [(g * size, (g + 1) % groups * size) for g in range(groups)]
    return Springs.of(groups * size, np.array(pairs))


def test_groups_are_found_as_they_are():
    found = find_communities(rings(8, 6))
    assert sorted(np.bincount(found)) == [6] * 8
    assert all(len(set(found[g * 6 : g * 6 + 6])) == 1 for g in range(8))


def test_the_same_graph_gives_the_same_numbers():
    assert (find_communities(rings(12, 5)) == find_communities(rings(12, 5))).all()


def test_members_are_drawn_together_and_groups_apart():
    springs = rings(6, 5)
    places = np.random.default_rng(4).normal(size=(30, 2)) * 100
    gathered = gather(places, find_communities(springs))
    middles = np.array([gathered[g * 5 : g * 5 + 5].mean(axis=0) for g in range(6)])
    within = np.linalg.norm(gathered - np.repeat(middles, 5, axis=0), axis=1)
    before = np.linalg.norm(
        places - np.repeat([places[g * 5 : g * 5 + 5].mean(axis=0) for g in range(6)], 5, axis=0), axis=1
    )
    assert (within < before).all()
    gaps = np.linalg.norm(middles[:, None] - middles[None], axis=2)[np.triu_indices(6, 1)]
    assert gaps.min() > within.mean()
