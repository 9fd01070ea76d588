"""One observation for each figure that a text repeats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg.extract.observations.draft import Draft
from kg.model.quantity import Period

_ALIKE = 0.6
"""From this share of common signs on two metrics are one."""


def merged(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """The drafts without those that say again what another says better, in text order."""
    kept: list[Draft] = []
    alike_values: dict[object, list[int]] = {}
    for draft in drafts:
        value = draft.quantity
        places = alike_values.setdefault((draft.subject.entity, value.value, value.value_to, value.unit), [])
        again = next((index for index in places if _is_same(kept[index], draft)), None)
        if again is None:
            places.append(len(kept))
            kept.append(draft)
        elif _says(draft) > _says(kept[again]):
            kept[again] = draft
    return tuple(kept)


def without_title(drafts: Iterable[Draft], title_end: int) -> tuple[Draft, ...]:
    """The drafts without those of a title, which ends at an offset, that the text below says more exactly.

    A title rounds (214万元 of 214.85万元) and names whom it can (the bank for its branch).
    """
    every = tuple(drafts)
    below = [each for each in every if each.figure.span.start >= title_end]
    return tuple(
        each for each in every if each.figure.span.start >= title_end or not any(_rounds(each, more) for more in below)
    )


def _rounds(short: Draft, full: Draft) -> bool:
    """Whether one figure is another, written shorter or of a wider subject."""
    one, two = short.quantity, full.quantity
    if one.unit != two.unit or (short.subject.entity != full.subject.entity and short.rule != full.rule):
        return False
    if one.value == two.value:
        return short.subject.entity != full.subject.entity and alike(short.metric, full.metric)
    return abs(one.value - two.value) * 100 <= abs(two.value)


def _is_same(first: Draft, second: Draft) -> bool:
    """Whether two drafts of one value and subject say the same of it."""
    if first.figure is second.figure and first.metric != second.metric:
        return False  # one for each of a row of metrics
    return _fits(first.when.period, second.when.period) and alike(first.metric, second.metric)


def _fits(first: Period, second: Period) -> bool:
    """Whether two periods are one, or one is not stated."""
    empty = (None, None)
    return (first.start, first.end) == (second.start, second.end) or empty in (
        (first.start, first.end),
        (second.start, second.end),
    )


def alike(first: str, second: str) -> bool:
    """Whether two metrics say nearly the same."""
    if first in second or second in first:
        return True
    common = sum((Counter(first) & Counter(second)).values())
    return 2 * common >= _ALIKE * (len(first) + len(second))


def _says(draft: Draft) -> tuple[int, float]:
    ends = (draft.when.period.start, draft.when.period.end)
    return len(ends) - ends.count(None), draft.sure
