"""Words that stand for what was named before: `reference.yaml` of a language."""

from __future__ import annotations

from typing import Literal

from kg.ontology.source import Options


class Anaphor(Options):
    """Words that stand for a thing named before.

    `endings` restrict what is meant to names that end so (该行 is a bank), `preferred` ones win where there are any
    (全市 is a city before it is another place), and `excepts` are names that it cannot mean, `unlike` their ends;
    `subject` asks that the word begins a clause; `group` that the word stands for the last two named together, or with
    `one_of` for the first or the second of them (前者, 后者). `not_before` and `not_after` are words beside it that
    make it part of another one (该行业, 日本公司). With `subject`, one of `governed` right before it will do, too; what
    leads its own clause is not meant then (持有公司75%的股权). Names right before one of `passed` are not meant where
    others lead their clauses (甲持股30%。公司…). A name that ends in one of `seldom` is not meant where another stands
    behind it (甲银行贷款给乙科技。公司创始人…) or led a clause before it. A `near` word means what its own
    paragraph names, if it names any. A `headed` word means the house that the headline names rather than its branch of
    an earlier paragraph. A `spoken` word stands, in quotation marks only, for the house of who speaks; a `voiced` one
    does so in marks where that is told (“公司已推出…”甲总经理表示). An `issued` word means the house whose announcement
    the text is, or that is said to be called so (甲有限公司（以下简称“公司”）).
    """

    words: tuple[str, ...]
    types: tuple[str, ...]
    endings: tuple[str, ...] = ()
    preferred: tuple[str, ...] = ()
    excepts: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()
    subject: bool = False
    spoken: bool = False
    voiced: bool = False
    group: bool = False
    one_of: Literal[1, 2] | None = None
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    governed: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    seldom: tuple[str, ...] = ()
    near: bool = False
    headed: bool = False
    issued: bool = False


class Definitions(Options):
    """Words that give a name another form.

    `short` stand before the shorter one (以下简称), `full` before the fuller one, `former` before an older or newer one
    (原名, 更名为), `once` before an older one in brackets: 甲有限公司（原乙有限公司）.
    """

    short: tuple[str, ...]
    full: tuple[str, ...]
    former: tuple[str, ...]
    once: tuple[str, ...] = ()


class Announcements(Options):
    """How an announcement is told: its headline begins with a house and one of `about`, and ends in one of `titles`."""

    about: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


class References(Options):
    """How a language refers again.

    The anaphors stand the most particular first; `openers` may stand before one that begins a clause; the last name of
    a clause that begins with one of `introducing` is spoken of (作为银行系代表的甲，…); `definitions` are words that
    define a name; `announcements` tell whose announcement a text is.
    """

    anaphors: tuple[Anaphor, ...]
    openers: tuple[str, ...] = ()
    introducing: tuple[str, ...] = ()
    definitions: Definitions
    announcements: Announcements = Announcements()
