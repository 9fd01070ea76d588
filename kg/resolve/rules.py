"""What the resolver has to be told about a domain: prefixes, known names, how names are built, what says the same.

Knows nothing of a pack's words itself; `rules_of` takes them all from a pack.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.ontology.equivalences import Equivalences, equivalences_of
from kg.ontology.lexicon import Lexicon
from kg.ontology.pack import Pack
from kg.ontology.problem import Problem, refusal
from kg.ontology.resolution import ResolutionOptions, read_resolution


@dataclass(frozen=True, slots=True, eq=False)
class ResolutionRules:
    """The rules of one domain; they equal themselves only, so what is derived can be kept.

    Everything left out means that names meet only where they are equal.

    Args:
        prefixes: the id prefix of each type.
        lexicon: the names that are known.
        options: how names are built and compared, as the pack's `resolution.yaml` says.
        equivalences: predicates that say the same.
    """

    prefixes: Mapping[str, str] = field(default_factory=dict)
    lexicon: Lexicon = field(default_factory=lambda: Lexicon(()))
    options: ResolutionOptions = field(default_factory=ResolutionOptions)
    equivalences: Equivalences = field(default_factory=Equivalences)


@functools.lru_cache(maxsize=4)
def rules_of(pack: Pack) -> ResolutionRules:
    """The resolution rules of a pack, read once.

    Raises:
        OntologyError: its `resolution.yaml` has faults.
    """
    problems: list[Problem] = []
    options = read_resolution(pack.files("resolution.yaml"), problems)
    if problems:
        raise refusal(problems, "mend the entry there")
    prefixes = {name: look.prefix for name, look in pack.appearance.items()}
    return ResolutionRules(prefixes, pack.lexicon, options, equivalences_of(pack))
