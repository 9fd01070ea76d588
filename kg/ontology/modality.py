"""Words that say that something is planned, possible, or not so: `modality.yaml` of a language."""

from __future__ import annotations

import pydantic

from kg.ontology.source import Options


class ModalCue(Options):
    """Words of one modality.

    `unless_behind` gives, for a cue, words somewhere behind it in its clause that make it something else,
    `unless_before` such words before it (落实监管要求). `carried` cues hold for the clauses that follow, until one has
    a subject of its own. `near` is how many signs may stand between a cue and what it holds for; None for the whole
    clause. Of `nouns`, the ones that end a clause are nouns there (由于经营需要，…). One of `over` right behind a cue
    begins a phrase that it reaches over (没有与乙合作).
    """

    words: tuple[str, ...]
    unless_behind: dict[str, tuple[str, ...]] = pydantic.Field(default={})
    unless_before: dict[str, tuple[str, ...]] = pydantic.Field(default={})
    carried: bool = False
    near: int | None = None
    over: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


class ModalWords(Options):
    """Cues by modality; `masks` are longer words that hold a cue's signs and say nothing of that kind (不断, 需求)."""

    planned: ModalCue
    possible: ModalCue
    negated: ModalCue
    masks: tuple[str, ...] = ()
