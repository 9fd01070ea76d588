"""What became of the lines of curation, as the report tells it."""

from __future__ import annotations

from typing import Any

from kg.model.curation import Curation, CurationLine

Json = dict[str, Any]


def curation_report(curation: Curation) -> Json:
    """The lines that hold, with the ids of what they made and what went, and the lost ones, with the reason."""
    return {
        "applied": {
            "count": len(curation.applied),
            "list": [
                _line(each.line) | {"touched": list(each.touched), "gone": list(each.gone)} for each in curation.applied
            ],
        },
        "lost": {
            "count": len(curation.lost),
            "list": [_line(each.line) | {"why": each.why} for each in curation.lost],
        },
    }


def _line(line: CurationLine) -> Json:
    told: Json = {"line": line.line} if line.line else {}
    told |= {"action": line.action.value, "words": list(line.words[1:])}
    return told | {"author": line.author, "date": line.date.isoformat(), "reason": line.reason}
