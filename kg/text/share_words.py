"""Shares of a whole that are told in words: 三成, 近半数, 四分之一, 百分之五."""

from __future__ import annotations

import re
from decimal import Decimal

from kg.model.span import Span
from kg.ontology.numerals import Numerals
from kg.ontology.units import Unit, UnitKind
from kg.text.matched_figure import Figure
from kg.text.numerals import NumeralReader, plain


class ShareReader:
    """Reads shares by one language's signs; matches are those of `kg.text.quantity_pattern`."""

    def __init__(self, signs: Numerals) -> None:
        self._signs = signs
        self._reader = NumeralReader(signs)
        self._vague = tuple(signs.not_after_words)

    def read(self, text: str, match: re.Match[str]) -> list[Figure]:
        """The share that a match states, if it is a plain number."""
        if match["fraction"]:
            unit = Unit(self._signs.fractions[match["fraction"]], UnitKind.SHARE)
            value = self._reader.value(match["part"])
            return [Figure(Span(*match.span()), -value if match["below"] else value, unit, None, match.end())]
        if match["halved"]:
            return self._half(text, match)
        return self._part(text, match) if match["whole"] else self._tenths(text, match)

    def _tenths(self, text: str, match: re.Match[str]) -> list[Figure]:
        if text.endswith(self._vague, max(0, match.start() - 3), match.start()):
            return []
        rest = self._reader.value(match["tenths"]) if match["tenths"] else 5 if match["half"] else 0
        value = plain(self._reader.value(match["tenth"]) * 10 + rest)
        low = self._reader.value(match["tenth_low"]) * 10 if match["tenth_low"] else None
        if low is not None and low >= value:
            return []
        unit, span = Unit(self._signs.tenth_unit, UnitKind.SHARE), Span(*match.span())
        return [Figure(span, value, unit, None, match.end(), bool(match["tenth_more"]), low)]

    def _half(self, text: str, match: re.Match[str]) -> list[Figure]:
        """A half as a share: 近半数, 占比过半, but not 时间过半."""
        passed = text.endswith(self._signs.passed, 0, match.start())
        span = Span(match.start() - passed * len(self._signs.passed), match.end())
        if passed and text.endswith(self._signs.half_not_after, 0, span.start):
            return []
        return [Figure(span, Decimal(50), Unit(self._signs.tenth_unit, UnitKind.SHARE), None, span.end, passed)]

    def _part(self, text: str, match: re.Match[str]) -> list[Figure]:
        """A part of a whole as a share of a hundred, nearly where that is no plain number: 四分之一, 三分之二."""
        whole, part = self._reader.value(match["whole"]), self._reader.value(match["share"])
        if part >= whole:
            return []
        value = plain(part * 100 / whole)
        span, unit = Span(*match.span()), Unit(self._signs.tenth_unit, UnitKind.SHARE)
        if value == round(value, 2):
            return [Figure(span, value, unit, None, match.end())]
        # 各三分之一, 一年的九分之一: what is no plain number is often no share that is reported.
        told = text.endswith(self._signs.part_after, 0, span.start) or text.startswith(
            self._signs.part_before, span.end
        )
        is_known = whole <= self._signs.part_most and told
        return [Figure(span, round(value, 1), unit, None, match.end(), is_near=True)] if is_known else []
