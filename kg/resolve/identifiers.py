"""Ids that follow from content alone: opaque ASCII, the same in any order of documents and any process.

An id is a prefix and twelve hexadecimal digits of SHA-256 over what makes the thing itself. It does not change when
an entity gains an alias or a fact another source.
"""

from __future__ import annotations

import hashlib
import unicodedata
from decimal import Decimal

from kg.model.quantity import Period, Quantity
from kg.model.span import Span

RELATION_PREFIX = "rel"
OBSERVATION_PREFIX = "obs"
OTHER_PREFIX = "ent"
"""Before the ids of entities whose type the pack gives no prefix."""

_BETWEEN = "\x1f"
"""Parts of a key; the unit separator stands in no name, so that ("ab", "c") is never ("a", "bc")."""


def opaque_id(prefix: str, *parts: str) -> str:
    """An id from the parts of a key.

    >>> opaque_id("org", "Company", "云杉消费金融")
    'org_b38d54880ca2'
    """
    key = _BETWEEN.join(unicodedata.normalize("NFKC", part).replace(_BETWEEN, " ") for part in parts)
    return f"{prefix}_{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def unnamed_id(prefix: str, type_: str, document: str, span: Span) -> str:
    """The id of an actor that its article leaves unnamed: no other place ever gives the same."""
    return opaque_id(prefix, "unnamed", type_, document, str(span.start), str(span.end))


def relation_id(subject: str, predicate: str, object_: str, modality: str, role: str | None) -> str:
    """The id of a relation between entities, by their ids."""
    return opaque_id(RELATION_PREFIX, subject, predicate, object_, modality, role or "")


def observation_id(
    subject: str, metric: str, quantity: Quantity, period: Period, others: tuple[tuple[str, ...], str]
) -> str:
    """The id of a figure.

    Args:
        subject: the entity's id.
        metric: what is counted, in the form in which metrics are compared.
        quantity: the number with unit and bound.
        period: only its dates make the id, not what they rest on.
        others: the dimensions' ids and the modality.
    """
    dimensions, modality = others
    value_to = "" if quantity.value_to is None else plain_number(quantity.value_to)
    amount = (plain_number(quantity.value), value_to, quantity.unit, quantity.bound.value)
    dates = tuple(each.isoformat() if each else "" for each in (period.start, period.end))
    return opaque_id(OBSERVATION_PREFIX, subject, metric, *amount, *dates, ",".join(dimensions), modality)


def plain_number(value: Decimal) -> str:
    """A decimal without exponent or idle zeros.

    >>> plain_number(Decimal("9.6410E+6")), plain_number(Decimal("26.670"))
    ('9641000', '26.67')
    """
    digits = format(value, "f")
    return (digits.rstrip("0").rstrip(".") if "." in digits else digits) or "0"
