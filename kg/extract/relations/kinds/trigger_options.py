"""What a rule of the kind `trigger` may ask."""

from __future__ import annotations

from typing import Literal

from kg.model.fact import Modality
from kg.ontology.source import Options


class TriggerOptions(Options):
    """Options of the kind `trigger`.

    The word: `words` say it; those of `it` hold a word for an object that was spoken of before (对其), those of `bare`
    mean such an object where they end their clause (百家银行参与). With `noun` they are nouns, which govern nothing, so
    that what follows them may act (子公司丙). `masks` are longer words that hold one of the others and are none.
    `modality` is what the words say by themselves (违反); those of `given` state a fact where 的 follows them, those of
    `own` without it, whatever is planned with the thing (拟受让甲持有的乙, 甲所持乙).

    The object: `object` tells on which side of the word it stands, `reach` how many signs may stand between; `nearest`
    takes the first list only, `head` none with 的 behind it (位于伦敦的物业), `ahead` looks into later clauses where
    the word ends its own, `listing` are words that open, in the next clause, a list of what its own only counts
    (推出三款产品，包括甲、乙). With `opening`, it begins its clause (，涉农贷款余额…). Where there are words in `then`,
    one of them has to follow it in its clause; where there are in `behind`, one has to stand right behind it, past
    closing marks and 的 (作为 + 甲 + 的 + 子公司), and none of `not_before`, which it would only describe (共建 +
    人工智能 + 实验室). Objects whose names end with one of `except_endings` are none, nor are any where one of
    `unless_behind` stands later in the sentence (依据《保险法》，对甲罚款) or one of `not_after` right before the word,
    or where `barred`, an expression, matches its clause up to the sign behind the word (甲持有乙核发的). Behind an
    object and one of `passes` stands another (由甲变更为乙). With `apart`, no name may stand right before it (子公司丙,
    not 乙的子公司丙); with `plain`, what a preposition of its own marks is no object (持有乙的股权转让给丙).

    The subject: `back` is how many sentences before may give it. `topics` are types that may be taken up from the
    object of a verb before, with `both` beside that verb's own subject. With `causes`, who makes another act is one,
    too (提醒老人警惕), with `joined`, whoever joins in at the start of the next clause (，联合乙). With `latest`, a
    subject that does not stand in the word's clause is whoever was named last (收到乙的决定书…，对甲警告). Without
    `partners`, who only acts along is none behind its clause (甲联合乙推出…，服务丙). Of types in `single` several are
    carried over to one object of a verb only (推出甲、乙，为丙服务). Types in `near` are carried over one clause at
    most, with `made` also as what the verb there has made (推出安居贷， 面向新市民…); what the text is about is a
    subject where it is of `focus`. Where a thing of `through` acts, its owner does, and none of `near`
    (甲推出乙，该系统运用丙). With `makes`,
    it is what one of these verbs makes in the bare clauses behind (针对新市民，推出安居贷). What is of `cited` is no
    topic where somebody acts by it (甲按照《乙》，服务丙).

    `subjects` and `objects` narrow the relation's types. `turned` says that what stands as subject of the word is the
    relation's object (新市民申请安居贷).
    """

    words: tuple[str, ...]
    then: tuple[str, ...] = ()
    it: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    object: Literal["after", "before"] = "after"
    subjects: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    back: int = 1
    reach: int = 60
    nearest: bool = False
    head: bool = False
    apart: bool = False
    opening: bool = False
    noun: bool = False
    plain: bool = False
    ahead: bool = False
    listing: tuple[str, ...] = ()
    turned: bool = False
    both: bool = False
    causes: bool = False
    partners: bool = True
    single: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    cited: frozenset[str] = frozenset()
    through: frozenset[str] = frozenset()
    made: bool = False
    focus: frozenset[str] = frozenset()
    joined: bool = False
    latest: bool = False
    makes: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    masks: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    except_endings: tuple[str, ...] = ()
    unless_behind: tuple[str, ...] = ()
    barred: str = ""
    passes: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    confidence: float = 0.8
    modality: Modality | None = None
