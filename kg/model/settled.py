"""Classes whose objects never change once made, as mypy sees to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

Class = TypeVar("Class")


@dataclass_transform(frozen_default=True)
def settled(cls: type[Class]) -> type[Class]:
    """A dataclass with slots whose fields are set once.

    A frozen one guards them at run time, too, and its constructor takes three times as long for it: this is for what
    is made by the hundred for each article.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
