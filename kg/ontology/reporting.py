"""How a language reports figures: `reporting.yaml`, the words around subject, metric and number."""

from __future__ import annotations

import pydantic

from kg.ontology.source import Options


class Reporting(Options):
    """Words by what they do; see the comments of the file."""

    bringer: tuple[str, ...]
    credit: tuple[str, ...]
    vouching_before: tuple[str, ...]
    vouching: tuple[str, ...]
    saying: tuple[str, ...]
    counted_in: tuple[str, ...]
    restarts: tuple[str, ...]
    possessive: str
    oblique: tuple[str, ...]
    transparent: tuple[str, ...]
    toward: tuple[str, ...]
    due: tuple[str, ...]
    recipient: tuple[str, ...]
    at: tuple[str, ...]
    at_time: tuple[str, ...]
    in_time: tuple[str, ...]
    having: tuple[str, ...]
    making: tuple[str, ...]
    surveyed: tuple[str, ...]
    respondents: tuple[str, ...]
    respondents_not_before: str
    holders: tuple[str, ...]
    holder_kinds: tuple[str, ...]
    holder_links: tuple[str, ...]
    leading: tuple[str, ...]
    foremost: tuple[str, ...]
    agent: tuple[str, ...]
    holding: tuple[str, ...]
    concerning: tuple[str, ...]
    comparing: tuple[str, ...]
    experts: tuple[str, ...]
    sets_time: tuple[str, ...]
    and_: tuple[str, ...] = pydantic.Field(alias="and")
    lead: tuple[str, ...]
    source: tuple[str, ...]
    source_not_after: str
    tail: tuple[str, ...]
    tail_signs: dict[str, str]
    than: tuple[str, ...]
    more: tuple[str, ...]
    hollow: tuple[str, ...]
    light: tuple[str, ...]
    means: tuple[str, ...]
    rest: tuple[str, ...]
    already: tuple[str, ...]
    sums: tuple[str, ...]
    pivot: tuple[str, ...]
    relative: tuple[str, ...]
    over_stretches: tuple[str, ...]
    change: tuple[str, ...]
    quoting: tuple[str, ...]
    moving: tuple[str, ...]
    reaching: tuple[str, ...]
    generic: tuple[str, ...]
    stock: tuple[str, ...]
    stock_changes: tuple[str, ...]
    relative_inside: tuple[str, ...]
    relative_inside_not_after: str
    led_to: tuple[str, ...]
    respectively: tuple[str, ...]
    each: tuple[str, ...]
    each_not_after: str
    each_not_before: str
    list_: tuple[str, ...] = pydantic.Field(alias="list")
    counted_again: tuple[str, ...]
    pointing: tuple[str, ...]
    definite: tuple[str, ...]
    enumerated: tuple[str, ...]
    enumerated_deeds: tuple[str, ...]
    numbering: tuple[str, ...]
    per: tuple[str, ...]
    defining: tuple[str, ...]
    sized: tuple[str, ...]
    sized_nouns: tuple[str, ...]
    time_not_before: tuple[str, ...]
    time_after: tuple[str, ...]
    time_before: tuple[str, ...]
    time_told: tuple[str, ...]
    time_done: tuple[str, ...]
    time_short: tuple[str, ...]
    alternative: tuple[str, ...]
    founding: tuple[str, ...]
    limits: tuple[str, ...]
    attending: tuple[str, ...]
    nation: tuple[str, ...]
    local: tuple[str, ...]
    local_not_before: str
    introducing: tuple[str, ...]
    each_time: tuple[str, ...]
    planned: tuple[str, ...]
    planned_nouns: tuple[str, ...]
    planned_adverb: str
    possible: tuple[str, ...]
    goes_on: tuple[str, ...]
    continues: tuple[str, ...]
    same_event: tuple[str, ...]
    event: tuple[str, ...]
    from_: tuple[str, ...] = pydantic.Field(alias="from")
    telling: tuple[str, ...]
    noticed: tuple[str, ...]
    published: tuple[str, ...]
    ratios: tuple[str, ...]
    multiples: tuple[str, ...]
    heading_ends: tuple[str, ...]
    ranked: tuple[str, ...]
    examples: str
    examples_not_before: tuple[str, ...]
    together: tuple[str, ...]
    during: tuple[str, ...]
    among: tuple[str, ...]
    anaphor: tuple[str, ...]
    accounts: tuple[str, ...]
