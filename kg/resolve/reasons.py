"""Why two names are one thing."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.model.curation import Alias, Curation, Merge


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
    CURATED = "curated"
    """A curator says so."""


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


def with_curation(reasons: Iterable[MergeReason], curation: Curation) -> tuple[MergeReason, ...]:
    """The reasons after curation: those of a node that was merged are its heir's, and curators' are added."""
    heirs: dict[str, str] = {}
    added = []
    for each in curation.applied:
        change, line = each.line.change, each.line
        if isinstance(change, Merge | Alias) and each.touched:
            form = change.other if isinstance(change, Merge) else change.name
            heirs.update(dict.fromkeys(each.gone, each.touched[0]))
            because = Because(MergeRule.CURATED, f"{line.author}, {line.date}: {line.reason}")
            added.append(MergeReason(each.touched[0], form, because))
    moved = (replace(each, entity=heirs.get(each.entity, each.entity)) for each in reasons)
    return tuple(sorted((*moved, *added), key=lambda each: (each.entity, each.form, each.because.rule)))
