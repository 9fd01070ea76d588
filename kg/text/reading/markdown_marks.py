"""A Markdown text as it reads: without the marks of emphasis, links, headings, quotes, comments and line breaks.

Such marks stand inside names and figures (`**A** Bank`, `[3](...)`), where no rule would find either.
"""

from __future__ import annotations

import html
import re

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_DEFINITION = re.compile(r"^[ ]{0,3}\[([^\[\]\n]+)\]:[ \t]+\S[^\n]*(?:\n|\Z)", re.MULTILINE)
_REFERENCE = re.compile(r"\[([^\[\]\n]+)\]\[([^\[\]\n]*)\]")
_NOTE = re.compile(r"\[\^[^\[\]\s]+\](?!:)")
_UNDERLINE = re.compile(r"^(?=[^\n]*\S)([^\n]+?)\r?\n={2,}[ \t]*(?=\r?$)", re.MULTILINE)
_BREAK = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,8});")
_MARKS = (
    # What each leaves of what it marks is its last group.
    re.compile(r"^#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*(?=\r?$)", re.MULTILINE),
    re.compile(r"^(?:>[ \t]?)+()", re.MULTILINE),
    re.compile(r"!?\[([^\[\]\n]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:[ \t]+\"[^\"\n]*\")?\)"),
    re.compile(r"(?<!`)`([^`\n]+)`(?!`)"),
    re.compile(r"(\*\*|__|~~)(?=[^\s*_~])(.+?)(?<=\S)\1(?!\*)"),
    re.compile(r"(?<![\\*])\*(?=[^\s*])([^*\n]*[^*\s\\]|[^*\s\\])\*(?!\*)"),
    re.compile(r"\\([!-/:-@\[-`{-~])"),
)


def without_marks(text: str) -> str:
    """The text as it reads.

    >>> without_marks("**江畔**银行[升级](http://a.example)小店贷<br>额度30万元[^1]")
    '江畔银行升级小店贷 额度30万元'
    """
    text = _without_references(_UNDERLINE.sub(r"\1", _COMMENT.sub("", text)))
    text = _BREAK.sub(" ", _AUTOLINK.sub(r"\1", text))
    for mark in _MARKS:
        text = mark.sub(lambda found: found[found.re.groups], text)
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)


def _without_references(text: str) -> str:
    """The text without links by name, where the name is defined, nor marks of notes."""
    names = {name.casefold() for name in _DEFINITION.findall(text) if not name.startswith("^")}

    def words(link: re.Match[str]) -> str:
        return link[1] if (link[2] or link[1]).casefold() in names else link[0]

    if names:
        text = _DEFINITION.sub(lambda line: line[0] if line[1].startswith("^") else "", text)
        text = _REFERENCE.sub(words, text)
    return _NOTE.sub("", text)
