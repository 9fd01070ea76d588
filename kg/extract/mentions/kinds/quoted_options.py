"""The options of the kind `quoted`."""

from __future__ import annotations

from kg.ontology.source import Options


class QuotedOptions(Options):
    """Options of a quoted rule; one of the first three must speak for the name.

    `heads` end the words inside (“…计划”) or follow the closing mark, with at most `gap` signs between (“…”系列活动),
    none of them in `gap_never`; one of `tails` right behind it belongs to it (“…”志愿服务 + 活动); `cues` stand before
    the opening mark in its clause, at most `reach` signs away; `endings` end the words inside. `titles` looks in title
    marks instead. `outer` takes the marks with the head behind them for the fuller form of the name
    (“一司一县”结对帮扶行动), but where one of `outer_not_before` follows that (“安居”贷款市场). `never` are signs that
    no name holds, `reject_openings` begin what is said and no name (“没有裁员计划”); `reject` are words that are no
    name, and `reject_endings` end none; `not_after` are words right before the opening mark that rule a name out (以,
    为主题), `not_before` words right behind the closing one.
    """

    heads: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    gap: int = 6
    gap_never: str = ""
    reach: int = 10
    shortest: int = 2
    longest: int = 20
    never: str = ""
    reject: frozenset[str] = frozenset()
    reject_endings: tuple[str, ...] = ()
    reject_openings: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    outer_not_before: tuple[str, ...] = ()
    titles: bool = False
    outer: bool = False
    strength: int = 7
    confidence: float = 0.8
