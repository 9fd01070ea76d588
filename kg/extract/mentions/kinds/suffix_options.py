"""The options of the kind `suffix`."""

from __future__ import annotations

import pydantic

from kg.ontology.source import Options


class SuffixOptions(Options):
    """Options of a suffix rule.

    The name is what stands before one of `suffixes` as far as it can be part of a name, and the suffix. `generic` are
    cores that make no name (商业+银行). The core has `shortest` to `longest` signs. `places` are the types of listed
    names that are places; a name starts at the first of the last run of places, and with `start_at_place` it must
    start at one, or at one of `local` words (市+财政局). `verbs` may pass in a core, `stops` may not; no name where
    one of `not_before` follows, but where that begins one of `but_before`. Behind one of `hidden`, which stands for a
    brand, a name starts at the place before it (某州 + 某 + 皮具有限公司). `joins` lets conjunctions pass, `any_verb`
    all verbs that are no stop words. `ordinary` lets a core of ordinary words alone pass (普及+支付); without it a
    core needs a word that the dictionary lacks or holds as a name, with `local_brands` as a place, too. Without
    `placed`, places alone are no core: the brand before them belongs to it (中储棉库尔勒). With `outside`, the suffix
    speaks for the name before it but is no part of it (某某官网). With `behind`, the name begins right behind a word
    that ends in one of these (新能源车企 + 某某汽车), with `follows` one of those stands behind it (某某数据 + 宣布).
    Words of `leading` begin a name whose core stands without them, too (中国 + 酒类流通 + 协会). No core ends in one
    of `reject_endings`. Behind a conjunction and a longer name that ends in one of `houses` begins another name
    (某某银行与 + 某某大学). With `over_listed` a name may end in a listed one that is one word (某市 +
    互联网金融协会). A core of `trades` alone takes in the brand before it and is no name without one (自如 +
    生活企业管理有限公司).
    """

    suffixes: tuple[str, ...]
    trades: tuple[str, ...] = ()
    generic: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    stops: frozenset[str] = frozenset()
    local: frozenset[str] = frozenset()
    places: tuple[str, ...] = ()
    leading: frozenset[str] = frozenset()
    reject_endings: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    but_before: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    start_at_place: bool = False
    joins: bool = False
    over_listed: bool = False
    any_verb: bool = False
    ordinary: bool = True
    local_brands: bool = False
    placed: bool = True
    outside: bool = False
    behind: tuple[str, ...] = ()
    houses: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    shortest: int = pydantic.Field(default=2, ge=1)
    longest: int = pydantic.Field(default=14, ge=1)
    strength: int = 6
    confidence: float = 0.85
