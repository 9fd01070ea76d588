"""Lines of a file with one document a line, one after the other, each bounded and decoded by itself."""

from __future__ import annotations

import codecs
import io
import logging
from collections.abc import Iterator
from typing import Any, BinaryIO

from kg.errors import DocumentError
from kg.text.reading.encoding import decode_strictly, find_line_encoding, known_encoding
from kg.text.reading.options import ReadOptions

_log = logging.getLogger(__name__)

SAMPLE = 64 * 1024
"""Bytes from which a file's encoding is told."""
_REST = 1024 * 1024


class Lines(Iterator[str]):
    """The lines of a stream. A line that cannot be read raises a `DocumentError`; the next call gives the next one.

    `number` is that of the line given last, from 1.
    """

    def __init__(self, stream: BinaryIO, place: str, options: ReadOptions) -> None:
        sample, stream = take_sample(stream)
        named = options.encoding
        self._encoding = known_encoding(named, place) if named else find_line_encoding(sample, place)
        _log.info("%s: read as %s", place, self._encoding)
        self._stream = stream
        self._place = place
        self._limit = options.max_bytes
        self.number = 0
        if codecs.lookup(self._encoding).name.startswith(("utf-16", "utf-32")):
            self._recode()

    @property
    def place(self) -> str:
        """Where the line given last stands."""
        return f"{self._place}:{self.number}"

    def __next__(self) -> str:
        """The next line with its end.

        Raises:
            DocumentError: it is too long, or breaks the encoding.
        """
        data = self._stream.readline(self._limit + 1)
        if not data:
            raise StopIteration
        self.number += 1
        if len(data) > self._limit:
            while data and not data.endswith(b"\n"):
                data = self._stream.readline(_REST)
            reason = f"the line is longer than the limit of {self._limit} bytes"
            raise DocumentError(reason, place=self.place, remedy="split it, or raise the limit")
        text = decode_strictly(data, self._encoding, self.place)
        return text.removeprefix("\ufeff")  # files that were put one behind the other keep their marks

    def _recode(self) -> None:
        """Lines of UTF-16 do not end at a byte: such a file is read whole, within the limit."""
        data = self._stream.read(self._limit + 1)
        if len(data) > self._limit:
            reason = f"is in {self._encoding} and larger than the limit of {self._limit} bytes"
            raise DocumentError(reason, place=self._place, remedy="convert it to UTF-8")
        self._stream = io.BytesIO(decode_strictly(data, self._encoding, self._place).encode("utf-8"))
        self._encoding = "utf-8"


def take_sample(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The first bytes of a stream, and a stream that gives everything, these bytes too."""
    sample = stream.read(SAMPLE)
    if stream.seekable():
        stream.seek(-len(sample), io.SEEK_CUR)
        return sample, stream
    return sample, io.BufferedReader(_Prefixed(sample, stream))


class _Prefixed(io.RawIOBase):
    """Some bytes, then a stream."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        self._first = first
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        data = self._first[: len(buffer)] or self._rest.read(len(buffer))
        self._first = self._first[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)
