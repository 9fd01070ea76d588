"""Choosing whose figure it is: named in the clause, counted by the number, or handed on by what came before.

Which mentions a clause offers is read by `subjects`; here they are weighed by what the figure is and what was carried.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.extract.annotated import EntityMention
from kg.extract.observations.draft import Draft, Line
from kg.extract.observations.metric_text import MetricText
from kg.extract.observations.subjects import Candidate, Role, SubjectReader
from kg.extract.observations.view import Clause
from kg.extract.observations.wording import kept
from kg.extract.observations.zones import Zone
from kg.model.span import Span
from kg.ontology.figures import Figures
from kg.ontology.language import Language
from kg.ontology.units import UnitKind
from kg.text.quantity_pattern import any_of
from kg.text.tokenizer import Tokenizer

_SURE = {Role.TOPIC: 0.85, Role.INNER: 0.7, Role.ASIDE: 0.6}
"""How often a subject of each part is right, counted over gold articles; so are the other figures of this module."""
_GAP = 6
"""How far behind a number the things may be named that it counts."""


class Subject(NamedTuple):
    """Whose figure it is, how sure that is, and what found it."""

    mention: EntityMention
    sure: float
    rule: str


class SubjectChooser:
    """Chooses the subjects of figures."""

    def __init__(self, language: Language, figures: Figures, tokenizer: Tokenizer) -> None:
        words = language.reporting
        self._figures = figures
        self._reader = SubjectReader(language, figures, tokenizer)
        self._product = re.compile(any_of(figures.product_words))
        self._heads = re.compile(any_of(figures.product_heads))
        self._possessed = re.compile(rf"{words.possessive}?.{{0,6}}?{any_of(figures.product_words)}")
        self._founding = re.compile(rf"{any_of(words.founding)}.{{0,4}}$")
        self._nation = re.compile(any_of(words.nation))
        self._among = re.compile(any_of(words.among))
        self._possessive = words.possessive

    def candidates(self, text: str, clause: Clause, until: int) -> tuple[Candidate, ...]:
        """The mentions of a clause before an offset that may be a subject."""
        return self._reader.candidates(text, clause, until)

    def topic(
        self, text: str, clauses: Sequence[Clause], candidates: Sequence[Candidate], line: Line
    ) -> EntityMention | None:
        """What a clause is about, for the clauses after it; who only speaks of others is not."""
        clause = clauses[-1]
        told = self._is_told(line, clauses)
        topics = [each for each in candidates if each.role is Role.TOPIC and self._fits(text, clause, each, told=told)]
        best = self._reader.best([each for each in topics if not self._reader.speaks(text, clause, each.mention)])
        if best is None or self._yields(best.mention, clauses, line, is_product=False):
            return None
        return best.mention

    def actor(self, text: str, clause: Clause) -> EntityMention | None:
        """The last mention of the strongest types that is no bringer or speaker."""
        found = [
            each
            for each in clause.mentions
            if self._reader.rank(each) == 0 and not self._reader.brings(text, clause, each)
        ]
        return found[-1] if found else None

    def named(self, text: str, clauses: Sequence[Clause], zone: Zone, line: Line) -> Subject | None:
        """The subject that the clause names before the figure, or behind it where a sum founds it."""
        clause, figure = clauses[-1], zone.figure
        told = self._is_told(line, clauses)
        candidates = [
            each
            for each in self.candidates(text, clause, figure.span.start)
            if self._fits(text, clause, each, told=told)
        ]
        if founded := self._founded(text, clause, zone):
            return founded
        is_product = self._product.search(text, clause.span.start, clause.span.end) is not None
        if is_product and (owner := self._owner(text, figure.span.start, candidates)):
            return owner
        best = self._reader.best(candidates)
        if best is None or (clause.figures[0] is not figure and best.role is not Role.TOPIC):
            return None
        opens = self._opens(text, clause, best.mention)
        if self._yields(best.mention, clauses, line, is_product=is_product, opens=opens):
            return None
        return Subject(best.mention, _SURE[best.role], "named")

    def _is_told(self, line: Line, clauses: Sequence[Clause]) -> bool:
        return line.topic is not None and line.topic.span.start >= clauses[0].span.start

    def _fits(self, text: str, clause: Clause, candidate: Candidate, *, told: bool) -> bool:
        """Whether a type that is seldom a subject opens its clause, and the sentence has told of nothing else."""
        mention = candidate.mention
        if mention.mention.type not in self._figures.opening_types:
            return True
        return not told and self._opens(text, clause, mention)

    def _opens(self, text: str, clause: Clause, mention: EntityMention) -> bool:
        """Whether nothing but a period stands before a mention in its clause."""
        start = clause.span.start
        if start == mention.span.start:
            return True
        return not kept(text, Span(start, mention.span.start), [each.span for each in clause.periods]).strip()

    def _founded(self, text: str, clause: Clause, zone: Zone) -> Subject | None:
        """设立5000亿元再贷款: the sum is what the thing founded has."""
        if zone.figure.kind is not UnitKind.MONEY or zone.before is None:
            return None
        if not self._founding.search(text, zone.before.start, zone.before.end):
            return None
        for mention in clause.mentions:
            gap = mention.span.start - zone.figure.span.end
            if 0 <= gap <= 2 and self._reader.rank(mention) is not None:
                return Subject(mention, 0.85, "founded")
        return None

    def _owner(self, text: str, until: int, candidates: Sequence[Candidate]) -> Subject | None:
        """The product that a rate, term or ceiling belongs to, else what stands right before its words."""
        products = [each for each in candidates if each.mention.mention.type in self._figures.product_types]
        if products:
            return Subject(products[-1].mention, 0.7, "product")
        for each in reversed(candidates):
            if each.role is Role.ASIDE and self._possessed.match(text[each.mention.span.end : until]):
                return Subject(each.mention, 0.6, "owner")
        return None

    def _yields(
        self, mention: EntityMention, clauses: Sequence[Clause], line: Line, *, is_product: bool, opens: bool = True
    ) -> bool:
        """Whether what the sentence is about already is the likelier subject than a weak one in a later clause."""
        start = clauses[0].span.start
        rank = self._reader.rank(mention) or 0
        if is_product and line.thing is not None and line.thing.span.start >= start:
            return rank > 0 and not opens
        if mention.mention.type not in self._figures.place_types or len(clauses) < 2 or line.topic is None:
            return False
        return line.topic.span.start >= start and line.topic.mention.type not in self._figures.speaker_types

    def counted(
        self, text: str, clause: Clause, zone: Zone, words: MetricText, named: Subject | None
    ) -> Subject | None:
        """The members that the number counts, where nothing but them is the subject: 27家银行签约, 甲、乙两家银行."""
        if zone.after is None or clause.inside or zone.figure.kind not in {UnitKind.COUNT, UnitKind.SHARE}:
            return None
        apposed = any(each.span.end == zone.figure.span.start for each in clause.mentions)
        if (words.before or named is not None) and not (apposed and self._lists(named)):
            return None
        for mention in clause.mentions:
            if mention.mention.type not in self._figures.counted_types or not zone.after.contains(mention.span):
                continue
            near = mention.span.start - zone.figure.span.end <= _GAP
            described = text[mention.span.start - len(self._possessive) : mention.span.start] == self._possessive
            among = self._among.match(text, mention.span.end)
            if (near or described) and not among and mention.span.end < zone.after.end:
                return Subject(mention, 0.75, "counted")
        return None

    def _lists(self, named: Subject | None) -> bool:
        """Whether the subject named, if any, may be a list that a class word sums up, and no place."""
        return named is None or named.mention.mention.type not in self._figures.place_types

    def handed(self, words: MetricText, base: Draft | None, line: Line, start: int) -> Subject | None:
        """The subject of the figure before, or what the sentence that begins at `start` is about so far."""
        if base is not None:
            return Subject(base.subject, base.sure, "continued")
        if line.nations and (nation := self._nation.match(words.before)):
            mention = dict(line.nations).get(nation.group(), line.nations[0][1])
            return Subject(mention, 0.85, "nation")
        owned = self._product.search(words.before + words.after)
        if owned and line.drafts and self._product.search(line.drafts[-1].metric):
            return Subject(line.drafts[-1].subject, 0.6, "carried-product")
        if line.thing is not None and owned and not self._heads.search(words.before[: owned.start()]):
            return Subject(line.thing, 0.6, "carried-product")
        if line.topic is not None and line.topic.span.start < start and line.seen is not None:
            return Subject(line.seen, 0.4, "seen")
        return Subject(line.topic, line.sure, "carried") if line.topic is not None else None
