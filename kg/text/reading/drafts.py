"""A document in the making: what its format says of it, before what the caller says and the last checks."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from kg.errors import DocumentError
from kg.model.document import Document
from kg.text.reading.head import HeadFacts
from kg.text.reading.options import ReadOptions

_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")
"""No encoding writes half a sign of UTF-16, and no graph format a NUL."""
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
"""Signs without width, which pages and programs put into words."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a format says of one article; None where it says nothing."""

    text: str
    title: str | None = None
    date: datetime.date | None = None
    source: str | None = None

    def filled(self, facts: HeadFacts) -> Draft:
        """This draft, with what its head says where the format said nothing."""
        return Draft(self.text, self.title or facts.title, self.date or facts.date, self.source or facts.source)


def finish(draft: Draft, id: str, place: str, options: ReadOptions) -> Document:  # noqa: A002
    """The document of a draft; what the options name goes before what it says itself.

    Raises:
        DocumentError: it holds no text, or a sign that nothing can write.
    """
    if not _UNSEEN.sub("", draft.text).strip():
        raise DocumentError("holds no text", place=place, remedy="leave it out, or give the article's text")
    title = options.title or draft.title
    document = Document(id, draft.text, title, options.date or draft.date, options.source or draft.source)
    check_signs(document, place)
    return document


def seen(text: str) -> str:
    r"""A text of a page or a printed document without the signs that nobody sees, which part names and figures.

    >>> seen("江\u200b畔银行")
    '江畔银行'
    """
    return _UNSEEN.sub("", text)


def check_signs(document: Document, place: str) -> None:
    """Refuse signs that nothing can write.

    Raises:
        DocumentError: there is one; it is named.
    """
    parts = {"text": document.text, "title": document.title, "source": document.source, "id": document.id}
    for name, value in parts.items():
        sign = _UNWRITABLE.search(value or "")
        if sign:
            reason = f"character {sign.start()} of its {name} is U+{ord(sign.group()):04X}, which cannot be written"
            raise DocumentError(reason, place=place, remedy="mend the text where it was made")
