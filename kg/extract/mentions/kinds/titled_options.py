"""The options of the kind `titled`."""

from __future__ import annotations

from kg.ontology.source import Options


class TitledOptions(Options):
    """Options of a title rule.

    `endings` end the title; empty takes every title. `except_endings` leave it to another rule. `marks` are the opening
    and the closing mark, kept in the name where `keep_marks` says so. `contains` must stand in it if given. `not_after`
    are words right before the opening mark that make it another thing (电影), `never` words that stand in no such
    title.
    """

    marks: str
    endings: tuple[str, ...] = ()
    except_endings: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    keep_marks: bool = True
    shortest: int = 1
    longest: int = 60
    strength: int = 9
    confidence: float = 0.9
