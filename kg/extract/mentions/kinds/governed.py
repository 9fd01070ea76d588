"""What a word of help governs: 用于支持基础设施修复和生活物资供应, 投向种业、农机等领域.

The head nouns of such objects cannot be listed, but the word before them says what they are. An object is taken as far
as nouns reach, member by member where it is a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

import regex

from kg.extract.mentions.candidate import Candidate, Found
from kg.extract.mentions.kinds.governed_options import GovernedOptions
from kg.extract.mentions.lists import ListReader, closing
from kg.extract.mentions.page import Page
from kg.extract.mentions.rule import RuleHead, Setting, Stage
from kg.extract.mentions.triggers import Hit
from kg.extract.mentions.walk import LeftWalk
from kg.model.span import Span
from kg.ontology.source import Options
from kg.text.alternatives import any_of
from kg.text.tokenizer import Word, Words

_STRONG = 5
"""From this strength on a found name of another type bars a member that shares words with it."""


class GovernedRule:
    """Finds names by the word that governs them."""

    options: ClassVar[type[Options]] = GovernedOptions
    stage: ClassVar[Stage] = Stage.LISTED
    keeps_words: ClassVar[bool] = False

    def __init__(self, head: RuleHead, options: GovernedOptions, setting: Setting) -> None:
        self._head = head
        self._options = options
        language = setting.language
        self._lists = ListReader(language)
        self._joints = frozenset(language.punctuation.list) | language.phrases.joiners
        self._strip = language.phrases.describers | options.strip
        self._walk = LeftWalk(language.phrases, options.verbs, options.stops, any_verb=True)
        # A member ends in a head, or stands before a field or class, or in a row; most clauses hold none of them.
        rows = self._joints if options.rows else ()
        self._told = re.compile(any_of((*options.heads, *options.fields, *options.classes, *rows)))
        marks = language.punctuation.clause + language.punctuation.sentence
        ends = any_of((*language.phrases.list_ends, *options.closes))
        self._closed = re.compile(rf"$|[{re.escape(marks)}\n]|{ends}")
        classes = any_of((*options.fields, *options.classes))
        sign = rf"(?!{any_of(options.gap_never)})[^\p{{P}}\s]"
        behind = rf"{closing(language)}(?:{sign}){{0,{options.gap}}}?(?:{classes})"
        self._kind = regex.compile(rf"{behind}|{any_of(options.fields)}")

    @property
    def triggers(self) -> Iterable[str]:
        """The words that govern."""
        return self._options.cues

    def find(self, page: Page, hits: Sequence[Hit], found: Found) -> Iterable[Candidate]:
        """The names governed by the cues that were hit."""
        for hit in hits:
            for span in self._names(page, hit, found):
                yield self._head.candidate(span.start, span.end, self._options)

    def _names(self, page: Page, hit: Hit, found: Found) -> Iterator[Span]:
        """The members of the object behind a cue that are names."""
        clause = page.clause_at(hit.start)
        if clause is None or self._told.search(page.text, hit.end, clause[1]) is None:
            return
        words = page.words_at(hit.start)
        if words is None or not (words.is_boundary(hit.start) and words.is_boundary(hit.end)):
            return
        start = self._skipped(words, hit.end)
        end = self._end(page, words, start, clause[1])
        if end == start:
            return
        kind = self._kind.search(page.text, start + 1, clause[1])
        classed = kind is not None and kind.start() <= end
        end = kind.start() if kind is not None and classed else end
        members = self._lists.members(page.text, Span(start, end), page.tokenizer.knows)
        rowed = not classed and self._is_row(page, members, found)
        for member in members:
            name = self._trimmed(page, member, found)
            if name is not None and self._fits(name.of(page.text), self._heads(classed=classed, rowed=rowed)):
                yield name

    def _is_row(self, page: Page, members: Sequence[Span], found: Found) -> bool:
        """Whether an object is a row of names: nothing follows that its last member only begins."""
        options = self._options
        if not options.rows or len(members) < options.rows or self._closed.match(page.text, members[-1].end) is None:
            return False
        return sum(found.ending(each.end, (self._head.type,)) is not None for each in members) >= options.known

    def _skipped(self, words: Words, start: int) -> int:
        """Where the object of a cue that ends at `start` begins."""
        index = words.at(start)
        while index < len(words) and words[index].text in self._options.skips:
            start = words[index].end
            index += 1
        return start

    def _end(self, page: Page, words: Words, start: int, limit: int) -> int:
        """How far an object reaches that starts at `start`: over nouns, and over what joins or describes them."""
        end = start
        for index in range(words.at(start), len(words)):
            word: Word = words[index]
            passes = word.text in self._joints or word.text in self._strip or self._walk.passes(page, word)
            if word.start >= limit or not passes or self._acts(page, start, word):
                break
            end = word.end
        return end

    def _acts(self, page: Page, start: int, word: Word) -> bool:
        """Whether a word tells what is done with what ends before it (借助乙系统 + 核定额度)."""
        options = self._options
        is_cut = options.cuts and page.text.endswith(options.cuts, start, word.start)
        return bool(is_cut) and word.text.startswith(options.closes)

    def _trimmed(self, page: Page, member: Span, found: Found) -> Span | None:
        """A member without what is left off its front; None where that is no phrase of its own."""
        words = page.words_at(member.start)
        if words is None or not words.is_boundary(member.start):
            return None
        if words[words.at(member.start)].text.isdecimal():
            return None
        start, before = member.start, -1
        while before < start < member.end:
            before = start
            word: Word = words[words.at(start)]
            named = found.starting(start, self._options.cut_at)
            if named is not None:
                start = named.end
            elif word.text in self._strip:
                start = word.end
        if start >= member.end or not words.is_boundary(start):
            return None
        name = Span(start, member.end)
        inside = found.overlapping(name)
        return None if self._is_torn(inside) or any(self._bars(each, name) for each in inside) else name

    def _is_torn(self, inside: Sequence[Candidate]) -> bool:
        """Whether names of the rule's own type follow each other with no mark between: 农企 + 农户."""
        starts = {each.start for each in inside if each.type == self._head.type}
        return any(each.end in starts for each in inside if each.type == self._head.type)

    def _bars(self, other: Candidate, name: Span) -> bool:
        """Whether no member may share words with a found name."""
        if other.type == self._head.type or other.strength < _STRONG:
            return False
        if other.type in self._options.over:
            return other.start <= name.start and name.end <= other.end
        return other.type not in self._options.begins or other.start != name.start or other.end >= name.end

    def _heads(self, *, classed: bool, rowed: bool) -> tuple[str, ...]:
        """What the names of an object end in: anything where a class or a row says what they are."""
        options = self._options
        if classed or (rowed and not options.row_heads):
            return ("",)
        return (*options.heads, *options.row_heads) if rowed else options.heads

    def _fits(self, name: str, heads: tuple[str, ...]) -> bool:
        options = self._options
        if not options.shortest <= len(name) <= options.longest or name in options.reject:
            return False
        return name.endswith(heads) and not name.endswith(options.reject_endings)
