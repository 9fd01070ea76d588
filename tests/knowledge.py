"""A small knowledge graph, made by hand: every kind of thing that a graph can hold, in invented news."""

import datetime
from decimal import Decimal

from kg.graph.knowledge_graph import KnowledgeGraph
from kg.model.document import Document
from kg.model.entity import Entity, Knowledge, Observation, Occurrence, Relation, Source
from kg.model.fact import Evidence, Modality, Part
from kg.model.quantity import Bound, DateBasis, Period, Quantity
from kg.model.span import Span

NEWS = Document(
    "2022/远山.txt",
    "远山消费金融推出“春芽行动”，服务新市民。截至2022年9月末，远山消费金融累计服务新市民用户964.1万人。"
    "远山消费金融将运用区块链。有消费金融公司服务新市民。",
    "远山消费金融服务新市民",
    datetime.date(2022, 11, 23),
    "金融日报",
)
REPRINT = Document("2022/转载.txt", "据报道，远山消费金融服务新市民，上半年放款超24亿元。")


def source(document, words, *, confidence=0.9, pattern="test/rule", nth=1, **parts):
    """Evidence where some words stand in a document, with the words of its parts."""
    start = -1
    for _ in range(nth):
        start = document.text.index(words, start + 1)
    placed = []
    for part, piece in parts.items():
        at = document.text.index(piece, start if piece in document.text[start : start + len(words)] else 0)
        placed.append((Part(part), Span(at, at + len(piece))))
    evidence = Evidence(Span(start, start + len(words)), "test", pattern, confidence, tuple(placed))
    return Source(document.id, evidence)


def thing(id, type, name, *, aliases=(), documents=(NEWS,), **known):  # noqa: A002
    """An entity with an occurrence wherever its name stands."""
    occurrences = tuple(
        Occurrence(each.id, Span(each.text.index(name), each.text.index(name) + len(name)))
        for each in documents
        if name in each.text
    )
    return Entity(id, type, name, tuple(aliases), occurrences, **known)


def sample_knowledge():
    """Two articles, five entities, four relations, three figures."""
    serves = "服务新市民"
    entities = (
        thing("grp_newcomers", "CustomerGroup", "新市民", documents=(NEWS, REPRINT)),
        thing(
            "org_far",
            "Company",
            "远山消费金融",
            aliases=("远山消金", "远山消费金融有限公司"),
            documents=(NEWS, REPRINT),
            identifiers=(("wikidata", "Q1"), ("lei", "529900T8BM49AURSDO55")),
        ),
        thing("prg_bud", "Program", "春芽行动"),
        thing("sec_some", "Sector", "消费金融公司", unnamed=True),
        thing("tec_chain", "Technology", "区块链"),
    )
    relations = (
        Relation("rel_1", "org_far", "launches", "prg_bud", (source(NEWS, "远山消费金融推出“春芽行动”"),)),
        Relation(
            "rel_2",
            "org_far",
            "serves",
            "grp_newcomers",
            (source(NEWS, serves, confidence=0.8), source(REPRINT, "远山消费金融服务新市民", confidence=0.95)),
        ),
        Relation(
            "rel_3", "org_far", "uses", "tec_chain", (source(NEWS, "远山消费金融将运用区块链"),), Modality.PLANNED
        ),
        Relation("rel_4", "sec_some", "serves", "grp_newcomers", (source(NEWS, "有消费金融公司服务新市民"),)),
    )
    observations = (
        Observation(
            "obs_1",
            "org_far",
            "累计服务新市民用户",
            Quantity(Decimal(9641000), "人"),
            (source(NEWS, "截至2022年9月末，远山消费金融累计服务新市民用户964.1万人", number="964.1万人"),),
            Period(None, datetime.date(2022, 9, 30), DateBasis.STATED),
            ("grp_newcomers",),
        ),
        Observation(
            "obs_2",
            "org_far",
            "放款",
            Quantity(Decimal(2400000000), "元", Bound.OVER),
            (source(REPRINT, "上半年放款超24亿元", number="超24亿元"),),
            Period(basis=DateBasis.OPEN),
        ),
        Observation(
            "obs_3",
            "prg_bud",
            "覆盖率",
            Quantity(Decimal("26.67"), "%", Bound.ABOUT, Decimal("30.5")),
            (source(NEWS, "远山消费金融推出“春芽行动”"),),
            Period(datetime.date(2022, 1, 1), datetime.date(2022, 6, 30), DateBasis.INFERRED),
            (),
            Modality.PLANNED,
        ),
    )
    return Knowledge(entities, relations, observations)


def sample_graph():
    """The knowledge above as a graph."""
    return KnowledgeGraph(sample_knowledge(), (NEWS, REPRINT))
