"""Members of a list of one kind: where some members of 甲、乙、丙和丁 are known, the others are of their type."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

import regex

from kg.extract.mentions.candidate import Candidate, Found
from kg.extract.mentions.kinds.listed_options import ListedOptions
from kg.extract.mentions.lists import Members, closing
from kg.extract.mentions.page import Page
from kg.extract.mentions.rule import RuleHead, Setting, Stage
from kg.extract.mentions.triggers import Hit
from kg.extract.mentions.walk import LeftWalk
from kg.model.span import Span
from kg.ontology.source import Options
from kg.text.alternatives import any_of
from kg.text.tokenizer import PUNCTUATION, Word

_MORE = 6
"""So many signs more may stand behind a word for being."""


class ListedRule:
    """Finds the unknown members of lists."""

    options: ClassVar[type[Options]] = ListedOptions
    stage: ClassVar[Stage] = Stage.LISTED
    keeps_words: ClassVar[bool] = False

    def __init__(self, head: RuleHead, options: ListedOptions, setting: Setting) -> None:
        self._head = head
        self._options = options
        self._types = (head.type,)
        # A list may be one of the rule without a known member where it need have none, or its kind tells.
        self._any = not (options.known or options.share)
        self._by_kind = not options.least and bool(options.classes)
        self._asks_known = options.known > 0 and not self._by_kind
        language = setting.language
        self._walk = LeftWalk(language.phrases)
        self._stops = language.phrases.stops
        self._marks = language.punctuation.list
        self._closing = re.compile(closing(language))
        barred = re.escape(self._marks + language.punctuation.clause + language.punctuation.sentence + "“”《》（）()")
        classes = any_of(options.classes)
        behind = rf"(?:(?=[{options.behind_class}])|(?!\p{{Han}}))" if options.behind_class else r"(?!\p{Han})"
        # 等提供贷款 says what is done for the members, not what they are.
        self._acts = re.compile(any_of(word for word in self._stops if len(word) > 1))
        gap = rf"(?P<gap>(?:(?!{any_of(options.gap_never)})[^{barred}\s]){{0,{options.gap}}}?)"
        # 甲、乙等骗局; 甲、乙是常见的骗局
        is_one = rf"{any_of(language.phrases.defining)}[^{barred}\s]{{0,{options.gap + _MORE}}}?(?:{classes})$"
        if options.counted:
            behind = rf"(?:{behind}|(?<=\d\p{{Han}}?[{language.phrases.counting}][^{barred}\s]{{0,{_MORE}}}))"
        self._class = regex.compile(rf"{closing(language)}{gap}(?:{classes}){behind}|{is_one}")

    @property
    def triggers(self) -> Iterable[str]:
        """The marks of a list."""
        return self._marks

    def find(self, page: Page, hits: Sequence[Hit], found: Found) -> Iterable[Candidate]:  # noqa: ARG002
        """The unknown members of the lists of a page."""
        if self._asks_known and found.types.isdisjoint(self._types):
            return
        closings = page.closings if self._by_kind else frozenset()
        for members, types in zip(page.lists, found.types_in(page.lists), strict=True):
            if self._any or not types.isdisjoint(self._types) or members[-1].start in closings:
                yield from self._members_of(page, members, found)

    def _members_of(self, page: Page, members: Members, found: Found) -> Iterator[Candidate]:
        options = self._options
        endings = [found.ending(piece.end, self._types) for piece in members]
        known = self._known(members, endings, found)
        count = known.count(True)
        ends = len(members) - endings.count(None) if options.widens else 0
        told = bool(options.classes) and max(count, ends) >= options.least
        named = told and self._names_its_kind(page, members)
        if not named and (count < options.known or count < options.share * len(members)):
            return
        for index, piece in enumerate(members):
            # What stands before the first member is told apart from it only where the list names its kind.
            if known[index] or (index == 0 and not named):
                continue
            member = self._trimmed(page, piece) if index else self._last_words(page, piece)
            if member is not None and self._takes(page, member, found, named=named):
                yield self._head.candidate(member.start, member.end, options)

    def _takes(self, page: Page, member: Span, found: Found, *, named: bool) -> bool:
        """Whether a member is a name whatever was found inside it."""
        inside = found.overlapping(member)
        if not inside or self._widens(page, member, found):
            return True
        passing = {self._head.type, *self._options.over}
        return bool(self._options.over and named) and all(
            each.type in passing
            and member.start <= each.start
            and each.end <= member.end
            and each.end - each.start < member.end - member.start
            for each in inside
        )

    def _widens(self, page: Page, member: Span, found: Found) -> bool:
        """Whether a member is a found name with nouns before it, and holds no name of another type."""
        ending, words = found.ending(member.end, (self._head.type,)), page.words_at(member.start)
        if not self._options.widens or ending is None or words is None:
            return False
        first, last = words.at(member.start), words.at(ending.start)
        passes = first < last and all(self._walk.passes(page, words[index]) for index in range(first, last))
        return passes and not any(
            each.start < member.end and member.start < each.end and each.type != self._head.type
            for each in found.candidates
        )

    def _names_its_kind(self, page: Page, members: Members) -> bool:
        """Whether the words behind the list say what kind of thing its members are."""
        last = members[-1]
        named = self._class.search(page.text, last.start, last.end) if last.start in page.closings else None
        return named is not None and (named["gap"] is None or self._acts.search(named["gap"]) is None)

    def _last_words(self, page: Page, piece: Span) -> Span | None:
        """The noun that the first member ends in."""
        words = self._walk.from_head(page, piece.end, self._options.longest)
        start = words[0].start if words else piece.end
        fits = piece.start <= start and self._fits(page.text[start : piece.end])
        return Span(start, piece.end) if fits else None

    def _known(self, members: Members, endings: Sequence[Candidate | None], found: Found) -> list[bool]:
        """Which members are found names; the first one may have words before it, the last one behind it."""
        known = [
            ending is not None and ending.start == piece.start for piece, ending in zip(members, endings, strict=True)
        ]
        known[0] = endings[0] is not None
        known[-1] = known[-1] or found.starting(members[-1].start, self._types) is not None
        return known

    def _trimmed(self, page: Page, piece: Span) -> Span | None:
        """A member up to its first stop word, None where that leaves no name."""
        words = page.words_at(piece.start)
        if words is None or not words.is_boundary(piece.start):
            return None
        end = piece.start
        for index in range(words.at(piece.start), len(words)):
            word: Word = words[index]
            torn = self._torn(page, word, piece.end)
            if torn is not None:
                end = torn
                break
            if word.end > piece.end or word.text in self._stops or word.tag in {PUNCTUATION, "m", "d"}:
                break
            if self._closing.fullmatch(word.text):
                break
            end = word.end
        return Span(piece.start, end) if self._fits(page.text[piece.start : end]) else None

    def _torn(self, page: Page, word: Word, end: int) -> int | None:
        """Where a member ends inside a word that no dictionary has: 云桥 + 贷等."""
        if page.tokenizer.knows(word.text):
            return None
        closed = self._closing.search(word.text, 1)
        last = min(end, word.end if closed is None else word.start + closed.start())
        return last if word.start < last < word.end else None

    def _fits(self, name: str) -> bool:
        options = self._options
        if not options.shortest <= len(name) <= options.longest or name in options.reject:
            return False
        return not name.endswith(options.reject_endings) and (not options.endings or name.endswith(options.endings))
