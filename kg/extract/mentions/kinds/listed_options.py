"""The options of the kind `listed`."""

from __future__ import annotations

from kg.ontology.source import Options


class ListedOptions(Options):
    """Options of a list rule.

    Of a list, at least `known` members and at least `share` of all must be names of the rule's type. The others have
    `shortest` to `longest` signs and hold no stop word; words of `reject` are none. A list that ends in a word for its
    kind speaks for all its members: one of `classes` at most `gap` signs behind the language's words that close a list
    (甲、乙等13项服务), or at its clause's end behind a word for being (甲、乙是常见骗局), if at least `least` members
    are known; any of `behind_class` may follow it, none of `gap_never` stands before it. With `counted`, anything may
    follow where a number counts the members (甲、乙等20家金融机构建立合作). In such a list, names of the types `over`
    may be part of a member. With `widens`, a member that ends in a found name is the whole member where only nouns
    stand before the name (教育、退休养老). Names that end in one of `reject_endings` are none, nor, where there are
    `endings`, any others.
    """

    known: int = 2
    share: float = 0.5
    shortest: int = 2
    longest: int = 10
    reject: frozenset[str] = frozenset()
    reject_endings: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    behind_class: str = ""
    gap: int = 10
    gap_never: tuple[str, ...] = ()
    counted: bool = False
    least: int = 0
    widens: bool = False
    over: frozenset[str] = frozenset()
    strength: int = 3
    confidence: float = 0.6
