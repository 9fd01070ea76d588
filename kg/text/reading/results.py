"""What reading gives: what was found and where, or why not."""

from __future__ import annotations

from dataclasses import dataclass

from kg.errors import KgError
from kg.model.document import Document
from kg.model.extraction import Extraction


@dataclass(frozen=True, slots=True)
class Found:
    """A document, or the record of one, with the place it was read at (`news.jsonl:3`)."""

    place: str
    content: Document | Extraction

    @property
    def document(self) -> Document:
        """The document itself, of a record too."""
        return self.content.document if isinstance(self.content, Extraction) else self.content


@dataclass(frozen=True, slots=True)
class Failure:
    """An input, or a part of one, that could not be read: the place and the sentence to tell."""

    place: str
    error: KgError
