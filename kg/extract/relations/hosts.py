"""What brackets behind a name tell of: “甲贷”（面向养殖户）、“乙贷”（面向种植户）."""

from __future__ import annotations

from kg.extract.relations.groups import Group
from kg.extract.relations.scene import Scene

_NEAR = 10
"""Signs before a word within which the brackets that it opens begin, with the marks of quotation before them."""


def host_of(scene: Scene, position: int) -> Group | None:
    """The group right before the brackets that a word opens, None where it opens none."""
    opening = scene.inside.search(scene.text, max(position - _NEAR, scene.sentence.span.start), position)
    if opening is None:  # as nearly always
        return None
    ends = {opening.start(), opening.end(1)}
    return next((each for each in reversed(scene.groups) if each.end in ends), None)
