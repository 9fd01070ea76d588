"""Words that stuck to the front of a name: 说到云桥金融 where 云桥金融 is named elsewhere, 张三任云桥金融.

A name that no list holds reaches to the left as far as its rule let it. Where what it ends in is found by itself more
often, and what is left over in front is no name, the name is the shorter one. Where a person and a verb begin it, it
begins behind them.
"""

from __future__ import annotations

import bisect
import collections
import re
from collections.abc import Iterable, Mapping

from kg.extract.mentions.candidate import Candidate, Found
from kg.extract.mentions.overlap import SURE
from kg.extract.mentions.page import Page
from kg.ontology.forms import NameForms
from kg.ontology.language import Language
from kg.ontology.phrases import Phrases
from kg.text.alternatives import any_of

_SHORTEST = 3
"""A shorter rest is a common word sooner than a name."""
# One sign too many is as likely to be one sign too few elsewhere: 和耕, 耕.
_LEAST = 2
# 以旧换新 is one word, and no 以 leads to it.
_WORDS = (2, 3, 4)
"""Lengths of the words that a leading sign may begin."""
_HELPING = ("v", "d", "p", "c", "u")
"""Tags of words that begin no name before a listed one."""


def trimmed(page: Page, found: Found, types: Iterable[str]) -> Found:
    """What was found, the names of the types cut at the front where the document shows what is theirs."""
    wanted = frozenset(types)
    found = _behind_helpers(page, found, wanted)
    surfaces: dict[str, dict[str, set[int]]] = {each: collections.defaultdict(set) for each in wanted}
    for each in found.candidates:
        if each.type in wanted:
            surfaces[each.type][page.plain[each.start : each.end]].add(each.end)
    if all(len(ends) < 2 for ends in surfaces.values()):
        return found
    cut = [
        _cut(page, each, surfaces[each.type], found) if each.type in wanted and each.canonical is None else each
        for each in found.candidates
    ]
    return found if cut == found.candidates else Found(cut)


def _behind_helpers(page: Page, found: Found, wanted: frozenset[str]) -> Found:
    """What was found, names of the types without the verbs and helping words that stand before a listed one in them."""
    starts: dict[str, list[int]] = {type_: [] for type_ in wanted}
    for each in found.candidates:
        if each.type in wanted and each.canonical is not None:
            bisect.insort(starts[each.type], each.start)
    cut = [
        _from_listed(page, each, starts[each.type]) if each.type in wanted and each.canonical is None else each
        for each in found.candidates
    ]
    return found if cut == found.candidates else Found(cut)


def _from_listed(page: Page, name: Candidate, starts: list[int]) -> Candidate:
    first = bisect.bisect_right(starts, name.start)
    if first == len(starts) or starts[first] >= name.end:
        return name
    start, words = starts[first], page.words_at(name.start)
    if words is None or not (words.is_boundary(name.start) and words.is_boundary(start)):
        return name
    before = (words[index] for index in range(words.at(name.start), words.at(start)))
    return name._replace(start=start) if all(word.tag.startswith(_HELPING) for word in before) else name


class LeadCutter:
    """Cuts words that lead to names off their front: 而 + 云桥金融, 10月15日 + 云桥金融, 和耕集团 + 控股 + 云桥金融.

    Args:
        language: its words; those of one sign count only where that begins no word of the dictionary with what follows.
        forms: the types whose names are cut, with further words that lead to them, and what links two names of a type.

    A mark that opens a quotation and is not closed in the name leads to names of any type.
    """

    def __init__(self, language: Language, forms: Iterable[NameForms]) -> None:
        self._compounds = language.phrases.compounds
        self._quotes = {pair[0]: pair[1] for pair in language.punctuation.quotes}
        self._marks = frozenset((*self._quotes, *self._quotes.values()))
        marks = re.escape("".join((*self._quotes, *self._quotes.values())))
        self._opened = re.compile(rf"{any_of(self._quotes)}[^{marks}]+\Z")
        # 发展”主题活动 of “推动发展”主题活动.
        self._halved = re.compile(rf"[^{marks}]+{any_of(self._quotes.values())}")
        cut = [each for each in forms if each.core or each.branded or each.governed or each.led]
        self._leading = {each.type: _leading(language.phrases, each) for each in cut}
        self._links = {each.type: _link(each) for each in cut}
        self._bare = {each.type: _bare(language.phrases, each) for each in cut}

    def cut(self, page: Page, name: Candidate) -> Candidate | None:
        """A name without what leads to it; None for half of what stands in marks, or what is left of 严守 + 风险."""
        if name.canonical is not None:
            return name
        closing = self._quotes.get(page.plain[name.start])
        if closing is not None and page.plain.find(closing, name.start, name.end) < 0:
            name = name._replace(start=name.start + 1)
        if not self._marks.isdisjoint(page.plain[name.start : name.end]):
            if self._halved.match(page.plain, name.start, name.end):
                return None
            name = self._closed(page, name)
        if name.type not in self._links or page.plain[max(name.start - 1, 0)] in self._quotes:
            return name
        link = self._links[name.type].match(page.plain, name.start, name.end)
        start = link.end() if link else name.start
        while (end := self._lead_end(page, name, start)) is not None:
            start = end
        if self._bare[name.type].fullmatch(page.plain, start, name.end):
            return None
        return name if start == name.start else name._replace(start=start)

    def _closed(self, page: Page, name: Candidate) -> Candidate:
        """A name with the mark right behind it that closes what it opens: 2023年“某某宣传月 + ”."""
        opened = self._opened.search(page.plain, name.start, name.end)
        if opened is None or page.plain[name.end : name.end + 1] != self._quotes[opened[0][0]]:
            return name
        return name._replace(end=name.end + 1)

    def _lead_end(self, page: Page, name: Candidate, start: int) -> int | None:
        """Where a word ends that leads to a name, None where none stands at an offset."""
        lead = self._leading[name.type].match(page.plain, start, name.end)
        if lead is None or name.end - lead.end() < _SHORTEST:
            return None
        words = (page.plain[start : start + size] for size in _WORDS if len(lead[0]) == 1)
        begins = any(page.tokenizer.knows(word) or word in self._compounds for word in words)
        return None if begins else lead.end()


def _leading(phrases: Phrases, forms: NameForms) -> re.Pattern[str]:
    """What leads to a name of a type."""
    brands = phrases.leading if forms.core or forms.branded else ()
    concepts = phrases.governing if forms.governed else ()
    behind = [f"(?<=[{re.escape(''.join(signs))}]){re.escape(word)}" for word, signs in phrases.leading_after.items()]
    deeds = any_of(word for word in brands if len(word) > 1)
    acting = f"{any_of(phrases.before_leading)}{deeds}"
    counted = rf"[0-9]+[{phrases.counters}]{{1,2}}" if phrases.counters and not forms.core else "(?!)"
    return re.compile("|".join((acting, any_of((*forms.led, *brands, *concepts)), *behind, counted)))


def _bare(phrases: Phrases, forms: NameForms) -> re.Pattern[str]:
    """What is no name of a concept but a kind with a word that leads to it; those of firms are for `classes`."""
    concepts = phrases.governing if forms.governed else ()
    return re.compile(rf"{any_of(concepts)}.{{1,{_SHORTEST - 1}}}")


def _link(forms: NameForms) -> re.Pattern[str]:
    """What stands before the last of several names that look like one; what is left is more than a legal form."""
    if not forms.links:
        return re.compile("(?!)")
    no_name = rf"(?!{any_of(forms.houses)}|{any_of(forms.trades)}*{any_of(forms.tails)}$)(?=.{{{_SHORTEST + 1}}})"
    return re.compile(rf".*{any_of(forms.houses)}{any_of(forms.links)}{no_name}")


class PeopleCutter:
    """Cuts people and what they do off the names behind them: 张三 + 任 + 云桥金融.

    Args:
        people: the types of people.
        verbs: words that stand right behind a person.
    """

    def __init__(self, people: Iterable[str], verbs: Iterable[str]) -> None:
        self._people = frozenset(people)
        self._verbs = tuple(sorted(verbs, key=lambda word: (-len(word), word)))

    def cut(self, page: Page, found: Found) -> Found:
        """What was found, without the people that began other names."""
        people = [each for each in found.candidates if each.type in self._people]
        if not people:
            return found
        ends = {each.start: each.end for each in people}
        sure = {each.start: each.end for each in people if each.strength >= SURE}
        cut = [self._behind(page, each, ends, sure) for each in found.candidates]
        return found if cut == found.candidates else Found(cut)

    def _behind(self, page: Page, name: Candidate, people: Mapping[int, int], sure: Mapping[int, int]) -> Candidate:
        end = people.get(name.start, name.end)
        if end >= name.end or name.canonical is not None or name.type in self._people:
            return name
        verb = next((each for each in self._verbs if page.text.startswith(each, end)), None)
        start = end + len(verb) if verb else sure.get(name.start, name.end)
        return name._replace(start=start) if name.end - start >= _SHORTEST else name


def _cut(page: Page, name: Candidate, surfaces: dict[str, set[int]], found: Found) -> Candidate:
    whole = page.plain[name.start : name.end]
    often = len(surfaces[whole])
    for start in range(name.start + _LEAST, name.end - _SHORTEST + 1):
        alone = surfaces.get(page.plain[start : name.end], set()) - surfaces[whole]
        if len(alone) >= often and not found.ends_at(start):
            return name._replace(start=start)
    return name
