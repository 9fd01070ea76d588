"""Subject and object of one clause, whatever verb stands between, but for those that say something else.

For relations that their types almost give away: what a bank and a loan in one clause have to do with each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar

from kg.extract.relations.cues import Hit, Mark, Slot
from kg.extract.relations.groups import Group
from kg.extract.relations.rule import Finding, RuleHead, View
from kg.extract.relations.scene import Scene
from kg.extract.relations.subjects import is_free
from kg.model.span import Span
from kg.ontology.pack import Pack
from kg.ontology.source import Options


class ClauseOptions(Options):
    """Options of the kind `clause`.

    A clause with one of `unless` between the two says nothing. `reach` is how many signs may stand between them.
    """

    unless: tuple[str, ...] = ()
    subjects: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    reach: int = 30
    confidence: float = 0.65


class ClauseRule:
    """See the module."""

    options: ClassVar[type[Options]] = ClauseOptions

    def __init__(self, head: RuleHead, options: ClauseOptions, pack: Pack) -> None:
        del pack
        self._options = options
        self._domain = options.subjects or head.domain
        self._range = options.objects or head.range
        self._unless = frozenset(options.unless)

    @property
    def words(self) -> Mapping[Slot, Iterable[str]]:
        """The words that the rule looks for."""
        return {}

    def find(self, view: View, hits: Sequence[tuple[Hit, Slot]]) -> Iterable[Finding]:
        """What the sentence at hand says."""
        del hits
        scene = view.scene
        if self._domain.isdisjoint(scene.types) or self._range.isdisjoint(scene.types):
            return
        for group in scene.groups:
            if group.of_types(self._domain) and is_free(group) and not (group.owns or group.aside):
                yield from self._of_subject(scene, group)

    def _of_subject(self, scene: Scene, subject: Group) -> Iterator[Finding]:
        for group in scene.in_clause(subject.clause):
            if group.start < subject.end:
                continue
            if group.of_types(self._domain) and not group.mark & Mark.COMPANION:
                return
            gap = Span(subject.end, group.start) if group.start > subject.end else None
            if (
                gap is None
                or len(gap) > self._options.reach
                or any(word in gap.of(scene.text) for word in self._unless)
            ):
                return
            for one in subject.of_types(self._domain):
                for other in group.of_types(self._range):
                    yield Finding(one, other, gap, self._options.confidence, scope=group.start)
