"""Communities of a large graph: who belongs together, and places that let the eye see it."""

from __future__ import annotations

import numpy as np

from kg.export.html.layout import Floats, Indices, Springs

_TOGETHER = 0.55
"""How much of its distance to the middle of its community a node keeps."""


def find_communities(springs: Springs) -> Indices:
    """The community of each node, numbered by falling size (Louvain); equal sizes by their first node."""
    from scipy import sparse  # noqa: PLC0415 - slow to import, and only large graphs need it
    from sknetwork.clustering import Louvain  # noqa: PLC0415

    ends = (springs.sources, springs.targets)
    matrix = sparse.csr_matrix((springs.weights, ends), shape=(springs.count, springs.count))
    labels = Louvain(shuffle_nodes=False).fit_predict(matrix + matrix.T).astype(np.int64)
    _, first, inverse, sizes = np.unique(labels, return_index=True, return_inverse=True, return_counts=True)
    ranks = np.empty(len(first), dtype=np.int64)
    ranks[np.lexsort((first, -sizes))] = np.arange(len(first))
    return np.asarray(ranks[inverse])


def gather(places: Floats, communities: Indices) -> Floats:
    """The places with every community drawn together, and communities pushed apart until their discs hardly touch."""
    sizes = np.bincount(communities)
    middles = np.column_stack([np.bincount(communities, places[:, axis]) / sizes for axis in (0, 1)])
    within = (places - middles[communities]) * _TOGETHER
    spreads = np.sqrt(np.bincount(communities, (within**2).sum(axis=1)) / sizes)
    return np.asarray(_apart(middles, 1.6 * spreads)[communities] + within)


def _apart(middles: Floats, radii: Floats) -> Floats:
    """The middles of discs moved until no two discs overlap, or for a hundred rounds."""
    moved = middles.copy()
    reach = radii[:, None] + radii[None, :]
    np.fill_diagonal(reach, 0.0)
    for _ in range(100):
        gaps = moved[:, None, :] - moved[None, :, :]
        distances = np.maximum(np.linalg.norm(gaps, axis=2), 1e-6)
        overlap = np.maximum(reach - distances, 0.0)
        if not overlap.any():
            break
        moved += (gaps / distances[:, :, None] * overlap[:, :, None]).sum(axis=1) * 0.3
    return moved
