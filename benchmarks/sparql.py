"""Eight analysts' queries on one graph: `kg query` and `kg serve` beside rdflib in memory, answers compared.

usage: python -m benchmarks.sparql [ARTICLES]        (default: 8000, about a million triples)

The graph is generated: the model is the real one, its articles are a few invented sentences. Both read the same
Turtle file; `kg query` reads the store that it keeps beside the file, `kg serve` holds the graph in memory. Every
query runs three times on each side, once where it takes more than five seconds, the best time counts; ours includes
the check of what may be asked and the table of terms. Rows are compared as sorted sets of cells, numbers to three
decimals. The figure to quote is the geometric mean of the eight ratios. Told apart: what the command takes from the
shell, its start included.
"""

from __future__ import annotations

import datetime
import math
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path

from rdflib import Graph

from kg.export.rdf.hierarchy import Hierarchy
from kg.export.turtle import TurtleWriter
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.model.document import Document
from kg.model.entity import Entity, Knowledge, Observation, Occurrence, Relation, Source
from kg.model.fact import Evidence, Part
from kg.model.quantity import DateBasis, Period, Quantity
from kg.model.span import Span
from kg.ontology.pack import Pack, load_pack
from kg.ontology.vocabulary import load_vocabulary
from kg.query.sparql import ask
from kg.query.store import load_graph

ROUNDS = 3
SLOW = 5.0
"""Seconds from which on a query is not asked again."""
GROUPS = 100
PREFIXES = """PREFIX core: <https://w3id.org/cnfinkg/core#>
PREFIX fin: <https://w3id.org/cnfinkg/finance#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX sosa: <http://www.w3.org/ns/sosa/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
QUERIES = {
    "who serves a group": """SELECT ?who (COUNT(DISTINCT ?article) AS ?articles) WHERE {
        ?group skos:broader*/skos:prefLabel "新市民"@zh . ?statement core:relation fin:serves ; core:object ?group ;
          core:subject ?firm ; oa:hasSource ?article . ?firm skos:prefLabel ?who }
        GROUP BY ?firm ?who ORDER BY DESC(?articles) ?who""",
    "a metric over time": """SELECT ?who ?end ?value ?unit WHERE {
        ?metric skos:prefLabel "指标7"@zh . ?figure sosa:observedProperty ?metric ; sosa:hasFeatureOfInterest ?firm ;
          sosa:hasSimpleResult ?value ; core:unit/skos:notation ?unit ; core:periodEnd ?end .
        ?firm skos:prefLabel ?who . FILTER(?end >= "2022-07-01"^^xsd:date) } ORDER BY ?who ?end ?value""",
    "figures that disagree": """SELECT ?who ?end ?low ?high WHERE {
        ?metric skos:prefLabel "指标7"@zh . ?one sosa:observedProperty ?metric ; sosa:hasFeatureOfInterest ?firm ;
          core:periodEnd ?end ; sosa:hasSimpleResult ?low . ?two sosa:hasFeatureOfInterest ?firm ;
          sosa:observedProperty ?metric ; core:periodEnd ?end ; sosa:hasSimpleResult ?high .
        FILTER(?low < ?high) ?firm skos:prefLabel ?who }""",
    "mean and highest by metric": """SELECT ?name (AVG(?value) AS ?mean) (MAX(?value) AS ?highest) WHERE {
        ?figure sosa:observedProperty ?metric ; sosa:hasSimpleResult ?value . ?metric skos:prefLabel ?name }
        GROUP BY ?metric ?name""",
    "quotes that match": """SELECT ?article ?quote WHERE {
        ?selector oa:exact ?quote . ?place oa:hasSelector ?selector ; oa:hasSource/dct:identifier ?article .
        FILTER(REGEX(?quote, "企业1\\\\d2与grp_.*3有了")) }""",
    "for whom a technology is used": """SELECT ?group (COUNT(DISTINCT ?firm) AS ?firms) WHERE {
        ?technology skos:prefLabel "技术3"@zh . ?firm fin:uses ?technology ; fin:serves ?served .
        ?served skos:prefLabel ?group } GROUP BY ?served ?group ORDER BY DESC(?firms) ?group""",
    "a paper's statements in a month": """SELECT ?day ?who ?object ?quote WHERE {
        ?paper skos:prefLabel "报社3"@zh . ?article dct:publisher ?paper ; dct:issued ?day .
        ?statement oa:hasSource ?article ; core:subject/skos:prefLabel ?who ; core:object/skos:prefLabel ?object ;
          oa:hasSelector/oa:exact ?quote . FILTER(?day >= "2022-03-01"^^xsd:date && ?day < "2022-04-01"^^xsd:date) }""",
    "what two firms share": """SELECT DISTINCT ?shared WHERE {
        { SELECT ?thing { ?one skos:prefLabel "企业7"@zh ; fin:serves|fin:uses ?thing } }
        { SELECT ?thing { ?two skos:prefLabel "企业8"@zh ; fin:serves|fin:uses ?thing } }
        ?thing skos:prefLabel ?shared }""",
}


def main(articles: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        pack = load_pack()
        TurtleWriter().write(generated(articles, pack), pack, Path(folder))
        path = Path(folder) / "graph.ttl"
        _, made = timed(lambda: load_graph(path))
        stored, opened = timed(lambda: load_graph(path))
        held, loaded = timed(lambda: load_graph(path, cached_from=1 << 60))
        theirs, parsed = timed(lambda: Graph().parse(path))
        print(
            f"{len(theirs)} triples, {path.stat().st_size / 1e6:.1f} MB of Turtle; parsed by rdflib in {parsed:.1f} s"
        )
        print(f"kg query: store beside the file made in {made:.1f} s, opened in {opened:.3f} s from then on")
        print(f"kg serve: loaded into memory in {loaded:.1f} s\n")
        queries = {name: PREFIXES + query for name, query in QUERIES.items()}
        compare(queries, theirs, {"query": stored, "serve": held})
        command = [sys.executable, "-m", "kg", "query", "--graph", str(path), queries["a metric over time"]]
        _, shell = best(lambda: subprocess.run(command, check=True, capture_output=True))
        print(f"kg query from the shell, its start included: the metric in {shell:.2f} s")


def compare(queries, theirs, ours) -> None:
    ratios = {way: [] for way in ours}
    head = "".join(f"{'kg ' + way + ' ms':>14}{'ratio':>8}" for way in ours)
    print(f"{'query':<28}{'rows':>7}{'rdflib ms':>12}{head}")
    for name, query in queries.items():
        other, slow = best(lambda query=query: [list(row) for row in theirs.query(query)])
        line = f"{name:<28}{len(other):>7}{slow * 1e3:>12.1f}"
        for way, graph in ours.items():
            table, quick = best(lambda query=query, graph=graph: ask(graph, query))
            rows = [[None if cell is None else cell.value for cell in row] for row in table.rows]
            if told(rows) != told(other):
                sys.exit(f"{name}: the answers differ")
            ratios[way].append(slow / quick)
            line += f"{quick * 1e3:>14.1f}{ratios[way][-1]:>8.1f}"
        print(line, flush=True)
    means = {way: math.exp(sum(map(math.log, each)) / len(each)) for way, each in ratios.items()}
    said = ", ".join(f"kg {way} {mean:.1f} times as fast" for way, mean in means.items())
    print(f"\nall answers are equal; geometric mean: {said}")


def timed(work: Callable[[], object]) -> tuple:
    started = time.perf_counter()
    result = work()
    return result, time.perf_counter() - started


def best(work: Callable[[], object]) -> tuple:
    spent = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        answer = work()
        spent.append(time.perf_counter() - started)
        if spent[0] > SLOW:
            break
    return answer, min(spent)


def told(rows) -> list[list[str]]:
    return sorted([["" if cell is None else plain(str(cell)) for cell in row] for row in rows])


def plain(text: str) -> str:
    try:
        return f"{Decimal(text):.3f}"
    except InvalidOperation:
        return text


def generated(articles: int, pack: Pack) -> KnowledgeGraph:
    """Five relations and five figures an article, between firms, the lexicon's customer groups, and technologies."""
    draw = random.Random(2022)
    firms = max(articles // 10, 10)
    entities = [Entity(f"org_{i}", "Company", f"企业{i}") for i in range(firms)]
    hierarchy = Hierarchy(pack, load_vocabulary(pack))
    known = [name for name in hierarchy.members() if name.type == "CustomerGroup"][:GROUPS]
    groups = [Entity(hierarchy.id_of(name), name.type, name.canonical) for name in known]
    entities += groups
    entities += [Entity(f"tec_{i}", "Technology", f"技术{i}") for i in range(50)]
    documents, relations, observations = [], [], []
    for number in range(articles):
        document, facts = article(number, drawn(f"{number:06d}", firms, groups, draw))
        documents.append(document)
        for fact in facts:
            (relations if isinstance(fact, Relation) else observations).append(fact)
    named = [mentioned(each, documents[:1]) for each in entities]
    return KnowledgeGraph(Knowledge(tuple(named), tuple(relations), tuple(observations)), documents)


def mentioned(entity: Entity, documents: list[Document]) -> Entity:
    places = tuple(Occurrence(each.id, Span(0, 1)) for each in documents)
    return Entity(entity.id, entity.type, entity.name, occurrences=places)


def article(number: int, told_facts: Iterable[Relation | Observation]) -> tuple[Document, list[Relation | Observation]]:
    sentences: list[str] = []
    facts: list[Relation | Observation] = []
    for fact in told_facts:
        start = sum(map(len, sentences))
        words = wording(fact)
        sentences.append(f"{words}。")
        parts = (
            ((Part.NUMBER, Span(start + len(words) - 5, start + len(words))),) if isinstance(fact, Observation) else ()
        )
        evidence = Evidence(Span(start, start + len(words)), "generated", "generated/rule", 0.9, parts)
        facts.append(sourced(fact, Source(f"d{number:06d}", evidence)))
    day = datetime.date(2022, 1, 1) + datetime.timedelta(days=number % 365)
    return Document(f"d{number:06d}", "".join(sentences), f"第{number}篇", day, f"报社{number % 20}"), facts


def drawn(number: str, firms: int, groups: list[Entity], draw: random.Random) -> Iterator[Relation | Observation]:
    for each in range(5):
        firm = f"org_{draw.randrange(firms)}"
        predicate, other = ("uses", f"tec_{draw.randrange(50)}") if each == 4 else ("serves", draw.choice(groups).id)
        yield Relation(f"rel_{number}_{each}", firm, predicate, other, ())
        value = Quantity(Decimal(draw.randrange(10_000, 99_999)), "人")
        end = datetime.date(2022, draw.randrange(1, 13), draw.randrange(1, 29))
        period = Period(None, end, DateBasis.STATED)
        group = (draw.choice(groups).id,)
        yield Observation(f"obs_{number}_{each}", firm, f"指标{draw.randrange(40)}", value, (), period, group)


def wording(fact: Relation | Observation) -> str:
    firm = f"企业{fact.subject.removeprefix('org_')}"
    if isinstance(fact, Observation):
        return f"截至{fact.period.end}，{firm}的{fact.metric}达到{fact.quantity.value}"
    return f"{firm}与{fact.object}有了新的往来"


def sourced(fact: Relation | Observation, source: Source) -> Relation | Observation:
    if isinstance(fact, Relation):
        return Relation(fact.id, fact.subject, fact.predicate, fact.object, (source,))
    return Observation(fact.id, fact.subject, fact.metric, fact.quantity, (source,), fact.period, fact.dimensions)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 8000)
