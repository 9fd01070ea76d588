"""Figures as RDF: whose, of what, how much, in which unit, how bound, when. An asserted one is an observation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rdflib.namespace import RDF, SOSA

from kg.export.rdf.names import Names
from kg.export.rdf.resource import Kind, Properties, Resource, given
from kg.export.rdf.terms import date, decimal, instance
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.model.entity import Observation
from kg.model.fact import Modality
from kg.model.quantity import Bound, DateBasis, Period
from kg.ontology.namespaces import CORE
from kg.ontology.vocabulary import Vocabulary
from kg.resolve.conflicts import find_contradicting

_A = RDF.type.n3()
_FEATURE = SOSA.hasFeatureOfInterest.n3()
_METRIC = SOSA.observedProperty.n3()
_VALUE = SOSA.hasSimpleResult.n3()
_VALUE_TO = CORE.valueTo.n3()
_UNIT = CORE.unit.n3()
_BOUND = CORE.bound.n3()
_CONTRADICTS = CORE.contradicts.n3()
_DIMENSION = CORE.dimension.n3()
_MODALITY = CORE.modality.n3()
_START = CORE.periodStart.n3()
_END = CORE.periodEnd.n3()
_BASIS = CORE.dateBasis.n3()
_OBSERVATION = CORE.Observation.n3()
_PROJECTION = CORE.Projection.n3()

_MODALITIES = {each: CORE[each.value.capitalize()].n3() for each in Modality}
_BOUNDS = {each: CORE[each.value.capitalize()].n3() for each in Bound}
_BASES: Mapping[DateBasis, str] = {
    DateBasis.STATED: CORE.YearStated.n3(),
    DateBasis.PUBLICATION: CORE.YearOfPublication.n3(),
    DateBasis.INFERRED: CORE.YearInferred.n3(),
    DateBasis.OPEN: CORE.YearOpen.n3(),
}


def describe_figures(graph: KnowledgeGraph, vocabulary: Vocabulary) -> Iterator[Resource]:
    """Every figure in the order of ids."""
    names, against = Names(vocabulary), find_contradicting(graph.observations.values())
    for name in sorted(graph.observations):
        figure = graph.observations[name]
        contradicted = given((_CONTRADICTS, tuple(instance(each) for each in against.get(name, ()))))
        properties = (*_measured(figure, names), *_dated(figure.period), *contradicted)
        yield Resource(Kind.FIGURE, instance(figure.id), properties)


def _measured(figure: Observation, names: Names) -> Properties:
    quantity, asserted = figure.quantity, figure.modality is Modality.ASSERTED
    return given(
        (_A, (_OBSERVATION if asserted else _PROJECTION,)),
        (_MODALITY, () if asserted else (_MODALITIES[figure.modality],)),
        (_FEATURE, (instance(figure.subject),)),
        (_METRIC, (names.metric(figure.metric),)),
        (_DIMENSION, tuple(instance(each) for each in sorted(set(figure.dimensions)))),
        (_VALUE, (decimal(quantity.value),)),
        (_VALUE_TO, () if quantity.value_to is None else (decimal(quantity.value_to),)),
        (_UNIT, (names.unit(quantity.unit),)),
        (_BOUND, (_BOUNDS[quantity.bound],)),
    )


def _dated(period: Period) -> Properties:
    return given(
        (_START, (date(period.start),) if period.start else ()),
        (_END, (date(period.end),) if period.end else ()),
        (_BASIS, (_BASES[period.basis],) if period.basis else ()),
    )
