"""The named things of one record as the resolver sees them: each with its key and those of its other forms."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.extraction import Extraction
from kg.model.mention import RENAMED, NamedEntity, Reference
from kg.model.span import Span
from kg.resolve.keys import Key, Keys
from kg.resolve.naming import near


@dataclass(frozen=True, slots=True)
class Row:
    """One entity of one record.

    `key` stands for its thing, `own` for its name alone; they differ where the lexicon knows the name, whose
    canonical form is then `canonical`. `aliases` are the keys of its other surface forms, generic ones and those
    bound to their document left out; `renamed` tells that the text calls one of them an older or newer name.
    `places` are where it is named, with the words that stand there.
    """

    document: str
    local: str
    type: str
    name: str
    key: Key
    own: Key
    canonical: str | None
    aliases: tuple[Key, ...]
    renamed: bool
    places: tuple[tuple[Span, str], ...]


def rows_of(extraction: Extraction, keys: Keys) -> list[Row]:
    """The rows of a record, in its order."""
    return [_row(entity, extraction, keys) for entity in extraction.entities]


def _row(entity: NamedEntity, extraction: Extraction, keys: Keys) -> Row:
    document = extraction.document
    named = [each for each in entity.mentions if each.reference is not Reference.ANAPHORIC]
    places = tuple(sorted({(each.span, each.span.of(document.text)) for each in named}))
    others = sorted({surface for _, surface in places} - {entity.name})
    canonical = entity.canonical or _listed(entity, others, keys, document.id)
    own = keys.built(entity.type, entity.name, document.id)
    key = own if canonical is None else keys.of_canonical(entity.type, canonical)
    found = {own, *(keys.built(entity.type, form, document.id) for form in others)} - {key}
    aliases = tuple(each for each in sorted(found) if not each.home and not keys.is_generic(each))
    renamed = any(each.rule == RENAMED for each in named)
    return Row(document.id, entity.id, entity.type, entity.name, key, own, canonical, aliases, renamed, places)


def _listed(entity: NamedEntity, others: list[str], keys: Keys, document: str) -> str | None:
    """The lexicon's name of an entity: by its own name, else by its other forms where they all mean one entry."""
    name = keys.known(entity.type, entity.name)
    if name is not None:
        return name.canonical
    if keys.is_branch(entity.type, entity.name):
        return None
    own = keys.parts(keys.built(entity.type, entity.name, document))
    entries = {entry.canonical: entry for form in others if (entry := keys.known(entity.type, form))}
    fitting = [entry for entry in entries.values() if not near(own, keys.parts(keys.canonical(entry)))]
    return fitting[0].canonical if len(entries) == len(fitting) == 1 else None
