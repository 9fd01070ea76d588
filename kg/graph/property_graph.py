"""The graph as flat nodes and edges with plain attributes: what every import format can hold.

Entities are nodes and relations edges. A figure is a node of its own, joined to its subject and its dimensions, so
that no number is lost on import. Articles are no nodes: each fact carries its evidence. One schema of attributes
(`NODE_ATTRIBUTES`, `EDGE_ATTRIBUTES`) holds for all formats; how a value is written is theirs. `kg.graph.flatten`
fills it.
"""

from __future__ import annotations

import datetime
import enum
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

Value = str | int | float | bool | Decimal | datetime.date | tuple[str, ...]
OBSERVED = "observed"
"""The edge from an entity to a figure reported of it."""
DIMENSION = "dimension"
"""The edge from a figure to an entity that it is about besides its subject."""
FIGURE = "Observation"
"""The type of a figure's node."""


class ValueKind(enum.StrEnum):
    """What the values of an attribute are."""

    TEXT = "text"
    TEXTS = "texts"
    INTEGER = "integer"
    RATIO = "ratio"
    DECIMAL = "decimal"
    FLAG = "flag"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Attribute:
    """A column: its name and what its values are."""

    name: str
    kind: ValueKind = ValueKind.TEXT


_EVIDENCE = (
    Attribute("modality"),
    Attribute("confidence", ValueKind.RATIO),
    Attribute("sources", ValueKind.INTEGER),
    Attribute("origins", ValueKind.INTEGER),
    Attribute("document"),
    Attribute("start", ValueKind.INTEGER),
    Attribute("end", ValueKind.INTEGER),
    Attribute("quote"),
    Attribute("evidence"),
)
"""Of a fact: how many places state it, how many of these are no reprints, the first place, and all of them as a JSON
list in `evidence`, where a reprint names its origin."""

NODE_ATTRIBUTES = (
    Attribute("kind"),
    Attribute("type"),
    Attribute("type_label"),
    Attribute("aliases", ValueKind.TEXTS),
    Attribute("identifiers", ValueKind.TEXTS),
    Attribute("unnamed", ValueKind.FLAG),
    Attribute("mentions", ValueKind.INTEGER),
    Attribute("documents", ValueKind.TEXTS),
    Attribute("metric"),
    Attribute("value", ValueKind.DECIMAL),
    Attribute("value_to", ValueKind.DECIMAL),
    Attribute("unit"),
    Attribute("bound"),
    Attribute("written"),
    Attribute("period_start", ValueKind.DATE),
    Attribute("period_end", ValueKind.DATE),
    Attribute("date_basis"),
    *_EVIDENCE,
)
EDGE_ATTRIBUTES = (Attribute("kind"), Attribute("type"), Attribute("role"), *_EVIDENCE)


class Kind(enum.StrEnum):
    """What a node or an edge stands for."""

    ENTITY = "entity"
    OBSERVATION = "observation"
    RELATION = "relation"
    LINK = "link"
    """Between a figure's node and an entity."""


@dataclass(frozen=True, slots=True)
class PropertyNode:
    """A node: `values` by the names of `NODE_ATTRIBUTES`; what is unknown is left out."""

    id: str
    label: str
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class PropertyEdge:
    """A directed edge; its id is unique in the graph. `values` by the names of `EDGE_ATTRIBUTES`."""

    id: str
    source: str
    target: str
    label: str
    values: Mapping[str, Value]

    @property
    def type(self) -> str:
        """The relation's name, or what joins a figure."""
        return str(self.values["type"])
