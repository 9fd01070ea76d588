"""How the things of a domain look on the page, and what they are called there, as the pack gives it.

The page's code knows no type and no predicate by name: all it shows of them stands here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from kg.ontology.pack import Pack
from kg.ontology.vocabulary import load_vocabulary

SHAPES = ("dot", "square", "diamond", "triangle", "triangleDown", "star", "hexagon")
"""The shapes that the page can draw, in both of its views; another one is drawn as the first."""

_NOTHING: Mapping[str, str] = MappingProxyType({})
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_GREY = "#777777"


@dataclass(frozen=True, slots=True)
class TypeLook:
    """An entity type: labels by language (zh, en), a colour as `#rrggbb`, a shape of `SHAPES`, its IRI in Turtle."""

    labels: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    colour: str = _GREY
    shape: str = SHAPES[0]
    iri: str = ""

    def __post_init__(self) -> None:
        if not _COLOUR.fullmatch(self.colour):
            raise ValueError(f"a colour is written #rrggbb, not {self.colour!r}")


@dataclass(frozen=True, slots=True)
class PredicateLook:
    """A predicate: labels by language (zh, en), and its IRI in Turtle."""

    labels: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    iri: str = ""


@dataclass(frozen=True, slots=True)
class Appearance:
    """Types and predicates by local name, in the order of the legend; IRIs of units by their notation.

    What a graph holds beyond these is shown under its own name in grey, after the others.
    """

    types: Mapping[str, TypeLook] = field(default_factory=dict)
    predicates: Mapping[str, PredicateLook] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    language: str = "zh"


def appearance_of(pack: Pack) -> Appearance:
    """The looks and labels of a pack: types in the order of its `types:` block, predicates in that of its schema.

    Raises:
        OntologyError: a Turtle file of the pack cannot be read.
    """
    vocabulary = load_vocabulary(pack)
    known = pack.ontology.types
    types = {
        name: TypeLook(known[name].labels, look.colour, look.shape, known[name].iri)
        for name, look in pack.appearance.items()
        if name in known
    }
    predicates = {name: PredicateLook(each.labels, each.iri) for name, each in pack.ontology.relations.items()}
    return Appearance(types, predicates, vocabulary.units, vocabulary.language)
