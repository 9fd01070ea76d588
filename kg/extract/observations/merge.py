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
    for draft in drafts:
        again = next((index for index, each in enumerate(kept) if _is_same(each, draft)), None)
        if again is None:
            kept.append(draft)
        elif _says(draft) > _says(kept[again]):
            kept[again] = draft
    return tuple(kept)


def _is_same(first: Draft, second: Draft) -> bool:
    if first.subject.entity != second.subject.entity:
        return False
    one, two = first.quantity, second.quantity
    if (one.value, one.value_to, one.unit) != (two.value, two.value_to, two.unit):
        return False
    return _fits(first.when.period, second.when.period) and _alike(first.metric, second.metric)


def _fits(first: Period, second: Period) -> bool:
    """Whether two periods are one, or one is not stated."""
    empty = (None, None)
    return (first.start, first.end) == (second.start, second.end) or empty in (
        (first.start, first.end),
        (second.start, second.end),
    )


def _alike(first: str, second: str) -> bool:
    if first in second or second in first:
        return True
    common = sum((Counter(first) & Counter(second)).values())
    return 2 * common >= _ALIKE * (len(first) + len(second))


def _says(draft: Draft) -> tuple[int, float]:
    ends = (draft.when.period.start, draft.when.period.end)
    return len(ends) - ends.count(None), draft.sure
