"""The options of the kind `approved`."""

from __future__ import annotations

from kg.ontology.source import Options


class ApprovedOptions(Options):
    """Options of a rule of approved people.

    Between one of `before` (核准) and one of `words` (任职资格) stand a name, maybe a house, and an office, and then
    others likewise, parted by `separators`. What holds one of `verbs` (担任) before the office is for other rules.
    """

    before: tuple[str, ...]
    words: tuple[str, ...]
    separators: tuple[str, ...]
    verbs: tuple[str, ...] = ()
    strength: int = 9
    confidence: float = 0.85
