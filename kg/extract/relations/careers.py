"""Whose life a passage tells: 张三，男，1970年生。1995年任…, so that offices without a person are that person's.

Knows how a life opens and what its entries look like; the words for both are told by the rule that asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.extract.annotated import EntityMention
from kg.extract.relations.groups import Group
from kg.extract.relations.rule import View
from kg.extract.relations.scene import Scene
from kg.ontology.language import Language
from kg.text.alternatives import any_of, sides_of


class CareerReader:
    """Reads lives in a text.

    Args:
        people: the types that have lives.
        words: words that open a life behind a name and a mark (，男，), forms of address that may stand between, and
            signs of dates that may stand before an entry.
        language: the marks of clauses and brackets.
    """

    def __init__(
        self, people: frozenset[str], words: tuple[Iterable[str], Iterable[str], str], language: Language
    ) -> None:
        opens, titles, dated = words
        marks = language.punctuation
        opening, closing = sides_of(marks.brackets)
        title = f"{any_of(titles)}?"
        aside = rf"(?:[{opening}][^{closing}]{{0,30}}[{closing}])?"
        self._opening = re.compile(rf"{aside}{title}{aside}[{re.escape(marks.clause)}]\s*{any_of(opens)}")
        self._rest = re.compile(title)
        self._entry = re.compile(rf"[0-9\s{re.escape(dated)}]*")
        self._ends = frozenset(marks.clause + marks.sentence)
        self._people = people

    def person(self, view: View, position: int) -> EntityMention | None:
        """Who is told of at a position of the last scene, None where nobody's life is told there."""
        named: set[str] = set()
        for scene in reversed(view.scenes):
            for group in reversed(scene.groups):
                people = group.of_types(self._people) if group.end <= position and not group.aside else ()
                if not people:
                    continue
                named.update(each.entity for each in people)
                if len(named) > 1:
                    return None
                if self._opening.match(scene.text, group.end):
                    return people[0]
        return None

    def opens(self, scene: Scene, start: int) -> bool:
        """Whether an entry may begin at an offset: nothing but a date stands before it in its clause."""
        clause = scene.clauses[scene.clause_at(start)]
        return self._entry.fullmatch(scene.text, clause.start, start) is not None

    def closes(self, scene: Scene, end: int) -> bool:
        """Whether an entry may end at an offset: its clause ends there."""
        return end >= scene.sentence.span.end or scene.text[end] in self._ends

    def beside(self, scene: Scene, start: int) -> EntityMention | None:
        """The person that is all of the clause before that at an offset: 张三，甲银行行长，…."""
        number = scene.clause_at(start) - 1
        groups = scene.in_clause(number) if number >= 0 else ()
        if len(groups) != 1 or start != scene.clauses[number + 1].start:
            return None
        return self._alone(scene, groups[0], number)

    def _alone(self, scene: Scene, group: Group, number: int) -> EntityMention | None:
        clause, people = scene.clauses[number], group.of_types(self._people)
        rest = self._rest.fullmatch(scene.text, group.end, clause.end)
        return people[0] if len(people) == 1 and group.start == clause.start and rest else None
