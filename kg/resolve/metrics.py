"""Which words for a metric say the same: 资产总额 and 总资产 are one metric where the pack says so."""

from __future__ import annotations

from collections.abc import Iterable

from kg.ontology.resolution import MetricOptions
from kg.resolve.naming import plain


class MetricNames:
    """The names of metrics, by any words for them."""

    def __init__(self, options: Iterable[MetricOptions] = ()) -> None:
        self._names = {plain(word): each.same[0] for each in options for word in each.same}

    def of(self, words: str) -> str:
        """The name of the metric that some words mean: the words themselves where nothing says the same.

        >>> MetricNames([MetricOptions(same=("总资产", "资产总额"))]).of("资产总额")
        '总资产'
        """
        return self._names.get(plain(words), words)
