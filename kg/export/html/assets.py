"""The page's own files and the library it shows networks with, read as text fit to stand inside HTML."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from kg.errors import ExportError

ASSETS = files("kg.export.html") / "assets"

_SCRIPTS = "scripts.txt"
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
_LIBRARY = "vis-network.min.js"


@lru_cache(maxsize=1)
def app_script() -> str:
    """The page's script: its files in the order of `scripts.txt`, inside one function so that they share no globals."""
    folder = ASSETS / "app"
    names = (folder / _SCRIPTS).read_text("utf-8").split()
    pieces = [(folder / name).read_text("utf-8") for name in names]
    return inline("\n".join(('(() => {\n"use strict";', *pieces, "})();")))


@lru_cache(maxsize=1)
def app_style() -> str:
    """The page's style."""
    return inline((ASSETS / "app.css").read_text("utf-8"))


@lru_cache(maxsize=1)
def messages() -> dict[str, Any]:
    """What the page says, by language and key."""
    read: dict[str, Any] = json.loads((ASSETS / "messages.json").read_text("utf-8"))
    return read


@lru_cache(maxsize=1)
def network_library() -> str:
    """vis-network as the installed pyvis brings it, with its licence's header, in a function that starts it.

    The page's script calls `networkLibrary` when it first draws a network: a map opens without.

    Raises:
        ExportError: the installed pyvis has none.
    """
    library = files("pyvis") / "templates" / "lib"
    found = sorted((each / _LIBRARY for each in library.iterdir() if (each / _LIBRARY).is_file()), key=str)
    if not found:
        raise ExportError(f"the installed pyvis holds no {_LIBRARY}", remedy="install pyvis 0.3.2 again")
    return inline(f"function networkLibrary() {{\n{_SOURCE_MAP.sub('', _read(found[-1]))}\n}}")


def inline(source: str) -> str:
    """A script or style that may stand between its tags: line feeds as browsers read them, and no closing tag."""
    return source.replace("\r\n", "\n").replace("\r", "\n").replace("</script", "<\\/script").replace("</style", "")


def _read(path: Traversable) -> str:
    return path.read_text("utf-8")
