"""Opening a graph file for queries: in memory where it is small, in an embedded store beside it where it is large.

The store beside (`.graph.ttl.store`) is a cache: it carries the size, time and hash of the file that it was made from,
is made again when they differ, and may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph

from kg.errors import QueryError

CACHED_FROM = 8_000_000
"""Bytes of a file from which on a store is kept beside it; below, parsing takes less than a quarter of a second."""

GRAPH = "graph.ttl"
"""The file that is meant where a folder is named."""

_LAYOUT = f"1 pyoxigraph {pyoxigraph.__version__}"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class QueryGraph:
    """A graph that can be asked, and the prefixes that its file declares."""

    store: pyoxigraph.Store
    prefixes: Mapping[str, str]
    path: Path


def load_graph(path: Path, *, cached_from: int = CACHED_FROM) -> QueryGraph:
    """The graph of a file (.ttl, .nq, .nt, .trig, .jsonld, .rdf), ready for queries.

    Args:
        path: the file, or the output folder that has it.
        cached_from: bytes from which on a store is kept beside the file.

    Raises:
        QueryError: the file is missing, unreadable, or not in the format of its name.
    """
    if path.is_dir():
        path /= GRAPH
    rdf_format = _format_of(path)
    with _told(path, rdf_format):
        prefixes = _prefixes(path, rdf_format)
        if path.stat().st_size < cached_from:
            return QueryGraph(_loaded(pyoxigraph.Store(), path, rdf_format), prefixes, path)
        return QueryGraph(_cached(path, rdf_format), prefixes, path)


def check_graph(path: Path) -> None:
    """Read a graph file through without keeping it.

    Raises:
        QueryError: the file is missing, unreadable, or not in the format of its name.
    """
    rdf_format = _format_of(path)
    with _told(path, rdf_format):
        for _ in pyoxigraph.parse(path=path, format=rdf_format, base_iri=path.absolute().as_uri()):
            pass


def _format_of(path: Path) -> pyoxigraph.RdfFormat:
    rdf_format = pyoxigraph.RdfFormat.from_extension(path.suffix.lstrip("."))
    if rdf_format is None:
        raise QueryError(
            "is no RDF file by its name", place=str(path), remedy="name a .ttl, .nq, .nt, .trig or .jsonld"
        )
    return rdf_format


@contextmanager
def _told(path: Path, rdf_format: pyoxigraph.RdfFormat) -> Iterator[None]:
    """The engine's refusals of a file as errors that name its place."""
    try:
        path.open("rb").close()  # the engine would tell the same with numbers of its own
        yield
    except SyntaxError as error:
        place = f"{path}:{error.lineno}" if error.lineno else str(path)
        raise QueryError(f"is not {rdf_format.name}: {error.msg}", place=place, remedy="build it again") from error
    except OSError as error:
        reason = f"cannot be read ({error.strerror or error})"
        raise QueryError(reason, place=str(path), remedy="name the graph.ttl that `kg build` wrote") from error


def _loaded(store: pyoxigraph.Store, path: Path, rdf_format: pyoxigraph.RdfFormat) -> pyoxigraph.Store:
    store.bulk_load(path=path, format=rdf_format, base_iri=path.absolute().as_uri())
    return store


def _prefixes(path: Path, rdf_format: pyoxigraph.RdfFormat) -> Mapping[str, str]:
    """The prefixes that stand before the first triple."""
    parser = pyoxigraph.parse(path=path, format=rdf_format, base_iri=path.absolute().as_uri())
    next(parser, None)
    return dict(parser.prefixes)


def _cached(path: Path, rdf_format: pyoxigraph.RdfFormat) -> pyoxigraph.Store:
    folder = path.parent / f".{path.name}.store"
    try:
        if not _is_fresh(folder, path):
            _rebuild(folder, path, rdf_format)
        return pyoxigraph.Store.read_only(str(folder / "data"))
    except OSError as error:
        _log.info("%s: no store is kept beside it (%s); read into memory", path, error)
        return _loaded(pyoxigraph.Store(), path, rdf_format)


def _is_fresh(folder: Path, path: Path) -> bool:
    """Whether a store was made from the file as it is; a file that was only touched has its new time noted."""
    stamp = folder / "stamp.json"
    try:
        made_from = json.loads(stamp.read_text("utf-8"))
    except (OSError, ValueError):
        return False
    if not isinstance(made_from, dict) or made_from.get("layout") != _LAYOUT:
        return False
    size, time = path.stat().st_size, path.stat().st_mtime_ns
    if (made_from.get("size"), made_from.get("time")) == (size, time):
        return True
    if made_from.get("size") != size or made_from.get("hash") != _hash(path):
        return False
    _write_stamp(stamp, made_from | {"time": time})
    return True


def _write_stamp(stamp: Path, content: Mapping[str, Any]) -> None:
    beside = stamp.with_suffix(f".{os.getpid()}")
    beside.write_text(json.dumps(content), "utf-8")
    beside.replace(stamp)


def _rebuild(folder: Path, path: Path, rdf_format: pyoxigraph.RdfFormat) -> None:
    """Make the store in a folder of its own, then put it in its place; whoever has the old one open keeps it."""
    size, time, digest = path.stat().st_size, path.stat().st_mtime_ns, _hash(path)
    building = Path(tempfile.mkdtemp(prefix=f"{folder.name}-", dir=path.parent))
    try:
        store = _loaded(pyoxigraph.Store(str(building / "data")), path, rdf_format)
        store.optimize()
        store.flush()
        del store
        content = {"layout": _LAYOUT, "size": size, "time": time, "hash": digest}
        _write_stamp(building / "stamp.json", content)
        if folder.exists():
            folder.rename(building / "old")
        building.rename(folder)
        shutil.rmtree(folder / "old", ignore_errors=True)
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "blake2b").hexdigest()
