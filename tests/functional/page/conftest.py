"""A real browser for the page's tests: every page is opened offline, asks for nothing and complains of nothing."""

import os
import shutil
from pathlib import Path

import pytest

from kg.export.html.page import render_page
from tests.functional.page.graphs import appearance, small_story, synthetic
from tests.functional.page.hostile import hostile_appearance, hostile_graph

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SCREENSHOTS = Path(__file__).parents[2] / "screenshots"
MISSING = "no browser was found: `apt-get install -y chromium fonts-wqy-microhei` and `pip install playwright`"
_skipped = []

WATCH = """
window.__violations = [];
document.addEventListener("securitypolicyviolation", (event) => window.__violations.push(event.violatedDirective));
"""


def pytest_terminal_summary(terminalreporter):
    if _skipped:
        terminalreporter.write_line(f"PAGE NOT TESTED: {MISSING}", red=True, bold=True)


@pytest.fixture(scope="session")
def browser():
    """Chromium, driven by playwright. Without one the tests are skipped, loudly; where CI is set they fail."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - may be missing
    except ImportError:
        program = None
    if program is None:
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        _skipped.append(MISSING)
        pytest.skip(MISSING)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield running
        running.close()


class Reader:
    """Opens pages as a reader would, and remembers all that they ask for and complain of."""

    def __init__(self, browser):
        self.browser = browser
        self.contexts = []
        self.requests = []
        self.complaints = []

    def open(self, path, fragment="", *, width=1280, height=800, wait=True, **kind):
        options = {"viewport": {"width": width, "height": height}, "locale": "zh-CN", "offline": True} | kind
        context = self.browser.new_context(**options)
        context.set_default_timeout(10_000)
        context.add_init_script(WATCH)
        self.contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda message: message.type == "error" and self.complaints.append(message.text))
        page.on("dialog", lambda dialog: (self.complaints.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.goto(f"{path.as_uri()}{fragment}")
        if wait:
            page.wait_for_selector("html[data-ready=yes]", state="attached")
        return page

    def check(self):
        """No page asked for anything but itself, or complained."""
        for context in self.contexts:
            for page in context.pages:
                self.complaints += page.evaluate("window.__violations")
        outside = [url for url in self.requests if not url.startswith(("file:", "data:", "blob:"))]
        assert outside == []
        assert self.complaints == []

    def close(self):
        for context in self.contexts:
            context.close()


@pytest.fixture
def until():
    """Waits until an expression holds in a page; playwright's own way needs eval, which the page's policy forbids."""

    def wait(page, expression, value=None):
        for _ in range(100):
            if page.evaluate(f"value => Boolean({expression})", value):
                return
            page.wait_for_timeout(50)
        raise AssertionError(f"never came true: {expression}")

    return wait


@pytest.fixture
def reader(browser):
    """Opens pages; afterwards nothing may have been asked for, and nothing complained of."""
    reader = Reader(browser)
    yield reader
    reader.check()
    reader.close()


@pytest.fixture
def attacked(browser):
    """Opens pages whose complaints are the test's own business."""
    reader = Reader(browser)
    yield reader
    reader.close()


@pytest.fixture(scope="session")
def write_page(tmp_path_factory):
    """Writes the page of a graph once, by a name."""
    folder, written = tmp_path_factory.mktemp("pages"), {}

    def write(name, make, looks=None, **how):
        if name not in written:
            written[name] = folder / f"{name}.html"
            html = render_page(make(), looks or appearance(), "财经知识图谱", **how)
            written[name].write_text(html, "utf-8", newline="\n")
        return written[name]

    return write


@pytest.fixture(scope="session")
def story(write_page):
    """The page of the small story."""
    return write_page("story", lambda: small_story().graph())


@pytest.fixture(scope="session")
def town(write_page):
    """The page of a synthetic graph of 120 entities, shown whole in the network."""
    return write_page("town", lambda: synthetic(120))


@pytest.fixture(scope="session")
def county(write_page):
    """The page of 1,200 entities, shown as a map."""
    return write_page("county", lambda: synthetic(1200))


@pytest.fixture(scope="session")
def country(write_page):
    """The page of 6,000 entities, which opens with communities."""
    return write_page("country", lambda: synthetic(6000))


@pytest.fixture(scope="session")
def hostile(write_page):
    """The page of a graph whose every text is an attack."""
    return write_page("hostile", hostile_graph, hostile_appearance())


@pytest.fixture
def screenshot():
    """Saves what a page shows, to be looked at."""

    def save(page, name):
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        page.wait_for_timeout(350)
        path = SCREENSHOTS / f"{name}.png"
        page.screenshot(path=path)
        return path

    return save
