"""Where a figure stands that is drafted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kg.extract.observations.cast import Cast
from kg.extract.observations.view import Clause
from kg.extract.observations.zones import Zone


class Spot(NamedTuple):
    """Where a figure stands: the clauses of its sentence up to its own, what that names, and the figure's zone."""

    text: str
    clauses: Sequence[Clause]
    clause: Clause
    cast: Cast
    zone: Zone
