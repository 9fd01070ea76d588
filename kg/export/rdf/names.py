"""Which IRI stands for what: looked up in the pack's vocabulary, or made from content alone."""

from __future__ import annotations

from collections.abc import Mapping

from kg.errors import ExportError
from kg.export.rdf.terms import instance, iri, worded
from kg.graph.places import article_id, exact_id, report_id, selector_id, statement_id
from kg.model.entity import Source
from kg.ontology.vocabulary import Vocabulary


class Names:
    """The IRIs of one graph, as N-Triples writes them."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def entity_type(self, name: str) -> str:
        """The class of a type.

        Raises:
            ExportError: the pack has no such type.
        """
        return self._known(self._vocabulary.types, name, "type")

    def relation(self, name: str) -> str:
        """The property of a predicate.

        Raises:
            ExportError: the pack has no such relation.
        """
        return self._known(self._vocabulary.relations, name, "relation")

    def unit(self, notation: str) -> str:
        """A unit by its notation; one that the vocabulary does not list gets an IRI of its own."""
        listed = self._vocabulary.units.get(notation)
        return iri(listed) if listed else instance(exact_id("unit", notation))

    def metric(self, words: str) -> str:
        """What is counted, by its words."""
        return instance(exact_id("met", words))

    def article(self, document: str) -> str:
        """An article, by its document's id."""
        return instance(article_id(document))

    def publisher(self, name: str) -> str:
        """A publisher, by its name."""
        return instance(exact_id("pub", name))

    def statement(self, relation: str, source: Source) -> str:
        """One place that states a relation, by the relation's id."""
        return instance(statement_id(relation, source))

    def report(self, observation: str, source: Source) -> str:
        """One place that reports a figure, by the figure's id."""
        return instance(report_id(observation, source))

    def selector(self, source: Source) -> str:
        """A place of an article; all facts that are stated there share it."""
        return instance(selector_id(source))

    def words(self, text: str) -> str:
        """A text in the pack's language."""
        return worded(text, self._vocabulary.language)

    def _known(self, terms: Mapping[str, str], name: str, what: str) -> str:
        found = terms.get(name)
        if found is None:
            remedy = "build with the pack that the records were extracted with"
            raise ExportError(f"the graph holds the {what} {name!r}, which the pack does not define", remedy=remedy)
        return iri(found)
