"""How a language writes numbers: `numerals.yaml`. What a written number is worth is for `kg.text.numerals`."""

from __future__ import annotations

import pydantic

from kg.ontology.source import Options


class Numerals(Options):
    """Signs of number.

    `places` work inside a group of four digits (千), `groups` are the groups themselves (万, 亿),
    `counted_groups` how one is counted like a thing (2个亿), `foreign_groups` those of another language behind figures
    (million); the `bare` words say
    where one of them is a sum by itself (近亿元). `minus` begins a number below zero, and so does `minus_word` behind
    some signs. `tenth` is the sign of tenths (三成), worth a share in `tenth_unit`; a digit behind it (三成五) counts
    before `tenth_ends` or where the words end. `halves` are words for a half, which count behind `halves_after` or
    before `halves_before`; so does `half` behind `half_after`, of which `passed` is one, unless a word of
    `half_not_after` stands before that. `part_of` joins a whole and a part (四分之一). `fractions` are prefixes with
    their unit. `range` stands between the ends of a range; those of them in `range_words` only where no word of `from`
    stands before, or one of `range_after` behind. `not_after`, `not_after_words` (numbers in words only), `words` that
    the first sign of a number ends, and `code` (a regular expression) rule out ordinals, vague numbers and codes.
    """

    digits: dict[str, int]
    places: dict[str, int]
    groups: dict[str, int]
    counted_groups: tuple[str, ...]
    counted_groups_not_before: tuple[str, ...]
    foreign_groups: dict[str, int]
    point: str
    minus: str
    minus_word: str
    minus_word_after: str
    bare_after: str
    bare_more: tuple[str, ...]
    bare_after_words: tuple[str, ...]
    bare_not_before: tuple[str, ...]
    half: str
    tenth: str
    tenth_unit: str
    tenth_not_before: tuple[str, ...]
    tenth_ends: str
    halves: tuple[str, ...]
    halves_after: str
    halves_before: tuple[str, ...]
    half_after: str
    half_not_before: tuple[str, ...]
    passed: str
    half_not_after: tuple[str, ...]
    part_of: str
    part_not_before: tuple[str, ...]
    part_after: tuple[str, ...]
    part_before: tuple[str, ...]
    part_most: int
    fractions: dict[str, str]
    range: tuple[str, ...]
    range_words: tuple[str, ...]
    range_after: tuple[str, ...]
    from_: tuple[str, ...] = pydantic.Field(alias="from")
    not_after: tuple[str, ...]
    not_after_words: tuple[str, ...]
    words: frozenset[str]
    code: str
