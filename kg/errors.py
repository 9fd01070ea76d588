"""Every way `kg` can refuse, each with its place and its remedy.

Other libraries' exceptions are translated where the library lives; nothing above the command line
catches broader than `KgError`.
"""

from __future__ import annotations


class KgError(Exception):
    """What a user can do something about: one sentence that names place and remedy.

    Args:
        reason: what is wrong, in one clause without a final stop.
        place: where: a file, with line or offset where known (`pack.yaml:12`).
        remedy: what to do about it, in one clause.
    """

    exit_code = 1

    def __init__(self, reason: str, *, place: str = "", remedy: str = "") -> None:
        self.reason = reason
        self.place = place
        self.remedy = remedy
        super().__init__(reason)  # place and remedy travel in the instance's dictionary, so that it pickles

    def __str__(self) -> str:
        sentence = f"{self.place}: {self.reason}" if self.place else self.reason
        return f"{sentence}; {self.remedy}." if self.remedy else f"{sentence}."


class DocumentError(KgError):
    """An input could not be read as a document."""


class RecordError(KgError):
    """An extraction record breaks the record's form or quotes what its text does not hold."""


class OntologyError(KgError):
    """A domain pack is missing or faulty."""


class QueryError(KgError):
    """A query is not SPARQL, asks for what is refused, or ran past its limit."""


class ExportError(KgError):
    """An output could not be written."""


class StoreError(KgError):
    """A store of records is missing, damaged, busy, or full."""


class CurationError(KgError):
    """A file of curation is faulty, or what one of its lines names is not there."""
