"""Lays sentences open: parts mentions into groups, and tells what part the words before a group give it."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.extract.annotated import AnnotatedDocument, EntityMention
from kg.extract.relations.clauses import ClauseJoiner
from kg.extract.relations.cues import CueIndex, Hit, Mark
from kg.extract.relations.delegates import DelegateReader
from kg.extract.relations.groups import UNKNOWN, Group, GroupFinder
from kg.extract.relations.overlaps import twins_of
from kg.extract.relations.owners import OwnerReader
from kg.extract.relations.reporters import ReporterReader
from kg.extract.relations.scene import Scene
from kg.model.span import Span
from kg.ontology.language import Language
from kg.text.alternatives import any_of, sides_of

# Words that belong to a modifier where 的 follows it (在美上市的京东).
_INSIDE = Mark.PLACE | Mark.SOURCE | Mark.MEANS | Mark.AGENT
# Signs that may stand in brackets before the word that tells of what is before them.
_LEAD = 4
# Signs that may stand in brackets before another name of what stands before them.
_ALIAS = 12
# Signs that may stand between a word and the noun phrase that it marks (帮助广大新就业的农民工).
_MODIFIER = 8


class SceneMaker:
    """Lays sentences open, by one language."""

    def __init__(self, language: Language, groups: GroupFinder, cues: CueIndex) -> None:
        marks, words = language.punctuation, language.clauses
        self._groups = groups
        self._cues = cues
        self._clauses = ClauseJoiner(language)
        self._opening, self._closing = (frozenset(pair[side] for pair in marks.asides) for side in (0, 1))
        opened, shut = sides_of(marks.asides)
        aside = re.compile(rf"[{opened}][^{opened}{shut}]*[{shut}]$")
        self._boundaries = frozenset(marks.clause + marks.sentence + marks.list) | self._opening | self._closing
        stop, row = re.escape("".join(sorted(self._boundaries))), re.escape(marks.list)
        # 联合某街道、某派出所、甲: the first of a list are no names that were found.
        self._unknown = re.compile(rf"(?:[^{stop}0-9]{{{UNKNOWN[0]},{UNKNOWN[1]}}}[{row}]){{1,2}}")
        self._gathered = frozenset(words.gathered)
        self._possessive = words.possessive
        bounds = language.bounds.before
        self._bounds = frozenset((*bounds.over, *bounds.under, *bounds.about))
        self._each = re.compile(any_of(words.each))
        # 面向老人 + 及其子女的“ + 乙: the modifier goes on with what is no name.
        more = any_of(each for each in words.joins if each.isalpha())
        self._joined = re.compile(rf"{more}\w{{1,5}}{any_of(words.possessive)}[{''.join(sides_of(marks.quotes))}]?")
        self._spirits = words.spirits
        owning = re.compile(any_of(words.possessive))
        heading = rf"\w{{1,12}}?{any_of(words.headings)}$"
        brackets = re.escape("".join(marks.brackets))
        adverbs = re.compile(rf"{heading}|(?:{any_of(words.adverbs)}|[\s0-9.,]|[{brackets}])*")
        _, ends = sides_of(marks.quotes)
        inside = re.compile(rf"([{ends}]*)[{opened}][^{opened}{shut}]{{0,{_LEAD}}}$")
        self._patterns = adverbs, aside, owning, inside
        self._reporters, self._delegates = ReporterReader(language), DelegateReader(language)
        self._owners, self._under = OwnerReader(language), re.compile(any_of(words.under))

    def make(self, document: AnnotatedDocument, number: int) -> Scene:
        """The scene of a sentence, by its number."""
        text, sentence = document.document.text, document.sentences[number]
        mentions, outer = document.by_sentence[number], document.outermost[number]
        clauses = self._clauses.join(text, sentence.clauses, outer)
        free = self._cues.find(text, sentence.span, [each.span for each in outer])
        groups: list[Group] = []
        twins = twins_of(outer, mentions) if len(mentions) > len(outer) else {}
        for run in self._parted(text, self._groups.runs(text, self._without_aliases(text, outer), free), free):
            laid_out = self._laid_out(text, run, groups, clauses, free)
            more = tuple(other for each in run for other in twins.get(each, ())) if twins else ()
            groups.append(replace(laid_out, members=run + more) if more else laid_out)
        if len(groups) > 1 and self._under.search(text, sentence.span.start, sentence.span.end):
            groups = list(self._owners.passed_on(text, groups, free))
        types = frozenset(each.mention.type for each in outer)
        return Scene(document, number, (clauses, groups, free), types, self._patterns)

    def _parted(
        self, text: str, runs: Iterable[tuple[EntityMention, ...]], hits: Sequence[Hit]
    ) -> Iterable[tuple[EntityMention, ...]]:
        """The runs, the last of a list of objects parted from it where it acts itself (甲设立乙、丙设立丁).

        What never acts is no subject, and a word that only follows on a preposition is no verb (满足甲、乙需求). What
        is said in a modifier is said of all (购买乙、丙持有的丁). So is an expert's house behind the expert before
        (甲研究员张三、乙研究员李四), and who is named with an office behind one without.
        """
        for run, behind in itertools.pairwise((*runs, ())):
            if len(run) > 1 and (
                self._acts_itself(text, run, hits)
                or self._is_of_expert(text, run, hits)
                or self._is_of_next(text, run, behind)
                or self._owners.is_before_its_own(text, run, behind)
            ):
                yield run[:-1]
                yield run[-1:]
            else:
                yield run

    def _acts_itself(self, text: str, run: Sequence[EntityMention], hits: Sequence[Hit]) -> bool:
        """Whether a list stands between a verb and another, which its last member is the subject of."""
        if not self._groups.may_act(run[-1].mention.type):
            return False
        start, end = run[0].span.start, run[-1].span.end
        if self._each.search(text, end, end + _MODIFIER):
            return False  # 持有甲、乙股权分别为…
        verbs = [hit for hit in hits if hit.mark & Mark.OBJECT]
        behind = (hit for hit in verbs if hit.start == end and not hit.is_noun)
        return any(hit.end == start for hit in verbs) and any(
            not text.startswith(self._possessive, hit.end) for hit in behind
        )

    def _is_of_expert(self, text: str, run: Sequence[EntityMention], hits: Sequence[Hit]) -> bool:
        """Whether the last of a list is no thing of the kind of the one before, but the house of the next expert."""
        differ = run[-1].mention.type != run[-2].mention.type
        return differ and self._reporters.is_expert(text, run[-1].span.end, hits)

    @staticmethod
    def _is_of_next(text: str, run: Sequence[EntityMention], behind: Sequence[EntityMention]) -> bool:
        """Whether the last of a list is no thing of its kind, but the house of the next one (张三和甲总经理李四)."""
        kinds = [each.mention.type for each in run[-2:]]
        if not behind or kinds[0] == kinds[1] or behind[0].mention.type != kinds[0]:
            return False
        title = text[run[-1].span.end : behind[0].span.start]
        return len(title) <= _MODIFIER and title.isalnum()

    def _without_aliases(self, text: str, mentions: Sequence[EntityMention]) -> list[EntityMention]:
        """The mentions without those that only name the one before again, in brackets (甲公司（以下简称甲）)."""
        kept: list[EntityMention] = []
        for each in mentions:
            again = kept and each.entity == kept[-1].entity and each.span.start - kept[-1].span.end <= _ALIAS
            between = text[kept[-1].span.end : each.span.start] if again else ""
            if between[:1] not in self._opening or not self._closing.isdisjoint(between):
                kept.append(each)
        return kept

    def _laid_out(
        self,
        text: str,
        run: tuple[EntityMention, ...],
        groups: Sequence[Group],
        clauses: Sequence[Span],
        hits: Sequence[Hit],
    ) -> Group:
        start, end = run[0].span.start, run[-1].span.end
        clause = len(clauses) - 1
        while clause and start < clauses[clause - 1].end:
            clause -= 1
        floor = clauses[clause].start
        cue = self._cue_before(text, start, floor, groups, hits)
        sends = cue >= 0 and self._delegates.sends(text, hits[cue][:2], end)
        if sends:
            cue = self._cue_before(text, hits[cue].start, floor, groups, hits)
        mark = hits[cue].mark if cue >= 0 else Mark.NONE
        owns = text.startswith(self._possessive, end) and not sends
        aside = self._reporters.only_reports(text, start, end, hits, opens=not clause)
        # A document in marks acts through what it says, also where its spirit is named.
        aside = aside or (text[end - 1].isalnum() and text.startswith(self._spirits, end))
        aside = aside or self._is_aside(text, start, floor)
        return Group(run, start, end, clause, mark, cue, owns, aside)

    def _cue_before(self, text: str, start: int, floor: int, groups: Sequence[Group], hits: Sequence[Hit]) -> int:
        """The number of the word that marks what begins at `start`, -1 for none.

        Modifiers may stand between, also such that hold a name: the word before them counts (推出面向新市民的好期贷).
        """
        for group in reversed(groups):
            if group.end <= floor or not self._modifies(text, group.end, start):
                floor = max(floor, group.end)
                break
            if group.end == start or text[group.end : start] in self._gathered:
                return group.cue
            start = hits[group.cue].start if group.cue >= 0 else group.start
            if group.owns and group.mark & _INSIDE:
                # 注册地 + 在
                start = next((hit.start for hit in hits if floor <= hit.start and hit.end == start), start)
        return self._word_before(text, start, floor, hits)

    def _modifies(self, text: str, end: int, start: int) -> bool:
        """Whether a name that ends at one offset belongs to what begins at the other: 上海某银行, 老人及子女的乙."""
        near = start - end <= _MODIFIER and text.startswith(self._possessive, end)
        near = near or self._joined.fullmatch(text, end, start) is not None
        return near or end == start or text[end:start] in self._gathered

    def _word_before(self, text: str, start: int, floor: int, hits: Sequence[Hit]) -> int:
        """The number of the last word between two offsets that marks what follows, -1 for none near enough."""
        index = bisect.bisect_left(hits, (start,)) - 1
        while index >= 0 and hits[index].start >= floor:
            hit = hits[index]
            between = text[hit.end : start]
            if between[:1].isdigit() and text[hit.start : hit.end] in self._bounds:
                index -= 1  # 为超过3万名新市民提供: what binds a number governs nothing
                continue
            in_row = hit.mark & Mark.COMPANION and self._unknown.fullmatch(between)
            if not in_row and (len(between) > _MODIFIER or not self._boundaries.isdisjoint(between)):
                return -1
            if hit.end <= start and hit.mark and not (hit.mark & _INSIDE and between.endswith(self._possessive)):
                return index
            index -= 1
        return -1

    def _is_aside(self, text: str, start: int, floor: int) -> bool:
        before = text[max(floor, start - 30) : start]
        if self._opening.isdisjoint(before):  # as nearly always
            return False
        for sign in reversed(before):
            if sign in self._closing:
                return False
            if sign in self._opening:
                return True
        return False
