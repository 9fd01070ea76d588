"""The options of the kind `holding`."""

from __future__ import annotations

from kg.ontology.source import Options


class HoldingOptions(Options):
    """Options of the kind `holding`.

    Right before one of `words`, over at most `gap` signs, stands who holds; what is held is what is spoken of before
    it, in the sentence or the one before, or what the holder stands in brackets behind; in a sentence that begins with
    one of `openers` (IPO前，甲持股30%) it may be what the text named most so far. Words of `before` say it only before
    a number with one of `units`, and where one of `context` stands before in the sentence or in the one before it
    (丙的股东中，甲占20%，乙以8%居末). One of `counts` may open what counts those who hold (甲等6名股东持有). `masks`
    are longer words that hold one of the words and are none. `subjects` and `objects` narrow the relation's domain and
    range.
    """

    words: tuple[str, ...]
    before: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    masks: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    subjects: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    gap: int = 3
    confidence: float = 0.75
