"""What a curator says, applied to what the records say: line after line, each to what the lines before it left.

A pure function of the knowledge and the lines. A line whose target or evidence is not there changes nothing and is
told as lost. A corrected thing keeps its id, so that later lines and other graphs still find it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.errors import CurationError
from kg.model.curation import (
    Alias,
    AppliedLine,
    Assert,
    Change,
    Curation,
    CurationLine,
    LostLine,
    Merge,
    Note,
    Quote,
    Reject,
    Retype,
    Split,
)
from kg.model.entity import Entity, Knowledge, Occurrence, Relation, Source
from kg.model.fact import Evidence, Part
from kg.model.span import Span
from kg.resolve.identifiers import opaque_id
from kg.resolve.rejection import reject
from kg.resolve.workbench import Place, Workbench, World

EXTRACTOR = "curation"
"""Extractor named in the evidence of a fact that a curator found."""


@dataclass(frozen=True, slots=True)
class Curated:
    """The knowledge after curation, and what became of each line."""

    knowledge: Knowledge
    curation: Curation


def curate(knowledge: Knowledge, lines: Iterable[CurationLine], world: World | None = None) -> Curated:
    """Apply lines of curation in their order.

    Args:
        knowledge: what the records say.
        lines: what the curators say.
        world: the documents, for quotes and surface forms, and the rules of the domain.
    """
    given = tuple(lines)
    numbered = tuple(enumerate(given))
    if not numbered:
        return Curated(knowledge, Curation())
    bench = Workbench(knowledge, world or World())
    gone: dict[int, tuple[str, ...]] = {}
    lost: list[LostLine] = []
    for number, line in numbered:
        step = _Step(bench, number)
        try:
            place = step.place(line.evidence)
            gone[number] = tuple(sorted(step.apply(line.change, place)))
        except CurationError as error:
            lost.append(LostLine(line, error.reason))
        lost += (LostLine(line, why) for why in step.partly)
    marks = bench.marks()
    applied = [
        AppliedLine(line, marks.get(at, ()), gone[at], bench.stood(gone[at]) if isinstance(line.change, Reject) else ())
        for at, line in numbered
        if at in gone
    ]
    return Curated(bench.knowledge(), Curation(tuple(applied), tuple(lost), given))


class _Step:
    """One line at the workbench; `partly` tells what of it could not be done though the rest was."""

    def __init__(self, bench: Workbench, number: int) -> None:
        self._bench = bench
        self._number = number
        self.partly: list[str] = []

    def place(self, quote: Quote | None) -> Place | None:
        """Where a quote stands.

        Raises:
            CurationError: its document is not there, or says something else now.
        """
        if quote is None:
            return None
        document = self._bench.world.documents.get(quote.document)
        if document is None:
            raise CurationError(f"the document {quote.document!r} is not there")
        start = document.text.find(quote.text)
        if start < 0:
            raise CurationError(f"the document {quote.document!r} does not say {quote.text!r}")
        return document.id, Span(start, start + len(quote.text))

    def apply(self, change: Change, place: Place | None) -> list[str]:
        """Do what a line says.

        Returns:
            The ids of what went.

        Raises:
            CurationError: what it names is not there; nothing is changed.
        """
        match change:
            case Merge():
                return self._merge(self._bench.find(change.keep), self._bench.find(change.other))
            case Split():
                return self._split(change, self._bench.find(change.entity))
            case Alias():
                entity = self._bench.find(change.entity)
                self._put(replace(entity, aliases=_names({*entity.aliases, change.name}, entity.name)))
            case Retype():
                self._put(replace(self._bench.find(change.entity), type=change.type))
                entity = self._bench.find(change.entity)
                return self._bench.move(entity.id, entity.id)
            case Assert():
                self._assert(change, place)
            case Note():
                self._put(self._bench.find(change.entity))
            case Reject():
                return reject(self._bench, change.target)
        return []

    def _put(self, entity: Entity) -> None:
        self._bench.put(entity)
        self._bench.mark(entity.id, self._number)

    def _merge(self, kept: Entity, other: Entity) -> list[str]:
        if kept.id == other.id:
            raise CurationError(f"both names mean {kept.id}, one thing already")
        if kept.unnamed:
            raise CurationError(f"{kept.id} is left unnamed by its article, so that it can only be merged into another")
        # The words for an actor that an article leaves unnamed are no name of the one that it turns out to be.
        names = {*kept.aliases, *(() if other.unnamed else (other.name, *other.aliases))}
        merged = replace(
            kept,
            aliases=_names(names, kept.name),
            occurrences=tuple(sorted({*kept.occurrences, *other.occurrences})),
            identifiers=tuple(sorted({*kept.identifiers, *other.identifiers})),
        )
        gone = self._bench.move(other.id, kept.id)
        self._bench.hand_marks(other.id, kept.id)
        self._bench.drop(other.id)
        self._put(merged)
        return [other.id, *gone]

    def _split(self, change: Split, entity: Entity) -> list[str]:
        documents = set(change.documents)
        moving = tuple(each for each in entity.occurrences if each.document in documents)
        staying = tuple(each for each in entity.occurrences if each.document not in documents)
        if not moving:
            raise CurationError(f"none of the documents names {entity.name}")
        for missing in sorted(documents - {each.document for each in moving}):
            self.partly.append(f"the document {missing!r} does not name {entity.name}")
        prefix = entity.id.partition("_")[0]
        id_ = opaque_id(prefix, "split", entity.id, change.name, *change.documents)
        forms, others = self._forms(moving), self._forms(staying)
        own = Entity(id_, entity.type, change.name, _names(forms, change.name), moving, unnamed=entity.unnamed)
        self._put(own)
        self._put(replace(entity, aliases=_names({*entity.aliases} - (forms - others), ""), occurrences=staying))
        return self._bench.move(entity.id, id_, documents)

    def _forms(self, occurrences: tuple[Occurrence, ...]) -> set[str]:
        """The words at places of documents."""
        documents = self._bench.world.documents
        return {each.span.of(documents[each.document].text) for each in occurrences if each.document in documents}

    def _assert(self, change: Assert, place: Place | None) -> None:
        ends = self._bench.find(change.subject), self._bench.find(change.object)
        sources = (self._source(place, *ends),) if place else ()
        relation = Relation("", ends[0].id, change.predicate, ends[1].id, sources, change.modality, change.role)
        added = self._bench.add(relation)
        if added is None:
            types = f"{ends[0].type} and {ends[1].type}"
            raise CurationError(f"the ontology does not let {change.predicate!r} join these two ({types})")
        self._bench.mark(added, self._number)

    def _source(self, place: Place, subject: Entity, object_: Entity) -> Source:
        """A quote as evidence, with the places in it where the ends are named."""
        document, quote = place
        parts = [
            (part, each.span)
            for part, entity in ((Part.SUBJECT, subject), (Part.OBJECT, object_))
            for each in entity.occurrences
            if each.document == document and quote.contains(each.span)
        ]
        return Source(document, Evidence(quote, EXTRACTOR, f"{EXTRACTOR}/assert", parts=tuple(parts)))


def _names(names: set[str], own: str) -> tuple[str, ...]:
    return tuple(sorted(names - {own}))
