"""One document becomes an Extraction: cut, find what is named, find what is said of it.

Composes the three finders and decides nothing about language. What a record leaves out (a kind of institution that
takes part in nothing) is decided here, because only here all facts are known.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from kg.extract.annotated import AnnotatedDocument
from kg.extract.mentions.finder import EntityFinder
from kg.extract.observations.finder import ObservationFinder
from kg.extract.relations.finder import RelationFinder
from kg.model.document import Document
from kg.model.extraction import Extraction
from kg.model.fact import ObservationMention, RelationMention
from kg.model.mention import NamedEntity, Reference
from kg.ontology.pack import Pack
from kg.text.marks import MarkReader
from kg.text.script import ScriptReader
from kg.text.sentences import SentenceSplitter


class Extractor:
    """Finds what documents say, by one pack. Holds compiled rules only, so one extractor serves any documents."""

    def __init__(self, pack: Pack) -> None:
        """Compile the pack's rules.

        Raises:
            OntologyError: a rule has faulty options.
        """
        self._script = ScriptReader(pack.language.script)
        self._marks = MarkReader(pack.language.punctuation.quotes)
        self._splitter = SentenceSplitter(pack.language.punctuation)
        self._entities = EntityFinder(pack)
        self._relations = RelationFinder(pack)
        self._observations = ObservationFinder(pack)
        self._only_in_facts = frozenset(pack.options.only_in_facts)

    def extract(self, document: Document) -> Extraction:
        """Everything the document says, each part with its place; empty where it names nothing.

        Of a text in the language's other script names, metrics and offices are told in the pack's own, so that they
        meet those of other articles; its places and quotes are untouched.
        """
        text = self._plain(document.text)
        if text == document.text:
            return self._extract(document)
        title = document.title and self._plain(document.title)
        found = self._extract(dataclasses.replace(document, text=text, title=title))
        return dataclasses.replace(found, document=document)

    def _plain(self, text: str) -> str:
        """The text in the signs that the rules know, sign for sign."""
        return self._marks.plain(self._script.plain(text))

    def _extract(self, document: Document) -> Extraction:
        sentences = self._splitter.split(document.text)
        annotated = AnnotatedDocument(document, sentences, self._entities.find(document, sentences))
        relations = self._relations.find(annotated)
        observations = self._observations.find(annotated)
        kept = _kept(annotated.entities, relations, observations, self._only_in_facts)
        found = Extraction(document, kept, relations, observations)
        return found if len(kept) == len(annotated.entities) else _renumbered(found)


def _kept(
    entities: Iterable[NamedEntity],
    relations: tuple[RelationMention, ...],
    observations: tuple[ObservationMention, ...],
    only_in_facts: frozenset[str],
) -> tuple[NamedEntity, ...]:
    """The entities that have a name in the text and, where their type asks for it, take part in a fact."""
    used = {end for each in relations for end in (each.subject, each.object)}
    used.update(end for each in observations for end in (each.subject, *each.dimensions))
    return tuple(
        entity
        for entity in entities
        if (entity.type not in only_in_facts or entity.id in used)
        and any(mention.reference is not Reference.ANAPHORIC for mention in entity.mentions)
    )


def _renumbered(extraction: Extraction) -> Extraction:
    """The same with entity ids counted anew (e1, e2 …) and without facts whose ends were left out."""
    ids = {entity.id: f"e{number}" for number, entity in enumerate(extraction.entities, 1)}
    entities = tuple(dataclasses.replace(entity, id=ids[entity.id]) for entity in extraction.entities)
    relations = tuple(
        dataclasses.replace(each, subject=ids[each.subject], object=ids[each.object])
        for each in extraction.relations
        if each.subject in ids and each.object in ids
    )
    observations = tuple(
        dataclasses.replace(
            each,
            subject=ids[each.subject],
            dimensions=tuple(ids[dimension] for dimension in each.dimensions if dimension in ids),
        )
        for each in extraction.observations
        if each.subject in ids
    )
    return Extraction(extraction.document, entities, relations, observations)
