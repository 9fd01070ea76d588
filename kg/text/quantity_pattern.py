"""The regular expression of a number with its unit, put together from a language's cues.

Knows how numbers are spelt; which of its matches are figures, and what they are worth, is for `kg.text.quantities`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.ontology.language import Language
from kg.ontology.numerals import Numerals
from kg.ontology.units import Units
from kg.text.alternatives import any_of, not_before


def quantity_pattern(language: Language) -> re.Pattern[str]:
    """Numbers with what may follow them, over folded text.

    Groups: `below`, `fraction` and `part` (负百分之五); `halved` (近半数); `whole` and `share` (四分之一);
    `tenth_low`, `tenth`, `half`, `tenths`,
    `tenth_more` (三至四成, 两成半, 三成五, 一成多); `low`, `low_unit`, `join`, `high` (a range);
    `number`, `more`, `tail` (300多万), `unit`, `late` (4年多); `minus`.
    """
    signs, units = language.numerals, language.units
    numeral = _numeral(signs, units)
    unit = _unit(units)
    more = any_of(language.bounds.more)
    groups = _signs((*signs.places, *signs.groups))
    join = any_of(signs.range)
    digits = _signs(sign for sign, worth in signs.digits.items() if worth)
    small = rf"[{digits}{_tens(signs)}]{{1,3}}"
    return re.compile(
        # The class of first signs lets the search skip what cannot begin a number.
        rf"(?=[{re.escape(signs.minus)}0-9{_firsts(signs)}])(?<![0-9])(?<![0-9][.,:])"
        rf"(?:(?P<below>(?<=[{signs.minus_word_after}]){signs.minus_word})?"
        rf"(?P<fraction>{any_of(signs.fractions)})(?P<part>{numeral})"
        rf"|(?P<halved>{_halved(signs)})"
        rf"|(?P<whole>{small}){signs.part_of}(?P<share>{small}){not_before(signs.part_not_before)}"
        rf"|(?:(?P<tenth_low>[{digits}1-9]) ?{join} ?)?(?P<tenth>[1-9]\.[0-9]|[{digits}1-9]) ?{signs.tenth}"
        rf"(?:(?P<half>{signs.half})|(?P<tenths>[{digits}])(?=[{signs.tenth_ends}]|\W|$))?(?P<tenth_more>{more})?"
        rf"{not_before(signs.tenth_not_before)}"
        rf"|(?:(?P<low>{numeral}) ?(?P<low_unit>{unit})? ?(?P<join>{join}) ?(?=[0-9{digits}]))?"
        rf"(?P<minus>(?<![0-9A-Za-z)）]){re.escape(signs.minus)}(?=[0-9])"
        rf"|(?<=[{signs.minus_word_after}]){signs.minus_word}(?=[0-9{digits}]))?"
        rf"(?P<number>{numeral})(?: ?(?P<more>{more})(?P<tail>[{groups}]*))?(?: ?(?P<unit>{unit})(?P<late>{more})?)?)"
    )


def _halved(signs: Numerals) -> str:
    halves = any_of(signs.halves)
    firsts = _signs(sorted({signs.half, *(each[0] for each in signs.halves)}))
    return (
        rf"(?=[{firsts}])(?:(?<=[{signs.halves_after}]){halves}|{halves}(?={any_of(signs.halves_before)})"
        rf"|(?<=[{signs.half_after}]){signs.half}{not_before(signs.half_not_before)})"
    )


def _signs(signs: Iterable[str]) -> str:
    return str(re.escape("".join(signs)))


def _tens(signs: Numerals) -> str:
    return _signs(sign for sign, worth in signs.places.items() if worth == min(signs.places.values()))


def _firsts(signs: Numerals) -> str:
    """The signs that a number in words or a fraction may begin with."""
    words = (*signs.fractions, *signs.halves, signs.half, *signs.groups, signs.minus_word)
    return _signs(sorted({*signs.digits, *signs.places, *(each[0] for each in words)}))


def _numeral(signs: Numerals, units: Units) -> str:
    places, groups = _signs(signs.places), _signs(signs.groups)
    # A unit may begin with a place sign (千瓦, 百分点): there the sign is the unit's.
    own = any_of(form for form, _ in units.forms() if form[0] in signs.places)
    counted = any_of(signs.counted_groups) + not_before(signs.counted_groups_not_before)
    scale = rf"{counted}|(?:(?!{own})[{places}])?[{groups}]{{1,2}}|(?!{own})[{places}]"
    # A full-width comma parts the thousands of a number only where there are two, or a group sign or decimals follow.
    wide = rf"[0-9]{{1,3}}+(?:(?:\uff0c[0-9]{{3}}){{2,}}(?![0-9])|(?:\uff0c[0-9]{{3}})+(?=[{groups}]|\.[0-9]))"
    # Nothing that may follow a number begins with a digit or a point, so that none is given back.
    arabic = rf"(?:{wide}|[0-9]{{1,3}}+(?:,[0-9]{{3}})+|(?!0[0-9])[0-9]{{1,15}}+)(?:\.[0-9]{{1,9}}+)?+"
    foreign = any_of(signs.foreign_groups)
    whole = rf"{arabic}(?: ?(?:(?:{scale})(?:[0-9]{{1,4}}(?:{scale}))?|{foreign}(?![A-Za-z])))?"
    digits = _signs(sign for sign, worth in signs.digits.items() if worth)
    tens = _tens(signs)
    every = _signs((*signs.digits, *signs.places, *signs.groups))
    decimals = rf"{signs.point}[{_signs(signs.digits)}]{{1,9}}[{groups}]{{0,2}}"
    spelt = rf"[{digits}{tens}](?:(?!{own})[{every}]){{0,16}}(?:{decimals})?"
    zero = _signs(sign for sign, worth in signs.digits.items() if not worth)
    return rf"(?:{whole}|{spelt}|[{zero}]{decimals}|{_bare(signs, units)})"


def _bare(signs: Numerals, units: Units) -> str:
    """A place or group that is a number by itself: 近亿元, 超千亿元, 千余元."""
    own = any_of(form for form, _ in units.forms() if form[0] in signs.places)
    after = "|".join(f"(?<={word})" for word in signs.bare_after_words)
    more = any_of(signs.bare_more)
    every = _signs((*signs.places, *signs.groups))
    return rf"(?:(?<=[{signs.bare_after}])|{after}|(?=[{every}]{more}))(?!{own})[{every}]{{1,3}}"


def _unit(units: Units) -> str:
    forms = sorted({form for form, _ in units.forms()}, key=lambda form: (-len(form), form))
    guarded = (re.escape(form) + not_before(units.not_before.get(form, ())) for form in forms)
    return "(?:" + "|".join(guarded) + ")"
