"""One pass over a text for the words of all rules.

Each rule names the words that wake it; one automaton finds them all, and each rule is handed its own hits. A text is
read once however many rules there are, and a rule whose words do not occur costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import daachorse

from kg.extract.mentions.page import plain


class Hit:
    """A word of a rule and where it stands."""

    __slots__ = ("end", "start", "word")

    def __init__(self, start: int, end: int, word: str) -> None:
        self.start = start
        self.end = end
        self.word = word


class WordIndex:
    """Finds which of many words stand where, overlapping ones too."""

    def __init__(self, words: Iterable[str]) -> None:
        """An index of plain words."""
        self._words = sorted({word for word in words if word})
        self._automaton = daachorse.CharwiseDoubleArrayAhoCorasick(self._words) if self._words else None

    def find(self, text: str) -> list[Hit]:
        """Every hit in a plain text, by its end, then the longer first."""
        if self._automaton is None:
            return []
        words = self._words
        found = self._automaton.find_overlapping(text)
        return [Hit(start, end, words[number]) for start, end, number in found]


def find_few(words: Iterable[str], text: str, covered: Sequence[int]) -> list[Hit]:
    """What an index of a few plain words finds in a text, sooner than the index is built.

    Args:
        words: the words.
        text: the text.
        covered: for each sign of the text whether it is taken; hits whose two ends are taken are left out.
    """
    hits: list[Hit] = []
    for word in filter(None, words):
        start = text.find(word)
        while start >= 0:
            end = start + len(word)
            if not (covered[start] and covered[end - 1]):
                hits.append(Hit(start, end, word))
            start = text.find(word, start + 1)
    return sorted(hits, key=lambda hit: (hit.end, hit.start))


class TriggerIndex:
    """The words of rules, by the rule's number; rules with the same words share their hits."""

    def __init__(self, triggers: Sequence[Iterable[str]]) -> None:
        sharing: dict[frozenset[str], list[int]] = {}
        for number, words in enumerate(triggers):
            sharing.setdefault(frozenset(map(plain, words)), []).append(number)
        self._sharing = list(sharing.values())
        self._groups: dict[str, list[int]] = {}
        for group, words in enumerate(sharing):
            for word in words:
                self._groups.setdefault(word, []).append(group)
        self._index = WordIndex(self._groups)

    def find(self, text: str) -> Mapping[int, list[Hit]]:
        """The hits in a plain text of each rule that has any; of hits with one end, a rule gets the longest."""
        hits: dict[int, list[Hit]] = {}
        groups = self._groups
        for hit in self._index.find(text):
            for group in groups[hit.word]:
                own = hits.get(group)
                if own is None:
                    hits[group] = [hit]
                elif own[-1].end != hit.end:
                    own.append(hit)
        return {number: own for group, own in hits.items() for number in self._sharing[group]}
