"""Small graphs of resolved knowledge, for tests of measures and of every flat format."""

import datetime
from decimal import Decimal

from kg.graph.knowledge_graph import KnowledgeGraph
from kg.model.document import Document
from kg.model.entity import Entity, Knowledge, Observation, Occurrence, Relation, Source
from kg.model.fact import Evidence, Modality, Part
from kg.model.quantity import Bound, DateBasis, Period, Quantity
from kg.model.span import Span
from tests.builders import span

TEXT = "云杉银行称“云杉𠮷贷”<A&B>很好😀，\r\n截至6月末服务\t货车司机超3.5万人。"
AWKWARD = '云杉"𠮷"贷😀 <A&B>;\'=1+1，\n第二行\r第三行\t制表'
"""A name with quotes, angle brackets, an ampersand, a list sign, a formula, line ends, tabs, and characters beyond
the first plane."""

LABELS = {"Company": "企业", "serves": "服务", "offers": "提供"}


def source(words=TEXT, document="a1", parts=(), confidence=0.9):
    return Source(document, Evidence(span(TEXT, words), "test", "offers/1", confidence, parts))


def relation(id_, subject, predicate, object_, **more):
    return Relation(id_, subject, predicate, object_, more.pop("sources", (source(),)), **more)


def figure(id_, subject, value="35000", **more):
    sources = (source("服务\t货车司机超3.5万人", parts=((Part.NUMBER, span(TEXT, "超3.5万人")),)),)
    period = more.pop("period", Period(None, datetime.date(2022, 6, 30), DateBasis.PUBLICATION))
    quantity = Quantity(Decimal(value), "人", more.pop("bound", Bound.OVER), more.pop("value_to", None))
    return Observation(id_, subject, "服务客户", quantity, more.pop("sources", sources), period, **more)


def entity(id_, type_="Company", name=None, **more):
    return Entity(id_, type_, name or id_, **more)


ARTICLE = Document("a1", TEXT, "标题", datetime.date(2022, 7, 1))


def graph(entities, relations=(), observations=(), documents=(ARTICLE,)):
    """A graph, each of whose tuples is put in the order of ids, as the resolver does."""
    sorted_ = (tuple(sorted(each, key=lambda item: item.id)) for each in (entities, relations, observations))
    return KnowledgeGraph(Knowledge(*sorted_), documents)


def awkward_graph():
    """Two parallel relations, one back, a loop, a planned one with a role, two figures, an unnamed actor."""
    firm = entity(
        "org_1",
        name="云杉银行",
        aliases=("云杉", "云杉;银行"),
        occurrences=(Occurrence("a1", Span(0, 4)),),
        identifiers=(("lei", "5493001KJTIIGC8Y1R12"),),
    )
    product = entity("prd_2", "Product", AWKWARD)
    group = entity("grp_3", "CustomerGroup", "货车司机")
    actor = entity("org_4", name="有银行", unnamed=True)
    relations = (
        relation("rel_1", "org_1", "offers", "prd_2", sources=(source(), source("云杉银行", confidence=0.5))),
        relation("rel_2", "org_1", "serves", "prd_2"),
        relation("rel_3", "prd_2", "offers", "org_1", modality=Modality.PLANNED, role="行长"),
        relation("rel_4", "org_4", "serves", "grp_3"),
        relation("rel_5", "grp_3", "serves", "grp_3"),
    )
    figures = (
        figure("obs_1", "org_1", dimensions=("grp_3",)),
        figure("obs_2", "org_1", "0.125", value_to=Decimal("26.67"), period=Period()),
    )
    return graph((firm, product, group, actor), relations, figures)


def chain(*pairs):
    """A graph of companies joined in the given pairs."""
    names = sorted({name for pair in pairs for name in pair})
    relations = [relation(f"rel_{number}", *pair[:1], "serves", pair[1]) for number, pair in enumerate(pairs)]
    return graph([entity(name) for name in names], relations)
