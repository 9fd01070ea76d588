"""The graph as columns of plain values, the way the page's script reads it.

Knows the model and the script's names of columns; the numbers are those of `kg.export.html.numbering`. Entities' places
and relations' ends are put into pyvis' network, whose columns the template adds. What stands inside an article is for
`kg.export.html.articles`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from kg.export.html.numbering import Numbering
from kg.export.html.pinyin import initials_of, letters_of
from kg.export.html.words import WordNumbers
from kg.graph.places import evidence_of, exact_id, statement_id
from kg.model.fact import Modality
from kg.model.quantity import Bound, DateBasis
from kg.ontology.namespaces import INSTANCES, PREFIXES
from kg.resolve.reprints import find_reprinted_sources

Json = dict[str, Any]

_MODALITIES = tuple(Modality)
_BOUNDS = tuple(Bound)
_PREFIXES = ("core", "id", "skos", "sosa", "xsd")
_BASES = (None, *DateBasis)


def graph_columns(numbering: Numbering, title: str) -> Json:
    """Everything that the page needs before an article is opened, but for entities' places and relations' ends."""
    return {
        "title": title,
        "types": [
            {"name": name, "labels": dict(look.labels), "colour": look.colour, "shape": look.shape, "iri": look.iri}
            for name, look in numbering.types.items()
        ],
        "predicates": [
            {"name": name, "labels": dict(look.labels), "iri": look.iri} for name, look in numbering.predicates.items()
        ],
        "modalities": [each.value for each in _MODALITIES],
        "entities": _entity_columns(numbering),
        "relations": _relation_columns(numbering),
        "figures": _figure_columns(numbering),
        "documents": _document_columns(numbering),
        "rdf": _rdf(numbering),
    }


def _entity_columns(numbering: Numbering) -> Json:
    types = {name: index for index, name in enumerate(numbering.types)}
    return {
        "id": [each.id for each in numbering.entities],
        "type": [types[each.type] for each in numbering.entities],
        **_initials(numbering),
        "aliases": {index: list(each.aliases) for index, each in enumerate(numbering.entities) if each.aliases},
        "identifiers": {
            index: [list(pair) for pair in each.identifiers]
            for index, each in enumerate(numbering.entities)
            if each.identifiers
        },
        "unnamed": [index for index, each in enumerate(numbering.entities) if each.unnamed],
        "documents": {index: each for index, each in enumerate(_documents_beyond_facts(numbering)) if each},
    }


def _initials(numbering: Numbering) -> Json:
    """The commonest initial of each character, and the initials of names that read otherwise in their phrases."""
    names = [each.name for each in numbering.entities]
    whole = initials_of(names)
    letters = letters_of([*names, *(alias for each in numbering.entities for alias in each.aliases)])
    by_letter = ["".join(letters.get(each, "") for each in name.lower()) for name in names]
    return {
        "letters": letters,
        "initials": {i: each for i, (each, plain) in enumerate(zip(whole, by_letter, strict=True)) if each != plain},
    }


def _documents_beyond_facts(numbering: Numbering) -> Iterator[list[int]]:
    """For each entity the documents that name it, but for those in which a fact of it stands."""
    numbers = {each.id: index for index, each in enumerate(numbering.documents)}
    known: dict[str, set[str]] = defaultdict(set)
    for relation in numbering.relations:
        places = {each.document for each in relation.sources}
        known[relation.subject] |= places
        known[relation.object] |= places
    for figure in numbering.figures:
        known[figure.subject] |= {each.document for each in figure.sources}
    for entity in numbering.entities:
        named = {place.document for place in entity.occurrences} - known[entity.id]
        yield sorted(numbers[each] for each in named if each in numbers)


def _relation_columns(numbering: Numbering) -> Json:
    predicates = {name: index for index, name in enumerate(numbering.predicates)}
    return {
        "predicate": [predicates[each.predicate] for each in numbering.relations],
        "modality": [_MODALITIES.index(each.modality) for each in numbering.relations],
        "role": {index: each.role for index, each in enumerate(numbering.relations) if each.role},
    }


def _figure_columns(numbering: Numbering) -> Json:
    metrics, units = WordNumbers(), WordNumbers()
    return {
        "id": [each.id for each in numbering.figures],
        "subject": [numbering.of_entity[each.subject] for each in numbering.figures],
        "metric": [metrics.number(each.metric) for each in numbering.figures],
        "value": [format(each.quantity.value, "f") for each in numbering.figures],
        "to": {
            index: format(each.quantity.value_to, "f")
            for index, each in enumerate(numbering.figures)
            if each.quantity.value_to is not None
        },
        "unit": [units.number(each.quantity.unit) for each in numbering.figures],
        "bound": [_BOUNDS.index(each.quantity.bound) for each in numbering.figures],
        "start": [each.period.start.isoformat() if each.period.start else None for each in numbering.figures],
        "end": [each.period.end.isoformat() if each.period.end else None for each in numbering.figures],
        "basis": [_BASES.index(each.period.basis) for each in numbering.figures],
        "dimensions": {
            index: [numbering.of_entity[entity] for entity in each.dimensions]
            for index, each in enumerate(numbering.figures)
            if each.dimensions
        },
        "modality": [_MODALITIES.index(each.modality) for each in numbering.figures],
        "metrics": metrics.words,
        "units": units.words,
        "bounds": [each.value for each in _BOUNDS],
        "bases": [each.value if each else None for each in _BASES],
    }


def _document_columns(numbering: Numbering) -> Json:
    sources = numbering.sources
    return {
        "id": [each.id for each in numbering.documents],
        "title": [each.title for each in numbering.documents],
        "date": [each.date.isoformat() if each.date else None for each in numbering.documents],
        "source": [each.source for each in numbering.documents],
        "facts": [placed.fact for each in numbering.documents for placed in sources.get(each.id, ())],
        "reprints": _reprints(numbering),
        "factCounts": [len(sources.get(each.id, ())) for each in numbering.documents],
    }


def _reprints(numbering: Numbering) -> dict[int, int]:
    """The sources whose passage is another article's, word for word or nearly: the number of that article."""
    documents = {each.id: each for each in numbering.documents}
    numbers = {each.id: number for number, each in enumerate(numbering.documents)}
    origins = {
        (fact, source): numbers[origin.document]
        for fact, each in enumerate(numbering.facts)
        for source, origin in find_reprinted_sources(each.sources, documents).items()
    }
    in_order = (placed for each in numbering.documents for placed in numbering.sources.get(each.id, ()))
    found = {number: origins.get((placed.fact, placed.source)) for number, placed in enumerate(in_order)}
    return {number: origin for number, origin in found.items() if origin is not None}


def _rdf(numbering: Numbering) -> Json:
    """What the script needs to write a selection as Turtle in the terms of the program's own Turtle."""
    metrics = {each.metric for each in numbering.figures}
    units = {each.quantity.unit for each in numbering.figures}
    statements = {
        index: [statement_id(each.id, source) for source in evidence_of(each)]
        for index, each in enumerate(numbering.relations)
        if each.modality is not Modality.ASSERTED
    }
    return {
        "prefixes": {each: PREFIXES[each] for each in _PREFIXES},
        "instances": INSTANCES,
        "language": numbering.appearance.language,
        "metrics": {each: exact_id("met", each) for each in sorted(metrics)},
        "units": {
            each: numbering.appearance.units.get(each) or INSTANCES + exact_id("unit", each) for each in sorted(units)
        },
        "statements": statements,
    }
