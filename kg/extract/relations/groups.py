"""Coordinated mentions: 甲、乙和丙 stand together and take the same part in their clause.

Knows which words join members of a list; what a group does in its clause is told by its mark.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.extract.annotated import EntityMention
from kg.extract.relations.cues import Hit, Mark
from kg.ontology.language import Language
from kg.ontology.schema import Ontology
from kg.text.alternatives import any_of, sides_of

_GAP = 40
"""Signs that may stand between two members of a list, a bracket behind the first counted in."""
# Signs of number and kind that may stand before a member of a list (商业银行、187家非银行支付机构).
_COUNTED = 6
# Signs of an office with its department before a member of a list (张三、公司业务部总经理李四).
_TITLE = 14
# Signs of a member of a list that is no name that was found (甲部、某某委、乙会联合发布).
UNKNOWN = (2, 10)
# What parts two mentions, whatever else joins them (推出“甲”，并为乙提供).
_PARTING = Mark.OBJECT | Mark.PATIENT | Mark.HANDLED
# Signs that may stand between 等 and the class word of a list (等近20家在湘保险公司).
_TAIL = 8
# What stands right before a name and gives it another part than the list before has (甲等3家公司被 + 乙).
_LEADING = Mark.AGENT | Mark.PLACE


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions that stand together in one clause.

    `mark` is the part that the word before gives them, `cue` the number of that word among the sentence's hits (-1 for
    none); `owns` says that 的 follows. `aside` groups stand in brackets behind another mention. An `owner` takes no
    part but tells whose the group behind is.
    """

    members: tuple[EntityMention, ...]
    start: int
    end: int
    clause: int
    mark: int = Mark.NONE
    cue: int = -1
    owns: bool = False
    aside: bool = False
    owner: bool = False

    def of_types(self, types: frozenset[str]) -> tuple[EntityMention, ...]:
        """The members that are of one of some types."""
        if len(self.members) == 1:  # as mostly
            return self.members if self.members[0].mention.type in types else ()
        return tuple([each for each in self.members if each.mention.type in types])


class ListTypes:
    """Which types may stand in one list, as the relations of the schema take them together."""

    def __init__(self, ontology: Ontology) -> None:
        relations = ontology.relations.values()
        self._joined = {pair for each in relations for end in (each.domain, each.range) for pair in _pairs(end)}
        self._acting = frozenset(name for each in relations for name in each.domain)
        self._classed = {pair for each in relations if each.symmetric for pair in _pairs(each.range)}

    def may_join(self, one: str, other: str) -> bool:
        """Whether two may be members of one list: one relation takes both at the same end."""
        return one == other or (one, other) in self._joined

    def may_touch(self, one: str, other: str) -> bool:
        """Whether two that stand side by side are members of one list: of a type that never acts (浙江省台州市)."""
        return one == other and one not in self._acting

    def may_act(self, one: str) -> bool:
        """Whether one may be the subject of a relation."""
        return one in self._acting

    def may_class(self, one: str, other: str) -> bool:
        """Whether one may be the kind that a list of the other ends with (甲等银行)."""
        return one == other or (one, other) in self._classed


def _pairs(types: Iterable[str]) -> set[tuple[str, str]]:
    return set(itertools.product(types, types))


class GroupFinder:
    """Puts mentions together by what stands between them.

    Args:
        language: words and marks of lists.
        types: which types may stand in one list.
        offices: the names of offices, which may stand before a member.
    """

    def __init__(self, language: Language, types: ListTypes, offices: Iterable[str] = ()) -> None:
        words, marks = language.clauses, language.punctuation
        opening, closing = sides_of(marks.brackets)
        quotes = re.escape("".join(marks.quotes))
        shut, open_ = rf"[{closing}]*", rf"[{opening}]*"
        comma = rf"[{re.escape(marks.clause)}]"
        stop = re.escape(marks.clause + marks.sentence + marks.list) + opening + closing
        aside = rf"(?:[{opening}].{{0,30}}?[{closing}]+)?"
        unknown = rf"(?:[{re.escape(marks.list)}][^{stop}]{{{UNKNOWN[0]},{UNKNOWN[1]}}}){{0,2}}"
        trails = f"{any_of(words.trails)}?"
        opened = rf"{comma}?\s*{any_of(words.joins)}[^{stop}]{{0,{_COUNTED}}}|[{quotes}]+"
        joined = rf"{shut}{trails}{aside}{unknown}(?:{opened}){open_}"
        closed = rf"{shut}{aside}[^{stop}]{{0,2}}{any_of(words.and_so_on)}[^{stop}]{{0,{_TAIL}}}{open_}"
        self._titled = re.compile(rf"{shut}{aside}{any_of(words.joins)}[^{stop}]{{0,{_TITLE}}}")
        self._offices = tuple(offices)
        self._joined, self._closed = re.compile(joined), re.compile(closed)
        self._aside, self._trails = re.compile(rf"{shut}{aside}"), re.compile(trails)
        # What ends in brackets does not stand with what is behind them: 甲（面向乙）、丙.
        begun, ended = sides_of(marks.asides)
        self._left = re.compile(rf"[^{begun}{ended}]*[{ended}]")
        # “甲”“乙” are two of a kind; a firm right before a quoted name owns it.
        self._quoted = re.compile(rf"[{quotes}]+")
        self._types = types
        self._terms = words.terms
        self._possessive = words.possessive

    def runs(
        self, text: str, mentions: Sequence[EntityMention], hits: Sequence[Hit]
    ) -> Iterable[tuple[EntityMention, ...]]:
        """The mentions, in text order and without nested ones, cut into runs that stand together.

        No verb stands between two of a run; `hits` are the words of the sentence.
        """
        verbs = [hit for hit in hits if hit.mark & _PARTING]
        run: list[EntityMention] = []
        for mention in mentions:
            joined = run and self._joins(text, run[-1], mention) and not self._parts(text, verbs, run[-1], mention)
            if run and (not joined or _is_marked(hits, run[-1].span.end, mention.span.start)):
                yield tuple(run)
                run = []
            run.append(mention)
        if run:
            yield tuple(run)

    def may_act(self, one: str) -> bool:
        """Whether a thing of a type may be a subject."""
        return self._types.may_act(one)

    def _joins(self, text: str, last: EntityMention, mention: EntityMention) -> bool:
        start, end = last.span.end, mention.span.start
        ends = last.mention.type, mention.mention.type
        if end - start > _GAP or not self._types.may_join(*ends) or self._left.match(text, start, end):
            return False
        if start == end:
            return self._types.may_touch(*ends)
        if self._quoted.fullmatch(text, start, end):
            return ends[0] == ends[1]
        if self._joined.fullmatch(text, start, end):
            # 面向老人及子女的“乙”: what stands before 的 is said of another type of thing.
            return self._types.may_class(*ends) or not any(word in text[start:end] for word in self._possessive)
        if text.endswith(self._offices, start, end) and self._titled.fullmatch(text, start, end):
            return ends[0] == ends[1]
        return self._types.may_class(*ends) and self._closed.fullmatch(text, start, end) is not None

    def _parts(self, text: str, verbs: Iterable[Hit], last: EntityMention, mention: EntityMention) -> bool:
        """Whether a verb stands between two mentions, outside brackets behind the first (甲（持股60%）、乙)."""
        aside = self._aside.match(text, last.span.end)
        start = aside.end() if aside else last.span.end
        inside = (hit for hit in verbs if start <= hit.start and hit.end <= mention.span.start)
        parting = [hit for hit in inside if not self._trails.fullmatch(text, hit.start, hit.end)]
        return any(not text.startswith(self._terms, hit.start) for hit in parting)


def _is_marked(hits: Sequence[Hit], start: int, end: int) -> bool:
    """Whether a word right before a name, behind the name before it, gives it a part of its own."""
    return any(hit.end == end and hit.start > start and hit.mark & _LEADING for hit in hits)
