"""`.txt`: the text as it is decoded, every line end kept."""

from __future__ import annotations

from kg.text.reading.drafts import Draft
from kg.text.reading.encoding import decode
from kg.text.reading.head import read_head
from kg.text.reading.options import ReadOptions


def parse(data: bytes, place: str, options: ReadOptions) -> Draft:
    """The draft of a plain text.

    Raises:
        DocumentError: it is no text, or breaks its encoding.
    """
    text = decode(data, place, forced=options.encoding)
    return Draft(text).filled(read_head(text, options.head))
