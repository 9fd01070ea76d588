"""The picture of a whole graph: places of its entities as whole pixels, and its communities where it is large.

Composes layout, spacing, packing and communities, and decides which of them a graph of a size gets.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kg.export.html.communities import find_communities, gather
from kg.export.html.layout import Floats, Indices, Springs, lay_out
from kg.export.html.packing import pack
from kg.export.html.spacing import keep_apart, label_box, push_apart, rows_below

WHOLE = 800
"""Up to so many entities the page shows the whole graph in the network view."""
COLLAPSED = 5_000
"""Above so many entities it opens with communities."""

_NODE = 34.0
_BETWEEN_PARTS = 50.0
_AREA = 12_000.0
_WIDER = 1.6
"""How much wider than high a part of a picture comes out, where its links allow it."""
_STRETCH = 3.0
_DRAWN_IN = 1.5
_MAP_STEP = 36.0
_SCATTERED = 8
"""On a map, connected parts smaller than this stand in rows below."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Whole coordinates, in the order of the names, and each entity's community; no communities in a small graph."""

    x: tuple[int, ...]
    y: tuple[int, ...]
    communities: tuple[int, ...] = ()


def arrange(names: Sequence[str], pairs: Sequence[tuple[int, int]]) -> Arrangement:
    """Places for the named things, joined in pairs by their numbers. The same input gives the same places."""
    springs = Springs.of(len(names), np.array(pairs, dtype=np.int64).reshape(-1, 2))
    whole = len(names) <= WHOLE
    parts = connected_parts(springs)
    main = [part for part in parts if len(part) >= (2 if whole else _SCATTERED)]
    boxes = [_box(name) if whole else (_MAP_STEP, _MAP_STEP) for name in names]
    places = np.zeros((len(names), 2))
    communities: Indices = np.zeros(0, dtype=np.int64)
    if whole:
        _set_readable(places, springs, main, boxes)
    elif main:
        inside = np.concatenate(main)
        communities = _set_overview(places, springs, inside, collapsed=len(names) > COLLAPSED)
    _set_below(places, springs, parts[: len(main)], parts[len(main) :], boxes)
    x, y = np.rint(places).astype(int).T.tolist() if names else ([], [])
    return Arrangement(tuple(x), tuple(y), tuple(communities.tolist()))


def connected_parts(springs: Springs) -> list[Indices]:
    """The connected parts of a graph, the largest first, each with its nodes in order."""
    import networkx as nx  # noqa: PLC0415 - slow to import

    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(springs.count))
    graph.add_edges_from(zip(springs.sources.tolist(), springs.targets.tolist(), strict=True))
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    return [np.array(part, dtype=np.int64) for part in parts]


def _only(springs: Springs, kept: Indices) -> Springs:
    """The graph of the kept nodes, numbered anew, with the edges between them."""
    numbers = np.full(springs.count, -1)
    numbers[kept] = np.arange(len(kept))
    inside = (numbers[springs.sources] >= 0) & (numbers[springs.targets] >= 0)
    ends = (numbers[springs.sources[inside]], numbers[springs.targets[inside]])
    return Springs(len(kept), *ends, springs.weights[inside])


def _set_readable(places: Floats, springs: Springs, parts: list[Indices], boxes: Sequence[tuple[float, float]]) -> None:
    """Places at which every name can be read: each connected part on its own, the parts packed side by side."""
    laid = [_part(_only(springs, part), [boxes[each] for each in part.tolist()]) for part in parts]
    middles = pack([tuple(high - low) for low, high in map(_bounds, laid)], _BETWEEN_PARTS)
    for part, inner, middle in zip(parts, laid, middles, strict=True):
        low, high = _bounds(inner)
        places[part] = inner[:, :2] + middle - (low + high) / 2


def _part(springs: Springs, boxes: Sequence[tuple[float, float]]) -> Floats:
    """A connected part: places scaled to pixels, wider than high, names apart; beside each place its box."""
    sides = np.array(boxes)
    return np.hstack((push_apart(_filling(lay_out(springs), springs.count * _AREA), sides), sides))


def _filling(laid: Floats, area: float) -> Floats:
    """The places stretched over an area wider than high; what lies far out is drawn in: it would shrink the rest."""
    reach = np.percentile(np.abs(laid), 90, axis=0)
    across, down = np.maximum(reach, np.maximum(reach.max() / _STRETCH, 1e-9))
    height = np.sqrt(area / (4 * _WIDER))
    drawn_in = np.arcsinh(laid / (across, down) * _DRAWN_IN) / np.arcsinh(_DRAWN_IN)
    return np.asarray(drawn_in * (height * _WIDER, height))


def _bounds(part: Floats) -> tuple[Floats, Floats]:
    return (part[:, :2] - part[:, 2:] / 2).min(axis=0), (part[:, :2] + part[:, 2:] / 2).max(axis=0)


def _set_overview(places: Floats, springs: Springs, inside: Indices, *, collapsed: bool) -> Indices:
    """Places for a map; gives the communities of a graph that opens with them, -1 for who belongs to none."""
    main = _only(springs, inside)
    laid = lay_out(main, 160 if collapsed else 300)
    communities: Indices = np.full(springs.count if collapsed else 0, -1)
    if collapsed:
        communities[inside] = find_communities(main)
        laid = gather(laid, communities[inside])
    spread = max(float(np.percentile(np.linalg.norm(laid, axis=1), 90)), 1e-9)
    scaled = laid * (_MAP_STEP * np.sqrt(len(inside)) / spread) * (1.2, 0.85)
    places[inside] = keep_apart(scaled, _MAP_STEP * 0.7)
    return communities


def _box(name: str) -> tuple[float, float]:
    width, height = label_box(name)
    return max(width, _NODE), height + _NODE


def _set_below(
    places: Floats, springs: Springs, above: list[Indices], rest: list[Indices], boxes: Sequence[tuple[float, float]]
) -> None:
    """Put small parts and things that nothing joins in rows below the others, like words on a page."""
    if not rest:
        return
    degrees = springs.degrees
    inner = [_ring(degrees[part], [boxes[each] for each in part.tolist()]) for part in rest]
    sizes = [tuple(high - low) for low, high in map(_bounds, inner)]
    others = places[np.concatenate(above)] if above else np.zeros((1, 2))
    width = max(float(np.ptp(others[:, 0])), 1.6 * np.sqrt(sum(wide * high for wide, high in sizes)), 400.0)
    rows = rows_below(float(others[:, 1].max()) + 2 * _NODE + _BETWEEN_PARTS, width, sizes)
    rows[:, 0] += float(others[:, 0].max() + others[:, 0].min()) / 2
    for part, laid, middle in zip(rest, inner, rows, strict=True):
        places[part] = laid[:, :2] + middle


def _ring(degrees: Indices, boxes: Sequence[tuple[float, float]]) -> Floats:
    """A small part as a wheel, its best joined node in the middle; beside each place its box."""
    laid = np.zeros((len(degrees), 2))
    hub = int(np.argmax(degrees))
    around = [index for index in range(len(degrees)) if index != hub]
    angles = np.arange(len(around)) * 2 * np.pi / max(len(around), 1)
    laid[around] = np.column_stack((np.cos(angles), np.sin(angles))) * _MAP_STEP * 1.5
    return np.hstack((laid, np.array(boxes)))
