"""Data inside HTML: JSON that no article can break out of, compressed where it is large.

The same data gives the same characters: nothing of time or machine goes in.
"""

from __future__ import annotations

import base64
import gzip
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kg.export.html.coding import encode_text

COMPRESSED = 400_000
"""Above so many bytes in all, blocks are written as gzip in base64."""

_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Block:
    """A block of data as it stands in the page. `encoding` is "json", or "coded": see `render_blocks`."""

    encoding: str
    text: str


def render_json(data: Any) -> str:
    r"""Data as JSON without any character that means something to HTML or ends a line of a script.

    Raises:
        ValueError: a number is not finite.

    >>> render_json({"名称": "</script>"})
    '{"名称":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def render_blocks(data: Sequence[Any]) -> list[Block]:
    """Each piece of data as a block; all of them compressed, if together they are large: coded, gzip, base64."""
    texts = [render_json(each) for each in data]
    if sum(len(each.encode()) for each in texts) <= COMPRESSED:
        return [Block("json", each) for each in texts]
    return [Block("coded", _compressed(each)) for each in texts]


def _compressed(text: str) -> str:
    return base64.b64encode(gzip.compress(encode_text(text), 9, mtime=0)).decode()
