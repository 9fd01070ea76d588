"""`.docx`: what a Word document shows. Home of python-docx."""

from __future__ import annotations

import io
import zipfile
import zlib

import docx
from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError

from kg.errors import DocumentError
from kg.text.reading.docx_lines import lines_of
from kg.text.reading.drafts import Draft, seen
from kg.text.reading.head import read_head
from kg.text.reading.options import ReadOptions

_PARTS = 10_000
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
# What python-docx lets through of the libraries below it when a file is damaged.
_DAMAGES = (
    OpcError,
    PythonDocxError,
    zipfile.BadZipFile,
    zlib.error,
    SyntaxError,
    LookupError,
    ValueError,
    AttributeError,
    TypeError,
    EOFError,
    RuntimeError,
)


def parse(data: bytes, place: str, options: ReadOptions) -> Draft:
    """The draft of a Word document.

    Raises:
        DocumentError: it is damaged or protected, or unpacks to more than the limit.
    """
    if data.startswith(_OLD_OFFICE):
        reason = "is password-protected, or an old .doc"
        raise DocumentError(reason, place=place, remedy="save it as .docx without a password")
    try:
        _check_size(data, place, options.max_bytes)
        text = seen("\n".join(lines_of(docx.Document(io.BytesIO(data)))))
    except _DAMAGES as error:
        reason = "is damaged or no Word document"
        raise DocumentError(reason, place=place, remedy="save it again as .docx") from error
    return Draft(text).filled(read_head(text, options.head))


def _check_size(data: bytes, place: str, limit: int) -> None:
    """Refuse what unpacks to more than the limit, before anything is unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
    size = sum(part.file_size for part in parts)
    if size > limit or len(parts) > _PARTS:
        reason = f"unpacks to {size} bytes in {len(parts)} parts, more than the limit of {limit}"
        raise DocumentError(reason, place=place, remedy="raise the limit if you trust the file, or leave it out")
