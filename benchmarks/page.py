"""The page beside stock pyvis, in the same browser, one after the other, at growing sizes.

usage: python -m benchmarks.page [SIZE...]        (default: 100 1000 5000 20000 50000)

Both show the same synthetic graph. Told are the seconds until the first picture of the graph stands on the screen and
until nothing of it changes any more (pyvis draws only then), the frames a second while the hand drags and zooms
(median), the heap after that, and the file's size; ours carries the articles' texts, pyvis' carries none. Where ours
opens with communities, `flat` is its map of all entities at once. Pyvis is given LIMIT seconds to come to rest; beyond
that size it is left out. Needs Chromium and playwright. The ratios are the figures to quote: seconds differ from
machine to machine.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import CDPSession, Page, Playwright, sync_playwright
from pyvis.network import Network

from kg.export.html.arrangement import COLLAPSED
from kg.export.html.page import render_page
from kg.graph.knowledge_graph import KnowledgeGraph
from tests.functional.page.conftest import BROWSERS, FLAGS
from tests.functional.page.graphs import appearance, synthetic

SIZES = (100, 1000, 5000, 20_000, 50_000)
LIMIT = 120
ROUNDS = 3
FRAMES = """() => {
  window.frames_ = []; window.stop_ = false; let last = performance.now();
  const tick = (now) => {
    window.frames_.push(now - last); last = now;
    if (!window.stop_) requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}"""
STILL = """
window.still_ = 0;
const watch = setInterval(() => {
  if (typeof network === "undefined" || !network || !network.once) return;
  clearInterval(watch);
  const done = () => { window.still_ = performance.now(); };
  network.once("stabilizationIterationsDone", () => requestAnimationFrame(done));
}, 5);
"""

THEIR_TIMES = "() => window.still_ && [window.still_, window.still_]"
OUR_TIMES = """() => {
  const [drawn] = performance.getEntriesByName("kg-drawn");
  return drawn && document.documentElement.dataset.ready && !window.kg.busy() && [drawn.startTime, performance.now()];
}"""


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured of one page; None where it never came to rest."""

    megabytes: float
    first: float | None = None
    still: float | None = None
    drag: float = 0.0
    zoom: float = 0.0
    heap: float = 0.0

    def __str__(self) -> str:
        if self.still is None:
            return f"{self.megabytes:6.2f} MB   not still after {LIMIT} s"
        rates = f"drag {self.drag:3.0f} fps   zoom {self.zoom:3.0f} fps   heap {self.heap:4.0f} MB"
        return f"{self.megabytes:6.2f} MB   first picture {self.first:6.2f} s   still {self.still:6.2f} s   {rates}"


def main(sizes: list[int]) -> None:
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        theirs_rests = True
        for size in sizes:
            graph = synthetic(size)
            path = write_ours(graph, Path(folder))
            ours = measure(playwright, program, path.as_uri(), theirs=False)
            print(f"{size:6} entities, {len(graph.relations)} relations\n  ours   {ours}", flush=True)
            if size > COLLAPSED:
                flat = measure(playwright, program, f"{path.as_uri()}#m=1", theirs=False)
                print(f"  flat   {flat}", flush=True)
            if theirs_rests:
                theirs = measure(playwright, program, write_theirs(graph, Path(folder)).as_uri(), theirs=True)
                theirs_rests = theirs.still is not None
                ratio = f"\n  still {theirs.still / ours.still:.0f} times sooner" if theirs.still and ours.still else ""
                print(f"  pyvis  {theirs}{ratio}", flush=True)


def write_ours(graph: KnowledgeGraph, folder: Path) -> Path:
    start = time.perf_counter()
    html = render_page(graph, appearance(), "benchmark")
    print(f"  (rendered in {time.perf_counter() - start:.1f} s)")
    path = folder / "ours.html"
    path.write_text(html, "utf-8", newline="\n")
    return path


def write_theirs(graph: KnowledgeGraph, folder: Path) -> Path:
    network = Network(directed=True, cdn_resources="in_line")
    for entity in graph.entities.values():
        network.add_node(entity.id, label=entity.name, title=entity.type)
    for relation in graph.relations.values():
        network.add_edge(relation.subject, relation.object, title=relation.predicate)
    path = folder / "theirs.html"
    path.write_text(network.generate_html(), "utf-8", newline="\n")
    return path


def measure(playwright: Playwright, program: str | None, address: str, *, theirs: bool) -> Figures:
    """The median of some openings, and of the last one how it follows the hand."""
    megabytes = Path(address.removeprefix("file://").partition("#")[0]).stat().st_size / 1e6
    openings: list[tuple[float, float]] = []
    browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
    try:
        for last in range(ROUNDS if not theirs else 1):
            context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True)
            if theirs:
                context.add_init_script(STILL)
            page = context.new_page()
            page.goto(address, wait_until="commit", timeout=LIMIT * 1000)
            opening = opening_of(page, theirs=theirs)
            if opening is None:
                return Figures(megabytes)
            openings.append(opening)
            if theirs or last == ROUNDS - 1:
                first, still = map(statistics.median, zip(*openings, strict=True))
                session = context.new_cdp_session(page)
                return Figures(megabytes, first, still, dragging(page), zooming(page), heap_of(session))
            context.close()
    finally:
        browser.close()
    raise AssertionError("there is at least one round")


def opening_of(page: Page, *, theirs: bool) -> tuple[float, float] | None:
    """Seconds from the opening until the first picture, which the page marks, and until nothing changes any more."""
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        milliseconds = page.evaluate(THEIR_TIMES if theirs else OUR_TIMES)
        if milliseconds:
            first, still = milliseconds
            return first / 1000, still / 1000
        page.wait_for_timeout(10)
    return None


def hand(page: Page) -> tuple[float, float]:
    box = page.locator("#canvas, #mynetwork").first.bounding_box()
    assert box
    return box["x"] + box["width"] * 0.35, box["y"] + box["height"] * 0.35


def rate(page: Page) -> float:
    page.evaluate("() => { window.stop_ = true; }")
    frames = page.evaluate("() => window.frames_")
    return 1000 / statistics.median(frames)


def dragging(page: Page, seconds: float = 3) -> float:
    x, y = hand(page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(FRAMES)
    end, step = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        step += 1
        page.mouse.move(x + step * 4 % 300, y + step * 2 % 200)
        page.wait_for_timeout(8)
    page.mouse.up()
    return rate(page)


def zooming(page: Page, seconds: float = 3) -> float:
    page.mouse.move(*hand(page))
    page.evaluate(FRAMES)
    end, step = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        step += 1
        page.mouse.wheel(0, -60 if step % 40 < 20 else 60)
        page.wait_for_timeout(16)
    return rate(page)


def heap_of(session: CDPSession) -> float:
    session.send("HeapProfiler.collectGarbage")
    usage = session.send("Runtime.getHeapUsage")
    return float(usage["usedSize"] + usage.get("backingStorageSize", 0)) / 1e6


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or list(SIZES))
