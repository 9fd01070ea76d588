"""Whose figure it is: the actor or thing that a clause is about, and what a clause hands on to the next.

Chooses among the mentions that were found; which types may be subjects comes from the pack.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.extract.annotated import EntityMention
from kg.extract.observations.heads import HeadReader
from kg.extract.observations.view import Clause
from kg.extract.observations.voices import VoiceReader
from kg.extract.observations.wording import kept
from kg.model.mention import Reference
from kg.model.span import Span
from kg.ontology.figures import Figures
from kg.ontology.language import Language
from kg.text.alternatives import any_of, not_before
from kg.text.tokenizer import Tokenizer, Word

_WINDOW = 12
"""How many signs before a mention its part in the clause is read from."""


_LEADING = 4
"""How far before those who act the word may begin that leads them to it."""

_TAIL = 3
"""How many signs may stand beside a place in a clause that only names it."""


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
        self._comparing = frozenset(words.comparing)
        self._likeness, self._with = tuple(words.likeness), tuple(words.likened)
        self._transparent, self._belonging = frozenset(words.transparent), frozenset(words.belonging)
        self._list = frozenset(language.punctuation.list)
        self._possessive = words.possessive
        self.voices = VoiceReader(language, figures)
        self._heads = HeadReader(language, figures, tokenizer, self.voices, self.rank)
        self._bringers = frozenset(figures.bringer_types)
        self._places = frozenset(figures.place_types)
        self._acting = frozenset(figures.acting_types)
        self._leading, self._scene = tuple(words.leading), tuple(words.at)
        self._seated = tuple(words.seated)
        self._foremost = re.compile(rf"{words.possessive}?{any_of(words.foremost)}")
        self._accounts = tuple(words.accounts)
        self.again = re.compile(rf"(?:{any_of(words.this)})?({any_of(words.gatherings)})")
        self.local = re.compile(rf"{any_of(words.local)}{not_before(words.local_not_before)}")
        self._and = re.compile(rf"\s*{any_of(words.and_)}\s*")
        self._next_to = re.compile(rf"\s*{any_of(words.and_)}?\s*")
        phrases = language.phrases
        self._closing = re.compile(rf"{any_of(phrases.list_ends)}(?:[0-9]+[{re.escape(phrases.counting)}])?")

    def rank(self, mention: EntityMention) -> int | None:
        """How strongly the type of a mention claims to be a subject; the lower the stronger, None not at all."""
        return self._ranks.get(mention.mention.type) if self._ranks else 0

    def candidates(self, text: str, clause: Clause) -> Iterator[tuple[Candidate, ...]]:
        """What may be a subject up to each mention of a clause, with its part, in text order."""
        found: list[Candidate] = []
        last: Candidate | None = None
        for mention in clause.mentions:
            current = Candidate(mention, self._role(text, clause, mention, last))
            if last and self.voices.speaks(text, clause, mention) and self._describes(text, clause, last, current):
                # 甲银行行长乙表示: what 乙 says is of 甲.
                current = Candidate(mention, Role.ASIDE)
            elif last and found and found[-1] is last and self._describes(text, clause, last, current):
                # 甲公司第一大股东乙: the head comes last.
                current = Candidate(mention, last.role)
                self._set_aside(text, found)
            last = current
            span = mention.span
            if self.rank(mention) is not None and not text.endswith(self._accounts, span.start, span.end):
                found.append(current)
            yield tuple(found)

    def _set_aside(self, text: str, found: list[Candidate]) -> None:
        """The last of some names is no subject, nor is the list that it ends."""
        for index in range(len(found) - 1, -1, -1):
            mention = found[index].mention
            found[index] = Candidate(mention, Role.ASIDE)
            left = found[index - 1].mention.span.end if index else mention.span.start
            if not self._and.fullmatch(text[left : mention.span.start]):
                return

    def _describes(self, text: str, clause: Clause, first: Candidate, second: Candidate) -> bool:
        aside = second.role is Role.ASIDE
        return self._heads.describes(text, clause, first.mention, second.mention, aside=aside)

    def is_led(self, text: str, clause: Clause, mention: EntityMention) -> bool:
        """Whether someone leads those who act to do what follows: 引导银行新增投放."""
        if mention.mention.type not in self._acting:
            return False
        start = max(clause.span.start, mention.span.start - _LEADING)
        if not text.endswith(self._leading, start, mention.span.start):
            return False
        words = self._tokenizer.cut(text[mention.span.end : min(clause.span.end, mention.span.end + _WINDOW)])
        return bool(len(words)) and words[0].tag[0] in "vd"

    def _role(self, text: str, clause: Clause, mention: EntityMention, last: Candidate | None) -> Role:
        brings = mention.mention.type in self._bringers
        if brings and self.voices.reports(text, clause, mention):
            return Role.ASIDE
        between = text[last.mention.span.end : mention.span.start] if last else None
        if last and between is not None and (self._next_to.fullmatch(between) or self._closes(mention, between)):
            return last.role
        if text.startswith(self._likeness, mention.span.end) and text.endswith(self._with, 0, mention.span.start):
            return Role.ASIDE  # 和甲一样，乙
        if self._sets_scene(text, clause, mention):
            return Role.TOPIC
        if mention.mention.type in self._places and self._is_aside(text, clause, mention):
            return Role.ASIDE
        cuts = [*(each.span for each in clause.periods), *clause.brackets]
        start = max(clause.span.start, mention.span.start - _WINDOW)
        if last:
            start = max(start, last.mention.span.end)
        left = kept(text, Span(start, mention.span.start), cuts).strip() if start < mention.span.start else ""
        words = [word for word in self._tokenizer.cut(left) if word.text.strip()] if left else []
        if words and mention.mention.reference is Reference.INDEFINITE:
            # 有 of 有消费金融公司 is no verb that takes the name.
            words.pop()
        return self._role_after(words, opens=start == clause.span.start)

    def _closes(self, mention: EntityMention, between: str) -> bool:
        """Whether a kind of those who act closes a list of them: 甲、乙等12家银行."""
        return mention.mention.type in self._acting and self._closing.fullmatch(between) is not None

    def _is_aside(self, text: str, clause: Clause, mention: EntityMention) -> bool:
        """Whether a place only tells among whom something is the first, or where someone sits: 总部位于云州."""
        if self._foremost.match(text, mention.span.end):
            return True
        start, end = mention.span.start, mention.span.end
        return end == clause.span.end and text.endswith(self._seated, clause.span.start, start)

    def _sets_scene(self, text: str, clause: Clause, mention: EntityMention) -> bool:
        """Whether a clause does no more than name a place: 在云州，."""
        if mention.mention.type not in self._places or clause.span.end - mention.span.end > _TAIL:
            return False
        before = text[clause.span.start : mention.span.start]
        return len(before) <= _TAIL and before.endswith(self._scene)

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
                # 的 joins what describes a name to it; 了 stands behind a verb that takes it.
                described = described or word.text == self._possessive
            elif word.text in self._belonging or (described and word.text in self._comparing):
                continue  # 向控股股东甲, 资产超过600万元的甲
            elif word.text in self._oblique or word.tag[0] == "p":
                return Role.ASIDE
            elif word.tag[0] == "v":
                return Role.INNER if described or index + 1 < len(words) else Role.ASIDE
        return Role.TOPIC if opens else Role.INNER

    def best(self, candidates: Sequence[Candidate]) -> Candidate | None:
        """The strongest candidate that nothing takes: by type, then by part, then the first."""
        free = [each for each in candidates if each.role is not Role.ASIDE]
        if len(free) < 2:  # as mostly
            return free[0] if free else None
        return min(free, key=lambda each: (self.rank(each.mention) or 0, each.role.value), default=None)
