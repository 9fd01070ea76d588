"""Where words of a type name something and where they only help to name another thing: `contexts.yaml` of a pack.

消费 is a need in 满足消费需求 and none in 消费支出; 消费金融公司 is a kind of actor, but in 作为消费金融公司 it
says what a named one is.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.ontology.problem import Problem
from kg.ontology.source import Options, read_options


class TypeContext(Options):
    """What the surroundings of a common noun of a type must be.

    `alone`: no other noun may follow it directly but those of `heads`, and none may stand right before it but a name of
    one of the types `beside` or a word of `whose` (新市民就业, 企业复工); behind one of `after` it may help to name
    what is done for it (支持实体经济力度). `not_after` and `not_before` are words beside it that rule it out; one of
    `but_before` may follow all the same (银行业, but not 银行业务). `predicate`: it does not count behind one of these
    words in its clause (作为, 是), and `names` are the types of names that it must not stand right before
    (头部消费金融机构马上消费). Inside one of the expressions `within` it says nothing (健康 in 健康发展), nor behind
    one of `unless_before` in its clause (主营业务涵盖地产、旅游). Words of `weak` (all of the type where it is empty,
    none where it is left out) count only where one of `cues` stands before them in their clause, or one of `follow`
    right behind.
    """

    type: str
    alone: bool = False
    beside: tuple[str, ...] = ()
    whose: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    but_before: tuple[str, ...] = ()
    predicate: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    unless_before: tuple[str, ...] = ()
    weak: frozenset[str] | None = None
    cues: tuple[str, ...] = ()
    follow: tuple[str, ...] = ()


class ContextOptions(Options):
    """The file: contexts by type."""

    contexts: tuple[TypeContext, ...]


def read_contexts(paths: Iterable[Path], problems: list[Problem]) -> tuple[TypeContext, ...]:
    """The contexts of a pack's files, the last file's for each type; faults are appended to `problems`."""
    contexts: dict[str, TypeContext] = {}
    for path in paths:
        options = read_options(ContextOptions, path, problems)
        if options is not None:
            contexts.update((each.type, each) for each in options.contexts)
    return tuple(contexts.values())
