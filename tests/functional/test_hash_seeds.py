"""Resolution and every flat file give the same bytes whatever the hash seed of the process."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPT = """
import hashlib, itertools
from kg.export.cyjs import render_cyjs
from kg.export.gexf import render_gexf
from kg.export.graphml import render_graphml
from kg.export.report import render_report
from kg.export.tables import render_edges, render_nodes
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.graph.report import build_report
from kg.resolve.resolver import resolve
from tests.unit.resolve.records import company, figure, record, related, rules, thing
from tests.unit.resolve.test_people import person

text = "云杉银行与青禾银行的林一木服务货车司机"
things = thing("e1", "Company", "云杉银行"), thing("e2", "Company", "青禾银行"), thing("e3", "Person", "林一木")
facts = [related(text, "e3", "leads", end, role="行长") for end in ("e1", "e2")]
records = [
    record(text, *things, relations=facts, observations=[figure(text, "e1", "服务客户", "3", dimensions=("e2", "e3"))]),
    company("b", "重庆云杉银行股份有限公司", "云杉", "杉杉"), company("c", "杉杉", "阿杉"), company("d", "阿杉"),
    *(person(firm + role, firm, role) for firm, role in itertools.product(["云杉银行", ""], ["行长", "董事"])),
]
resolution = resolve(records, rules())
graph = KnowledgeGraph(resolution.knowledge, [each.document for each in records])
rendered = [*render_graphml(graph, {}), *render_gexf(graph, {}, {}), *render_cyjs(graph, {}), *render_nodes(graph, {}),
            *render_edges(graph, {}), render_report(build_report(graph), graph), repr(resolution.reasons)]
print(len(graph.entities), hashlib.sha256("".join(rendered).encode()).hexdigest())
"""


def test_the_hash_seed_does_not_matter():
    printed = set()
    for seed in ("0", "1", "42"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
        )
        printed.add(done.stdout)
    (only,) = printed
    assert only.startswith("4 ")
