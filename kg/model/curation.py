"""What a curator says about a graph, line by line, and what became of each line.

Things are named in words: by id, by one of their names (云杉消费金融), or by type and name (`Company:云杉消费金融`).
What the words mean in a graph is found out by `kg.resolve.curation`; how a file writes them is known to
`kg.ontology.curation`.
"""

from __future__ import annotations

import datetime
import enum
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal

from kg.model.fact import Modality
from kg.model.span import Span


class Action(enum.StrEnum):
    """What a line does."""

    MERGE = "merge"
    SPLIT = "split"
    ALIAS = "alias"
    REJECT = "reject"
    RETYPE = "retype"
    ASSERT = "assert"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document that a line rests on."""

    document: str
    text: str


@dataclass(frozen=True, slots=True)
class Merge:
    """Two nodes are one thing: `keep` keeps its id and gains names and facts of `other`."""

    keep: str
    other: str


@dataclass(frozen=True, slots=True)
class Split:
    """What some documents name is another thing, to be called `name`."""

    entity: str
    documents: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Alias:
    """A thing has one more name."""

    entity: str
    name: str


@dataclass(frozen=True, slots=True)
class RelationWords:
    """A relation, by the words for its ends and the name of its predicate, whatever its modality."""

    subject: str
    predicate: str
    object: str


@dataclass(frozen=True, slots=True)
class FigureWords:
    """The figures of a subject and metric; of one value only where it is given, in the plain unit (元, 人)."""

    subject: str
    metric: str
    value: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Reject:
    """A fact, or an entity with its facts, is wrong. A text names an entity, or a fact by its id."""

    target: str | RelationWords | FigureWords


@dataclass(frozen=True, slots=True)
class Retype:
    """A thing is of another type."""

    entity: str
    type: str


@dataclass(frozen=True, slots=True)
class Assert:
    """A relation holds, by the line's quote or by the curator's word."""

    subject: str
    predicate: str
    object: str
    modality: Modality = Modality.ASSERTED
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Something to be remembered of a thing."""

    entity: str
    text: str


Change = Merge | Split | Alias | Reject | Retype | Assert | Note

ACTIONS: Mapping[type[Change], Action] = {
    Merge: Action.MERGE,
    Split: Action.SPLIT,
    Alias: Action.ALIAS,
    Reject: Action.REJECT,
    Retype: Action.RETYPE,
    Assert: Action.ASSERT,
    Note: Action.NOTE,
}
"""The action of each kind of change."""


@dataclass(frozen=True, slots=True)
class CurationLine:
    """One line: what is to change, who says so, when and why.

    `evidence` is a place that has to be there for the line to hold. `line` is where the file has it, 0 where unknown;
    it makes no difference to what the line says.
    """

    change: Change
    author: str
    date: datetime.date
    reason: str
    evidence: Quote | None = None
    line: int = field(default=0, compare=False)

    @property
    def action(self) -> Action:
        """What the line does."""
        return ACTIONS[type(self.change)]

    @property
    def words(self) -> tuple[str, ...]:
        """Everything the line says but who says it, in words.

        >>> line = CurationLine(Merge("云杉银行", "云杉"), "林", datetime.date(2023, 9, 8), "same address")
        >>> line.words
        ('merge', '云杉银行', '云杉')
        """
        return (self.action.value, *_words(self.change), *(_words(self.evidence) if self.evidence else ()))


def _words(value: object) -> tuple[str, ...]:
    if isinstance(value, str | Decimal):
        return (str(value),)
    if isinstance(value, tuple):
        return tuple(str(each) for each in value)
    if value is None:
        return ()
    return tuple(word for each in fields(value) for word in _words(getattr(value, each.name)))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class AppliedLine:
    """A line that holds: the ids of what carries its mark, and of what went with it.

    `places` are where documents state what the line rejects.
    """

    line: CurationLine
    touched: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    places: tuple[tuple[str, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class LostLine:
    """A line, or a part of one, whose target or evidence is not there, and what is missing."""

    line: CurationLine
    why: str


@dataclass(frozen=True, slots=True)
class Curation:
    """What became of all lines, in their order; one of which a part only is lost is in both."""

    applied: tuple[AppliedLine, ...] = ()
    lost: tuple[LostLine, ...] = ()
    lines: tuple[CurationLine, ...] = ()
