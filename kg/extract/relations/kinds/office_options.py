"""The options of the kind `office`."""

from __future__ import annotations

from pydantic import Field

from kg.ontology.source import Options


class OfficeOptions(Options):
    """Options of the kind `office`.

    `offices` are words for offices beside those of the pack. `words` stand between a person and the office (任, 担任);
    those of `direct` right behind the person only (为). `skips` may stand before an office and are no part of it (原).
    No office holds one of `refuses`; those of `ties` may stand between an office and the person behind it (为). Behind
    someone and one of `passes` stands who has that office next (法定代表人由张三变更为李四). `carried` is what is left
    of the confidence where the organisation is carried from before. That is of the types `named` only, and holds no
    office that ends with one of `unfit` for its type; before the office stands nothing then but words of `own` (公司),
    or a department that ends with one of `units` and no sign of `foreign` (某局办公室). Behind a name, maybe one of
    `address`, and a mark, one of `lives` opens a life (张三先生，男): its offices need no person, nor a verb where they
    stand alone behind signs of `dated` (2013年至2019年，某局局长). Names of the types `inner` may stand in an office
    (数据分析师). Behind a person and an office, one of `vested` says whose it is (核准张三行长任职资格). One of
    `succeeds` says that who stands right before it, or in its clause behind it, has the office told last (由张三接任,
    接任者为张三). One of `fills` behind someone of another house says that he has the office named before him
    (甲行长由乙总经理张三担任). An office behind one of `its` (其) is held in what the sentence is about; one without
    its house is not held in what has one of `once` behind it (原), nor in one that only has shares by one of `holds`
    there (持股), nor in one of `tellers`, which only tell of others (a register of firms). Behind a house, one of
    `shared` may be the rest of an office that begins with its last sign (商务部长). Behind one of `ours` in its
    sentence, an office whose house no sentence near names is held in what the text names first (公司董事会秘书张三).
    Behind one of `worked` stands where somebody was before, which is no house of others (曾任职于甲).
    """

    offices: tuple[str, ...] = ()
    words: tuple[str, ...]
    direct: tuple[str, ...] = ()
    skips: tuple[str, ...] = ()
    refuses: tuple[str, ...] = ()
    ties: tuple[str, ...] = ()
    passes: tuple[str, ...] = ()
    confidence: float = 0.9
    carried: float = 0.8
    named: frozenset[str] = frozenset()
    own: tuple[str, ...] = ()
    unfit: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    units: tuple[str, ...] = ()
    foreign: str = ""
    lives: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    dated: str = ""
    inner: frozenset[str] = frozenset()
    its: tuple[str, ...] = ()
    once: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    tellers: tuple[str, ...] = ()
    fills: tuple[str, ...] = ()
    vested: tuple[str, ...] = ()
    succeeds: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    ours: tuple[str, ...] = ()
    worked: tuple[str, ...] = ()
