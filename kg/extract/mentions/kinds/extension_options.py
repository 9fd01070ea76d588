"""The options of the kind `extension`."""

from __future__ import annotations

from kg.ontology.source import Options


class ExtensionOptions(Options):
    """Options of an extension rule.

    A found name of one of the types `of`, then `least` to `inner` signs that are no stop words and none of `stops`,
    then one of `tails`, is one longer name; with `apart`, what follows the found name is a name of its own (某县 +
    某某镇). `holds` are the types kept inside it. No name where one of `not_before` follows. A found name that ends in
    one of `closed` is whole, as is one right behind one of `not_after`. With `same`, both are forms of one name (信用卡
    + 业务). Where there are words of `never`, only these may not stand between name and tail, whatever the cut
    makes of it (北京 + 光年之外科技 + 有限公司).
    """

    of: tuple[str, ...]
    tails: tuple[str, ...]
    inner: int = 12
    least: int = 0
    apart: bool = False
    holds: frozenset[str] = frozenset()
    not_before: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    stops: frozenset[str] = frozenset()
    not_after: tuple[str, ...] = ()
    same: bool = False
    never: tuple[str, ...] = ()
    strength: int = 8
    confidence: float = 0.9
