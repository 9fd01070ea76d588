"""The options of the kind `person`."""

from __future__ import annotations

from kg.ontology.source import Options


class PersonOptions(Options):
    """Options of a person rule.

    A name follows one of `before` or an office, over at most a few signs of `between`; names in a list follow each
    other, parted by `separators` or blanks; with `linked` one of those signs has to stand there. A name stands right
    before one of `after`, over at most one of `adverbs`; before one of `latin` it may be in Latin letters. `closed`
    words (先生) are part of the name. `offices` says whether the pack's offices count among `before`. A name ends where
    one of `behind` begins, even where the cut takes one sign more or less for it (张军 + 作的, 潘功胜 + 受国务院).
    Between a word before it and one of `closes`, a name may be any signs behind a family name that are no word
    (分析师严跃进表示); before one of `lightly` it may be a common word (总监余味只). Three signs right before one of
    `sure` are a name even where the cut took their first two for a word (王国丰表示). Before one of `fills` what stands
    alone behind a mark or one of `opened` is a name however it is cut (，陆景明生于). So many names in a `row`, parted
    by separators, need no other word (甲某、乙某、丙某); 0 takes none so. What ends in one of `reject_endings` is no
    person's name, nor is one in Latin letters in brackets with `bracketed`. With one of `dots` between its parts and
    its Latin letters in brackets behind it, a foreign name needs no other word (大卫·哈克（David Harker）).
    """

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    latin: frozenset[str] = frozenset()
    closed: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    sure: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()
    lightly: tuple[str, ...] = ()
    fills: frozenset[str] = frozenset()
    opened: tuple[str, ...] = ()
    offices: bool = False
    row: int = 0
    bracketed: bool = False
    dots: frozenset[str] = frozenset()
    between: str = ""
    linked: bool = False
    separators: str = ""
    reject: frozenset[str] = frozenset()
    reject_endings: tuple[str, ...] = ()
    strength: int = 7
    confidence: float = 0.85
