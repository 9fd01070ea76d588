"""Whatever names, quotes and numbers hold: every RDF format says the same, and says it exactly."""

import datetime
from decimal import Decimal

import pyoxigraph
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.export.jsonld import render_jsonld
from kg.export.nquads import render_nquads
from kg.export.turtle import render_turtle
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.model.document import Document
from kg.model.entity import Entity, Knowledge, Observation, Relation, Source
from kg.model.fact import Evidence, Modality, Part
from kg.model.quantity import Bound, DateBasis, Period, Quantity
from kg.model.span import Span

pytestmark = pytest.mark.filterwarnings("ignore:.*is deprecated:DeprecationWarning:rdflib")
FORMATS = pyoxigraph.RdfFormat
words = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12)
days = st.none() | st.dates(datetime.date(1990, 1, 1), datetime.date(2040, 1, 1))
numbers = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**15), max_value=10**15)


@st.composite
def graphs(draw):
    """One article with a relation and a figure, of any characters."""
    text = draw(words)
    start = draw(st.integers(0, len(text) - 1))
    span = Span(start, draw(st.integers(start + 1, len(text))))
    evidence = Evidence(span, "any", "any/rule", draw(st.floats(0, 1)), ((Part.NUMBER, span),))
    document = Document(draw(words), text, draw(st.none() | words), draw(days), draw(st.none() | words))
    source = Source(document.id, evidence)
    entities = (
        Entity("org_1", "Company", draw(words), tuple(draw(st.lists(words, max_size=3)))),
        Entity("grp_1", "CustomerGroup", draw(words), identifiers=(("site", draw(words)), ("other", draw(words)))),
    )
    modality = draw(st.sampled_from(Modality))
    relation = Relation("rel_1", "org_1", "serves", "grp_1", (source,), modality, draw(st.none() | words))
    quantity = Quantity(draw(numbers), draw(words), draw(st.sampled_from(Bound)), draw(st.none() | numbers))
    period = Period(draw(days), draw(days), draw(st.none() | st.sampled_from(DateBasis)))
    figure = Observation("obs_1", "org_1", draw(words), quantity, (source,), period, ("grp_1",), modality)
    return KnowledgeGraph(Knowledge(entities, (relation,), (figure,)), (document,))


def triples(text, form):
    return {quad.triple for quad in pyoxigraph.parse(text, format=form)}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(graphs())
def test_every_format_says_the_same_exactly(finance, graph):
    turtle = triples("".join(render_turtle(graph, finance)), FORMATS.TURTLE)
    assert turtle == triples("".join(render_nquads(graph, finance)), FORMATS.N_QUADS)
    assert turtle == triples("".join(render_jsonld(graph, finance)), FORMATS.JSON_LD)
    said = {each.object.value for each in turtle if isinstance(each.object, pyoxigraph.Literal)}
    (document,), (figure,) = graph.documents.values(), graph.observations.values()
    assert {each.name for each in graph.entities.values()} <= said
    assert {document.id, figure.metric, figure.quantity.unit} <= said
    assert figure.sources[0].evidence.span.of(document.text) in said
    values = {Decimal(each.object.value) for each in turtle if each.predicate.value.endswith("hasSimpleResult")}
    assert values == {figure.quantity.value}


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(graphs())
def test_iris_are_ascii_and_nothing_is_blank(finance, graph):
    for triple in triples("".join(render_nquads(graph, finance)), FORMATS.N_QUADS):
        for term in triple:
            assert not isinstance(term, pyoxigraph.BlankNode)
            assert not isinstance(term, pyoxigraph.NamedNode) or term.value.isascii()
