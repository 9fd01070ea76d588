"""The whole story on one page: inputs → documents → extractions → graph → files → answers.

Composes the floors and decides nothing. The command line and `import kg` use these functions and no others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.extract.registry import check_rules
from kg.ontology.check import check_pack as check_terms
from kg.ontology.pack import find_pack, load_pack, read_pack
from kg.ontology.problem import Problem

__all__ = ["check_pack", "load_pack"]


def check_pack(name: str) -> list[Problem]:
    """Every fault of a pack, sorted by file and line.

    Raises:
        OntologyError: there is no such pack.
    """
    problems: list[Problem] = []
    pack = read_pack(find_pack(name), problems)
    if pack is not None:
        problems += [*check_terms(pack), *check_rules(pack)]
    return sorted(set(problems))
