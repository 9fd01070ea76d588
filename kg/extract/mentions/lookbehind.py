"""Looking back over words of several lengths, put in the way that `re` knows: each length by itself.

`(?<=公司|银行业)` is `(?:(?<=公司)|(?<=银行业))`, and `(?<!甲|乙丙)` is `(?<!甲)(?<!乙丙)`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

TOKEN = re.compile(
    r"\\[pPN]\{[^}]*\}|\\[uUx][0-9A-Fa-f]+|\\.|\[(?:\\.|[^\]\\])+\]"  # escapes and classes
    r"|\(\?(?:P?<\w+>|[:>]|<?[=!])|[*+?][+?]?|\{\d*,?\d*\}[+?]?|.",  # groups, quantifiers and signs
    re.DOTALL,
)
"""The tokens of an expression, as far as a pack's expressions go."""
_BACK = ("(?<=", "(?<!")
_ASIDE = (*_BACK, "(?=", "(?!")
_EDGES = frozenset({"^", "$", r"\b", r"\B"})
_TIMES = re.compile(r"\?|\{(\d+)(?:,(\d+))?\}")
_QUANTIFIER = re.compile(r"[*+?]|\{\d*,?\d*\}")

_Lengths = Mapping[int, str]
"""What an expression matches, by how many signs it is long."""


def apart(pattern: str) -> str:
    """The expression, what it looks back at told apart by length.

    Raises:
        ValueError: it looks back at what has no certain length.

    >>> apart("(?<=的|公司[甲乙]?)丙(?<!丁|戊己)")
    '(?:(?<=的)|(?<=公司)|(?<=公司[甲乙]))丙(?<!丁)(?<!戊己)'
    """
    tokens = TOKEN.findall(pattern)[::-1]
    parts = []
    while tokens:
        token = tokens.pop()
        parts.append(_looking_back(token, tokens) if token in _BACK else token)
    return "".join(parts)


def _looking_back(token: str, tokens: list[str]) -> str:
    """A group that looks back, whose first token was taken."""
    by_length = _alternatives(tokens)
    tokens.pop()
    each = [f"{token}{by_length[length]})" for length in sorted(by_length)]
    return f"(?:{'|'.join(each)})" if token == _BACK[0] and len(each) > 1 else "".join(each)


def _alternatives(tokens: list[str]) -> _Lengths:
    """What stands up to the end of a group."""
    found: dict[int, list[str]] = {}
    while True:
        for length, words in _sequence(tokens).items():
            found.setdefault(length, []).append(words)
        if not tokens or tokens[-1] != "|":
            return {length: "|".join(words) for length, words in found.items()}
        tokens.pop()


def _sequence(tokens: list[str]) -> _Lengths:
    """One alternative."""
    found: dict[int, str] = {0: ""}
    while tokens and tokens[-1] not in "|)":
        atom = _repeated(_atom(tokens), tokens)
        joined: dict[int, list[str]] = {}
        for length, before in found.items():
            for more, words in atom.items():
                joined.setdefault(length + more, []).append(before + words)
        found = {length: _any(words) for length, words in joined.items()}
    return found


def _atom(tokens: list[str]) -> _Lengths:
    """A sign, a class or a group."""
    token = tokens.pop()
    if token[0] != "(":
        return {0 if token in _EDGES else 1: token}
    if token in _BACK:
        return {0: _looking_back(token, tokens)}
    if token not in {"(?:", *_ASIDE}:
        raise ValueError(f"looks back at {token}")
    ahead = tokens[:]
    by_length = _alternatives(tokens)
    tokens.pop()
    if token in _ASIDE:  # how long it is makes no difference
        return {0: token + "".join(ahead[len(tokens) :][::-1])}
    return {length: f"(?:{words})" for length, words in by_length.items()}


def _repeated(atom: _Lengths, tokens: list[str]) -> _Lengths:
    """An atom with the quantifier behind it."""
    if not tokens or not _QUANTIFIER.match(tokens[-1]):
        return atom
    times = _TIMES.fullmatch(tokens.pop())
    if times is None or (len(atom) > 1 and times[0] != "?"):
        raise ValueError("looks back at what has no certain length")
    if times[0] == "?":
        return {0: "", **{length: words for length, words in atom.items() if length}}
    (length, words), least = next(iter(atom.items())), int(times[1])
    return {length * count: f"{words}{{{count}}}" for count in range(least, int(times[2] or least) + 1)}


def _any(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"(?:{'|'.join(words)})"
