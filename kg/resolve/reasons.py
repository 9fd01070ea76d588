"""Why two names are one thing."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class MergeRule(enum.StrEnum):
    """What brought a form to its entity."""

    LISTED = "listed"
    """The lexicon lists it, or a form built alike, under the canonical name."""
    BUILT = "built"
    """It is built alike: legal form, equal trade words, width and quotes aside it is the same."""
    PLACE = "place"
    """It is the same without the place before it, and no other is known by that."""
    DEFINED = "defined"
    """A document uses it as another form of the name, and none uses it for another thing."""
    CONTEXT = "context"
    """The same name stands beside the same organisation or office."""


@dataclass(frozen=True, slots=True)
class Because:
    """A rule, what it rests on (a canonical name, a key, another form), and the document that says so."""

    rule: MergeRule
    words: str
    document: str | None = None


@dataclass(frozen=True, slots=True)
class MergeReason:
    """Why a form of a name belongs to an entity, by its id."""

    entity: str
    form: str
    because: Because
