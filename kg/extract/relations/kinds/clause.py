"""Subject and object of one clause, whatever verb stands between, but for those that say something else.

For relations that their types almost give away: what a bank and a loan in one clause have to do with each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar

from kg.extract.relations.actors import is_free
from kg.extract.relations.cues import Hit, Mark, Slot
from kg.extract.relations.groups import Group
from kg.extract.relations.kinds.clause_options import ClauseOptions
from kg.extract.relations.rule import Finding, RuleHead, View
from kg.extract.relations.scene import Scene
from kg.model.span import Span
from kg.ontology.pack import Pack
from kg.ontology.source import Options


class ClauseRule:
    """See the module."""

    options: ClassVar[type[Options]] = ClauseOptions

    def __init__(self, head: RuleHead, options: ClauseOptions, pack: Pack) -> None:
        del pack
        self._options = options
        ends = (options.subjects or head.domain, options.objects or head.range)
        self._is_turned = options.first == "object"
        self._first, self._second = ends[::-1] if self._is_turned else ends
        self._stops = (self._first | head.actors) - self._second if self._is_turned else self._first
        self._excepts = frozenset(options.excepts)
        self._unless = frozenset(options.unless_between)

    @property
    def words(self) -> Mapping[Slot, Iterable[str]]:
        """The words that the rule looks for."""
        return {}

    @property
    def types(self) -> Sequence[frozenset[str]]:
        """Those of the two names."""
        return (self._first, self._second)

    @property
    def ends(self) -> Sequence[frozenset[str]]:
        """Those of the two names, which both stand in the clause."""
        return self.types

    def find(self, view: View, hits: Sequence[tuple[Hit, Slot]]) -> Iterable[Finding]:  # noqa: ARG002
        """What the sentence at hand says."""
        scene = view.scene
        for group in scene.groups:
            if group.of_types(self._first) and is_free(group) and not (group.owns or group.aside):
                yield from self._of_first(scene, group)

    def _of_first(self, scene: Scene, first: Group) -> Iterator[Finding]:
        for group in scene.in_clause(first.clause):
            if group.start < first.end or group.aside:
                continue
            if group.of_types(self._stops) and not group.mark & Mark.COMPANION:
                return
            gap = Span(first.end, group.start) if group.start > first.end else None
            if (
                gap is None
                or len(gap) > self._options.reach
                or any(word in gap.of(scene.text) for word in self._unless)
            ):
                return
            for one in first.of_types(self._first):
                if one.span.of(scene.text) in self._excepts:
                    continue
                for other in group.of_types(self._second):
                    ends = (other, one) if self._is_turned else (one, other)
                    yield Finding(*ends, gap, self._options.confidence, scope=group.start)
