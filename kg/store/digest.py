"""The hash by which a document is known to be the same."""

from __future__ import annotations

import hashlib
import json

from kg.model.document import Document


def digest_of(document: Document) -> str:
    """The hash of all that an extraction is made of: the text, and the title, date and source that it is read with."""
    date = document.date.isoformat() if document.date else None
    said = json.dumps([document.text, document.title, date, document.source])
    return hashlib.sha256(said.encode()).hexdigest()
