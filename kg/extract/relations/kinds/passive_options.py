"""The options of the kind `passive`."""

from __future__ import annotations

from typing import Literal

from kg.model.fact import Modality
from kg.ontology.source import Options


class PassiveOptions(Options):
    """Options of the kind `passive`.

    `words` are the verbs, `markers` further words that stand before who does it, beside those of the language (由, 被).
    The verbs of `alone` say it with no one named who does it (被罚款): that is whoever was named last, up to
    `agents_back` sentences before. `masks` are longer words that hold one of them and are none. `reach` is how many
    signs may stand between who does it and the verb. `objects` narrows the relation's range, `topics` are types of
    which also the object of a verb before may be meant, `back` is how many sentences before may name it. `object` tells
    where it stands: behind the verb only where the verb is no passive (在甲申请 O). Behind a marker of `received` it
    stands before it also where 的 follows the verb (O 获甲领投的融资). With `across`, a verb that 的 follows may stand
    clauses behind who does it (O 是甲为服务大众，与乙合作推出的产品). A clause that begins with one of `unless_opened`
    tells of another object than what stands before it (甲持有 O 六成，剩余由乙持有). `modality` is what the words say
    by themselves.
    """

    words: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    agents_back: int = 5
    markers: tuple[str, ...] = ()
    object: Literal["before", "after"] = "before"
    objects: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    back: int = 1
    reach: int = 12
    across: bool = False
    received: tuple[str, ...] = ()
    unless_opened: tuple[str, ...] = ()
    masks: tuple[str, ...] = ()
    confidence: float = 0.85
    modality: Modality | None = None
