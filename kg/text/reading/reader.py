"""Reading inputs: each document or why it cannot be read, so that the others still are.

Composes the walk, the formats and the check of ids; whether a failure ends the work is the caller's choice.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from kg.errors import DocumentError
from kg.model.document import Document
from kg.model.extraction import Extraction
from kg.text.reading import inputs as walk
from kg.text.reading.drafts import finish
from kg.text.reading.inputs import STDIN, Input
from kg.text.reading.lines import take_sample
from kg.text.reading.options import ReadOptions
from kg.text.reading.registry import PARSED, SUFFIXES, parser_of, reader_of, suffix_of
from kg.text.reading.results import Failure, Found
from kg.text.reading.rows import Origin


def read_documents(
    inputs: Iterable[str], options: ReadOptions | None = None, stdin: BinaryIO | None = None
) -> Iterator[Document | Extraction | Failure]:
    """Every document and record of some inputs in order, one at a time; what cannot be read is a failure among them.

    Args:
        inputs: files, folders (walked in a fixed order), and `-` for standard input.
        options: what is known beforehand, and the limits.
        stdin: what `-` reads.
    """
    options = options or ReadOptions()
    yield from distinct(
        result
        for found in find_inputs(inputs)
        for result in ((found,) if isinstance(found, Failure) else read_input(found, options, stdin))
    )


def find_inputs(inputs: Iterable[str]) -> Iterator[Input | Failure]:
    """The files that some names stand for, in a fixed order; nothing is opened. See `read_input`."""
    return walk.find_inputs(inputs, SUFFIXES)


def read_input(source: Input, options: ReadOptions, stdin: BinaryIO | None = None) -> Iterator[Found | Failure]:
    """What one file holds. Inputs, options and results pickle, so that files can be read in many processes."""
    try:
        if source.path == STDIN:
            yield from _read_stream(stdin or io.BytesIO(), source, options)
            return
        size = Path(source.path).stat().st_size
        if source.suffix in PARSED and size > options.max_bytes:
            yield _too_large(source, options, f"is {size} bytes long")
            return
        with Path(source.path).open("rb") as stream:
            yield from _read_stream(stream, source, options)
    except DocumentError as error:
        yield Failure(source.place, error)
    except OSError as error:
        yield walk.unreadable(source.place, error)


def distinct(results: Iterable[Found | Failure]) -> Iterator[Document | Extraction | Failure]:
    """The contents of some results; the second of one id is a failure that names both places."""
    places: dict[str, str] = {}
    for result in results:
        if isinstance(result, Failure):
            yield result
            continue
        id = result.document.id  # noqa: A001
        if id in places:
            remedy = "give it an id of its own, or name one folder above both"
            reason = f"has the id {id!r}, as {places[id]} has"
            yield Failure(result.place, DocumentError(reason, place=result.place, remedy=remedy))
            continue
        places[id] = result.place
        yield result.content


def _read_stream(stream: BinaryIO, source: Input, options: ReadOptions) -> Iterator[Found | Failure]:
    suffix = source.suffix
    if not suffix:
        sample, stream = take_sample(stream)
        suffix = suffix_of(sample)
    if suffix in PARSED:
        yield _parse(stream.read(options.max_bytes + 1), suffix, source, options)
        return
    nothing = True
    for result in reader_of(suffix)(stream, Origin(source.place, source.id), options):
        nothing = False
        yield result
    if nothing:
        raise DocumentError("holds no document", place=source.place, remedy="leave it out, or fill it")


def _parse(data: bytes, suffix: str, source: Input, options: ReadOptions) -> Found | Failure:
    if len(data) > options.max_bytes:
        return _too_large(source, options, "is larger")
    if not data:
        raise DocumentError("is empty", place=source.place, remedy="leave it out, or fill it")
    draft = parser_of(suffix)(data, source.place, options)
    return Found(source.place, finish(draft, source.id, source.place, options))


def _too_large(source: Input, options: ReadOptions, what: str) -> Failure:
    reason = f"{what}, and the limit is {options.max_bytes} bytes a document"
    return Failure(source.place, DocumentError(reason, place=source.place, remedy="split it, or raise the limit"))
