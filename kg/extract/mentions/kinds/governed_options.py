"""The options of the kind `governed`."""

from __future__ import annotations

from kg.ontology.source import Options


class GovernedOptions(Options):
    """Options of a rule of governed objects.

    An object stands right behind one of `cues`, or behind words of `skips` there. Each member of it is a name that ends
    in one of `heads`; any member is one where one of `fields` follows (领域, 需求), or one of those or of `classes` at
    most `gap` signs behind what closes a list (等14个产业, 三大产业), none of `gap_never` among them. A row of at least
    `rows` members, of which `known` end in a found name of the type, needs none of these where its clause or its list
    ends with it, or one of `closes` follows; where there are `row_heads`, its members end in those. A found name of one
    of the types `begins` may begin a longer member (预制菜企业), one of the types `over` be any part of it. Leading
    words of `strip`, the language's describers and found names of the types `cut_at` are left off; `verbs` may pass,
    `stops` may not, nor what `closes` behind one of `cuts`. Names in `reject`, or that end in one of `reject_endings`,
    are none. `shortest` to `longest` are the signs of a name.
    """

    cues: tuple[str, ...]
    heads: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    gap: int = 6
    gap_never: tuple[str, ...] = ()
    rows: int = 0
    known: int = 0
    row_heads: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()
    strip: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    stops: frozenset[str] = frozenset()
    cuts: tuple[str, ...] = ()
    cut_at: tuple[str, ...] = ()
    begins: frozenset[str] = frozenset()
    over: frozenset[str] = frozenset()
    skips: frozenset[str] = frozenset()
    reject: frozenset[str] = frozenset()
    reject_endings: tuple[str, ...] = ()
    shortest: int = 2
    longest: int = 10
    strength: int = 3
    confidence: float = 0.55
