"""Where things stand on the page: a deterministic force layout over numbered nodes and edges.

Knows numbers only. ForceAtlas2's forces, started from a fixed spiral, with exact repulsion for small graphs and, above,
the repulsion of a grid by Fourier transforms, so that 50,000 nodes take seconds. Nothing is drawn by lot: the same
edges give the same places.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Indices = NDArray[np.int64]

_EXACT = 250
"""Up to so many nodes every pair repels; above, the grid does it."""
_SIDES = (96, 128, 160, 192, 256)
"""Cells a side of the grid: sizes that Fourier transforms are quick at."""
_GOLDEN = np.pi * (3.0 - np.sqrt(5.0))


@dataclass(frozen=True, slots=True)
class Springs:
    """A graph as numbers: each edge joins `sources[i]` and `targets[i]` and pulls by `weights[i]`."""

    count: int
    sources: Indices
    targets: Indices
    weights: Floats

    @classmethod
    def of(cls, count: int, pairs: Indices, weights: Floats | None = None) -> Springs:
        """The springs of pairs of nodes (an array of two columns); loops are dropped, parallels pull more.

        >>> Springs.of(3, np.array([[0, 1], [1, 0], [2, 2]])).weights.round(2).tolist()
        [1.17]
        """
        given = np.ones(len(pairs)) if weights is None else weights
        low, high = pairs.min(axis=1, initial=count), pairs.max(axis=1, initial=0)
        apart = low != high
        keys, inverse = np.unique(low[apart] * count + high[apart], return_inverse=True)
        together = np.bincount(inverse, given[apart], len(keys)).astype(np.float64)
        return cls(count, keys // max(count, 1), keys % max(count, 1), 1 + 0.25 * np.log(together))

    @property
    def degrees(self) -> Indices:
        """How many others each node is joined to."""
        ends = np.concatenate((self.sources, self.targets))
        return np.bincount(ends, minlength=self.count)

    def sums(self, along: Floats) -> Floats:
        """For each node the sum of what runs along its edges, from source to target."""
        given = np.bincount(self.sources, along, self.count)
        return np.asarray(given - np.bincount(self.targets, along, self.count))


def lay_out(springs: Springs, iterations: int = 300) -> Floats:
    """The places of all nodes, an array of two columns, centred, in units of a natural edge's length."""
    if springs.count < 2:
        return np.zeros((springs.count, 2))
    masses: Floats = springs.degrees + np.float64(1)
    repel = _ExactRepulsion(masses) if springs.count <= _EXACT else _GridRepulsion(masses)
    places = _Motion(springs, masses, repel).run(_start(springs), iterations)
    return _upright(places)


def _start(springs: Springs) -> Floats:
    """A spiral, smoothed along the edges so that neighbours begin near each other."""
    steps = np.arange(springs.count)
    radii, angles = np.sqrt(steps + 0.5), steps * _GOLDEN
    places = np.column_stack((radii * np.cos(angles), radii * np.sin(angles)))
    degrees = np.maximum(springs.degrees, 1)[:, None]
    for _ in range(30):
        gaps = places[springs.targets] - places[springs.sources]
        means = np.column_stack([springs.sums(gaps[:, axis]) for axis in (0, 1)]) / degrees
        places = places + 0.4 * means
        places = (places - places.mean(axis=0)) / np.maximum(places.std(axis=0), 1e-9)
    return np.asarray(places * np.sqrt(springs.count) * 2.0)


class _ExactRepulsion:
    """Every pair of nodes repels by the product of masses over distance."""

    def __init__(self, masses: Floats) -> None:
        self._masses = masses

    def __call__(self, places: Floats) -> Floats:
        across, down = (np.subtract.outer(axis, axis) for axis in places.T)
        pull = self._masses[:, None] * self._masses[None, :] / (across**2 + down**2 + 0.01)
        return np.column_stack(((across * pull).sum(axis=1), (down * pull).sum(axis=1)))


class _GridRepulsion:
    """The same law with masses spread over a grid, convolved with the law by Fourier transforms."""

    def __init__(self, masses: Floats) -> None:
        self._masses = masses
        self.side = next((each for each in _SIDES if each >= 2 * np.sqrt(len(masses))), _SIDES[-1])
        steps = np.fft.fftfreq(2 * self.side, 1 / (2 * self.side))
        rows, columns = np.meshgrid(steps, steps, indexing="ij")
        squares = rows**2 + columns**2
        squares[0, 0] = 1.0
        self._laws = (np.fft.rfft2(rows / squares), np.fft.rfft2(columns / squares))

    def __call__(self, places: Floats) -> Floats:
        low = places.min(axis=0)
        cell = max(float((places.max(axis=0) - low).max()), 1e-9) / (self.side - 2)
        scaled = (places - low) / cell + 0.5
        corner = np.minimum(scaled.astype(np.int64), self.side - 2)
        corners, shares = self._corners(corner, scaled - corner)
        cells = np.bincount(corners.ravel(), (shares * self._masses).ravel(), self.side**2)
        spectrum = np.fft.rfft2(cells.reshape(self.side, self.side), s=(2 * self.side, 2 * self.side))
        forces = []
        for law in self._laws:
            field = np.fft.irfft2(spectrum * law, s=(2 * self.side, 2 * self.side))[: self.side, : self.side].ravel()
            forces.append((field[corners] * shares).sum(axis=0))
        return np.asarray(np.column_stack(forces) * self._masses[:, None] / cell)

    def _corners(self, corner: Indices, within: Floats) -> tuple[Indices, Floats]:
        """For each node the four cells around it, and the share of its mass that each takes."""
        row, column = corner[:, 0] * self.side, corner[:, 1]
        cells = np.stack((row + column, row + column + 1, row + self.side + column, row + self.side + column + 1))
        down, right = within[:, 0], within[:, 1]
        shares = np.stack(((1 - down) * (1 - right), (1 - down) * right, down * (1 - right), down * right))
        return cells, shares


class _Motion:
    """Moves nodes by repulsion, springs and a weak pull to the middle, at a speed that follows their unrest."""

    def __init__(self, springs: Springs, masses: Floats, repel: _ExactRepulsion | _GridRepulsion) -> None:
        self._springs = springs
        self._masses = masses
        self._repel = repel

    def run(self, places: Floats, iterations: int) -> Floats:
        speed, before = 1.0, np.zeros_like(places)
        for _ in range(iterations):
            forces = self._forces(places)
            swing = np.linalg.norm(forces - before, axis=1)
            swinging = float((self._masses * swing).sum())
            pulling = 0.5 * float((self._masses * np.linalg.norm(forces + before, axis=1)).sum())
            speed = min(pulling / max(swinging, 1e-9), 1.5 * speed)
            places = places + forces * (speed / (1 + speed * np.sqrt(swing)))[:, None] * 0.1
            before = forces
        return places

    def _forces(self, places: Floats) -> Floats:
        springs = self._springs
        gaps = places[springs.targets] - places[springs.sources]
        pulls = np.column_stack([springs.sums(gaps[:, axis] * springs.weights) for axis in (0, 1)])
        distances = np.maximum(np.linalg.norm(places, axis=1), 1e-9)
        gravity = places * (0.3 * self._masses * np.minimum(1.0, distances) / distances)[:, None]
        return np.asarray(2.0 * self._repel(places) + pulls - gravity)


def _upright(places: Floats) -> Floats:
    """The picture turned so that its long side lies across, without a mirror image by chance of the sign."""
    centred = places - places.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    turned = centred @ axes[:, ::-1]
    for axis in (0, 1):
        if (turned[:, axis] ** 3).sum() < 0:
            turned[:, axis] = -turned[:, axis]
    return np.asarray(turned)
