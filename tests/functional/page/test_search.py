"""Search finds by name, alias and initials, suggests, jumps and highlights."""

import pytest


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("云杉消费金融", "云杉消费金融"),
        ("云杉消金", "云杉消费金融"),
        ("YSXF", "云杉消费金融"),
        ("ysxj", "云杉消费金融"),
        ("xsm", "新市民"),
        ("消费金融公司", "消费金融公司（未具名）"),
        ("𠮷林", "𠮷林银行"),
    ],
)
def test_suggestions_come_by_name_alias_and_initials(story, reader, typed, first):
    page = reader.open(story)
    page.fill("#query", typed)
    assert page.inner_text("#suggestions li .name >> nth=0") == first
    assert page.get_attribute("#query", "aria-expanded") == "true"


@pytest.mark.parametrize(
    "typed", ["org_1", "https://w3id.org/cnfinkg/id/org_1", "<https://w3id.org/cnfinkg/id/org_1>", "id:org_1"]
)
def test_an_id_or_an_iri_means_one_thing(story, reader, typed):
    page = reader.open(story)
    page.fill("#query", typed)
    assert page.locator("#suggestions li .name").all_inner_texts() == ["云杉消费金融"]


def test_a_metric_leads_to_those_of_whom_it_is_told(story, town, reader):
    page = reader.open(story)
    page.fill("#query", "户数")
    assert page.inner_text("#suggestions li").split("\n") == ["用户数", "1 个实体", "指标"]
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == "云杉消费金融"
    page = reader.open(town)
    page.fill("#query", "不良率")
    name, count, kind = page.inner_text("#suggestions li").split("\n")
    assert (name, kind) == ("不良率", "指标")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-view=focus][aria-selected=true]")
    assert f"{page.evaluate('window.kg.drawn().entities.length')} 个实体" == count
    assert page.inner_text("#panel .compared caption") == "不良率"
    assert page.locator("#panel .compared button.fact").count() > 1


def test_enter_jumps_to_the_entity_and_highlights_it(town, reader):
    page = reader.open(town)
    page.fill("#query", "监管局")
    name = page.inner_text("#suggestions li .name >> nth=0")
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == name
    assert page.is_hidden("#suggestions")
    chosen = page.evaluate("location.hash.match(/s=([^&]*)/)[1]")
    page.wait_for_timeout(500)
    place, box = page.evaluate("id => window.kg.place(id)", chosen), page.locator("#canvas").bounding_box()
    assert box["x"] < place["x"] < box["x"] + box["width"]
    assert box["y"] < place["y"] < box["y"] + box["height"]


def test_the_arrow_keys_choose_a_suggestion(story, reader):
    page = reader.open(story)
    page.fill("#query", "云")
    page.fill("#query", "银行")
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#query", "aria-activedescendant") == "option-0"
    assert page.get_attribute("#option-0", "aria-selected") == "true"
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == "𠮷林银行"


def test_all_results_can_be_worked_on_at_once(county, reader):
    page = reader.open(county)
    page.fill("#query", "银行")
    page.click("#option-all")
    page.wait_for_selector("[data-view=focus][aria-selected=true]")
    assert page.evaluate("window.kg.drawn().entities.length") > 20


def test_nothing_found_is_said(story, reader):
    page = reader.open(story)
    page.fill("#query", "查无此名")
    assert page.inner_text("#suggestions") == "没有找到"
