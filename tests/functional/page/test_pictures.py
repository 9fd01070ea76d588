"""Pictures of the page in its states, written to tests/screenshots/ to be looked at."""

import pytest


def choose(name):
    def act(page):
        page.fill("#query", name)
        page.keyboard.press("Enter")

    return act


def evidence(page):
    choose("云杉消费金融")(page)
    page.click("#panel .why[data-fact] >> nth=0")
    page.wait_for_selector("#quote")


def focus(page):
    choose("银行")(page)
    page.keyboard.press("f")


def community(page):
    page.click("#panel [data-group] >> nth=1")


STATES = {
    "small-zh": ("story", {}, ()),
    "small-en-card": ("story", {"locale": "en-GB"}, (choose("云杉消费金融"),)),
    "small-evidence": ("story", {}, (evidence,)),
    "small-dark": ("story", {"color_scheme": "dark"}, (choose("云杉消费金融"),)),
    "small-narrow": ("story", {"width": 390, "height": 800}, ()),
    "small-narrow-evidence": ("story", {"width": 390, "height": 800}, (evidence,)),
    "whole-light": ("town", {}, ()),
    "whole-dark": ("town", {"color_scheme": "dark"}, ()),
    "map": ("county", {}, ()),
    "map-focus": ("county", {}, (focus,)),
    "communities": ("country", {}, ()),
    "communities-dark-open": ("country", {"color_scheme": "dark"}, (community,)),
    "list-en": ("town", {"locale": "en-GB"}, (lambda page: page.click("[data-view=list]"),)),
}


@pytest.mark.parametrize("name", STATES)
def test_a_picture_is_taken(name, request, reader, screenshot):
    path, kind, acts = STATES[name]
    page = reader.open(request.getfixturevalue(path), **kind)
    for act in acts:
        act(page)
        page.wait_for_timeout(400)
    assert screenshot(page, name).stat().st_size > 10_000
