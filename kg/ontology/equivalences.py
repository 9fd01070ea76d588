"""Which facts say the same: predicates that hold both ways, and predicates that are another one turned round.

Knows nothing of where facts come from; the resolver folds facts with it, the evaluation counts them with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.ontology.pack import Pack


@dataclass(frozen=True, slots=True)
class Equivalences:
    """The pack's equivalences of facts.

    `symmetric` holds both ways. `turned` gives, for a type and a predicate between two things of it, the predicate
    that says the same from object to subject.
    """

    symmetric: frozenset[str] = frozenset()
    turned: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def inverse(self, predicate: str, subject_type: str, object_type: str) -> str | None:
        """The predicate that says the same with its ends exchanged and is to be used instead; None where none is."""
        return self.turned.get((subject_type, predicate)) if subject_type == object_type else None


def equivalences_of(pack: Pack) -> Equivalences:
    """The equivalences that a pack's schema and options state."""
    symmetric = frozenset(name for name, relation in pack.ontology.relations.items() if relation.symmetric)
    turned = {(each.type, each.predicate): each.inverse for each in pack.options.equivalent}
    return Equivalences(symmetric, turned)
