"""The digest of a pack: the same files, read by the same program, give the same digest, wherever they stand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from kg.ontology.pack import Pack


def digest_of_pack(pack: Pack) -> str:
    """A hash over the names and bytes of every file of the pack, of packs it extends, and of its language.

    The version of the program goes into it too: what another one found with the same pack may be different.
    """
    digest = hashlib.sha256(version("kg").encode())
    for folder in (pack.language.folder, *pack.folders):
        for path in _files(folder):
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix in {".yaml", ".ttl"})
