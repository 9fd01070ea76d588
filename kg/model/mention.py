"""Where a text names something, and the thing named, inside one document."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from kg.model.span import Span

RENAMED = "renamed"
"""Rule of a mention that its text calls an older or newer name of what it names right before."""


class Reference(enum.StrEnum):
    """How a mention refers."""

    # By a surface form of its own: 海尔消费金融, 新市民.
    NAMED = "named"
    # By a word that stands for another mention: 该公司, 其. Never a surface form in the record.
    ANAPHORIC = "anaphoric"
    # By its kind alone, the actor left unnamed: 有消费金融公司. Never merged into a firm.
    INDEFINITE = "indefinite"


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that refers to a thing of a type.

    `type` is the local name of a class of the pack. `name` is the canonical name that the lexicon gives, or None
    where the lexicon does not know the surface form. `rule` names what found it (`lexicon`, `suffix:bank` …).
    """

    span: Span
    type: str
    rule: str
    name: str | None = None
    confidence: float = 1.0
    reference: Reference = Reference.NAMED


@dataclass(frozen=True, slots=True)
class NamedEntity:
    """One thing that a document names, with all its mentions: a row of the record's `entities`.

    `id` is local to the record (`e1`, in order of first mention). `name` is the fullest surface form in the text;
    `canonical` the lexicon's name, None where it has none. `mentions` are in text order and include anaphoric
    ones, which the record leaves out.
    """

    id: str
    type: str
    name: str
    mentions: tuple[Mention, ...]
    canonical: str | None = None
