"""The legend filters types, predicates, modalities, unnamed actors and time; counts follow."""

from tests.functional.page.graphs import Story, small_story, synthetic


def drawn(page):
    return page.evaluate("window.kg.drawn()")


def test_a_type_is_switched_off_and_on(story, reader):
    page = reader.open(story)
    page.uncheck("[data-filter=offTypes] [data-key=Company]")
    left = {each.id for each in small_story().graph().entities.values() if each.type != "Company"}
    assert set(drawn(page)["entities"]) == left
    assert drawn(page)["relations"] == 0
    page.check("[data-filter=offTypes] [data-key=Company]")
    assert len(drawn(page)["entities"]) == 10


def test_a_predicate_is_switched_off_and_its_lone_ends_go(story, reader):
    page = reader.open(story)
    page.uncheck("[data-key=serves]")
    assert "grp_1" not in drawn(page)["entities"]
    assert drawn(page)["relations"] == 8


def test_only_one_type_at_a_click(town, reader):
    page, graph = reader.open(town), synthetic(120)
    page.hover("[data-filter=offTypes] li:has([data-key=Product])")
    page.click("[data-filter=offTypes] li:has([data-key=Product]) .only")
    assert set(drawn(page)["entities"]) <= {each.id for each in graph.entities.values() if each.type == "Product"}


def test_modality_is_filtered(town, reader):
    page, graph = reader.open(town), synthetic(120)
    page.uncheck("[data-key=planned]")
    assert drawn(page)["relations"] == sum(each.modality != "planned" for each in graph.relations.values())


def test_unnamed_actors_are_filtered(story, reader):
    page = reader.open(story)
    page.uncheck("[data-key=unnamed]")
    assert "org_9" not in drawn(page)["entities"]


def test_the_time_range_keeps_facts_whose_period_falls_in_it(story, reader, until):
    page = reader.open(story)
    page.uncheck("[data-key=undated]")
    page.fill("[data-key=fromDay-date]", "2024-01-01")
    page.keyboard.press("Tab")
    until(page, "location.hash.includes('d=2024-01-01_')")
    # Told on 2024-01-15: launches, the bank's two, the unnamed firm's two; the rest in 2022 or without a date.
    assert drawn(page)["relations"] == 5
    page.click("[data-filter=time] .every")
    page.check("[data-key=undated]")
    assert drawn(page)["relations"] == 9


def test_figures_outside_the_time_range_go_by_their_own_periods(story, reader, until):
    page = reader.open(story)
    page.fill("#query", "云杉消费金融")
    page.keyboard.press("Enter")
    page.fill("[data-key=fromDay-date]", "2023-06-01")
    page.keyboard.press("Tab")
    until(page, "location.hash.includes('d=2023-06-01_')")
    assert page.locator("#panel .figures .fact").all_inner_texts() == ["约1500万人", "1230万人"]


def test_the_slider_moves_the_range(town, reader, until):
    page = reader.open(town)
    page.focus("[data-key=toDay]")
    page.keyboard.press("Home")
    until(page, "/d=[^&]*_2019-01-01/.test(location.hash)")
    assert drawn(page)["relations"] == 0


def test_the_status_tells_how_much_is_shown(story, reader):
    page = reader.open(story)
    assert page.inner_text("#status") == "10 个实体 · 9 条关系"
    page.uncheck("[data-key=serves]")
    assert page.inner_text("#status") == "显示 9 / 10 个实体 · 8 / 9 条关系"


def test_the_legend_has_no_empty_parts(write_page, reader):
    story = Story()
    story.entity("org_1", "Company", "云杉消费金融")
    page = reader.open(write_page("factless", story.graph))
    filters = page.eval_on_selector_all("#legend [data-filter]", "all => all.map(each => each.dataset.filter)")
    assert filters == ["offTypes"]
