"""The options of the kind `compound`."""

from __future__ import annotations

from kg.ontology.source import Options


class CompoundOptions(Options):
    """Options of a compound rule.

    A name is one of `heads` with the modifiers before it, `shortest` to `longest` signs of them; `bare` takes the head
    alone too. Where `modifiers` are given, only those count. Leading words of `strip`, and the language's describers
    but for those of `keep`, are left off; whole names in `reject` are none, nor are names of `weak` words and a head
    only. `verbs` may pass in a modifier, with `any_verb` all that are no stop words; `stops` may not; `joins` lets
    conjunctions pass. `after` are cues of which one must stand in the clause before the name; no name where one of
    `not_before` follows. Where the modifiers are a found name of one of the types `not_modified_by`, there is no
    compound; a found name of one of the types `cut_at` is left off the front. `dated` takes a year before the name into
    it. With `continues`, a found name of the rule's own type right before the head is all that the head is added to.
    With `whole`, what is counted (5场高层论坛) or the second half of a name (商务与 + 投资峰会) is none. `holds` are
    the types of names kept inside.
    """

    heads: tuple[str, ...]
    bare: bool = False
    modifiers: frozenset[str] = frozenset()
    strip: frozenset[str] = frozenset()
    keep: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    reject: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    stops: frozenset[str] = frozenset()
    after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_modified_by: tuple[str, ...] = ()
    cut_at: tuple[str, ...] = ()
    dated: bool = False
    continues: bool = False
    holds: frozenset[str] = frozenset()
    joins: bool = False
    whole: bool = False
    any_verb: bool = False
    shortest: int = 2
    longest: int = 12
    strength: int = 4
    confidence: float = 0.7
