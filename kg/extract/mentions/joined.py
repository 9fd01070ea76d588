"""Conjunctions that stuck to the name behind them: 云州市供销社和 + 云州农担公司, 甲银行（持股40%）和 + 澄源科技.

Brands begin with such signs, too (和耕集团), so that the rules let them pass. Right behind another name they join.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.mentions.candidate import Candidate, Found
from kg.extract.mentions.page import Page
from kg.ontology.forms import NameForms
from kg.ontology.language import Language

_SHORTEST = 4
"""A shorter rest is likelier to have lost its first sign."""
_LONGEST_BRACKET = 40


class JoinerCutter:
    """Cuts conjunctions off the front of names that stand right behind another name.

    Args:
        language: its conjunctions of one sign, longer ones begin no name anyway, and its brackets.
        forms: the types whose names may be brands; places stand before those without a joint (上海 + 和云科技).
    """

    def __init__(self, language: Language, forms: Iterable[NameForms]) -> None:
        branded = [each for each in forms if each.core or each.branded]
        self._joiners = frozenset(each for each in language.phrases.joiners if len(each) == 1)
        self._brackets = {pair[1]: pair[0] for pair in language.punctuation.asides}
        self._types = frozenset(each.type for each in branded)
        self._places = frozenset(place for each in branded for place in each.places)

    def cut(self, page: Page, found: Found) -> Found:
        """What was found, the names without the conjunctions that join them to another."""
        stuck = [each for each in found.candidates if self._may_stick(page, each)]
        sure = {page.plain[each.start : each.end] for each in stuck if not self._behind_name(page, each, found)}
        wrong = {each for each in stuck if page.plain[each.start : each.end] not in sure}
        if not wrong:
            return found
        return Found([each._replace(start=each.start + 1) if each in wrong else each for each in found.candidates])

    def _may_stick(self, page: Page, name: Candidate) -> bool:
        first = page.plain[name.start]
        return (
            first in self._joiners
            and name.type in self._types
            and name.canonical is None
            and name.end - name.start > _SHORTEST
        )

    def _behind_name(self, page: Page, name: Candidate, found: Found) -> bool:
        """Whether another name but a place ends right before a name, or brackets that stand behind a word."""
        opening = self._brackets.get(page.plain[name.start - 1 : name.start])
        if opening is not None:
            start = page.plain.rfind(opening, max(0, name.start - _LONGEST_BRACKET), name.start)
            return start > 0 and page.plain[start - 1].isalpha()
        return any(each.type not in self._places for each in found.all_ending(name.start))
