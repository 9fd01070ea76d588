"""Two names in one noun phrase, with the word that links them: 甲旗下乙, 甲的全资子公司乙, 面向新市民的消费贷款."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar

from kg.extract.annotated import EntityMention
from kg.extract.relations.actors import is_free
from kg.extract.relations.cues import Hit, Mark, Slot
from kg.extract.relations.groups import Group
from kg.extract.relations.kinds.link_options import LinkOptions
from kg.extract.relations.rows import Rows, paired
from kg.extract.relations.rule import Finding, RuleHead, View
from kg.extract.relations.scene import Scene
from kg.model.fact import Modality
from kg.model.span import Span
from kg.ontology.pack import Pack
from kg.ontology.source import Options

_TAIL = 8
"""Signs that may stand between the second name and the word behind it."""
_GOVERNING = Mark.OBJECT | Mark.PATIENT | Mark.MEANS | Mark.SOURCE
_ASIDE = 30
"""Signs that may stand in brackets behind a name."""


class _Words:
    """A rule's words in a sentence, by what they are in it."""

    def __init__(self, hits: Sequence[tuple[Hit, Slot]]) -> None:
        self.links = [hit for hit, slot in hits if slot is Slot.NOUN]
        self.leads = [hit for hit, slot in hits if slot is Slot.VERB]
        self.tails = [hit for hit, slot in hits if slot is Slot.SECOND]

    def between(self, start: int, end: int) -> Hit | None:
        """The first linking word between two offsets."""
        return next((hit for hit in self.links if start <= hit.start and hit.end <= end), None)


class LinkRule:
    """See the module."""

    options: ClassVar[type[Options]] = LinkOptions

    def __init__(self, head: RuleHead, options: LinkOptions, pack: Pack) -> None:
        self._options = options
        self._excepts = frozenset(options.excepts)
        self._like = re.compile(options.like) if options.like else None
        self._modality = Modality.ASSERTED if options.given else None
        brackets = "".join(pack.language.punctuation.brackets)
        opening, closing = re.escape(brackets[0::2]), re.escape(brackets[1::2])
        self._opening = tuple(brackets[0::2])
        self._marks = "".join(pair[0] for pair in pack.language.punctuation.quotes)
        self._marked = re.compile(rf"[{re.escape(self._marks)}]")
        self._possessive = pack.language.clauses.possessive
        self._rows = Rows(pack.language)
        self._aside = re.compile(rf"[{opening}][^{closing}]{{0,{_ASIDE}}}[{closing}]")
        ends = (options.subjects or head.domain, options.objects or head.range)
        self._first, self._second = ends if options.first == "subject" else ends[::-1]

    @property
    def words(self) -> Mapping[Slot, Iterable[str]]:
        """The words that the rule looks for."""
        options = self._options
        return {Slot.NOUN: options.between, Slot.VERB: options.lead, Slot.SECOND: options.tail}

    @property
    def types(self) -> Sequence[frozenset[str]]:
        """Those of the two names."""
        return (self._first, self._second)

    @property
    def beside(self) -> Sequence[frozenset[str]]:
        """Those of the two names, too, but where the word stands before the first."""
        return () if self._options.lead else self.types

    @property
    def ends(self) -> Sequence[frozenset[str]]:
        """Those of the two names, which both stand in the sentence."""
        return self.types

    def find(self, view: View, hits: Sequence[tuple[Hit, Slot]]) -> Iterable[Finding]:
        """What the sentence at hand says."""
        scene = view.scene
        if len(scene.groups) < 2:  # as often
            return
        words = _Words(hits)
        if self._options.modifying:
            words.links = [hit for hit in words.links if scene.text.startswith(self._possessive, hit.end)]
        if self._misses(words):
            return
        groups = scene.groups if self._options.inside else [group for group in scene.groups if not group.aside]
        for index, first in enumerate(groups[:-1]):
            if first.aside or not first.of_types(self._first):
                continue
            second = self._next(groups, index, words)
            cue = self._cue(scene, first, second, words) if second is not None else None
            if second is not None and cue is not None:
                yield from self._pairs(scene, first, second, cue)

    def _misses(self, words: _Words) -> bool:
        """Whether the sentence has none of some words of which the rule asks for one."""
        options = self._options
        return bool(
            (options.between and not words.links)
            or (options.lead and not words.leads)
            or (options.tail and not words.tails)
        )

    def _next(self, groups: Sequence[Group], index: int, words: _Words) -> Group | None:
        """The group behind, past one that only modifies it where the rule allows that (甲针对新市民的消费贷款)."""
        for group in groups[index + 1 :]:
            if not (
                self._options.past
                and ((group.mark & Mark.PATIENT and group.owns) or self._modifies(groups[index], group, words))
            ):
                return group
        return None

    def _modifies(self, first: Group, group: Group, words: _Words) -> bool:
        """Whether a group stands in the modifier of the second name: 甲首款全线上银税互动产品——乙."""
        linked = not group.of_types(self._first) or words.between(first.end, group.start)
        return bool(linked) and not group.of_types(self._second)

    def _may_be_first(self, first: Group) -> bool:
        governed = self._options.governed and first.mark & ~Mark.PATIENT == first.mark
        return governed or not self._options.free or is_free(first)

    def _is_like(self, scene: Scene, first: Group, second: Group) -> bool:
        between = first.end, max(first.end, second.start)
        return self._like is None or self._like.fullmatch(scene.text, *between) is not None

    def _cue(self, scene: Scene, first: Group, second: Group, words: _Words) -> Span | None:
        """The word that links two groups, None where they are not linked as the rule asks."""
        options = self._options
        if first.clause != second.clause or not self._may_be_first(first) or not self._is_like(scene, first, second):
            return None
        link = words.between(first.end, second.start)
        between = scene.hits_between(first.end, second.start) if options.unparted else ()
        if any(hit.mark & _GOVERNING and hit is not link for hit in between):
            return None
        if options.between and (link is None or not self._describes(scene, link, second)):
            return None
        gap = second.start - (first.end if second.aside else min(self._past(scene, first), second.start))
        if gap - (link.end - link.start if link else 0) > options.slack or not self._has_tail(scene, second, words):
            return None
        if options.lead:
            link = scene.hits[first.cue] if first.cue >= 0 and scene.hits[first.cue] in words.leads else None
        if link is not None:
            return Span(link.start, link.end)
        unmarked = Span(first.end, second.start) if second.start > first.end else Span(first.start, second.end)
        return None if options.lead else unmarked

    def _describes(self, scene: Scene, link: Hit, second: Group) -> bool:
        """Whether a verb or a name between the word and the second name, if one stands there, is a modifier of it."""
        if not self._options.described or scene.text.endswith(self._possessive, link.end, second.start):
            return True
        passed = any(link.end <= each.start and each.end <= second.start for each in scene.in_clause(second.clause))
        return not passed and all(not hit.mark & Mark.OBJECT for hit in scene.hits_between(link.end, second.start))

    def _without_partners(self, text: str, names: Sequence[EntityMention]) -> Sequence[EntityMention]:
        """The names without those that the others only act together with."""
        options = self._options
        if not names or not text.startswith(options.together, names[-1].span.end):
            return names
        joins = (
            number for number in range(1, len(names)) if text.startswith(options.along, names[number - 1].span.end)
        )
        return names[: next(joins, len(names))]

    def _has_tail(self, scene: Scene, second: Group, words: _Words) -> bool:
        """Whether one of the words stands close behind the second name, where the rule asks for one."""
        if not self._options.tail:
            return True
        behind = self._past(scene, second)
        end = scene.clauses[second.clause].end
        return any(0 <= each.start - behind <= _TAIL and each.end <= end for each in words.tails)

    def _past(self, scene: Scene, group: Group) -> int:
        """Where a group ends with the brackets behind it."""
        if not scene.text.startswith(self._opening, group.end):  # as nearly always
            return group.end
        match = self._aside.match(scene.text, group.end)
        return match.end() if match else group.end

    def _pairs(self, scene: Scene, first: Group, second: Group, cue: Span) -> Iterator[Finding]:
        # What stands between the two without being asked for may deny it: 甲不向新市民贷款.
        scope = cue.end if cue.start == first.end and not self._options.between else None
        ones = [each for each in first.of_types(self._first) if each.span.of(scene.text) not in self._excepts]
        others = self._ending(scene.text, self._without_partners(scene.text, second.of_types(self._second)))
        each = self._rows.says_each(scene, first.end, second.start)
        for one, other in paired(ones, others, each=each):
            if other.span.of(scene.text) in self._excepts:
                continue
            subject, target = (one, other) if self._options.first == "subject" else (other, one)
            yield Finding(subject, target, cue, self._options.confidence, self._modality, scope=scope)

    def _ending(self, text: str, names: Sequence[EntityMention]) -> Sequence[EntityMention]:
        """The names from the first one on that ends as the rule asks: a brand follows its kind (理赔系统“甲”).

        Of a kind and a brand in one name the kind is asked, of a brand before its kind the whole (“甲”系统).
        """
        ends = self._options.ends
        if not ends:
            return names
        kinds = (self._marked.split(name.span.of(text).lstrip(self._marks))[0] for name in names)
        first = next((index for index, kind in enumerate(kinds) if kind.endswith(ends)), len(names))
        return names[first:]
