"""Two names in one noun phrase, with the word that links them: 甲旗下乙, 甲的全资子公司乙, 面向新市民的消费贷款."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar, Literal

from kg.extract.relations.cues import Hit, Mark, Slot
from kg.extract.relations.groups import Group
from kg.extract.relations.rule import Finding, RuleHead, View
from kg.extract.relations.scene import Scene
from kg.extract.relations.subjects import is_free
from kg.model.span import Span
from kg.ontology.pack import Pack
from kg.ontology.source import Options


class LinkOptions(Options):
    """Options of the kind `link`.

    `between` are words of which one stands between the two; `lead` words of which one marks the first; `tail` words
    of which one stands close behind the second. Empty ones ask nothing. `first` tells which end of the relation the
    first name is. `slack` is how many other signs may stand between the two. `free` asks
    that no preposition or verb marks the first; `past` lets a modifier with a name in it stand between.
    """

    first: Literal["subject", "object"] = "subject"
    between: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()
    slack: int = 6
    free: bool = False
    past: bool = False
    subjects: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    confidence: float = 0.85


class LinkRule:
    """See the module."""

    options: ClassVar[type[Options]] = LinkOptions

    def __init__(self, head: RuleHead, options: LinkOptions, pack: Pack) -> None:
        self._options = options
        self._possessive = pack.language.clauses.possessive
        ends = (options.subjects or head.domain, options.objects or head.range)
        self._first, self._second = ends if options.first == "subject" else ends[::-1]

    @property
    def words(self) -> Mapping[Slot, Iterable[str]]:
        """The words that the rule looks for."""
        options = self._options
        return {Slot.NOUN: options.between, Slot.VERB: options.lead, Slot.SECOND: options.tail}

    def find(self, view: View, hits: Sequence[tuple[Hit, Slot]]) -> Iterable[Finding]:
        """What the sentence at hand says."""
        scene = view.scene
        by_slot: dict[Slot, list[Hit]] = {slot: [] for slot in Slot}
        for hit, slot in hits:
            by_slot[slot].append(hit)
        if self._options.between and not by_slot[Slot.NOUN]:
            return
        groups = [group for group in scene.groups if not group.aside]
        for index, first in enumerate(groups[:-1]):
            second = self._next(groups, index)
            cue = self._cue(scene, first, second, by_slot) if second is not None else None
            if second is not None and cue is not None:
                yield from self._pairs(first, second, cue)

    def _next(self, groups: Sequence[Group], index: int) -> Group | None:
        """The group behind, past one that only modifies it where the rule allows that (甲针对新市民的消费贷款)."""
        for group in groups[index + 1 :]:
            if not (self._options.past and group.mark & Mark.PATIENT and group.owns):
                return group
        return None

    def _cue(self, scene: Scene, first: Group, second: Group, by_slot: Mapping[Slot, Sequence[Hit]]) -> Span | None:
        """The word that links two groups, None where they are not linked as the rule asks."""
        gap = second.start - first.end
        if first.clause != second.clause or gap > self._options.slack + 12:
            return None
        if self._options.free and not is_free(first):
            return None
        cue = Span(first.end, second.start) if gap else Span(first.start, second.end)
        if self._options.between:
            hit = next(
                (each for each in by_slot[Slot.NOUN] if first.end <= each.start and each.end <= second.start), None
            )
            if hit is None or gap - (hit.end - hit.start) > self._options.slack:
                return None
            cue = Span(hit.start, hit.end)
        elif gap > self._options.slack:
            return None
        if self._options.lead:
            if first.cue < 0 or scene.hits[first.cue] not in by_slot[Slot.VERB]:
                return None
            cue = Span(scene.hits[first.cue].start, scene.hits[first.cue].end)
        if self._options.tail and not any(0 <= each.start - second.end <= 8 for each in by_slot[Slot.SECOND]):
            return None
        return cue

    def _pairs(self, first: Group, second: Group, cue: Span) -> Iterator[Finding]:
        for one in first.of_types(self._first):
            for other in second.of_types(self._second):
                subject, target = (one, other) if self._options.first == "subject" else (other, one)
                yield Finding(subject, target, cue, self._options.confidence)
