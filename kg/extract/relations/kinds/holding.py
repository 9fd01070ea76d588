"""Who has a share in what is spoken of, told one after the other: 丙由甲持股60%，乙持股40%; 丙融资，甲领投，乙跟投."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar

from kg.extract.relations.cues import Hit, Mark, Slot
from kg.extract.relations.groups import Group
from kg.extract.relations.kinds.holding_options import HoldingOptions
from kg.extract.relations.rule import Finding, RuleHead, View
from kg.extract.relations.scene import Scene
from kg.model.span import Span
from kg.ontology.pack import Pack
from kg.ontology.source import Options
from kg.text.alternatives import any_of

_NO_TOPIC = Mark.AGENT | Mark.COMPANION | Mark.SOURCE
"""What is marked so is not what is spoken of."""
# Nor does hold what is marked so: 在丙持有5%权益.
_NO_HOLDER = Mark.PLACE | Mark.PATIENT | Mark.SOURCE
_NEAR = 6
"""Signs within which a word of saying stands behind who says something."""
_FIGURE = 8  # signs that may stand between a word and the share that it tells
# Signs before a word of shares that tell which: 甲前十大股东.
_ORDER = 4
# Signs that may count those who hold: 甲等6名股东持有.
_COUNTED = 8
# Sentences before in which what is held may be named, where those between tell of its shares.
_BACK = 2
_CARRIED = 0.8
"""What is left of the confidence where the sentence before names what is held."""


class HoldingRule:
    """See the module."""

    options: ClassVar[type[Options]] = HoldingOptions

    def __init__(self, head: RuleHead, options: HoldingOptions, pack: Pack) -> None:
        self._options = options
        self._holders = options.subjects or head.domain
        self._held = options.objects or head.range
        marks = pack.language.punctuation
        self._opening = frozenset(pair[0] for pair in marks.brackets)
        self._barred = self._opening | frozenset(marks.clause)
        self._possessive = pack.language.clauses.possessive
        owning = any_of(self._possessive)
        self._share = re.compile(rf"[\d.]{{1,6}}[%％]{owning}")
        self._saying = pack.language.reporting.saying
        self._all_words = (*options.words, *options.before)
        units, context, counts = map(any_of, (options.units, options.context, options.counts))
        stop, barred = re.escape(marks.clause + marks.sentence), re.escape("".join(self._barred))
        self._figure = re.compile(rf"[^{stop}]{{0,{_FIGURE}}}?\d[\d.]*{units}")
        self._shares = re.compile(rf"{owning}?(?![\d.]+[%％])[^{stop}]{{0,{_ORDER}}}?(?P<word>{context})")
        self._between = re.compile(rf"(?:{counts}.{{0,{_COUNTED}}}?)?[^{barred}]{{0,{options.gap}}}")

    @property
    def words(self) -> Mapping[Slot, Iterable[str]]:
        """The words that the rule looks for."""
        options = self._options
        return {Slot.NOUN: options.words, Slot.SECOND: options.before, Slot.MASK: options.masks}

    @property
    def types(self) -> Sequence[frozenset[str]]:
        """Those of who holds."""
        return (self._holders,)

    @property
    def ends(self) -> Sequence[frozenset[str]]:
        """Those of who holds and what is held."""
        return (self._holders, self._held)

    def find(self, view: View, hits: Sequence[tuple[Hit, Slot]]) -> Iterable[Finding]:
        """What the sentence at hand says."""
        scene = view.scene
        holding = [
            (hit, group)
            for hit, slot in hits
            if (slot is Slot.NOUN or self._is_share(view, hit)) and (group := self._holder(scene, hit)) is not None
        ]
        holders = {each.entity for _, group in holding for each in group.members}
        for hit, group in holding:
            modified = self._modified(scene, hit)
            if modified is None and self._has_object(scene, hit):
                continue
            held, share = (modified, 1.0) if modified else self._object(view, group, holders)
            if held is not None:
                cue, each = Span(hit.start, hit.end), held.of_types(self._held)[-1]
                for holder in group.of_types(self._holders):
                    yield Finding(holder, each, cue, self._options.confidence * share)

    def _is_share(self, view: View, hit: Hit) -> bool:
        """Whether a share follows a word that says of much how great it is, and the text speaks of shares."""
        scene, context = view.scene, self._options.context
        if self._figure.match(scene.text, hit.end) is None:
            return False
        start = view.scenes[-2].sentence.span.start if len(view.scenes) > 1 else scene.sentence.span.start
        return any(scene.text.find(word, start, hit.start) >= 0 for word in context)

    def _holder(self, scene: Scene, hit: Hit) -> Group | None:
        """Who stands right before a word, with no mark between: in 持有丙（持股20%） that is what is held."""
        if scene.text.startswith(self._possessive, hit.end):
            return None
        before = [each for each in scene.groups if each.end <= hit.start and each.of_types(self._holders)]
        if not before or before[-1].mark & _NO_HOLDER:
            return None
        holder = before[-1]
        is_own = not holder.owns or scene.text.endswith(self._possessive, holder.end, hit.start)
        is_own = is_own or scene.text.startswith(self._possessive, hit.start)
        is_near = self._between.fullmatch(scene.text, holder.end, hit.start) or self._is_listed(scene, holder, hit)
        return holder if is_own and is_near else None

    def _is_listed(self, scene: Scene, holder: Group, hit: Hit) -> bool:
        """Whether a share stands in brackets behind one of those listed who hold: 丙的股东包括甲（持股60%）."""
        if scene.text[holder.end : hit.start] not in self._opening:
            return False
        return any(self._is_shared(scene, each) for each in scene.groups if each.end <= holder.start)

    def _modified(self, scene: Scene, hit: Hit) -> Group | None:
        """What is held, where the word and the share only modify it: 甲持股65%的丙."""
        match = self._share.match(scene.text, hit.end)
        found = (each for each in scene.in_clause(scene.clause_at(hit.start)) if match and each.start == match.end())
        return next((each for each in found if each.of_types(self._held)), None)

    def _has_object(self, scene: Scene, hit: Hit) -> bool:
        """Whether the word's clause names behind it what is held, which is for another kind of rule."""
        clause = scene.in_clause(scene.clause_at(hit.start))
        return any(each.start >= hit.end and not each.aside and each.of_types(self._held) for each in clause)

    def _object(self, view: View, holder: Group, holders: set[str]) -> tuple[Group | None, float]:
        """What is held, with what is left of the confidence."""
        scene = view.scene
        if holder.aside:
            before = next((each for each in reversed(scene.groups) if each.end <= holder.start), None)
            if before is None or not before.of_types(self._held):
                return None, 1.0
            return (before if scene.text[before.end : holder.start] in self._opening else None), 1.0
        named = list(self._spoken_of(scene, reversed(scene.groups), holder, holders))
        if named:
            return next((each for each in named if self._is_shared(scene, each)), named[0]), 1.0
        for earlier in reversed(view.scenes[:-1]):
            if earlier.number < scene.number - _BACK or earlier.sentence.paragraph != scene.sentence.paragraph:
                break
            told = next(self._spoken_of(earlier, earlier.groups, holder, set()), None)
            if told is not None or (earlier.number == scene.number - 1 and not self._tells(earlier)):
                return told, _CARRIED
        return self._most_named(view, holder), _CARRIED

    def _tells(self, scene: Scene) -> bool:
        """Whether a sentence tells of shares itself."""
        return any(
            scene.text.find(word, scene.sentence.span.start, scene.sentence.span.end) >= 0
            for word in self._options.context
        )

    def _is_shared(self, scene: Scene, group: Group) -> bool:
        """Whether what stands right behind a group is a word of shares: 甲的股东中, 甲股权结构显示."""
        match = self._shares.match(scene.text, group.end)
        between = scene.hits_between(group.end, match.start("word")) if match else ()
        return match is not None and not any(hit.mark & Mark.OBJECT for hit in between)

    def _most_named(self, view: View, holder: Group) -> Group | None:
        """What the text named most so far, where the sentence tells of a structure of shares (IPO前)."""
        scene = view.scene
        if not scene.text.startswith(self._options.openers or "\0", scene.clauses[0].start):
            return None
        earlier = [each for one in view.scenes[:-1] for each in self._spoken_of(one, one.groups, holder, set())]
        named = Counter(each.of_types(self._held)[0].entity for each in earlier)
        most = max(named.values(), default=0)
        return next((each for each in earlier if named[each.of_types(self._held)[0].entity] == most > 1), None)

    def _is_agent(self, scene: Scene, group: Group) -> bool:
        """Whether a word for who acts stands before a group in its clause, however far: 由国内领先的丙和丁领投."""
        before = scene.hits_between(scene.clauses[group.clause].start, group.start)
        return any(hit.mark & Mark.AGENT for hit in before)

    def _reports(self, scene: Scene, group: Group) -> bool:
        """Whether a group is but the source of what is told: 某某查资料显示."""
        behind = scene.text[group.end : group.end + _NEAR]
        return any(word in behind for word in self._saying) and not self._is_shared(scene, group)

    def _is_holder(self, scene: Scene, group: Group, holder: Group) -> bool:
        """Whether a group is a holder itself (股东包括甲, 甲认购6亿股), or only tells which is meant (甲旗下的乙)."""
        cue = scene.hits[group.cue] if group.cue >= 0 else None
        if cue is not None and any(word in scene.text[cue.start : cue.end] for word in self._options.context):
            return True
        if scene.text.startswith(self._all_words, group.end):
            return True
        between = scene.text[group.end : holder.start]
        return len(between) <= _NEAR and group.clause == holder.clause and between.endswith(self._possessive)

    def _spoken_of(self, scene: Scene, groups: Iterable[Group], holder: Group, holders: set[str]) -> Iterator[Group]:
        """The groups of what may be held that may be spoken of, other than those who hold."""
        ours = holders.union(each.entity for each in holder.members)
        for group in groups:
            of_type = group.of_types(self._held) if group.end <= holder.start else ()
            takes_part = not group.aside and not group.owner and not group.mark & _NO_TOPIC
            is_spoken_of = takes_part and not self._is_holder(scene, group, holder)
            if (
                of_type
                and is_spoken_of
                and not self._reports(scene, group)
                and ours.isdisjoint(each.entity for each in of_type)
            ):
                yield group
