"""Records that were made elsewhere, held against the pack that is to read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from kg.errors import RecordError
from kg.model.extraction import Extraction
from kg.ontology.schema import Ontology
from kg.text.reading import Failure

T = TypeVar("T")


def known(items: Iterable[T], ontology: Ontology) -> Iterator[T | Failure]:
    """The items; a record that names a type or relation which the ontology does not have is a failure in its place."""
    for item in items:
        what = _unknown(item, ontology) if isinstance(item, Extraction) else None
        if what and isinstance(item, Extraction):
            remedy = "name the pack that the record was made with; `kg ontology show` lists types and relations"
            yield Failure(item.document.id, RecordError(what, place=item.document.id, remedy=remedy))
        else:
            yield item


def _unknown(record: Extraction, ontology: Ontology) -> str | None:
    """What is wrong with the first term that an ontology does not have."""
    for entity in record.entities:
        if entity.type not in ontology.types:
            return f"the record holds the type {entity.type!r}, which the pack does not define"
    for relation in record.relations:
        if relation.predicate not in ontology.relations:
            return f"the record holds the relation {relation.predicate!r}, which the pack does not define"
    return None
