"""The page opens with the graph laid out: no physics, no overlap, everything told by size, shape and dash."""

import json
import re

from tests.functional.page.graphs import synthetic


def data_of(path):
    """The graph's block of an uncompressed page."""
    return json.loads(re.search(r'class="kg-graph" data-encoding="json">(.*?)</script>', path.read_text("utf-8"))[1])


def overlaps(a, b):
    return a["left"] < b["right"] and b["left"] < a["right"] and a["top"] < b["bottom"] and b["top"] < a["bottom"]


def test_entities_stand_where_python_put_them_and_stay(story, reader):
    page, columns = reader.open(story), data_of(story)["entities"]
    before = [page.evaluate("id => window.kg.place(id)", each) for each in columns["id"]]
    page.wait_for_timeout(600)
    assert [page.evaluate("id => window.kg.place(id)", each) for each in columns["id"]] == before
    scale = (before[1]["x"] - before[0]["x"]) / (columns["x"][1] - columns["x"][0])
    for number, place in enumerate(before):
        assert abs(place["x"] - before[0]["x"] - scale * (columns["x"][number] - columns["x"][0])) < 0.5
        assert abs(place["y"] - before[0]["y"] - scale * (columns["y"][number] - columns["y"][0])) < 0.5


def test_names_never_overlap(story, town, county, reader):
    for path, least in ((story, 9), (town, 50), (county, 30)):
        page = reader.open(path)
        page.wait_for_timeout(300)
        labels = page.evaluate("window.kg.labels()")
        assert len(labels) >= least
        assert [(a["text"], b["text"]) for i, a in enumerate(labels) for b in labels[:i] if overlaps(a, b)] == []


def test_the_names_of_a_small_graph_are_shown(story, reader):
    page = reader.open(story)
    shown = {each["text"] for each in page.evaluate("window.kg.labels()")}
    assert {"云杉消费金融", "𠮷林银行", "新市民", "消费金融公司（未具名）"} <= shown


def test_a_thousand_entities_are_steady_at_once(write_page, reader):
    page = reader.open(write_page("thousand", lambda: synthetic(1000)))
    assert page.evaluate("performance.getEntriesByName('kg-ready')[0].startTime") < 3000


def test_the_legend_counts_types_and_predicates(town, reader):
    page, graph = reader.open(town), synthetic(120)
    rows = page.eval_on_selector_all(
        "#legend [data-filter] li",
        "all => all.map(li => [li.querySelector('input').dataset.key, +li.querySelector('.count').textContent])",
    )
    counts = dict(rows)
    for type_ in {each.type for each in graph.entities.values()}:
        assert counts[type_] == sum(each.type == type_ for each in graph.entities.values())
    for predicate in {each.predicate for each in graph.relations.values()}:
        assert counts[predicate] == sum(each.predicate == predicate for each in graph.relations.values())
    facts = [*graph.relations.values(), *graph.observations.values()]
    assert counts["planned"] == sum(each.modality == "planned" for each in facts)
    assert counts["unnamed"] == sum(each.unnamed for each in graph.entities.values())


def test_colours_and_shapes_come_from_the_pack(story, reader):
    page = reader.open(story)
    swatches = page.eval_on_selector_all(
        "[data-filter=offTypes] li",
        "all => all.map(li => [li.querySelector('input').dataset.key, li.querySelector('path').getAttribute('fill')])",
    )
    assert dict(swatches)["Company"] == "#0072b2" or dict(swatches)["Company"] == "#0072B2"
    outlines = page.eval_on_selector_all(
        "[data-filter=offTypes] path", "all => all.map(path => path.getAttribute('d'))"
    )
    assert len(set(outlines)) == len(outlines) - 1  # companies and customer groups are both dots


def test_an_empty_graph_says_so(write_page, reader):
    page = reader.open(write_page("empty", lambda: synthetic(0)))
    assert page.inner_text("#status") == "图谱中没有实体"


def test_a_single_entity_without_relations_is_shown(write_page, reader):
    page = reader.open(write_page("single", lambda: synthetic(1, links=0)))
    assert page.evaluate("window.kg.labels().length") == 1


def test_without_script_the_page_says_what_it_needs(story, reader):
    page = reader.open(story, wait=False, java_script_enabled=False)
    assert "JavaScript" in page.inner_text("noscript")


def test_an_old_browser_is_told(county, attacked):
    page = attacked.open(county, wait=False)
    page.add_init_script("delete window.DecompressionStream")
    page.reload()
    page.wait_for_selector("#failure", state="visible")
    assert "浏览器版本过旧" in page.inner_text("#failure")
