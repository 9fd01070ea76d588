"""Lines of a page's main text that are none of the article: what stands above it, below it, and lists of others in it.

The words that tell such lines are the language's (`kg.ontology.head.Furniture`); this module knows where they stand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from functools import lru_cache

from kg.ontology.head import Head
from kg.text.alternatives import any_of
from kg.text.normalize import fold
from kg.text.reading.head import is_byline, read_info

_HEAD_LINES = 15
_FOOT_LINES = 15
_LONGEST_CALL = 60
_LONGEST_LABEL = 12
_SHORT_WORD = 2
"""Signs of a word that may also head a part of the article, where no number follows."""
_LONGEST_DISCLAIMER = 160
_FULL_STOPS = "。！？!?；;"
_PATH_SIGN = re.compile(r"\s*(?:[>›»]|&gt;)+\s*")
_LETTERS = re.compile(r"[\W_]+")
_FOREIGN = re.compile(r"[^\u3400-\u9fff]{40,}")


def article_lines(text: str, title: str | None, head: Head, linked: Collection[str] = ()) -> str:
    r"""The text without the lines that are none of the article; `linked` are lines that are links as a whole.

    >>> from kg.text.reading.options import ReadOptions
    >>> article_lines("首页>财经>正文\n江畔银行15日宣布升级产品。\n责任编辑：柳青", None, ReadOptions().head)
    '江畔银行15日宣布升级产品。'
    """
    return "\n".join(_furniture(head).without(text.split("\n"), title, linked))


def is_head_of_comments(line: str, head: Head) -> bool:
    """Whether what readers say stands below a line: 网友评论（12）."""
    return _furniture(head).comments.fullmatch(line) is not None


@lru_cache(maxsize=8)
def _furniture(head: Head) -> _Furniture:
    return _Furniture(head)


class _Furniture:
    """Tells lines by one language's words."""

    def __init__(self, head: Head) -> None:
        words = head.furniture
        self._head = head
        self._ends = tuple(sorted(set(head.sentence_ends) - set(head.colon) - set(",;")))
        self._signs = "".join(self._ends)
        colon = f"[{re.escape(head.colon)}]"
        self._notice = re.compile(any_of(words.notices))
        self._statement = re.compile(rf"\W*{any_of(words.statements)}\W*(?:{colon}|】|$)")
        self._disclaimer = re.compile(any_of(words.disclaimers))
        self._call = re.compile(any_of(words.calls))
        self._path = re.compile(rf"\W*{any_of(words.paths)}\s*(?:{colon}|$)")
        plain = any_of(word for word in words.comments if len(word) > _SHORT_WORD)
        self.comments = re.compile(rf"\W*(?:{plain}|{any_of(words.comments)}\W*[0-9]+)[\W0-9]*")
        self._tags = re.compile(rf"\W*{any_of(words.tags)}\s*{colon}")
        self._ago = re.compile(rf"[0-9]*\s*{any_of(words.ago)}")
        self._alone = re.compile(rf"[\W_]*(?:{any_of(words.buttons)}[\W_0-9]*)*")
        self._others = frozenset(words.others)

    def without(self, lines: list[str], title: str | None, linked: Collection[str]) -> list[str]:
        openings = Counter(_opening(line) for line in lines)
        # An interview says who speaks again and again, a page who edited it once.
        dialogue = frozenset(opening for opening, count in openings.items() if opening and count > 1)
        lines = [line for line in lines if line.strip()]
        body = next((nth for nth, line in enumerate(lines) if self._is_sentence(line)), len(lines))
        body = min(body, _HEAD_LINES)
        top = self._without_head(lines[:body], title, dialogue)
        return self._without_foot(top + self._without_others(lines[body:], linked), dialogue)

    def _without_head(self, lines: list[str], title: str | None, dialogue: frozenset[str]) -> list[str]:
        if title in lines:
            lines = lines[lines.index(title) :]
        return [line for line in lines if line == title or _opening(line) in dialogue or not self._is_above(line)]

    def _is_above(self, line: str) -> bool:
        words = _PATH_SIGN.split(line.strip())
        path = len(words) > 2 and all(len(word) <= _LONGEST_LABEL for word in words)
        return path or self._path.match(line) is not None or is_byline(line, self._head) or self._is_call(line)

    def _without_foot(self, lines: list[str], dialogue: frozenset[str]) -> list[str]:
        """The lines without those at the end; a last sentence stays where it is no statement of the site."""
        at = max(len(lines) - _FOOT_LINES, 0)
        kept = lines[:at] + [line for line in lines[at:] if _opening(line) in dialogue or not self._is_below(line)]
        while kept and _LETTERS.sub("", kept[-1]) in self._others:  # the head of a list that went before
            kept.pop()
        return kept

    def _is_below(self, line: str) -> bool:
        if self._statement.match(line) or _FOREIGN.fullmatch(line):
            return True
        if len(line) <= _LONGEST_DISCLAIMER and self._disclaimer.search(line):
            return True
        if any(sign in line for sign in _FULL_STOPS):
            return False
        notice = self._notice.search(line) is not None and not self._is_sentence(line)
        return notice or self._is_label(line) or self._is_call(line) or self._tags.match(line) is not None

    def _is_label(self, line: str) -> bool:
        """Nothing but labels with their values; the day alone may be that of an announcement."""
        labelled = any(sign in line.rstrip()[:-1] for sign in self._head.colon)
        return labelled and read_info(line, self._head) is not None

    def _is_call(self, line: str) -> bool:
        if line.endswith(tuple(self._head.colon)):
            return False
        if self._alone.fullmatch(line):
            return True
        return len(line) <= _LONGEST_CALL and not line.endswith("。") and self._call.search(line) is not None

    def _without_others(self, lines: list[str], linked: Collection[str]) -> list[str]:
        """The lines without lists of other articles: links below their heading, or with how long ago each was told."""
        kept: list[str] = []
        listing = False
        for nth, line in enumerate(lines):
            if _LETTERS.sub("", line) in self._others:
                listing = any(each in linked for each in lines[nth + 1 : nth + 2])
            elif self._is_sentence(line):
                listing = False
            if self._ago.fullmatch(line.strip()):
                if kept and not self._is_sentence(kept[-1]):
                    kept.pop()
            elif not listing:
                kept.append(line)
        return kept

    def _is_sentence(self, line: str) -> bool:
        return any(sign in line for sign in self._signs) and line.rstrip(")）”]】 ")[-1:] in self._signs


def _opening(line: str) -> str:
    """What stands before a colon at the beginning: in an interview, who asks and who answers."""
    opening, colon, _ = fold(line)[: _LONGEST_LABEL + 1].replace("：", ":").partition(":")
    return opening.strip() if colon else ""
