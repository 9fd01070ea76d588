"""The form of a line in a file of curation, one class of options for each action.

Reading and writing the file is the matter of `kg.ontology.curation`.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated, Literal, Self

import pydantic

from kg.model.curation import (
    Alias,
    Assert,
    Change,
    FigureWords,
    Merge,
    Note,
    Reject,
    RelationWords,
    Retype,
    Split,
)
from kg.model.fact import Modality
from kg.ontology.source import Options

Words = Annotated[str, pydantic.Field(min_length=1)]


class QuoteOptions(Options):
    """Words of a document."""

    document: Words
    text: Words


class LineOptions(Options):
    """What every line has."""

    author: Words
    date: datetime.date
    reason: Words
    evidence: QuoteOptions | None = None


class MergeOptions(LineOptions):
    """Two nodes are one thing."""

    action: Literal["merge"]
    keep: Words
    other: Words

    def change(self) -> Change:
        """What the line changes."""
        return Merge(self.keep, self.other)


class SplitOptions(LineOptions):
    """What some documents name is another thing."""

    action: Literal["split"]
    entity: Words
    documents: Annotated[tuple[Words, ...], pydantic.Field(min_length=1)]
    name: Words

    def change(self) -> Change:
        """What the line changes."""
        return Split(self.entity, tuple(sorted(set(self.documents))), self.name)


class AliasOptions(LineOptions):
    """A thing has one more name."""

    action: Literal["alias"]
    entity: Words
    name: Words

    def change(self) -> Change:
        """What the line changes."""
        return Alias(self.entity, self.name)


class RejectOptions(LineOptions):
    """A fact or an entity is wrong: `target`, or `subject`, `predicate` and `object`, or `subject` and `metric`."""

    action: Literal["reject"]
    target: Words | None = None
    subject: Words | None = None
    predicate: Words | None = None
    object: Words | None = None
    metric: Words | None = None
    value: Decimal | None = None

    @pydantic.model_validator(mode="after")
    def _one_target(self) -> Self:
        names = ("target", "subject", "predicate", "object", "metric")
        given = {name for name in names if getattr(self, name) is not None}
        if given not in ({"target"}, {"subject", "predicate", "object"}, {"subject", "metric"}):
            raise ValueError("give target, or subject, predicate and object, or subject and metric")
        if self.value is not None and self.metric is None:
            raise ValueError("a value goes with a metric only")
        return self

    def change(self) -> Change:
        """What the line changes."""
        if self.subject and self.predicate and self.object:
            return Reject(RelationWords(self.subject, self.predicate, self.object))
        if self.subject and self.metric:
            return Reject(FigureWords(self.subject, self.metric, self.value))
        return Reject(self.target or "")


class RetypeOptions(LineOptions):
    """A thing is of another type."""

    action: Literal["retype"]
    entity: Words
    type: Words

    def change(self) -> Change:
        """What the line changes."""
        return Retype(self.entity, self.type)


class AssertOptions(LineOptions):
    """A relation holds."""

    action: Literal["assert"]
    subject: Words
    predicate: Words
    object: Words
    modality: Modality = Modality.ASSERTED
    role: Words | None = None

    def change(self) -> Change:
        """What the line changes."""
        return Assert(self.subject, self.predicate, self.object, self.modality, self.role)


class NoteOptions(LineOptions):
    """Something to be remembered."""

    action: Literal["note"]
    entity: Words
    text: Words

    def change(self) -> Change:
        """What the line changes."""
        return Note(self.entity, self.text)


AnyLine = Annotated[
    MergeOptions | SplitOptions | AliasOptions | RejectOptions | RetypeOptions | AssertOptions | NoteOptions,
    pydantic.Field(discriminator="action"),
]


class CurationOptions(pydantic.RootModel[tuple[AnyLine, ...]]):
    """The whole file."""
