"""Values of flat attributes as text, for the formats that hold text only."""

from __future__ import annotations

import datetime
import json
from decimal import Decimal

from kg.graph.property_graph import Value
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
