"""Reading a text of a language's other script as if it stood in the pack's own.

Sign for sign, so that offsets in what is read are offsets in the text.
"""

from __future__ import annotations

import re

from kg.ontology.script import Script

_LOOKED_AT = 2000
"""How many signs at a text's head tell its script."""


class ScriptReader:
    """Turns texts of the other script into the pack's own."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._other = re.compile(f"[{re.escape(script.counted)}]") if script.counted else None

    def plain(self, text: str) -> str:
        """The text in the pack's own script; itself where it stands in that.

        >>> ScriptReader(Script(share=0.5, signs="ab")).plain("aaca")
        'bbcb'
        """
        head = text[:_LOOKED_AT]
        if self._other is None or len(self._other.findall(head)) < max(1, len(head) * self._script.share):
            return text
        text = text.translate(self._script.table)
        for word, own in self._script.words.items():
            text = text.replace(word, own)
        return text
