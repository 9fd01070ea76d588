"""What a kind of rule is, and what it is built from."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from kg.extract.mentions.candidate import Candidate, Found, make_candidate
from kg.extract.mentions.naming import NameReader
from kg.extract.mentions.page import Page
from kg.extract.mentions.triggers import Hit
from kg.model.mention import Reference
from kg.ontology.language import Language
from kg.ontology.people import Offices, Surnames
from kg.ontology.source import Options


class Stage(enum.IntEnum):
    """When a rule works: on the text alone, or on what rules of an earlier stage found."""

    NAMES = 1
    EXTENDED = 2
    COMPOSED = 3
    LISTED = 4


@dataclass(frozen=True)
class Setting:
    """What every rule may know besides its options."""

    language: Language
    readers: Mapping[str, NameReader]
    offices: Offices
    surnames: Surnames
    places: frozenset[str] = frozenset()
    """Listed names that may be left off the front of others: places."""


class Trust(Protocol):
    """The options that say how far a rule is to be trusted."""

    @property
    def strength(self) -> int:
        """Against other rules that cover the same words."""

    @property
    def confidence(self) -> float:
        """From 0 to 1."""


@dataclass(frozen=True)
class RuleHead:
    """A rule's name (`Company/bank`) and the type of what it finds."""

    name: str
    type: str

    def candidate(self, start: int, end: int, trust: Trust, holds: frozenset[str] = frozenset()) -> Candidate:
        """What the rule takes for a name; `holds` are the types of names that may be kept inside it."""
        named = Reference.NAMED
        return make_candidate(
            (start, end, self.type, self.name, trust.strength, trust.confidence, None, None, named, holds, None, None)
        )


class MentionRule(Protocol):
    """Finds candidates of one type. Built once a pack, from typed options; holds nothing of any document."""

    options: ClassVar[type[Options]]
    stage: ClassVar[Stage]
    keeps_words: ClassVar[bool]
    """Whether the tokenizer should keep the triggers whole, because a name begins or ends right beside them."""

    @property
    def triggers(self) -> Iterable[str]:
        """The words without one of which the rule cannot find anything."""

    def find(self, page: Page, hits: Sequence[Hit], found: Found) -> Iterable[Candidate]:
        """The candidates of a page.

        Args:
            page: the document.
            hits: where the rule's triggers stand, by their end; of hits with one end the longest.
            found: what the lexicon and the rules of earlier stages found.
        """
