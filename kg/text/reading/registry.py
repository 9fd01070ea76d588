"""Which module reads a file: by its ending, or by its first bytes where it has none.

A format is a module beside this one and a line here. It is loaded when first needed: those that read HTML, PDF and
Word bring libraries that take longer to load than most commands to run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any, BinaryIO

from kg.text.reading.drafts import Draft
from kg.text.reading.options import ReadOptions
from kg.text.reading.results import Failure, Found
from kg.text.reading.rows import Origin

Parse = Callable[[bytes, str, ReadOptions], Draft]
"""One document from a whole file: `parse(data, place, options)`."""
Read = Callable[[BinaryIO, Origin, ReadOptions], Iterator[Found | Failure]]
"""Many documents from a stream, never all in memory: `read(stream, origin, options)`."""

PARSED: Mapping[str, str] = MappingProxyType(
    {
        ".txt": "plain",
        ".md": "markdown",
        ".markdown": "markdown",
        ".html": "html_page",
        ".htm": "html_page",
        ".pdf": "pdf_file",
        ".docx": "docx_file",
    }
)
"""Formats of one document a file: ending and module."""

STREAMED: Mapping[str, str] = MappingProxyType({".jsonl": "json_lines", ".csv": "csv_rows"})
"""Formats of many documents a file: ending and module."""

SUFFIXES = frozenset(PARSED) | frozenset(STREAMED)

_FIRST = ((b"%PDF-", ".pdf"), (b"PK\x03\x04", ".docx"), (b"{", ".jsonl"), (b"<", ".html"))


def parser_of(suffix: str) -> Parse:
    """The function that parses files with an ending of `PARSED`."""
    parse: Parse = _module(PARSED[suffix]).parse
    return parse


def reader_of(suffix: str) -> Read:
    """The function that reads files with an ending of `STREAMED`."""
    read: Read = _module(STREAMED[suffix]).read
    return read


def suffix_of(sample: bytes) -> str:
    """The ending that a stream would have, told from its first bytes."""
    start = sample.removeprefix(b"\xef\xbb\xbf").lstrip()
    return next((suffix for mark, suffix in _FIRST if start.startswith(mark)), ".txt")


def _module(name: str) -> Any:
    return import_module(f"kg.text.reading.{name}")
