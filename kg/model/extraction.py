"""The Extraction: everything one document says, with evidence. The waist between reading and the graph."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.document import Document
from kg.model.fact import ObservationMention, RelationMention
from kg.model.mention import NamedEntity


@dataclass(frozen=True, slots=True)
class Extraction:
    """A pure function of one document and one domain pack; `kg.model.record` gives its JSON form."""

    document: Document
    entities: tuple[NamedEntity, ...] = ()
    relations: tuple[RelationMention, ...] = ()
    observations: tuple[ObservationMention, ...] = ()
