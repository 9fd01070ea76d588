"""Regular expressions as a pack writes them: what they call in its place, and compiled."""

from __future__ import annotations

import collections
import functools
import re
from collections.abc import Iterable, Mapping

import regex

from kg.extract.mentions.lookbehind import apart

_CALL = re.compile(r"\(\?&(\w+)\)")
_HAN = (
    r"\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff"
    r"\uf900-\ufa6d\ufa70-\ufad9\U00020000-\U0003ffff"
)
r"""The signs of `\p{Han}` as the inside of a class."""
_NAMED = re.compile(r"\(\?<(\w+)>")
_CLASS = re.compile(r"\[(?:\\.|[^\]\\])+\]")


@functools.cache
def compiled(pattern: str) -> regex.Pattern[str] | re.Pattern[str]:
    r"""An expression for `regex`, compiled by `re` where it asks for nothing that `re` does not know: that is faster.

    A name that several groups share is numbered there from the second on (`name`, `name2`).

    >>> type(compiled(r"(?<=a|bc)\p{Han}+")).__module__, type(compiled(r"(?<=a+)\p{Han}")).__module__
    ('re', '_regex')
    """
    inside = _CLASS.sub(lambda found: found.group().replace(r"\p{Han}", _HAN), pattern)
    times: collections.Counter[str] = collections.Counter()

    def named(group: re.Match[str]) -> str:
        times[group[1]] += 1
        return f"(?P<{group[1]}{times[group[1]] if times[group[1]] > 1 else ''}>"

    try:
        return re.compile(apart(_NAMED.sub(named, inside.replace(r"\p{Han}", f"[{_HAN}]"))))
    except (re.error, ValueError):
        return regex.compile(pattern)


def whole_pattern(pattern: str, where: Mapping[str, Iterable[str]]) -> str:
    """A pattern with the alternatives of `where` that it calls in their place.

    Raises:
        ValueError: it calls what `where` does not define, or is no regular expression.
    """
    whole = _written_out(pattern, where)
    try:
        compiled(whole)
    except regex.error as error:
        raise ValueError(f"is no regular expression ({error})") from error
    return whole


def _written_out(pattern: str, where: Mapping[str, Iterable[str]]) -> str:
    """A pattern with the alternatives that it calls written out, the last defined first: it may call the others.

    >>> _written_out("(?&mover)(?&rise)", {"up": ["升", "涨"], "rise": ["(?&up)停", "新高"], "mover": ["股"]})
    '(?:股)(?:(?:升|涨)停|新高)'
    """
    for name in reversed([*where]):
        pattern = pattern.replace(f"(?&{name})", f"(?:{'|'.join(where[name])})")
    if missing := _CALL.search(pattern):
        raise ValueError(f"calls {missing[1]}, which `where` does not define")
    return pattern
