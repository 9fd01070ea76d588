"""Which forms of a name are forms of one name.

Takes a name apart into what comes before it (a place), its core, and the family of its last word, so that
甲消费金融有限公司 and 甲消金 compare equal and 甲消费金融 and 乙消费金融 do not.
"""

from __future__ import annotations

import collections
import functools
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kg.extract.mentions.expressions import compiled
from kg.ontology.forms import NameForms
from kg.ontology.lexicon import Lexicon

_REMEMBERED = 1 << 12
"""How many names a reader remembers."""
_SHORTEST_CORE = 2
_SHORTEST_LISTED = 3
"""A shorter listed name begins the names of much of its kin."""


class NameParts(NamedTuple):
    """A name taken apart: `lead` is a place or the like, `family` the number of its last word's family, or None."""

    lead: str
    core: str
    family: int | None


class _Endings:
    """Words that names may end in."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._all = tuple(self._words)
        self._lengths = sorted({len(word) for word in self._words}, reverse=True)

    def of(self, name: str) -> Sequence[str]:
        """Those that a name ends in, the longest first."""
        if not name.endswith(self._all):  # as mostly
            return ()
        ends = [name[-length:] for length in self._lengths if length <= len(name)]
        return [end for end in ends if end in self._words]


class NameReader:
    """Takes names of one type apart."""

    def __init__(self, forms: NameForms, places: Iterable[str]) -> None:
        self.forms = forms
        self._tails = _Endings(forms.tails)
        # Most names are asked for several times in an article, and many are named in the next, too.
        self.readings = functools.lru_cache(_REMEMBERED)(self._readings)
        self.shorter_forms = functools.lru_cache(_REMEMBERED)(self._shorter_forms)
        self.stem_of = functools.lru_cache(_REMEMBERED)(self._stem_of)
        self.places = frozenset(places)
        self._leads = self.places | frozenset(forms.leads)
        self._lead_signs = frozenset(lead[:1] for lead in self._leads)
        self._longest_lead = max(map(len, self._leads), default=0)
        self._edition = compiled(forms.editions) if forms.editions else None
        self._numbers: dict[str, int] = {}
        for number, words in enumerate(forms.families):
            for word in words:
                self._numbers.setdefault(word, number)
        self._families = _Endings(self._numbers)
        self._of_group = {
            word: number
            for number, words in enumerate(forms.families)
            for word in words[1:]
            if self._numbers[word] < number
        }
        # Only words that end in a tail can be mistaken for it; few do, and every name is asked for every tail.
        self._mistakable = {
            tail: tuple(word for word in self._numbers if len(word) > len(tail) and word.endswith(tail))
            for tail in forms.tails
        }

    def is_place(self, name: str) -> bool:
        """Whether a string is nothing but a place or another part that may be left off the front."""
        return name in self._leads

    def parts(self, name: str) -> NameParts:
        """The parts of a name; what would leave no core stays on it."""
        return self.readings(name)[0]

    def _readings(self, name: str) -> Sequence[NameParts]:
        """The parts of a name and, where its last word is also short for what a group ends in, those of the group.

        云桥保险 may be 云桥财产保险 or 云桥保险集团.
        """
        stem = self._without_tails(_unbracketed(name))
        word, family = self._family(stem)
        core = stem.removesuffix(word)
        lead = self._lead(core)
        own = NameParts(lead, core[len(lead) :], family)
        return (own, own._replace(family=self._of_group[word])) if word in self._of_group else (own,)

    def _family(self, stem: str) -> tuple[str, int | None]:
        """The last word of a name that leaves a core, and the number of its family."""
        for word in self._families.of(stem):
            if len(stem) - len(word) >= _SHORTEST_CORE:
                return word, self._numbers[word]
        return "", None

    def _shorter_forms(self, name: str) -> tuple[str, ...]:
        """Other forms that the same document may use: without legal form, with the family's other words."""
        plain = _unbracketed(name)
        stem = self._without_tails(plain)
        forms = [plain, stem]
        word, family = self._family(stem)
        core = stem.removesuffix(word)
        if family is not None:
            forms.extend([core + other for other in self.forms.families[family]])
        # What is left off the front must leave a core: 湖北消费金融 is no 消费金融.
        lead = self._lead(core)
        forms.extend(form[len(lead) :] for form in tuple(forms) if lead and form.startswith(lead))
        fitting = (form for form in forms if form != name and len(form) > _SHORTEST_CORE)
        return tuple(dict.fromkeys((*fitting, *self._last_part(name))))

    def _last_part(self, name: str) -> tuple[str, ...]:
        """The last part of a name whose parts a sign parts: 罗西 of 塞尔吉奥·罗西."""
        start = max([name.rfind(sign) for sign in self.forms.parted], default=-1) + 1
        return (name[start:],) if start and len(name) - start >= _SHORTEST_CORE else ()

    def without_edition(self, name: str) -> str:
        """The name of what is held again and again: 云州博览会 of 第七届云州博览会."""
        edition = self._edition.match(name) if self._edition is not None else None
        return name[edition.end() :] if edition is not None and len(name) - edition.end() >= _SHORTEST_CORE else name

    def begun_by(self, name: str, full: Sequence[str], *, listed: bool) -> Sequence[str]:
        """Those of some full names that begin with a name, before which they may have a place: 云州 + 云桥 + 生物技术….

        A listed name has kin that is listed too, or not (京东, 京东科技控股): it needs more signs and the fullest form.
        """
        stem, forms = self._without_tails(_unbracketed(name)), self.forms.full[:1] if listed else self.forms.full
        least = _SHORTEST_LISTED if listed and stem + self.forms.share != name else _SHORTEST_CORE
        if name.endswith(self.forms.full) or len(stem) - len(self._lead(stem)) < least:
            return ()
        group = next((each for each in self.forms.groups if name.endswith(each)), "")
        return [
            each
            for each in full
            if each.endswith(forms) and group in each and each.startswith(stem, len(self._lead_before(each, stem)))
        ]

    def _lead_before(self, name: str, stem: str) -> str:
        return "" if name.startswith(stem) else self._lead(name)

    def _stem_of(self, name: str) -> str | None:
        """The name without the words that may be left off its end, None where there are none."""
        stem = self._without_tails(name)
        return stem if stem != name else None

    def full_form(self, name: str) -> str:
        """The name with its last word in the family's fullest form: 郑州中支 is 郑州中心支行."""
        words = self._families.of(name)
        return name.removesuffix(words[0]) + self.forms.families[self._numbers[words[0]]][0] if words else name

    def abbreviates(self, short: str, full: str) -> bool:
        """Whether a name is another of the same place with signs left out: 某区金融局, 某区地方金融监督管理局."""
        if len(short) >= len(full) or short[-1] != full[-1] or full.startswith(short):
            return False
        place = _place(full, self.forms.abbreviated)
        if not place:
            return False
        own = _place(short, self.forms.abbreviated)
        return (own == place or short.startswith(place[:-1])) and own in {place, ""} and is_short_for(short, full)

    def _without_tails(self, name: str) -> str:
        shortened = True
        while shortened:
            shortened = False
            for tail in self._tails.of(name):
                if self._is_family_of(name, tail):
                    return name
                if len(name) - len(tail) >= _SHORTEST_CORE:
                    name, shortened = name[: -len(tail)], True
                    break
        return name

    def _is_family_of(self, name: str, tail: str) -> bool:
        """Whether the name ends in a family's word that only looks like a tail: 金融控股 is no 控股."""
        return name.endswith(self._mistakable[tail])

    def _lead(self, stem: str) -> str:
        if stem[:1] not in self._lead_signs:  # as mostly
            return ""
        for length in range(min(len(stem) - _SHORTEST_CORE, self._longest_lead), 0, -1):
            if stem[:length] in self._leads:
                return stem[:length]
        return stem[: len(stem) - len(self.without_edition(stem))]


def is_short_for(short: str, full: str) -> bool:
    """Whether the signs of the short form stand in the full one in the same order.

    >>> is_short_for("交银金科", "交银金融科技有限公司"), is_short_for("中国太保", "太平洋健康险上海分公司")
    (True, False)
    """
    signs = iter(full.casefold())
    return all(sign in signs for sign in short.casefold())


def make_readers(forms: Iterable[NameForms], lexicon: Lexicon) -> Mapping[str, NameReader]:
    """A reader for each type that has forms."""
    listed: dict[str, list[str]] = collections.defaultdict(list)
    for name in lexicon:
        listed[name.type].extend(name.surfaces)
    readers = {}
    for each in forms:
        places = {surface for type_ in each.places for surface in listed[type_]}
        readers[each.type] = NameReader(each, sorted(places))
    return readers


def _place(name: str, kinds: str) -> str:
    """The name up to the last word for a kind of place, which is one sign of `kinds`; empty where there is none."""
    return name[: max(name.rfind(kind) for kind in kinds) + 1]


def _unbracketed(name: str) -> str:
    """The name without a place in brackets: 华夏股权投资基金管理（北京）有限公司."""
    for opening, closing in ("（）", "()"):
        start = name.find(opening)
        if start > 0 and (end := name.find(closing)) > start:
            return name[:start] + name[end + 1 :]
    return name
