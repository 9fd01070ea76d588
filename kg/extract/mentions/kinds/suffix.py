"""Names that end in a trade word or a legal form: 某某消费金融, 某某有限公司, 某某市财政局."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import ClassVar

from kg.extract.mentions.candidate import Candidate, Found
from kg.extract.mentions.classes import longer, made_of
from kg.extract.mentions.kinds.suffix_options import SuffixOptions
from kg.extract.mentions.page import Page
from kg.extract.mentions.rule import RuleHead, Setting, Stage
from kg.extract.mentions.trades import brand_start
from kg.extract.mentions.triggers import Hit
from kg.extract.mentions.walk import LeftWalk
from kg.ontology.source import Options
from kg.text.alternatives import any_of
from kg.text.tokenizer import PERSONAL, PLACE, Word, Words

_OPENING = frozenset("（(")
_NAMES = ("nr", "nt", "nz")
"""Tags of names."""
# What is as long before a conjunction is a name of its own where a place follows: 云州市分公司与云州市总工会.
_WHOLE = 4
# The cut takes many a word of two signs for a person's name, but few of three.
_FAMILY_AND_SIGN = 2


class SuffixRule:
    """Finds names by what they end in."""

    options: ClassVar[type[Options]] = SuffixOptions
    stage: ClassVar[Stage] = Stage.NAMES
    keeps_words: ClassVar[bool] = False

    def __init__(self, head: RuleHead, options: SuffixOptions, setting: Setting) -> None:
        self._head = head
        self._options = options
        self._local = tuple(options.local)
        self._kind = re.compile(any_of(options.behind)) if options.behind else None
        self._trades = re.compile(any_of(options.trades) + "+") if options.trades else None
        self._longest_kind = max(map(len, options.behind), default=0)
        self._phrases = setting.language.phrases
        self._joiners = setting.language.phrases.joiners
        self._describers = setting.language.phrases.describers
        self._unnaming = longer(self._phrases.unnaming)
        self._offices = frozenset(setting.offices.offices)
        self._walk = LeftWalk(
            setting.language.phrases,
            options.verbs,
            options.stops - options.verbs,
            free=True,
            joins=options.joins,
            any_verb=options.any_verb,
            places=setting.places,
        )

    @property
    def triggers(self) -> Iterable[str]:
        """The suffixes."""
        return self._options.suffixes

    def find(self, page: Page, hits: Sequence[Hit], found: Found) -> Iterable[Candidate]:
        """The names before the suffixes that were hit."""
        for hit in hits:
            start = self._start(page, hit, found)
            if start is not None:
                yield self._head.candidate(start, hit.start if self._options.outside else hit.end, self._options)

    def _start(self, page: Page, hit: Hit, found: Found) -> int | None:
        """Where the name starts that ends in a suffix, None where there is none."""
        options = self._options
        words = page.words_at(hit.start)
        if words is None or not self._ends_word(words, hit) or self._goes_on(page, hit):
            return None
        first: Word = words[words.at(hit.start)]
        inside = first.start < hit.start and first.end >= hit.end
        if not inside and not self._has_kind_near(page, hit.start):
            return None
        ordinary = not first.tag.startswith((PLACE, *_NAMES)) and page.tokenizer.knows(first.text)
        if inside and ordinary and not (options.over_listed and found.ends_at(hit.end)):
            return None
        core = self._after_joined(page, self._walk.from_head(page, hit.start, options.longest), found)
        if not (inside and len(core) == 1 and core[0].tag == PLACE):  # 北京分行 is one word of the dictionary
            core = self._from_place(self._after_kind(page, core), found)
        start = self._leading_start(core)
        while core and (self._describes(core[0]) or (core[0].text in options.generic and core[0].start not in start)):
            core = core[1:]
        if not core or not self._is_core(page, core, hit) or self._over_listed(core, hit, found):
            return None
        if self._trades is not None and self._trades.fullmatch(page.text, core[0].start, hit.start):
            types = ((self._head.type,), options.places)
            return brand_start(page, core[0].start, found, self._phrases, types)
        return self._from_hidden(page, start.get(core[0].start, core[0].start), found)

    def _from_hidden(self, page: Page, start: int, found: Found) -> int | None:
        """Where a name starts whose brand is hidden: at the place before that (某州某皮具有限公司), nowhere without."""
        hidden = next((each for each in self._options.hidden if page.plain.endswith(each, 0, start)), None)
        if hidden is None:
            return start
        place = found.ending(start - len(hidden), self._options.places)
        return None if place is None else place.start

    def _has_kind_near(self, page: Page, end: int) -> bool:
        """Whether a word for its kind stands near enough before a suffix, where the rule asks for one."""
        start = max(0, end - self._options.longest - self._longest_kind)
        return self._kind is None or self._kind.search(page.text, start, end) is not None

    def _leading_start(self, core: list[Word]) -> dict[int, int]:
        """Where a name begins whose core begins right behind a leading word, by where the core does."""
        return {word.end: word.start for word in core if word.text in self._options.leading}

    def _is_core(self, page: Page, core: list[Word], hit: Hit) -> bool:
        """Whether words may be what makes a suffix a name."""
        options = self._options
        if core[0].text in _OPENING or not options.shortest <= hit.start - core[0].start <= options.longest:
            return False
        text = page.text[core[0].start : hit.start]
        if text in options.generic or text.endswith(options.reject_endings) or made_of(text, self._unnaming):
            return False
        return options.ordinary or (core[-1].text not in options.generic and self._has_brand(page, core))

    def _goes_on(self, page: Page, hit: Hit) -> bool:
        """Whether what follows makes another noun of a suffix: 某某科技股, but not in 某某科技股东."""
        text, options = page.plain, self._options
        if options.follows and not text.startswith(options.follows, hit.end):
            return True
        return text.startswith(options.not_before, hit.end) and not text.startswith(options.but_before, hit.end)

    def _ends_word(self, words: Words, hit: Hit) -> bool:
        """Whether a suffix ends a word, or one that only an office makes longer: 银行 in 银行行长."""
        if words.is_boundary(hit.end):
            return True
        word: Word = words[words.at(hit.end - 1)]
        return word.text[hit.end - word.start :] in self._offices

    def _describes(self, word: Word) -> bool:
        """Whether a word only describes what follows; a name without listed kinds of cores may begin with 中国."""
        return word.text in self._describers and not (self._options.any_verb and word.tag == PLACE)

    def _over_listed(self, core: list[Word], hit: Hit, found: Found) -> bool:
        """Whether a listed name ends here, too, that is as long, or is of the type and has no place before it."""
        if self._options.outside:
            return found.ends_at(hit.start)
        listed = [each for each in found.all_ending(hit.end) if each.start < hit.start or each.type == self._head.type]
        first = min((each.start for each in listed), default=None)
        if first is None:
            return False
        # 重庆 + 某某消费金融 is one name more, 发起 + 某某消费金融 is not.
        before = [word for word in core if word.end <= first]
        return not before or not all(self._is_place(word, found) for word in before)

    def _after_joined(self, page: Page, core: list[Word], found: Found) -> list[Word]:
        """The core behind the last conjunction that joins another name to it, and without one at its start."""
        if not self._options.joins:
            return core
        for index in range(len(core) - 1, -1, -1):
            if core[index].text not in self._joiners:
                continue
            if index == len(core) - 1:
                return []  # a bare head is joined to another: 任务和 + 市委
            before = page.text[core[0].start : core[index].start]
            ended = not before or before.endswith(self._options.suffixes) or self._is_name(core, index, found)
            person = index == 1 and core[0].tag in PERSONAL and len(before) > _FAMILY_AND_SIGN
            placed = len(before) >= _WHOLE and any(self._is_place(word, found) for word in core[index + 1 :][:1])
            house = before.endswith(self._options.houses) and not page.tokenizer.knows(before)
            if ended or person or placed or (house and len(before) >= _WHOLE):
                return core[index + 1 :]
        return core

    def _is_name(self, core: list[Word], index: int, found: Found) -> bool:
        """Whether a name ends before a word of a core; behind 中国 only one that takes it in (中国社会保障与…会)."""
        ending = found.all_ending(core[index].start)
        inside = core[0].text in self._options.leading and index > 1
        return any(each.start <= core[0].start for each in ending) if inside else bool(ending)

    def _after_kind(self, page: Page, core: list[Word]) -> list[Word]:
        """The core behind the last word for its kind, none where the rule asks for one and there is none."""
        behind = self._options.behind
        if not behind:
            return core
        for index in range(len(core) - 1, -1, -1):
            if core[index].text.endswith(behind):
                return core[index + 1 :]
        return core if core and page.text.endswith(behind, 0, core[0].start) else []

    def _from_place(self, core: list[Word], found: Found) -> list[Word]:
        """The core from the first of its last run of places on."""
        options = self._options
        places = [self._is_place(word, found) for word in core]
        if not any(places):
            return [] if options.start_at_place else core
        last = len(places) - 1 - places[::-1].index(True)
        # A place in brackets belongs to the brand before it: 交银国际（上海）投资有限公司.
        if last > 0 and core[last - 1].text in "（(":
            return self._from_place_before(core, places, last)
        first = last
        while first > 0 and places[first - 1]:
            first -= 1
        if not options.placed and last == len(core) - 1 and first > 0:
            return self._from_place(core[:first], found) + core[first:]
        # The word for a kind of place needs its name: 大鹏 + 新区, 钱塘 + 区.
        if first > 0 and core[first].text in self._options.local and _may_name_place(core[first - 1], core[first]):
            first -= 1
            while first > 0 and places[first - 1]:
                first -= 1
        return core[first:]

    def _from_place_before(self, core: list[Word], places: list[bool], bracket: int) -> list[Word]:
        earlier = [index for index in range(bracket - 1) if places[index]]
        return core[earlier[0] :] if earlier else core

    def _has_brand(self, page: Page, core: list[Word]) -> bool:
        """Whether a core holds a word that is a name or in no dictionary, or signs that stand one by one."""
        single = [len(word.text) == 1 for word in core]
        if all(single) or any(one and other for one, other in itertools.pairwise(single)):
            return True
        names = (*_NAMES, PLACE) if self._options.local_brands else _NAMES
        return any(
            len(word.text) > 1
            and not word.text.isascii()
            and (word.tag.startswith(names) or not page.tokenizer.knows(word.text))
            for word in core
        )

    def _is_place(self, word: Word, found: Found) -> bool:
        # The tagger's places are doubtful (普及): only those count that look like one.
        if word.text in self._options.local or (
            word.tag == PLACE
            and len(word.text) > 1
            and word.text.endswith(self._local)
            and word.text not in self._options.generic
        ):
            return True
        return found.starting(word.start, self._options.places) is not None


def _may_name_place(word: Word, kind: Word) -> bool:
    """Whether a word can be the name of the place whose kind follows; 市 alone is a name itself in 市财政局."""
    return len(kind.text) > 1 or word.tag.startswith((PLACE, *_NAMES))
