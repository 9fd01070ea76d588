"""The page opens with the graph laid out: no physics, no overlap, everything told by size, shape and dash."""

import itertools
import json
import re

import pytest

from tests.functional.page.graphs import small_story, synthetic


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
    for path, least in ((story, 10), (town, 80), (county, 30)):
        page = reader.open(path)
        page.wait_for_timeout(300)
        labels = page.evaluate("window.kg.labels()")
        assert len(labels) >= least
        assert [(a["text"], b["text"]) for i, a in enumerate(labels) for b in labels[:i] if overlaps(a, b)] == []


def test_every_name_of_a_small_graph_is_shown_whole(story, reader):
    page = reader.open(story)
    labels, box = page.evaluate("window.kg.labels()"), page.locator("#canvas").bounding_box()
    names = {each.name for each in small_story().graph().entities.values()} - {"消费金融公司"}
    assert {each["text"] for each in labels} == names | {"消费金融公司（未具名）"}
    assert all(each["left"] >= 0 and each["right"] <= box["width"] for each in labels)
    assert all(each["top"] >= 0 and each["bottom"] <= box["height"] for each in labels)
    assert page.inner_text("#named") == ""


def test_every_relation_of_a_small_graph_is_named_parallel_ones_too(story, reader):
    names = [each["name"] for each in reader.open(story).evaluate("window.kg.relationNames()")]
    assert len(names) == 9
    assert {"合作", "合作（计划中）", "持有（否定）", "覆盖地区（否定）"} <= set(names)


def test_names_that_find_no_room_are_told_of_and_come_with_zoom(town, reader, until):
    page = reader.open(town)
    shown = len(page.evaluate("window.kg.labels()"))
    assert page.inner_text("#named") == f"此处显示 {shown} 个名称，放大可见其余"
    for _ in range(5):
        page.keyboard.press("+")
        page.wait_for_timeout(400)
    until(page, "document.querySelector('#named').textContent === ''")


def test_the_weightiest_names_are_shown_first(town, reader):
    page, graph = reader.open(town), synthetic(120)
    shown = {each["text"] for each in page.evaluate("window.kg.labels()")}
    weighty = sorted(graph.entities, key=lambda each: -graph.topology.degree(each))[:5]
    assert {graph.entities[each].name for each in weighty} <= shown


def test_a_thousand_entities_are_steady_at_once(write_page, reader):
    page = reader.open(write_page("thousand", lambda: synthetic(1000)))
    assert page.evaluate("performance.getEntriesByName('kg-ready')[0].startTime") < 3000


@pytest.mark.parametrize("name", ["story", "county", "country"])
def test_the_first_picture_is_marked_once_it_stands_there(name, request, reader, until):
    page = reader.open(request.getfixturevalue(name))
    until(page, "!window.kg.busy()")
    marks = page.evaluate("performance.getEntriesByName('kg-drawn').map(mark => mark.startTime)")
    assert len(marks) == 1
    assert 0 < marks[0] <= page.evaluate("performance.now()")
    assert len(page.evaluate("window.kg.labels()")) > 5


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
        "all => all.map(li => [li.querySelector('input').dataset.key, "
        "getComputedStyle(li.querySelector('path')).fill])",
    )
    assert dict(swatches)["Company"] == "rgb(0, 114, 178)"
    outlines = page.eval_on_selector_all(
        "[data-filter=offTypes] path", "all => all.map(path => path.getAttribute('d'))"
    )
    assert len(set(outlines)) == len(outlines) - 1  # companies and customer groups are both dots


INK = """
([x1, y1, x2, y2]) => {
  const canvas = document.querySelector("#network canvas"), box = canvas.getBoundingClientRect();
  const context = canvas.getContext("2d"), by = canvas.width / canvas.clientWidth, found = [];
  for (let i = 0; i <= 200; i++) {
    const x = (x1 + ((x2 - x1) * i) / 200 - box.x) * by, y = (y1 + ((y2 - y1) * i) / 200 - box.y) * by;
    const around = context.getImageData(Math.round(x) - 1, Math.round(y) - 1, 3, 3).data;
    found.push(around.some((value, at) => at % 4 === 3 && value > 60));
  }
  return found;
}
"""


def breaks(page, a, b):
    """How often the line between two entities is broken, away from its ends and its name."""
    (x1, y1), (x2, y2) = (
        (at["x"], at["y"]) for at in (page.evaluate("id => window.kg.place(id)", id_) for id_ in (a, b))
    )
    ink = page.evaluate(INK, [x1 + 0.2 * (x2 - x1), y1 + 0.2 * (y2 - y1), x1 + 0.38 * (x2 - x1), y1 + 0.38 * (y2 - y1)])
    return sum(before and not after for before, after in itertools.pairwise(ink))


def test_what_is_planned_or_possible_is_dashed_on_the_drawing_and_in_the_legend(story, reader):
    page = reader.open(story)
    assert breaks(page, "org_1", "grp_1") == 0
    assert breaks(page, "org_1", "prd_1") >= 2
    assert breaks(page, "org_1", "org_3") >= 2
    dashes = page.eval_on_selector_all(
        "[data-filter=modalities] line", "all => all.map(line => line.getAttribute('stroke-dasharray'))"
    )
    assert dashes == [None, "7 5", "2 4", "10 4 2 4"]


def test_an_unnamed_actor_is_drawn_hollow_and_in_italics(story, reader):
    page = reader.open(story)

    def middle(id_):
        at = page.evaluate("id => window.kg.place(id)", id_)
        return page.screenshot(clip={"x": at["x"] - 2, "y": at["y"] - 2, "width": 4, "height": 4})

    paper = page.screenshot(clip={"x": 300, "y": 130, "width": 4, "height": 4})
    assert middle("org_9") == paper
    assert middle("org_3") != paper


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
