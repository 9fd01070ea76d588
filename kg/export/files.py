"""Putting rendered text into a file: UTF-8, line feeds as they are, refusals translated."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.errors import ExportError


def write_text(path: Path, chunks: Iterable[str]) -> None:
    """Write chunks of text one after the other; nothing is added between them.

    Raises:
        ExportError: the file cannot be written, for want of a right or of room.
    """
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            file.writelines(chunks)
    except OSError as error:
        reason = f"cannot be written ({error.strerror})"
        raise ExportError(reason, place=str(path), remedy="give a folder with room that you may write to") from error
