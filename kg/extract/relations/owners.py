"""Houses that only tell whose the one behind them is, which takes their part in the clause: 收购甲集团旗下的乙."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.annotated import EntityMention
from kg.extract.relations.cues import Hit, Mark
from kg.extract.relations.groups import Group
from kg.ontology.language import Language

_MODIFIER = 14
"""Signs that may stand between a house and its own, the word between them counted in."""


class OwnerReader:
    """Tells owners from those who take part, by one language."""

    def __init__(self, language: Language) -> None:
        words = language.clauses
        self._under, self._possessive = words.under, words.possessive
        marks = language.punctuation
        self._joins = words.joins
        self._barred = (*marks.clause, *marks.sentence, *words.joins)

    def is_before_its_own(self, text: str, run: Sequence[EntityMention], behind: Sequence[EntityMention]) -> bool:
        """Whether the last of a list of houses owns who is named behind (与 + 甲集团旗下的乙)."""
        if not behind or run[-1].mention.type != behind[0].mention.type:
            return False
        return self._is_between(text, run[-1].span.end, behind[0].span.start, ())

    def passed_on(self, text: str, groups: Sequence[Group], hits: Sequence[Hit]) -> Iterator[Group]:
        """The groups, each owner without its part, which its own has, as a list before it has (与甲、 乙旗下的丙)."""
        given: Group | None = None
        for number, group in enumerate(groups):
            told = group if given is None else replace(group, mark=given.mark, cue=given.cue)
            before = groups[number - 1] if number and told.cue < 0 else None
            if before is not None and text[before.end : group.start] in self._joins:
                told = replace(told, mark=before.mark, cue=before.cue)
            behind = groups[number + 1] if number + 1 < len(groups) else None
            given = told if behind is not None and self._owns(text, group, behind, hits) else None
            yield replace(told, mark=Mark.NONE, cue=-1, owner=True) if given is not None else told

    def _owns(self, text: str, group: Group, behind: Group, hits: Sequence[Hit]) -> bool:
        if group.clause != behind.clause or group.aside or behind.aside:
            return False
        if group.members[-1].mention.type != behind.members[0].mention.type:
            return False
        return self._is_between(text, group.end, behind.start, hits)

    def _is_between(self, text: str, start: int, end: int, hits: Sequence[Hit]) -> bool:
        """Whether a word tells that what ends at one offset has what begins at the other, over a modifier at most."""
        under = next((each for each in self._under if text.startswith(each, start)), None)
        if under is None or end - start > _MODIFIER or any(each in text[start:end] for each in self._barred):
            return False
        verbs = (hit for hit in hits if start + len(under) <= hit.start and hit.end <= end and hit.mark & Mark.OBJECT)
        return all(hit.is_noun for hit in verbs) or text.endswith(self._possessive, start, end)
