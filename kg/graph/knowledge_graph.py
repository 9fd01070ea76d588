"""The knowledge graph: resolved knowledge and its documents, with a networkx graph inside.

The one place that knows how the graph is laid out in networkx. Everybody above reads typed objects from here, or
asks `to_networkx` for a plain attributed copy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from kg.model.curation import Curation
from kg.model.document import Document
from kg.model.entity import Entity, Knowledge, Observation, Relation

if TYPE_CHECKING:
    import networkx as nx


class KnowledgeGraph:
    """Entities, relations, observations and documents, each by id, in the order of their ids.

    networkx holds entities as nodes and relations as keyed edges; a figure is held with its subject.
    """

    def __init__(self, knowledge: Knowledge, documents: Iterable[Document], curation: Curation | None = None) -> None:
        self._entities = {entity.id: entity for entity in knowledge.entities}
        self._relations = {relation.id: relation for relation in knowledge.relations}
        self._observations = {observation.id: observation for observation in knowledge.observations}
        self._documents = {document.id: document for document in sorted(documents, key=lambda each: each.id)}
        self._curation = curation or Curation()

    @property
    def entities(self) -> Mapping[str, Entity]:
        """Entity by id."""
        return MappingProxyType(self._entities)

    @property
    def relations(self) -> Mapping[str, Relation]:
        """Relation by id."""
        return MappingProxyType(self._relations)

    @property
    def observations(self) -> Mapping[str, Observation]:
        """Observation by id."""
        return MappingProxyType(self._observations)

    @property
    def documents(self) -> Mapping[str, Document]:
        """Document by id."""
        return MappingProxyType(self._documents)

    @property
    def curation(self) -> Curation:
        """What curators changed in it, and which of their lines are lost."""
        return self._curation

    @cached_property
    def topology(self) -> nx.MultiDiGraph[str]:
        """Entity ids joined by relations, each edge keyed by the relation's id. Not to be changed."""
        import networkx as nx  # noqa: PLC0415 - slow to import, and much is done without a graph

        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        graph.add_nodes_from(self._entities)
        for each in self._relations.values():
            graph.add_edge(each.subject, each.object, key=each.id)
        return graph

    @cached_property
    def _figures(self) -> Mapping[str, tuple[Observation, ...]]:
        figures: dict[str, list[Observation]] = {}
        for observation in self._observations.values():
            figures.setdefault(observation.subject, []).append(observation)
        return {subject: tuple(each) for subject, each in figures.items()}

    def observations_of(self, entity: str) -> tuple[Observation, ...]:
        """The figures reported of an entity, by its id; empty where none is."""
        return self._figures.get(entity, ())

    def relations_of(self, entity: str) -> Iterator[Relation]:
        """The relations in which an entity is subject or object, by its id; a loop is given once."""
        for _, _, key in self.topology.out_edges(entity, keys=True):
            yield self._relations[key]
        for subject, _, key in self.topology.in_edges(entity, keys=True):
            if subject != entity:
                yield self._relations[key]
