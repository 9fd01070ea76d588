"""How a name is built: 重庆 + 蚂蚁 + 消费金融 + 有限公司, or a head with a branch; and the key that compares names.

Two names meet only where their keys are equal: the trade suffix and the legal form are stripped, equal trade words
made one, and the own parts compared whole. 海尔消费金融 and 哈银消费金融 share a trade and nothing else. The words
themselves come from the pack.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.ontology.resolution import NamingOptions

_LEFT_OUT = re.compile(r"[\s“”\"‘’'「」『』《》〈〉【】]+")
_SHORTEST_CORE = 2
"""An own part of one character is too little to tell a name by."""


@lru_cache(maxsize=1 << 16)
def plain(name: str) -> str:
    """A name as it is compared: full width folded, case folded, blanks and quotes left out.

    >>> plain("《ＡＢ 计划》")
    'ab计划'
    """
    return _LEFT_OUT.sub("", unicodedata.normalize("NFKC", name)).casefold()


@dataclass(frozen=True, slots=True)
class BuiltName:
    """The parts of a name, in plain form.

    `text` is the whole without legal form, equal trade words and equal places made one; `core` what stands before
    the `trade`; `rest` is `text` without a place or nation before it, None where there is none or too little would
    be left.
    """

    text: str
    core: str
    trade: str = ""
    rest: str | None = None


class Naming:
    """How the names of some types are built, by a pack's options."""

    def __init__(self, options: NamingOptions, places: Mapping[str, str]) -> None:
        self._forms = _longest_first(options.legal_forms)
        self._nations = _longest_first(options.nations)
        self._branches = _longest_first(options.branches)
        self._places = places
        words = {plain(word): plain(each.name) for each in options.trades for word in (each.name, *each.also)}
        self._trades = {word: words[word] for word in _longest_first(words)}
        self._kept_apart = {
            plain(word) for each in options.trades if each.unless_place for word in (each.name, *each.also)
        }

    def parse(self, name: str) -> BuiltName:
        """The parts of a name in plain form that names no branch."""
        bare = self._without_form(name)
        word = next((each for each in self._trades if bare.endswith(each) and len(bare) > len(each)), "")
        core = bare[: len(bare) - len(word)]
        trade = self._trades.get(word, "")
        if word in self._kept_apart and self._is_place(core):
            trade = word
        place = self._place_before(core) if trade or bare != name else self._nation_before(core)
        core = self._places.get(place, place) + core[len(place) :]
        shorter = core[len(self._places.get(place, place)) :]
        rest = shorter + trade if shorter != core and len(shorter) >= _SHORTEST_CORE else None
        return BuiltName(core + trade, core, trade, rest)

    def branch_at(self, name: str) -> int | None:
        """Where the part begins that makes a plain name a branch's (…城关支行), after the last trade word before it.

        Returns:
            None where the name is no branch's, 0 where nothing in it names the head.
        """
        suffix = next((each for each in self._branches if name.endswith(each) and len(name) > len(each)), None)
        if suffix is None:
            return None
        before = name[: len(name) - len(suffix)]
        return max((before.rfind(word) + len(word) for word in self._trades if before.find(word) > 0), default=0)

    def branch_part(self, part: str) -> str:
        """A branch's own part without the legal form of its head at its beginning."""
        form = next((each for each in self._forms if part.startswith(each) and len(part) > len(each)), "")
        return part[len(form) :]

    def is_generic(self, name: str) -> bool:
        """Whether a plain name tells nobody apart: 银行, 消费金融公司, 上海分行 (but 上海银行 is a bank's name)."""
        bare = self._without_form(name)
        if bare in self._trades or bare in self._forms or bare in self._branches:
            return True
        words = (*self._forms, *self._branches)
        return any(name.endswith(word) and self._is_place(name[: len(name) - len(word)]) for word in words)

    def _without_form(self, name: str) -> str:
        form = next((each for each in self._forms if name.endswith(each)), "")
        bare = name[: len(name) - len(form)]
        return bare if len(bare) >= _SHORTEST_CORE else name

    def _is_place(self, core: str) -> bool:
        return core in self._places or core in self._nations

    def _place_before(self, core: str) -> str:
        """The longest place that a core begins with; empty where it begins with none."""
        return next((core[:end] for end in range(len(core), 1, -1) if self._is_place(core[:end])), "")

    def _nation_before(self, core: str) -> str:
        return next((each for each in self._nations if core.startswith(each)), "")


def near(one: BuiltName, other: BuiltName) -> bool:
    """Whether two names of one trade have own parts of which neither shortens the other: never one thing.

    >>> haier, hayin = BuiltName("海尔消费金融", "海尔", "消费金融"), BuiltName("哈银消费金融", "哈银", "消费金融")
    >>> near(haier, hayin)
    True
    """
    if not one.trade or one.trade != other.trade:
        return False
    return not (shortens(one.core, other.core) or shortens(other.core, one.core))


def shortens(short: str, long: str) -> bool:
    """Whether all characters of one word stand in another in their order: 北银 in 北京银行."""
    rest = iter(long)
    return all(character in rest for character in short)


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({plain(word) for word in words}, key=lambda word: (-len(word), word)))
