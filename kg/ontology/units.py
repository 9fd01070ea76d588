"""Units and counters of a language: `units.yaml`."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import pydantic

from kg.ontology.source import Options


class UnitKind(enum.StrEnum):
    """What a unit measures."""

    MONEY = "money"
    SHARE = "share"
    COUNT = "count"
    TIME = "time"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as a record holds it (元, USD, 人) and its kind."""

    name: str
    kind: UnitKind


class Hours(Options):
    """A form that is the hour of a day below `least` and a unit from there on."""

    form: str
    least: int = pydantic.Field(alias="from")


class Units(Options):
    """Units by kind, each with the forms that stand for it.

    `weak` forms are no unit of a number in words (一点), those of `only_after` one only behind certain words (翻一番).
    `not_before` gives, for a form, the words after it that make it part of another word. `nouns` name what a number
    without a unit counts, by unit, but not before `nouns_not_before`; great numbers whose metric ends with a word of
    `money_ends` are sums. `number_noun` ends a noun that counts what stands before it (票数). `before` gives, for a
    currency, the words and signs that tell it before a sum (港币3亿元, US$12亿), also between a bound and a number;
    `bounded` units count only where a bound stands by them; `parts` gives, for a unit of time, how many of a smaller
    one it has.
    """

    money: dict[str, tuple[str, ...]]
    share: dict[str, tuple[str, ...]]
    count: dict[str, tuple[str, ...]]
    time: dict[str, tuple[str, ...]]
    measure: dict[str, tuple[str, ...]]
    weak: tuple[str, ...]
    only_after: dict[str, tuple[str, ...]]
    not_before: dict[str, tuple[str, ...]]
    persons: tuple[str, ...]
    nouns: dict[str, tuple[str, ...]]
    nouns_not_before: tuple[str, ...]
    money_ends: tuple[str, ...]
    number_noun: str
    before: dict[str, tuple[str, ...]]
    bounded: tuple[str, ...]
    parts: dict[str, dict[str, int]]
    hours: Hours

    def forms(self) -> Iterator[tuple[str, Unit]]:
        """Every form with its unit."""
        for kind in UnitKind:
            groups: Mapping[str, tuple[str, ...]] = getattr(self, kind.value)
            for name, forms in groups.items():
                for form in forms:
                    yield form, Unit(name, kind)

    def currencies(self) -> Iterator[str]:
        """The words and signs that may stand before a sum, for any currency."""
        return (form for forms in self.before.values() for form in forms)

    @cached_property
    def by_form(self) -> Mapping[str, Unit]:
        """The unit of each form."""
        return dict(self.forms())
