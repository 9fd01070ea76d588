"""The other script of a language, and what its signs are in the one that the pack is written in: `script.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import pydantic

from kg.ontology.source import Options


class Script(Options):
    """Pairs of two signs with blanks between: the other script's and the pack's own.

    A text of which at least a `share` of the signs are the first of a pair of `signs` is in the other script; those of
    `also` mean something in both and count for neither. `words` are spelt otherwise there, with as many signs.
    """

    share: float = pydantic.Field(default=1.0, gt=0, le=1)
    signs: str = ""
    also: str = ""
    words: dict[str, str] = pydantic.Field(default={})

    @pydantic.field_validator("signs", "also")
    @classmethod
    def _pairs(cls, text: str) -> str:
        wrong = next((pair for pair in text.split() if len(pair) != 2), None)
        if wrong is not None:
            raise ValueError(f"{wrong!r} is no pair of two signs")
        return text

    @pydantic.field_validator("words")
    @classmethod
    def _same_length(cls, words: dict[str, str]) -> dict[str, str]:
        wrong = next((word for word, own in words.items() if len(word) != len(own)), None)
        if wrong is not None:
            raise ValueError(f"{wrong!r} is not as long as what it stands for")
        return words

    @cached_property
    def counted(self) -> str:
        """The signs that only the other script has."""
        return "".join(pair[0] for pair in self.signs.split())

    @cached_property
    def table(self) -> Mapping[int, str]:
        """What each sign of the other script is, by its code."""
        return {ord(pair[0]): pair[1] for pair in (*self.signs.split(), *self.also.split())}
