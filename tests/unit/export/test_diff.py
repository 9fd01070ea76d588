"""Differences told in text and in JSON."""

import json

from kg.export.diff import render_diff
from kg.export.diff_json import render_diff_json
from kg.graph.diff import compare_graphs
from kg.model.document import Document
from tests.unit.graph.graphs import ARTICLE, LABELS, TEXT, entity, figure, graph, relation, source

BEFORE = graph([entity("org_1", name="云杉银行"), entity("org_2", name="青禾银行")])
AFTER = graph(
    [entity("org_1", name="云杉商业银行", aliases=("云杉银行",)), entity("org_2", name="青禾银行")],
    [relation("rel_1", "org_1", "serves", "org_2", sources=(source("很好"),), role="行长")],
    [figure("obs_1", "org_1", dimensions=("org_2",))],
    documents=[ARTICLE, Document("b2", "二")],
)


def text(before, after):
    return "".join(render_diff(compare_graphs(before, after), before, after, LABELS))


def told(before, after):
    return json.loads(render_diff_json(compare_graphs(before, after), before, after, LABELS))


def test_what_came_is_told_with_its_words():
    start = TEXT.index("很好")
    assert text(BEFORE, AFTER).splitlines() == [
        "+ document b2",
        "~ org_1 云杉商业银行 (企业): name: 云杉银行 → 云杉商业银行; aliases",
        "+ rel_1 云杉商业银行 —服务→ 青禾银行 [行长] (asserted)",
        f"    a1 {start}..{start + 2} 很好",
        "+ obs_1 云杉商业银行: 服务客户 >35000人 …2022-06-30 (asserted)",
        f"    a1 {TEXT.index('服务')}..{len(TEXT) - 1} 服务 货车司机超3.5万人",
    ]


def test_what_went_is_told_by_the_names_it_had():
    assert "- rel_1 云杉商业银行 —服务→ 青禾银行 [行长] (asserted)" in text(AFTER, BEFORE)


def test_a_source_that_came_or_went_is_told():
    one = graph([entity("org_1")], [relation("rel_1", "org_1", "serves", "org_1", sources=(source("很好"),))])
    two = graph([entity("org_1")], [relation("rel_1", "org_1", "serves", "org_1", sources=(source("云杉银行"),))])
    start = TEXT.index("很好")
    assert text(one, two).splitlines()[1:] == [f"  - a1 {start}..{start + 2} 很好", "  + a1 0..4 云杉银行"]


def test_nothing_is_told_of_equal_graphs():
    assert text(AFTER, AFTER) == ""


def test_json_tells_everything_with_its_evidence():
    content = told(BEFORE, AFTER)
    assert content["documents"]["added"] == ["b2"]
    (relation_,) = content["relations"]["added"]
    assert relation_["subject"] == {"id": "org_1", "name": "云杉商业银行"}
    assert relation_["evidence"][0]["quote"] == "很好"
    (observation,) = content["observations"]["added"]
    assert (observation["value"], observation["dimensions"]) == (35000, [{"id": "org_2", "name": "青禾银行"}])
    (change,) = content["entities"]["changed"]
    assert (change["id"], change["fields"]) == ("org_1", ["name", "aliases"])
    assert (change["before"]["label"], change["after"]["label"]) == ("云杉银行", "云杉商业银行")


def test_json_of_equal_graphs_is_empty():
    assert told(AFTER, AFTER)["entities"] == {"added": [], "removed": [], "changed": []}
