"""Whose figure it is: the actor or thing that a clause is about, and what a clause hands on to the next.

Chooses among the mentions that were found; which types may be subjects comes from the pack.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.extract.annotated import EntityMention
from kg.extract.observations.view import Clause
from kg.extract.observations.wording import kept
from kg.model.span import Span
from kg.ontology.figures import Figures
from kg.ontology.language import Language
from kg.text.quantity_pattern import any_of
from kg.text.tokenizer import Tokenizer, Word

_WINDOW = 12
"""How many signs before a mention its part in the clause is read from."""


class Role(enum.Enum):
    """A mention's part in its clause."""

    TOPIC = enum.auto()
    """It opens the clause, or only what describes it stands before."""
    INNER = enum.auto()
    """Something else stands before, but nothing that rules it out."""
    # A preposition or a verb takes it: 向甲发放, 服务新市民.
    ASIDE = enum.auto()


class Candidate(NamedTuple):
    """A mention with its part in the clause."""

    mention: EntityMention
    role: Role


class SubjectReader:
    """Reads what clauses are about."""

    def __init__(self, language: Language, figures: Figures, tokenizer: Tokenizer) -> None:
        words = language.reporting
        self._tokenizer = tokenizer
        self._ranks = {name: rank for rank, group in enumerate(figures.subjects) for name in group}
        self._oblique = frozenset(words.oblique)
        self._transparent = frozenset(words.transparent)
        self._list = frozenset(language.punctuation.list)
        having = any_of(words.having)
        self._having = re.compile(rf"{having}(?:{words.possessive}|{having})*")
        self._bringer = re.compile(rf".{{0,12}}?{any_of(words.bringer)}")
        self._saying = re.compile(rf".{{0,12}}?{any_of(words.saying)}")
        self._speakers = frozenset(figures.speaker_types)
        self._bringers = frozenset(figures.bringer_types)
        self._and = re.compile(rf"\s*(?:{any_of(words.and_)})\s*")

    def rank(self, mention: EntityMention) -> int | None:
        """How strongly the type of a mention claims to be a subject; the lower the stronger, None not at all."""
        return self._ranks.get(mention.mention.type) if self._ranks else 0

    def candidates(self, text: str, clause: Clause, until: int) -> tuple[Candidate, ...]:
        """The mentions of a clause before an offset that may be a subject, with their parts, in text order."""
        found: list[Candidate] = []
        last: Candidate | None = None
        for mention in clause.mentions:
            if mention.span.end > until:
                break
            current = Candidate(mention, self._role(text, clause, mention, last))
            if last and self.speaks(text, clause, mention) and self._describes(text, last, current):
                # 甲银行行长乙表示: what 乙 says is of 甲.
                current = Candidate(mention, Role.ASIDE)
            elif last and found and found[-1] is last and self._describes(text, last, current):
                # 甲公司第一大股东乙: the head comes last.
                current = Candidate(mention, last.role)
                found[-1] = Candidate(last.mention, Role.ASIDE)
            last = current
            if self.rank(mention) is not None:
                found.append(current)
        return tuple(found)

    def _describes(self, text: str, first: Candidate, second: Candidate) -> bool:
        """Whether only nouns stand between two names of one rank, so that the first describes the second."""
        if self.rank(first.mention) != self.rank(second.mention):
            return False
        between = text[first.mention.span.end : second.mention.span.start]
        if self._having.fullmatch(between):
            return True
        if second.role is Role.ASIDE or not between:
            return False
        words = self._tokenizer.cut(between)
        return bool(len(words)) and words[-1].tag[0] == "n" and all(word.tag[0] in "nmqabfj" for word in words)

    def brings(self, text: str, clause: Clause, mention: EntityMention) -> bool:
        """Whether a mention only brings the news or speaks of others."""
        news = self._bringer.match(text, mention.span.end, clause.span.end)
        return news is not None or self.speaks(text, clause, mention)

    def speaks(self, text: str, clause: Clause, mention: EntityMention) -> bool:
        """Whether a mention only tells what is said of others."""
        if mention.mention.type not in self._speakers:
            return False
        return self._saying.match(text, mention.span.end, clause.span.end) is not None

    def _role(self, text: str, clause: Clause, mention: EntityMention, last: Candidate | None) -> Role:
        if mention.mention.type in self._bringers and self._bringer.match(text, mention.span.end, clause.span.end):
            return Role.ASIDE
        if last and self._and.fullmatch(text[last.mention.span.end : mention.span.start]):
            return last.role
        cuts = [*(each.span for each in clause.periods), *clause.brackets]
        start = max(clause.span.start, mention.span.start - _WINDOW)
        if last:
            start = max(start, last.mention.span.end)
        left = kept(text, Span(start, mention.span.start), cuts).strip() if start < mention.span.start else ""
        words = [word for word in self._tokenizer.cut(left) if word.text.strip()] if left else []
        return self._role_after(words, opens=start == clause.span.start)

    def _role_after(self, words: Sequence[Word], *, opens: bool) -> Role:
        """The part of a mention, by the words before it: which of them takes it, over nouns that describe it."""
        if words and words[-1].text in self._list:
            # A further member of a list that no name began: 涵盖餐饮、医疗机构.
            return Role.ASIDE
        described = False
        for index in range(len(words) - 1, -1, -1):
            word = words[index]
            pair = words[index - 1].text + word.text if index else ""
            if word.text in self._transparent or pair in self._transparent:
                return Role.TOPIC
            if word.tag[0] == "u":
                described = True
            elif word.text in self._oblique or word.tag[0] == "p":
                return Role.ASIDE
            elif word.tag[0] == "v":
                return Role.INNER if described or index + 1 < len(words) else Role.ASIDE
        return Role.TOPIC if opens else Role.INNER

    def best(self, candidates: Sequence[Candidate]) -> Candidate | None:
        """The strongest candidate that nothing takes: by type, then by part, then the first."""
        free = [each for each in candidates if each.role is not Role.ASIDE]
        return min(free, key=lambda each: (self.rank(each.mention) or 0, each.role.value), default=None)
