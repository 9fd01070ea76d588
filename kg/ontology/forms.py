"""In which forms one name of a type may stand: `forms.yaml` of a pack.

甲消费金融有限公司, 甲消费金融 and 甲消金 are one company, 甲消费金融 and 甲集团 are not: what may be left off and
which words say the same is told here by type; comparing names is for the floors above.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.ontology.problem import Problem
from kg.ontology.source import Options, read_options


class NameForms(Options):
    """The forms of names of one type.

    `tails` may be left off the end (legal forms, 群体), one after the other; `leads` off the front. `families` are last
    words that say the same, the fullest first. `places` are the types of listed names that may be left off the front
    (成都某某集团). `core` says whether the name may stand without its family word, too, once it was named in full;
    `nested`, whether the name without its tail is a form of it right there (新市民 in 新市民群体). Short forms of
    `chained` types count right behind a name of the type (吉林 + 松原), of others right before one of `titles` (招联 +
    首席研究员); of both and of `listed` types also in a list beside a name of the type, or three in a row. `unnamed`
    types are kinds of actors, which a word like 有 or 某 before them leaves unnamed. A name of at least `endings` signs
    that ends exactly one other name of the document is a shorter form of it (外滩大会); 0 never joins names so. A name
    that begins exactly one other that ends in one of `full` is a form of it (某某生物, 某某生物技术股份有限公司), a
    listed one where that is the first of them, but for one that first stands behind one of `apart` when the other was
    named, beside the other with one of `links` between, or ends in one of `groups`, which the other has not (云桥集团,
    云桥酒业股份有限公司); `share` ends short names of shares. Where `abbreviated` holds the signs that close a place's
    name (省市区县),
    a name that leaves out signs of one other of its place is a form of it (某区金融局, 某区地方金融监督管理局). What
    `editions`, a regular expression, takes off the front of a name leaves the name of what is held again and again
    (第七届某某博览会). Where `parted` holds the signs between the parts of a name, its last part is a form of it (罗西
    of 塞尔吉奥·罗西). Behind one of `houses` and one of `links` inside what looks like one name, another begins (甲科技
    + 系 + 乙集团), but for `trades` alone (甲地产 + 投资 + 咨询有限公司). `led` are words that only lead to names of
    the type (升级 + 云桥贷), besides those of the language: those that lead to brands where `core` or `branded` is set,
    those that govern concepts where `governed` is.
    """

    type: str
    tails: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    families: tuple[tuple[str, ...], ...] = ()
    places: tuple[str, ...] = ()
    core: bool = False
    nested: bool = False
    chained: bool = False
    listed: bool = False
    titles: tuple[str, ...] = ()
    unnamed: bool = False
    endings: int = 0
    full: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    share: str = ""
    abbreviated: str = ""
    editions: str = ""
    parted: str = ""
    houses: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    trades: tuple[str, ...] = ()
    led: tuple[str, ...] = ()
    branded: bool = False
    governed: bool = False


class FormsOptions(Options):
    """The file: forms by type."""

    forms: tuple[NameForms, ...]


def read_forms(paths: Iterable[Path], problems: list[Problem]) -> tuple[NameForms, ...]:
    """The forms of a pack's files; faults are appended to `problems`."""
    forms: dict[str, NameForms] = {}
    for path in paths:
        options = read_options(FormsOptions, path, problems)
        if options is not None:
            forms.update((each.type, each) for each in options.forms)
    return tuple(forms.values())
