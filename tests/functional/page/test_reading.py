"""Two languages, dark and light, keyboard and screen reader, narrow screens, paper."""

import re

import pytest

NAMELESS = """
() => [...document.querySelectorAll("button, input, [role], a, summary")]
  .filter(each => each.offsetParent !== null)
  .filter(each => !(each.getAttribute("aria-label") || each.textContent.trim() || each.labels?.length || each.title))
  .map(each => each.outerHTML.slice(0, 80))
"""


def ratio(front, back):
    """The contrast of two colours, as WCAG reckons it."""

    def light(colour):
        parts = [int(each) / 255 for each in re.findall(r"\d+", colour)[:3]]
        red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    one, other = sorted((light(front), light(back)))
    return (other + 0.05) / (one + 0.05)


def test_the_page_speaks_the_readers_language_and_can_be_switched(story, reader):
    page = reader.open(story, locale="en-GB")
    assert page.get_attribute("html", "lang") == "en"
    assert page.inner_text("[data-filter=offTypes] h2") == "Types"
    assert "company" in page.inner_text("[data-filter=offTypes]")
    page.click("[data-act=language]")
    assert page.get_attribute("html", "lang") == "zh-CN"
    assert page.inner_text("[data-filter=offTypes] h2") == "类型"
    assert "企业" in page.inner_text("[data-filter=offTypes]")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_in_both_themes(story, reader, scheme):
    page = reader.open(story, color_scheme=scheme)
    page.fill("#query", "云杉消费金融")
    page.keyboard.press("Enter")
    assert page.get_attribute("html", "data-theme") == scheme
    paper = page.evaluate("getComputedStyle(document.querySelector('#panel')).backgroundColor")
    for selector in (
        "#panel h2",
        "#panel .aside",
        "#panel .count",
        "#panel .why",
        "#legend h2",
        "#legend .count",
        "#status",
    ):
        ink = page.eval_on_selector(selector, "each => getComputedStyle(each).color")
        assert ratio(ink, paper) >= 4.5, selector


def test_the_theme_can_be_chosen(story, reader):
    page = reader.open(story, color_scheme="light")
    page.click("[data-act=theme]")
    assert page.get_attribute("html", "data-theme") == "dark"
    page.click("[data-act=theme]")
    assert page.get_attribute("html", "data-theme") == "light"


def test_everything_by_keyboard(story, reader):
    page = reader.open(story)
    page.keyboard.press("/")
    page.keyboard.type("yunshan")
    page.keyboard.press("Control+A")
    page.keyboard.type("ysxf")
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == "云杉消费金融"
    before = page.evaluate("location.hash")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("location.hash") != before
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector('#panel').contains(document.activeElement)")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "BUTTON"
    page.keyboard.press("Escape")
    assert page.is_hidden("#panel")


def test_letters_work_on_the_chosen_entity(story, reader):
    page = reader.open(story)
    page.fill("#query", "云杉消费金融")
    page.keyboard.press("Enter")
    page.keyboard.press("c")
    assert len(page.evaluate("window.kg.drawn().entities")) == 5
    page.keyboard.press("e")
    assert len(page.evaluate("window.kg.drawn().entities")) == 10
    page.keyboard.press("p")
    assert page.get_attribute("[data-act=pin]", "aria-pressed") == "true"
    page.keyboard.press("h")
    assert "org_1" not in page.evaluate("window.kg.drawn().entities")
    page.keyboard.press("[")
    page.wait_for_timeout(200)
    assert "org_1" in page.evaluate("window.kg.drawn().entities")
    page.keyboard.press("l")
    assert page.is_visible("#listing")
    page.keyboard.press("?")
    assert page.is_visible("dialog")
    page.keyboard.press("Escape")
    assert page.is_hidden("dialog")


def test_keys_move_the_picture_the_chosen_and_the_views(story, reader, until):
    page = reader.open(story)

    def place(id_):
        return page.evaluate("id => window.kg.place(id)", id_)

    page.focus("#canvas")
    before = place("grp_1")
    page.keyboard.press("Shift+ArrowRight")
    assert place("grp_1")["x"] < before["x"] - 50
    page.keyboard.press("0")
    page.wait_for_timeout(450)
    page.fill("#query", "新市民")
    page.keyboard.press("Enter")
    before = place("grp_1")
    page.keyboard.press("Control+Shift+ArrowDown")
    until(page, "location.hash.includes('p=grp_1')")
    assert place("grp_1")["y"] > before["y"] + 10
    page.keyboard.press("f")
    page.focus("[role=tab][aria-selected=true]")
    page.keyboard.press("ArrowRight")
    assert page.get_attribute("[data-view=list]", "aria-selected") == "true"
    page.keyboard.press("g")
    assert page.is_visible("#canvas")


def test_the_export_menu_and_the_filters_work_by_keyboard(story, reader):
    page = reader.open(story)
    page.focus(".menu summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".csv")
    page.focus("[data-key=serves]")
    page.keyboard.press("Space")
    assert "grp_1" not in page.evaluate("window.kg.drawn().entities")
    assert page.evaluate("document.activeElement.dataset.key") == "serves"


def test_keyboard_steps_through_evidence(story, reader, until):
    page = reader.open(story)
    page.fill("#query", "云杉消费金融")
    page.keyboard.press("Enter")
    page.focus("#panel .why[data-fact] >> nth=0")
    page.keyboard.press("Enter")
    page.wait_for_selector("#quote")
    page.keyboard.press("n")
    until(page, "document.querySelector('#step').textContent.includes('第 2 处')")


def test_every_control_has_a_name_and_every_picture_a_text(town, reader):
    page = reader.open(town)
    page.fill("#query", "银行")
    page.keyboard.press("Enter")
    nameless = page.evaluate(NAMELESS)
    assert [each for each in nameless if 'role="status"' not in each] == []
    hidden = page.eval_on_selector_all(
        "svg", "all => all.every(svg => svg.getAttribute('aria-hidden') === 'true' || svg.getAttribute('aria-label'))"
    )
    assert hidden
    assert page.get_attribute("#canvas", "role") == "application"
    assert page.get_attribute("#canvas", "aria-describedby") == "status"


def test_what_happens_is_announced(story, reader):
    page = reader.open(story)
    page.fill("#query", "新市民")
    page.keyboard.press("Enter")
    assert page.inner_text("#live") == "已选择 新市民"


def test_the_list_holds_the_same_facts_and_sorts(story, reader):
    page = reader.open(story)
    page.click("[data-view=list]")
    assert page.locator("#listing tbody tr").count() == 10
    assert page.inner_text("#listing tbody tr >> nth=0 >> th") == "云杉消费金融"
    page.click("[data-sort=links]")
    assert page.get_attribute("#listing thead th:nth-child(3)", "aria-sort") == "ascending"
    page.click("[data-list=facts]")
    assert page.locator("#listing tbody tr").count() == 9
    page.click("#listing tbody tr:has-text('新市民') button")
    page.wait_for_selector("#quote")


def test_long_lists_are_paged_not_cut(county, reader):
    page = reader.open(county)
    page.click("[data-view=list]")
    assert page.inner_text("#listing [role=status]") == "第 1–50 行，共 1,200 行"
    page.click("#listing .listbar button[aria-label=下一处]")
    assert page.inner_text("#listing [role=status]") == "第 51–100 行，共 1,200 行"


def test_on_a_narrow_screen_nothing_sticks_out(story, reader):
    page = reader.open(story, width=390, height=800, has_touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.is_hidden("#legend")
    page.click("[data-act=filters]")
    assert page.is_visible("#legend")
    page.keyboard.press("Escape")
    page.fill("#query", "云杉消费金融")
    page.keyboard.press("Enter")
    panel = page.locator("#panel").bounding_box()
    assert panel["width"] == 390
    assert page.locator("#canvas").bounding_box()["height"] > 150
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_every_column_of_a_list_fits_a_narrow_screen(story, reader):
    page = reader.open(story, width=390, height=800)
    page.click("[data-view=list]")
    for kind in ("entities", "facts"):
        page.click(f"[data-list={kind}]")
        heads = [each.bounding_box() for each in page.locator("#listing thead th").all()]
        assert len(heads) == 4
        assert all(box["x"] + box["width"] <= 390 for box in heads)


def test_the_help_opens_at_its_top(story, reader):
    page = reader.open(story, width=390, height=480)
    page.click("[data-act=help]")
    assert page.evaluate("document.querySelector('dialog').scrollTop") == 0
    assert page.locator("dialog h2").bounding_box()["y"] > 0


def test_a_tap_chooses(story, reader):
    page = reader.open(story, width=390, height=800, has_touch=True)
    at = page.evaluate("window.kg.place('grp_1')")
    page.touchscreen.tap(at["x"], at["y"])
    assert page.inner_text("#panel h2") == "新市民"


def test_paper_shows_the_graph_and_the_details_only(story, reader):
    page = reader.open(story, color_scheme="dark")
    page.fill("#query", "云杉消费金融")
    page.keyboard.press("Enter")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    for selector in ("#tools", "#search", "#zoom", "#panel .doing"):
        assert page.is_hidden(selector)
    for selector in ("#printed", "#panel h2", "#panel .figures", "#title"):
        assert page.is_visible(selector)
    assert page.evaluate("document.querySelector('#printed').naturalWidth") > 300
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert len(page.pdf()) > 20_000


def test_paper_has_a_key_to_the_marks_that_stand_in_the_picture(story, reader):
    page = reader.open(story, color_scheme="dark")
    page.uncheck("[data-key=Technology]")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    names = page.locator("#legend .name").filter(visible=True).all_inner_texts()
    assert names[:2] == ["企业", "项目活动"]
    assert names[-5:] == ["已陈述", "计划中", "可能", "否定", "未具名"]
    assert "技术" not in names
    assert "服务" not in names
    assert page.locator("#legend input, #legend button, #legend .count").filter(visible=True).count() == 0
    fill = "path => getComputedStyle(path).fill"
    assert page.locator("li:has([data-key=Program]) path").evaluate(fill) == "rgb(204, 121, 167)"
    assert page.locator("li:has([data-key=Company]) path").evaluate(fill) == "rgb(0, 114, 178)"


def test_a_printed_list_needs_no_key(story, reader):
    page = reader.open(story)
    page.click("[data-view=list]")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.is_hidden("#legend")
    assert page.is_visible("#listing table")


CORNER = """
() => {
  const canvas = document.createElement("canvas"), context = canvas.getContext("2d");
  context.drawImage(document.querySelector("#printed"), 0, 0);
  return [...context.getImageData(3, 3, 1, 1).data];
}
"""


@pytest.mark.parametrize("name", ["story", "county"])
def test_a_dark_page_is_printed_on_white(name, request, reader, until):
    page = reader.open(request.getfixturevalue(name), color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    until(page, "document.querySelector('#printed').naturalWidth > 0")
    assert page.evaluate(CORNER) == [255, 255, 255, 255]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.get_attribute("html", "data-theme") == "dark"


def test_readers_who_asked_for_stillness_get_it(story, reader):
    page = reader.open(story, reduced_motion="reduce")
    before = page.evaluate("window.kg.place('org_1')")
    page.click("[data-act=zoomIn]")
    after = page.evaluate("window.kg.place('org_1')")
    page.wait_for_timeout(300)
    assert after != before
    assert page.evaluate("window.kg.place('org_1')") == after
