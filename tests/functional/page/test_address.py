"""The state stands in the address: a colleague who opens it sees the same."""


def drawn(page):
    return sorted(page.evaluate("window.kg.drawn().entities"))


def fragment(page):
    page.wait_for_timeout(300)
    return page.evaluate("location.hash")


def test_a_view_sent_to_a_colleague_is_the_same_view(story, reader):
    page = reader.open(story)
    page.uncheck("[data-key=uses]")
    page.uncheck("[data-key=possible]")
    page.fill("#query", "云杉消费金融")
    page.keyboard.press("Enter")
    page.keyboard.press("p")
    page.click("#panel .why[data-fact] >> nth=0")
    page.click("[data-step=on]")
    page.wait_for_selector("#quote")
    page.click("[data-act=zoomIn]")
    page.wait_for_timeout(400)
    page.click("[data-act=theme]")
    other = reader.open(story, fragment(page))
    other.wait_for_selector("#quote")
    assert drawn(other) == drawn(page)
    assert other.inner_text("#step") == "第 2 处，共 2 处"
    assert other.inner_text("#quote") == page.inner_text("#quote")
    assert not other.is_checked("[data-key=uses]")
    assert not other.is_checked("[data-key=possible]")
    assert other.get_attribute("html", "data-theme") == "dark"
    here, there = (each.evaluate("window.kg.place('org_1')") for each in (page, other))
    assert abs(here["x"] - there["x"]) < 3
    assert abs(here["y"] - there["y"]) < 3


def test_focus_path_time_and_language_come_back(county, reader):
    page = reader.open(county)
    page.fill("#query", "银行")
    page.keyboard.press("Enter")
    page.keyboard.press("f")
    page.fill("[data-key=fromDay-date]", "2022-01-01")
    page.keyboard.press("Tab")
    page.click("[data-act=language]")
    other = reader.open(county, fragment(page))
    assert drawn(other) == drawn(page)
    assert other.get_attribute("[data-view=focus]", "aria-selected") == "true"
    assert other.input_value("[data-key=fromDay-date]") == "2022-01-01"
    assert other.get_attribute("html", "lang") == "en"


def test_a_reload_restores_the_view(town, reader):
    page = reader.open(town)
    page.fill("#query", "监管局")
    page.keyboard.press("Enter")
    name = page.inner_text("#panel h2")
    page.wait_for_timeout(300)
    page.reload()
    page.wait_for_selector("html[data-ready=yes]", state="attached")
    assert page.inner_text("#panel h2") == name


def test_a_broken_address_does_no_harm(story, reader):
    page = reader.open(
        story, "#s=none,%3Cimg%3E&e=r,x,y&d=never_ever&k=a_b_c&v=evil&t=Nothing&p=org_1%20x%20y&o=99&n=-3&q=org_1"
    )
    assert len(drawn(page)) == 10
    assert page.is_hidden("#panel")


def test_a_crafted_address_neither_loses_the_picture_nor_stands_still(county, reader):
    ids = ",".join(f"e{i:06d}" for i in range(1200))
    page = reader.open(
        county, f"#g=focus&v=focus&f={ids}&p=e000001%20Infinity%20NaN,e000002%201e400%20-1e400&k=0_0_0.001"
    )
    assert len(drawn(page)) == 400
    page.click("[data-act=fit]")
    page.wait_for_timeout(500)
    assert all(abs(each) < 1e9 for each in page.evaluate("Object.values(window.kg.place('e000001'))"))


def test_a_malformed_escape_does_no_harm(story, reader):
    page = reader.open(story, "#s=%E0%A4%A&e=%")
    assert len(drawn(page)) == 10


def test_the_link_can_be_copied(story, reader):
    page = reader.open(story, permissions=["clipboard-read", "clipboard-write"])
    page.fill("#query", "新市民")
    page.keyboard.press("Enter")
    page.click("[data-act=share]")
    page.wait_for_selector(".toast")
    assert "s=grp_1" in page.evaluate("navigator.clipboard.readText()")
