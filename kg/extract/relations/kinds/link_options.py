"""The options of the kind `link`."""

from __future__ import annotations

from typing import Literal

from kg.ontology.source import Options


class LinkOptions(Options):
    """Options of the kind `link`.

    `between` are words of which one stands between the two; `lead` words of which one marks the first; `tail` words of
    which one stands close behind the second. Brackets behind either are passed over. Empty ones ask nothing. `first`
    tells which end of the relation the first name is. `slack` is how many other signs may stand between the two. Names
    of `excepts` link to nothing; with `ends`, the second name ends with one of them. `free` asks that no preposition or
    verb marks the first, with `governed` that nothing marks it as one who gets something; `past` lets a modifier with a
    name in it stand between, `inside` the second stand in brackets behind the first (非现金支付（包括甲、乙）). With
    `unparted`, no word with an object of its own stands between (服务甲、助力乙), with `modifying`, a word of `between`
    ends a modifier (甲发行 + 的 + 乙). What is `given` holds whatever may be or is planned of the whole
    (可以申请甲的乙). With `like`, all that stands between matches that expression (甲三季度乙). With
    `described`, a verb behind the word ends a modifier (甲旗下专注某事的乙, not 甲旗下基金持有乙). Behind one of
    `along` a member of the second list is none where one of `together` follows (甲旗下乙与丙达成合作).
    """

    first: Literal["subject", "object"] = "subject"
    between: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()
    slack: int = 6
    excepts: tuple[str, ...] = ()
    free: bool = False
    governed: bool = False
    past: bool = False
    inside: bool = False
    unparted: bool = False
    modifying: bool = False
    described: bool = False
    along: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    given: bool = False
    like: str = ""
    ends: tuple[str, ...] = ()
    subjects: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    confidence: float = 0.85
