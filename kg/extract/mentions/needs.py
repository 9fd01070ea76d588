"""What a text must hold for a regular expression to match in it, read from the expression itself.

A long expression is tried at every sign, and most texts lack a word that it cannot do without, which is found out far
sooner. Only what an expression certainly needs counts: what it does not understand it leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.extract.mentions.lookbehind import TOKEN

_OPTIONAL = re.compile(r"[*?]|\{0?,|\{0\}")
_QUANTIFIER = re.compile(r"[*+?]|\{.")
_ANYTHING = re.compile(r"\[\^|\[.*(?:\\[0-9A-Za-ce-z]|\[)|\\[0-9A-Za-ce-z]|[.^$]$")
"""Tokens that say too little to be looked for: classes by what they lack or of whole scripts, edges."""
_ASIDE = frozenset({"(?!", "(?<!"})
"""Groups whose words must not stand in the text."""
_BEHIND = "(?<="
"""A group whose words may stand before the text."""
_ENDLESS = re.compile(r"[*+]|\{\d+,\}")
REACH = 100
"""How many signs before a text may be looked back at; nobody writes longer words before a name."""

_Need = frozenset[str]
"""Expressions of which one must match somewhere."""


def needs(pattern: str, known: Iterable[str] = (), *, behind: bool = False) -> tuple[re.Pattern[str], ...]:
    """What must all be found in a text that the pattern matches in, but for what any of some known words has.

    With `behind` also what it looks back at, which may begin up to `REACH` signs before the text.

    >>> [each.pattern for each in needs("(?:举[行办]了?|(?!不)召开).{0,9}第[一二]届", ["召开", "举办"])]
    ['第[一二]届']
    """
    tokens = TOKEN.findall(pattern)[::-1]
    if ("(", "?") in zip(tokens[1:], tokens, strict=False):  # a kind of group that is not known
        return ()
    alternatives = dict.fromkeys(_Reader(behind=behind).alternatives(tokens))
    found = [re.compile("|".join(sorted(each))) for each in alternatives]
    words = tuple(known)
    return tuple(each for each in found if not words or not all(map(each.search, words)))


class _Reader:
    """Reads the tokens of an expression, the next of which is the last of their list; `behind` as in `needs`."""

    def __init__(self, *, behind: bool) -> None:
        self._behind = behind

    def alternatives(self, tokens: list[str]) -> list[_Need]:
        """The needs of what stands up to the end of a group; of several alternatives one need of each, together."""
        each = [self._sequence(tokens)]
        while tokens and tokens[-1] == "|":
            tokens.pop()
            each.append(self._sequence(tokens))
        if len(each) == 1:
            return each[0]
        return [frozenset().union(*(max(needs, key=_weight) for needs in each))] if all(each) else []

    def _sequence(self, tokens: list[str]) -> list[_Need]:
        """The needs of one alternative: signs that follow each other count as one."""
        found: list[_Need] = []
        run = ""
        while tokens and tokens[-1] not in "|)":
            token = tokens.pop()
            inner = self._group(token, tokens) if token[0] == "(" else None
            times = tokens.pop() if tokens and _QUANTIFIER.match(tokens[-1]) else ""
            if inner is None and not _OPTIONAL.match(times) and not _ANYTHING.match(token):
                run += token
                token = ""
            if token or times:
                found += [frozenset({run})] if run else []
                run = ""
            if inner and not _OPTIONAL.match(times):
                found += inner
        return [*found, frozenset({run})] if run else found

    def _group(self, token: str, tokens: list[str]) -> list[_Need]:
        ahead = tokens[:]
        inner = self.alternatives(tokens)
        tokens.pop()
        if token == _BEHIND:
            return inner if self._behind and not any(map(_ENDLESS.match, ahead[len(tokens) :])) else []
        return [] if token in _ASIDE else inner


def _weight(need: _Need) -> tuple[int, int]:
    """How much a need tells: by its shortest expression, then by how few there are."""
    return min(map(len, need)), -len(need)
