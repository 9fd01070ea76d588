"""Words that mark who does what to whom in a clause: `clauses.yaml` of a language."""

from __future__ import annotations

from kg.ontology.source import Options


class StatuteWords(Options):
    """How the article of a rule is numbered before what it says: 第 in `ordinal`, 条 in `units`, 规定 in `says`."""

    ordinal: str
    units: tuple[str, ...]
    says: tuple[str, ...]


class ClauseWords(Options):
    """Words by the part that they give to the noun phrase right behind them; see the comments of the file.

    `joins` stand between members of a list, `and_so_on` behind it, `possessive` between owner and owned. `bylines`
    stand behind who only reports (新华网北京7月1日讯), `reporters` before (记者张三); `registers` begin what a
    register of firms tells of others (企查查显示). `demands` are those of `pivot` by
    which somebody is asked to act (鼓励银行支持…). `announcing` stand before a colon that ends no clause, `statute`
    before a colon that what a rule says follows, `adverbs` before the verb of a clause without a subject.
    `suffered` are those of `agent`
    behind which stands who is no subject of the clauses behind (受到甲青睐，带动…), nor is who takes another's place
    behind one of `passing` (甲的股东由乙变更为丙，…). `headings`
    end a clause that only says what is spoken of (科技方面，). `each` stand before a verb that joins each subject with
    its own object (甲、乙分别推出丙、丁). `terms` stand before the office of a member of a list, where they are no
    verbs (甲公司及时任总裁乙). `trails` stand behind a member of a list, inside it (融资难、用工难). `spirits` stand
    behind what does nothing itself (贯彻中央经济工作会议 + 精神). `gathered` stand between places and what is there,
    which is marked as they are (在青岛、烟台等地 + 高校). One of `under` stands between a house and whoever is its own,
    who takes its part in the clause (收购甲 + 旗下 + 乙). Behind one of `origins` and a house stand those of
    `delegates`, whom it sends (来自甲银行的50名志愿者). `masks` are longer words that hold a sign of the others and
    mark nothing.
    """

    patient: tuple[str, ...]
    companion: tuple[str, ...]
    agent: tuple[str, ...]
    suffered: tuple[str, ...] = ()
    means: tuple[str, ...]
    place: tuple[str, ...]
    handled: tuple[str, ...]
    source: tuple[str, ...]
    pivot: tuple[str, ...]
    passing: tuple[str, ...] = ()
    copulas: tuple[str, ...] = ()
    demands: tuple[str, ...] = ()
    verbs: tuple[str, ...]
    joins: tuple[str, ...]
    and_so_on: tuple[str, ...]
    possessive: tuple[str, ...]
    bylines: tuple[str, ...] = ()
    reporters: tuple[str, ...] = ()
    registers: tuple[str, ...] = ()
    experts: tuple[str, ...] = ()
    announcing: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    statute: StatuteWords | None = None
    each: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    trails: tuple[str, ...] = ()
    spirits: tuple[str, ...] = ()
    gathered: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    delegates: tuple[str, ...] = ()
    masks: tuple[str, ...] = ()
