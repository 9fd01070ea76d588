"""The options of the kind `companion`."""

from __future__ import annotations

from kg.ontology.source import Options


class CompanionOptions(Options):
    """Options of the kind `companion`.

    `strong` words mark a partner by themselves (携手); `weak` ones (与) only where one of `words` follows in the
    clause. One of `listing` at the start of the next clause tells who they are (与多家银行合作，包括乙、丙). `joint`
    words say it of all members of a list before them (甲、乙共同主办); what stands behind one of `makes` is no partner
    but what they make (甲与乙合资组建丙). Where one of `ended` follows in the clause, they are none any more. `masks`
    are longer words that hold one of the others and are none. `reach` is how many signs behind partners a word of
    `words` may end, `back` how many sentences before may give the one who acts.
    """

    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    joint: tuple[str, ...] = ()
    listing: frozenset[str] = frozenset()
    makes: frozenset[str] = frozenset()
    ended: tuple[str, ...] = ()
    masks: tuple[str, ...] = ()
    back: int = 1
    reach: int = 30
    confidence: float = 0.8
