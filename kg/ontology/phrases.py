"""Words that bound names and noun phrases: `phrases.yaml` of a language."""

from __future__ import annotations

from functools import cached_property

import pydantic

from kg.ontology.source import Options


class Phrases(Options):
    """Words by what they do to a phrase that stands beside them.

    `stops` are never part of a name or of a compound noun. `joiners` join two phrases, but directly behind a stop they
    are part of a name (旗下和耕…). `modifier_verbs` are verbs that may stand inside a compound noun (创业担保贷款).
    `describers` stand before a noun without making it another thing (相关, 优质, 多家). `classes` are nouns for a kind
    of actor; what follows one is a new name (民营企业某某). `leading` words are none of a name that they begin
    (而云桥), also behind one of `before_leading` (市民参观云桥银行), nor are those of `leading_after` right behind what
    each has (15日); `governing` words begin no concept (导致帮信罪), nor do a number and one of `counters` (20余场).
    `indefinite` words leave an actor unnamed (有, 某, 一家). `brand_starts` are stops that begin a brand where nothing
    stands before them but a mark or a place
    (中天金融). `brand_middles` are stops that go on a brand behind what is a name by itself (荣华 + 达), `compounds`
    nouns that begin with a word that bounds names elsewhere or leads to them (企业管理, 经开区). No listed name
    begins with the second sign of one of `joined_before` (其中 + 国银行), nor ends with the first of one of
    `joined_behind` (武汉 + 市民). `list_ends` close a list (等), as a number and one of `tallies` do (三大领域);
    `defining` say behind one what its members are. `transliteration` are the signs that spell foreign names.
    `counting` are signs that count what follows where a number stands before them (27家).
    """

    stops: frozenset[str]
    joiners: frozenset[str]
    modifier_verbs: frozenset[str]
    describers: frozenset[str]
    classes: frozenset[str]
    leading: frozenset[str] = frozenset()
    leading_after: dict[str, tuple[str, ...]] = pydantic.Field(default={})
    governing: frozenset[str] = frozenset()
    before_leading: frozenset[str] = frozenset()
    counters: str = ""
    brand_starts: frozenset[str] = frozenset()
    brand_middles: frozenset[str] = frozenset()
    compounds: frozenset[str] = frozenset()
    joined_before: frozenset[str] = frozenset()
    joined_behind: frozenset[str] = frozenset()
    transliteration: str = ""
    indefinite: tuple[str, ...]
    list_ends: tuple[str, ...] = ()
    tallies: str = ""
    defining: tuple[str, ...] = ()
    counting: str = pydantic.Field(default="")

    @cached_property
    def bounding(self) -> frozenset[str]:
        """Everything that no name goes over."""
        return self.stops | self.classes

    @cached_property
    def particles(self) -> frozenset[str]:
        """Leading words of one sign, which text that is cut wrong has in one word with the name behind them: 从云桥."""
        return frozenset(word for word in self.leading if len(word) == 1)

    @cached_property
    def unnaming(self) -> frozenset[str]:
        """Everything that makes no name of a kind that it stands before: 有, 所有, 另一家, 优质."""
        return self.bounding.union(self.leading, self.governing, self.describers, self.indefinite)
