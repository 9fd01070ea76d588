"""Kinds of actors with words before them that name nobody: 有村镇银行, 所有商业银行, 近十家担保公司.

Rules of names know many words that no name begins with, but none knows all. What ends in a listed kind of actors and
has nothing else than such words before it is a kind, whatever rule held it to be a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.extract.mentions.candidate import Candidate
from kg.extract.mentions.page import Page
from kg.ontology.forms import NameForms
from kg.ontology.lexicon import Lexicon
from kg.ontology.phrases import Phrases
from kg.text.tokenizer import Words

_CLOSED = ("m", "q", "r", "d", "p", "c", "u")
"""Tags of words that name nothing: numbers, measures, pronouns, adverbs, prepositions, conjunctions, particles."""
# 理财 is found of 理财公司.
_FURTHER = 2
"""Signs that a kind may go on behind what a rule took for a name."""


class ClassFilter:
    """Tells the names of actors that are but a kind of them.

    Args:
        phrases: the words that name nobody; those of one sign may also begin a brand, and count before listed kinds
            only (中新控股).
        forms: types with a `core` are those of actors with names, `unnamed` ones those of kinds.
        lexicon: where the kinds are listed.
        offices: what people are, and firms are not (创始人).
    """

    def __init__(
        self, phrases: Phrases, forms: Sequence[NameForms], lexicon: Lexicon, offices: Iterable[str] = ()
    ) -> None:
        self._offices = frozenset(offices)
        actors, kinds = [each for each in forms if each.core], {each.type for each in forms if each.unnamed}
        self._types = frozenset(each.type for each in actors)
        self._kinds = frozenset(form for name in lexicon if name.type in kinds for form in name.surfaces)
        self._houses = frozenset(house for each in actors for house in each.houses)
        self._longest = max(map(len, self._kinds | self._houses), default=0)
        self._words = phrases.unnaming
        self._long = longer(phrases.unnaming).union(phrases.counting)

    def is_class(self, page: Page, name: Candidate) -> bool:
        """Whether a name that no list holds is an office, or a kind of actors behind words that name nobody."""
        if name.type not in self._types or name.canonical is not None:
            return False
        if page.plain[name.start : name.end] in self._offices:
            return True
        words = page.words_at(name.start)
        # 何村镇银行 is cut from 任何村镇银行.
        first = name.start if words is None else words[words.at(name.start)].start
        text = page.plain[first : name.end]
        further = page.plain[name.end : name.end + _FURTHER]
        for start in range(max(len(text) - self._longest, 0), len(text) - 1):
            kind = text[start:]
            if kind in self._houses and made_of(text[:start], self._long):
                return True
            listed = kind in self._kinds or kind + further in self._kinds
            if listed and self._names_nobody(text[:start], words, first):
                return True
        return False

    def _names_nobody(self, before: str, words: Words | None, offset: int) -> bool:
        """Whether words that stand at an offset are made of such as name nobody alone."""
        if made_of(before, self._words):
            return True
        if words is None or not words.is_boundary(offset + len(before)):
            return False
        inside = (words[index] for index in range(words.at(offset), words.at(offset + len(before))))
        return all(word.tag.startswith(_CLOSED) or word.text in self._words for word in inside)


def longer(words: frozenset[str]) -> frozenset[str]:
    """Those of some words that are longer than a sign."""
    return frozenset(word for word in words if len(word) > 1)


def made_of(text: str, words: frozenset[str]) -> bool:
    """Whether a text is nothing but words of a set.

    >>> made_of("其他几家", frozenset({"其他", "几家"}))
    True
    """
    reached = [0]
    for end in range(1, len(text) + 1):
        for start in reached:
            if text[start:end] in words:
                reached.append(end)
                break
    return reached[-1] == len(text)
