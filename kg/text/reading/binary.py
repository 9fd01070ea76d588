"""Files that are no text, whatever their names say: told by their first bytes, or by what they decode to."""

from __future__ import annotations

import re

from kg.errors import DocumentError

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
_MARKS = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive, as .docx files are"),
    (b"\xd0\xcf\x11\xe0", "an old or password-protected Office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"SQLite format 3", "a database"),
)


def refuse_marked(data: bytes, place: str) -> None:
    """Refuse what begins as a picture, an archive or a program does.

    Raises:
        DocumentError: it does.
    """
    kind = next((kind for mark, kind in _MARKS if data.startswith(mark)), None)
    if kind:
        remedy = "give it the ending of what it is, or leave it out"
        raise DocumentError(f"is {kind} and no text", place=place, remedy=remedy)


def refuse_control_signs(text: str, place: str) -> None:
    """Refuse a text with a NUL in it, or with more than one control character in a hundred.

    Raises:
        DocumentError: it is such a text; the first one's place is named.
    """
    signs = _CONTROL.findall(text)
    if "\x00" in text or len(signs) * 100 > len(text):
        first = _CONTROL.search(text)
        at = first.start() if first else 0
        reason = f"is no text: control characters stand in it, the first at character {at}"
        raise DocumentError(reason, place=place, remedy="give a file of text, or leave it out")
