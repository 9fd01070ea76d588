"""`.pdf`: the text of the pages, lines put together again. Home of pypdfium2."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2

from kg.errors import DocumentError
from kg.text.reading.drafts import Draft
from kg.text.reading.head import read_head
from kg.text.reading.options import ReadOptions
from kg.text.reading.pdf_lines import join_pages

_END = b"%%EOF"
_END_WITHIN = 4096
"""The end mark stands in the last kilobyte; some programs write a little behind it."""


def parse(data: bytes, place: str, options: ReadOptions) -> Draft:
    """The draft of a PDF.

    Raises:
        DocumentError: it is cut off, damaged, protected, holds no text, or more than the limit.
    """
    if _END not in data[-_END_WITHIN:]:
        raise DocumentError("is cut off: its end is missing", place=place, remedy="fetch or save the PDF again")
    try:
        text = join_pages(_pages(data, place, options.max_bytes), options.head)
    except pypdfium2.PdfiumError as error:
        raise _translated(error, place) from error
    if not text.strip():
        remedy = "run it through text recognition first"
        raise DocumentError("holds no text; its pages may be pictures", place=place, remedy=remedy)
    return Draft(text).filled(read_head(text, options.head))


def _pages(data: bytes, place: str, limit: int) -> Iterator[str]:
    size = 0
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            text = page.get_textpage().get_text_bounded()
            size += len(text)
            if size > limit:
                remedy = "raise the limit if you trust the file, or leave it out"
                raise DocumentError(f"holds more than {limit} characters", place=place, remedy=remedy)
            yield text


def _translated(error: pypdfium2.PdfiumError, place: str) -> DocumentError:
    if "password" in str(error).lower() or "security" in str(error).lower():
        return DocumentError("is protected by a password", place=place, remedy="save it without the password")
    return DocumentError("is damaged or no PDF", place=place, remedy="fetch or save the PDF again")
