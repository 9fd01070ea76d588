"""Which characters end sentences and clauses, and which pairs enclose: `punctuation.yaml` of a language."""

from __future__ import annotations

from kg.ontology.source import Options


class Punctuation(Options):
    """Sets of characters, each given as one string.

    `sentence` ends a sentence, `clause` a clause, `list` stands between members of a list. `points` end a sentence
    behind a word unless a number or Latin letters go on. `brackets` are pairs of an opening and a closing character;
    `quotes` are those of them that quote or name something.
    """

    sentence: str
    points: str
    clause: str
    list: str
    brackets: tuple[str, ...]
    quotes: tuple[str, ...]

    @property
    def asides(self) -> tuple[str, ...]:
        """The brackets that quote and name nothing: what stands in them is said beside the rest."""
        return tuple(pair for pair in self.brackets if pair not in self.quotes)
