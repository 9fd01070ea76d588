"""Working with the graph: expand, collapse, hide, pin, path, many at once, back and forward."""

import networkx as nx
import pytest

from tests.functional.page.graphs import synthetic


def drawn(page):
    return set(page.evaluate("window.kg.drawn().entities"))


def choose(page, name):
    page.fill("#query", name)
    page.keyboard.press("Enter")


def place(page, id):  # noqa: A002
    at = page.evaluate("id => window.kg.place(id)", id)
    return at["x"], at["y"]


def chosen(page):
    return page.evaluate("(location.hash.match(/[#&]s=([^&]*)/) || [])[1] || ''").split(",")


def test_collapse_folds_the_neighbours_that_hang_on_it_alone_and_expand_brings_them_back(story, reader):
    page = reader.open(story)
    choose(page, "云杉消费金融")
    page.click("[data-act=collapse]")
    assert drawn(page) == {"org_1", "org_9", "plc_1", "pol_1", "tec_1"}
    assert page.inner_text("[data-act=expand]") == "展开 +5"
    page.click("[data-act=expand]")
    assert len(drawn(page)) == 10


def test_a_hidden_entity_can_be_brought_back(story, reader):
    page = reader.open(story)
    choose(page, "新市民")
    page.click("[data-act=hide]")
    assert "grp_1" not in drawn(page)
    assert page.is_hidden("#panel")
    page.click("#legend button:has-text('恢复隐藏的 1 个实体')")
    assert "grp_1" in drawn(page)


def test_a_dragged_entity_stays_where_it_was_put(story, reader, until):
    page = reader.open(story)
    x, y = place(page, "grp_1")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y + 40, steps=5)
    page.mouse.up()
    until(page, "location.hash.includes('p=grp_1')")
    moved = place(page, "grp_1")
    assert moved == (pytest.approx(x - 60, abs=3), pytest.approx(y + 40, abs=3))
    choose(page, "新市民")
    assert page.get_attribute("[data-act=pin]", "aria-pressed") == "true"
    pinned = place(page, "grp_1")
    page.click("[data-act=pin]")
    back = place(page, "grp_1")
    assert back[0] - pinned[0] > 20
    assert back[1] - pinned[1] < -10


def test_the_path_is_as_short_as_networkx_finds(town, reader):
    page, graph = reader.open(town), synthetic(120)
    ids = sorted(graph.entities)
    for a, b in ((ids[3], ids[97]), (ids[10], ids[64])):
        page.keyboard.press("m")
        fields = page.locator("dialog input")
        fields.nth(0).fill(graph.entities[a].name)
        fields.nth(1).fill(graph.entities[b].name)
        page.click("dialog [type=submit]")
        length = nx.shortest_path_length(graph.topology.to_undirected(), a, b)
        assert page.inner_text("#panel .aside >> nth=0") == f"相距 {length} 步"
        assert page.locator("#panel .way > li:not(.link)").count() == length + 1
        assert page.locator("#panel .way .why").count() >= length
        page.keyboard.press("Escape")


def test_no_path_is_said(story, reader):
    page = reader.open(story)
    choose(page, "云杉消费金融")
    page.click("#panel [data-act=path]")
    page.locator("dialog input").nth(1).fill("浙江省")
    page.click("dialog [type=submit]")
    assert page.inner_text("#panel .none") == "两者之间没有路径"


def test_many_are_chosen_by_control_click_and_by_a_rectangle(story, reader):
    page = reader.open(story)
    page.mouse.click(*place(page, "grp_1"))
    page.keyboard.down("Control")
    page.mouse.click(*place(page, "org_3"))
    page.keyboard.up("Control")
    assert sorted(chosen(page)) == ["grp_1", "org_3"]
    assert page.inner_text("#panel h2") == "已选 2 个实体"
    page.keyboard.press("Escape")
    box = page.locator("#canvas").bounding_box()
    page.keyboard.down("Shift")
    page.mouse.move(box["x"] + 10, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 80, box["y"] + box["height"] - 120, steps=4)
    page.mouse.up()
    page.keyboard.up("Shift")
    assert len(chosen(page)) >= 8


def test_a_double_click_brings_in_the_neighbours(story, reader, until):
    page = reader.open(story)
    choose(page, "云杉消费金融")
    page.click("[data-act=collapse]")
    page.keyboard.press("Escape")
    page.mouse.dblclick(*place(page, "org_1"))
    until(page, "window.kg.drawn().entities.length === 10")


def test_a_neighbourhood_alone_and_one_step_further(story, reader):
    page = reader.open(story)
    choose(page, "区块链")
    page.click("#panel button:has-text('邻域')")
    assert drawn(page) == {"tec_1", "org_9"}
    assert page.get_attribute("[data-view=focus]", "aria-selected") == "true"
    page.click("#panel .chip:has-text('未具名')")
    page.click("[data-act=expand]")
    assert drawn(page) == {"tec_1", "org_9", "plc_1"}
    page.click("[data-act=locate]")
    assert len(drawn(page)) == 10


def test_back_and_forward_go_through_every_step(story, reader, until):
    page = reader.open(story)
    assert page.is_disabled("[data-act=back]")
    choose(page, "新市民")
    page.uncheck("[data-key=serves]")
    page.keyboard.press("Escape")
    assert page.is_hidden("#panel")
    page.click("[data-act=back]")
    until(page, "!document.querySelector('#panel').hidden")
    assert page.inner_text("#panel h2") == "新市民"
    page.click("[data-act=back]")
    until(page, "document.querySelector('[data-key=serves]').checked")
    page.click("[data-act=onward]")
    until(page, "!document.querySelector('[data-key=serves]').checked")
    page.click("[data-act=reset]")
    until(page, "document.querySelector('[data-key=serves]').checked")
    assert len(drawn(page)) == 10
