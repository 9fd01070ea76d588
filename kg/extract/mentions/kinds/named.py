"""A kind and the name in marks right behind it, which are one thing: 智能理赔机器人“小禾”."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from kg.extract.mentions.candidate import Candidate, Found
from kg.extract.mentions.kinds.named_options import NamedOptions
from kg.extract.mentions.page import Page
from kg.extract.mentions.rule import RuleHead, Setting, Stage
from kg.extract.mentions.triggers import Hit
from kg.ontology.source import Options


class NamedRule:
    """Finds kinds with the names that follow them."""

    options: ClassVar[type[Options]] = NamedOptions
    stage: ClassVar[Stage] = Stage.LISTED
    keeps_words: ClassVar[bool] = False

    def __init__(self, head: RuleHead, options: NamedOptions, setting: Setting) -> None:
        self._head = head
        self._options = options
        self._closing = {pair[0]: pair[1] for pair in setting.language.punctuation.quotes}

    @property
    def triggers(self) -> Iterable[str]:
        """The opening marks."""
        return self._closing

    def find(self, page: Page, hits: Sequence[Hit], found: Found) -> Iterable[Candidate]:
        """The kinds before marks that were hit, and what they are with the names behind them."""
        text, own = page.text, (self._head.type,)
        for hit in hits:
            kind = found.ending(hit.start, own) if text.endswith(self._options.kinds, 0, hit.start) else None
            name = found.starting(hit.end, own) if kind is not None else None
            if kind is None or name is None or not text.startswith(self._closing[text[hit.start]], name.end):
                continue
            candidate = self._head.candidate(kind.start, name.end + 1, self._options, frozenset(own))
            whole = candidate._replace(stands_for=text[name.start : name.end])
            yield whole
            yield whole._replace(end=kind.end, holds=frozenset())
