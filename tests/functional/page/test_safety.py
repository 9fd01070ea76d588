"""Nothing leaves the page, and no article's text is ever markup or code."""

import re
from xml.etree import ElementTree

import pytest

from tests.functional.page.hostile import ATTACKS


def test_the_page_refers_to_nothing_outside_itself(story):
    html = story.read_text("utf-8")
    shell = re.sub(r"<script.*?</script>|<style>.*?</style>", "", html, flags=re.DOTALL)
    assert (
        re.findall(
            r"""(?:src|href|action|data)\s*=\s*["']?(?!data:)[^"'\s>]+""", re.sub(r"data-\w+(?:-\w+)*=", "", shell)
        )
        == []
    )
    style = "".join(re.findall(r"<style>(.*?)</style>", html, flags=re.DOTALL))
    assert "url(" not in style
    assert "@import" not in style


def test_the_policy_lets_nothing_in_or_out(story, reader):
    page = reader.open(story)
    policy = page.get_attribute("meta[http-equiv='Content-Security-Policy']", "content")
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert (
        rules["default-src"]
        == rules["connect-src"]
        == rules["object-src"]
        == rules["base-uri"]
        == rules["form-action"]
        == "'none'"
    )
    assert re.fullmatch(r"('sha256-[A-Za-z0-9+/=]+' ?)+", rules["script-src"])
    assert re.fullmatch(r"'sha256-[A-Za-z0-9+/=]+'", rules["style-src"])
    assert rules["img-src"] == "data: blob:"
    assert rules["require-trusted-types-for"] == "'script'"
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.mark.parametrize(
    "attack",
    [
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.__x=1\">')",
        "document.body.innerHTML = '<p>x</p>'",
        "{ const s = document.createElement('script'); s.textContent = 'window.__x=1'; document.body.append(s) }",
        "document.body.setAttribute('onclick', 'window.__x=1')",
        "{ const i = new Image(); i.src = 'https://example.invalid/beacon.png'; document.body.append(i) }",
        "fetch('https://example.invalid/').catch(() => {})",
        "setTimeout('window.__x=1')",
        "new Function('window.__x=1')()",
    ],
)
def test_even_injected_code_is_held_back(story, attacked, attack):
    page = attacked.open(story)
    blocked = []
    page.on("requestfailed", lambda request: blocked.append((request.url, request.failure)))
    page.evaluate(f"() => setTimeout(() => {{ try {{ {attack} }} catch {{ }} }})")
    page.click("body", position={"x": 2, "y": 2})
    page.wait_for_timeout(100)
    assert page.evaluate("window.__x") is None
    asked = [url for url in attacked.requests if url.startswith("http")]
    assert [(url, "csp") for url in asked] == blocked


def test_hostile_texts_do_nothing_when_loaded_hovered_and_opened(hostile, reader):
    page = reader.open(hostile)
    for i in range(len(ATTACKS)):
        place = page.evaluate(
            "id => window.kg.place(id)", page.evaluate("i => window.kg.drawn().entities.sort()[i]", i)
        )
        page.mouse.move(place["x"], place["y"])
        page.mouse.click(place["x"], place["y"])
        assert page.is_visible("#panel h2")
        page.hover("#panel .facts .why >> nth=0")
        page.click("#panel .facts .why >> nth=0")
        page.wait_for_selector("#quote")
        page.click("[data-act=card]")
        page.click("#panel .fact >> nth=0")
        page.wait_for_selector("#quote")
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
    assert page.evaluate("window.__x") is None
    assert page.query_selector_all("main img[src=x], main svg[onload], a[href^=javascript]") == []


def test_hostile_texts_do_nothing_in_search_list_language_and_exports(hostile, reader):
    page = reader.open(hostile)
    for attack in ATTACKS[:8]:
        page.fill("#query", attack)
        page.wait_for_selector("#suggestions li[role=option]")
        page.hover("#suggestions li[role=option] >> nth=0")
    page.keyboard.press("Escape")
    page.click("[data-view=list]")
    page.click("[data-list=facts]")
    page.click("[data-act=language]")
    page.click("[data-act=help]")
    page.keyboard.press("Escape")
    page.click("[data-view=graph]")
    page.click(".menu summary")
    with page.expect_download() as download:
        page.click("[data-export=svg]")
    svg = ElementTree.parse(download.value.path())
    tags = {element.tag.rpartition("}")[2] for element in svg.iter()}
    assert tags <= {"svg", "title", "defs", "marker", "path", "rect", "text", "tspan"}
    assert not [name for element in svg.iter() for name in element.attrib if name.startswith("on") or "href" in name]
    assert page.evaluate("window.__x") is None


def test_the_names_are_shown_as_they_are(hostile, reader):
    page = reader.open(hostile)
    page.fill("#query", ATTACKS[0])
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == ATTACKS[0]
    assert page.title() == "财经知识图谱"


def test_links_lead_to_the_web_only(story, reader):
    page = reader.open(story)
    page.fill("#query", "云杉消费金融")
    page.keyboard.press("Enter")
    links = page.eval_on_selector_all("#panel .identifiers a", "all => all.map(a => [a.href, a.rel, a.target])")
    assert links == [
        ["https://www.wikidata.org/wiki/Q42", "noreferrer noopener", "_blank"],
        ["https://yunshan.example.cn/", "noreferrer noopener", "_blank"],
    ]
    page.fill("#query", "红松科技")
    page.keyboard.press("Enter")
    assert page.inner_text("#panel .identifiers dd") == "javascript:alert(1)"
    assert page.query_selector("#panel .identifiers a") is None
