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
                line_report(each.line) | {"touched": list(each.touched), "gone": list(each.gone)}
                for each in curation.applied
            ],
        },
        "lost": {
            "count": len(curation.lost),
            "list": [line_report(each.line) | {"why": each.why} for each in curation.lost],
        },
    }


def line_report(line: CurationLine) -> Json:
    """What a line says, who says it, and where its file has it."""
    told: Json = {"line": line.line} if line.line else {}
    told |= {"action": line.action.value, "words": list(line.words[1:])}
    return told | {"author": line.author, "date": line.date.isoformat(), "reason": line.reason}
