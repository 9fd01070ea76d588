"""Taking away what a curator rejects: a fact, the facts that some words mean, or a thing with its facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from kg.errors import CurationError
from kg.model.curation import FigureWords, RelationWords
from kg.model.entity import Entity, Observation, Relation
from kg.resolve.naming import plain
from kg.resolve.workbench import Workbench, ends_of


def reject(bench: Workbench, target: str | RelationWords | FigureWords) -> list[str]:
    """Take away what is meant, and actors that articles leave unnamed of which nothing is said any more.

    Args:
        bench: where it is taken from.
        target: a fact's id, words for an entity, or words for facts.

    Returns:
        The ids of all that went.

    Raises:
        CurationError: it is not there; nothing is changed.
    """
    if not isinstance(target, str):
        return _take(bench, _meant(bench, target))
    if target in bench.facts:
        return _take(bench, [bench.facts[target]])
    entity = bench.find(target)
    gone = _take_all(bench, entity)
    if entity.id in bench.entities:  # an unnamed one went with its last fact
        bench.drop(entity.id)
    return [entity.id, *gone]


def _take(bench: Workbench, facts: list[Relation | Observation]) -> list[str]:
    for fact in facts:
        bench.take(fact.id)
    return [each.id for each in facts] + _idle(bench, (end for fact in facts for end in ends_of(fact)))


def _take_all(bench: Workbench, entity: Entity) -> list[str]:
    """Take away the facts of a thing; a figure that is of another stays, without this dimension."""
    own = []
    for fact in bench.facts_of(entity.id):
        if isinstance(fact, Observation) and fact.subject != entity.id:
            bench.take(fact.id)
            bench.add(replace(fact, dimensions=tuple(each for each in fact.dimensions if each != entity.id)))
        else:
            own.append(fact)
    return [each for each in _take(bench, own) if each != entity.id]


def _idle(bench: Workbench, ends: Iterable[str]) -> list[str]:
    """Take away unnamed actors that no fact is left of."""
    idle = sorted({each for each in ends if bench.entities[each].unnamed and not bench.facts_of(each)})
    for each in idle:
        bench.drop(each)
    return idle


def _meant(bench: Workbench, words: RelationWords | FigureWords) -> list[Relation | Observation]:
    """The facts that words mean, at least one."""
    subject = bench.find(words.subject).id
    if isinstance(words, RelationWords):
        triple = bench.turned(subject, words.predicate, bench.find(words.object).id)
        facts = [each for each in bench.facts_of(triple[0]) if isinstance(each, Relation) and _triple(each) == triple]
        return _some(facts)
    figures = (each for each in bench.facts_of(subject) if isinstance(each, Observation) and each.subject == subject)
    metric = bench.world.metrics.of(words.metric)
    return _some([each for each in figures if _fits(each, metric, words.value)])


def _triple(relation: Relation) -> tuple[str, str, str]:
    return relation.subject, relation.predicate, relation.object


def _fits(figure: Observation, metric: str, value: Decimal | None) -> bool:
    return plain(figure.metric) == plain(metric) and value in (None, figure.quantity.value)


def _some(facts: list[Relation] | list[Observation]) -> list[Relation | Observation]:
    if not facts:
        raise CurationError("no document states such a fact")
    return [*facts]
