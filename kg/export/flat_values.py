"""Values of flat attributes as text, for the formats that hold text only, and as JSON."""

from __future__ import annotations

import datetime
import json
from decimal import Decimal
from typing import Any

from kg.graph.property_graph import Value
from kg.model.record import number_of
from kg.resolve.identifiers import plain_number


def text_of(value: Value) -> str:
    """A value as text: decimals in full, dates as ISO, flags as `true` and `false`, several texts as a JSON list."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return plain_number(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def json_of(value: Value) -> Any:
    """A value as JSON: numbers as numbers, dates as ISO texts, several texts as a list."""
    if isinstance(value, Decimal):
        return number_of(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
