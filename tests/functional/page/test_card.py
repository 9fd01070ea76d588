"""An entity's card: type, names, identifiers, figures as table and chart, relations by predicate."""

import pytest

from tests.functional.page.graphs import Story


@pytest.fixture
def card(story, reader):
    page = reader.open(story)
    page.fill("#query", "云杉消费金融")
    page.keyboard.press("Enter")
    return page


def test_it_tells_type_aliases_and_identifiers(card):
    assert card.inner_text("#panel .kind") == "企业"
    assert card.locator("#panel .alias").all_inner_texts() == ["云杉", "云杉消金"]
    assert sorted(card.locator("#panel .identifiers dt").all_inner_texts()) == ["维基数据", "网站"]


def test_figures_stand_in_a_table_with_bound_period_and_modality(card):
    rows = [
        [cell.strip() for cell in row.split("\t")] for row in card.locator("#panel .figures tbody tr").all_inner_texts()
    ]
    assert rows == [
        ["用户数", "约1500万人计划中", "2024"],
        ["用户数", "1230万人", "截至 2023-12-31"],
        ["用户数", "964.1万人", "截至 2022-06-30"],
        ["用户数增长率", "8.2%", "截至 2022-06-30*"],
    ]
    assert card.get_attribute("#panel .fact:has-text('964.1万')", "title") == "9641000人"


def test_a_period_of_an_unknown_year_is_told_in_words(write_page, reader):
    page = reader.open(write_page("open", open_period_graph))
    page.fill("#query", "红松科技")
    page.keyboard.press("Enter")
    assert page.inner_text("#panel .figures tbody tr td >> nth=1") == "年份未知"
    page.click("#panel .figures .fact")
    page.wait_for_selector("#quote")
    assert "年份未知" in page.inner_text("#panel")


def open_period_graph():
    story = Story()
    words = "4月17日，红松科技开启6亿元回购"
    story.tell("o1", f"{words}。")
    story.entity("org_1", "Company", "红松科技")
    parts = {"subject": "红松科技", "number": "6亿元", "period": "4月17日"}
    story.figure("org_1", "回购", "600000000", "元", ("o1", words, parts), basis="open")
    return story.graph()


def test_figures_of_several_times_make_a_chart_whose_points_open_evidence(card):
    assert card.locator("#panel .chart").count() == 1
    assert card.get_attribute("#panel .chart svg", "aria-label") == "用户数随时间的变化"
    assert card.locator("#panel .chart circle").count() == 3
    assert card.locator("#panel .chart circle.hollow").count() == 1
    card.click("#panel .chart circle >> nth=1")
    card.wait_for_selector("#quote")
    assert "1230万人" in card.inner_text("#quote")


def test_relations_are_grouped_by_predicate_and_direction(card):
    heads = [text.replace("\n", "") for text in card.locator("#panel .predicate h4").all_inner_texts()]
    assert [head[:3] for head in heads] == ["→开展", "→提供", "→服务", "←持有", "→合作", "←合作"]
    assert card.locator("#panel .predicate:has(h4:has-text('提供')) .badge").inner_text() == "计划中"


def test_a_chip_leads_to_the_other_entity(card):
    card.click("#panel .chip:has-text('新市民')")
    assert card.inner_text("#panel h2") == "新市民"


def test_an_unnamed_actor_is_shown_as_such(story, reader):
    page = reader.open(story)
    page.fill("#query", "消费金融公司")
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == "消费金融公司（未具名）"
    assert page.inner_text("#panel .kind .badge") == "未具名"


def test_a_short_card_on_a_narrow_screen_leaves_the_rest_to_the_picture(story, reader):
    page = reader.open(story, width=420)
    page.fill("#query", "关于加强")
    page.keyboard.press("Enter")
    panel, last = (page.locator(each).bounding_box() for each in ("#panel", "#panel > :last-child"))
    assert panel["y"] + panel["height"] - last["y"] - last["height"] < 40
    assert page.locator("#canvas").bounding_box()["height"] > 0.5 * (800 - 150)
