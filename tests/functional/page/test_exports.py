"""What a reader saves: the view as PNG and SVG, entities as CSV and Turtle."""

import csv
import io
import struct
from xml.etree import ElementTree

from rdflib import Graph
from rdflib.namespace import SKOS

from kg.export.html.appearance import appearance_of
from kg.export.turtle import render_turtle
from tests.functional.page.graphs import small_story
from tests.functional.page.hostile import ATTACKS, hostile_graph


def save(page, kind):
    page.click(".menu summary")
    with page.expect_download() as download:
        page.click(f"[data-export={kind}]")
    return download.value


def rows_of(download):
    raw = download.path().read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def test_the_view_as_png(story, reader):
    download = save(reader.open(story), "png")
    raw = download.path().read_bytes()
    assert download.suggested_filename == "财经知识图谱.png"
    assert raw.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", raw[16:24])
    assert width > 900
    assert height > 600
    assert len(raw) > 10_000  # not a blank sheet


def test_the_map_as_png_and_svg(county, reader, until):
    page = reader.open(county)
    until(page, "!window.kg.busy()")
    assert len(save(page, "png").path().read_bytes()) > 30_000
    svg = ElementTree.parse(save(page, "svg").path()).getroot()
    assert len(svg.findall(".//{*}path")) > 1200


def test_the_view_as_svg_holds_every_entity_and_relation(story, reader):
    svg = ElementTree.parse(save(reader.open(story), "svg").path()).getroot()
    titles = {each.text for each in svg.iter("{http://www.w3.org/2000/svg}title")}
    assert {"云杉消费金融", "新市民", "消费金融公司（未具名）"} <= titles
    lines = [each for each in svg.findall("{*}path") if each.get("marker-end")]
    assert len(lines) == 9
    assert sum(each.get("stroke-dasharray") == "7 5" for each in lines) == 2
    assert "".join(svg.find("{*}text").itertext())


def test_the_selection_as_csv(story, reader):
    page = reader.open(story)
    page.fill("#query", "云杉消费金融")
    page.keyboard.press("Enter")
    rows = rows_of(save(page, "csv"))
    figures = [row for row in rows if row["kind"] == "figure"]
    assert [row["name"] for row in rows if row["kind"] == "entity"] == ["云杉消费金融"]
    assert {(row["predicate"], row["value"], row["unit"], row["period"]) for row in figures} >= {
        ("用户数", "9641000", "人", "/2022-06-30")
    }


def test_the_whole_view_as_csv_holds_every_relation(story, reader):
    rows = rows_of(save(reader.open(story), "csv"))
    graph = small_story().graph()
    assert {
        (row["id"], row["predicate"], row["object_id"], row["modality"]) for row in rows if row["kind"] == "relation"
    } == {(each.subject, each.predicate, each.object, each.modality.value) for each in graph.relations.values()}
    assert len([row for row in rows if row["kind"] == "entity"]) == len(graph.entities)


def test_csv_guards_formulas(hostile, reader):
    rows = rows_of(save(reader.open(hostile), "csv"))
    cells = [cell for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell.lstrip().startswith(tuple("=+-@＝＋－＠"))]
    formula = next(attack for attack in ATTACKS if attack.startswith("="))
    assert f"'{formula}" in cells
    assert len([row for row in rows if row["kind"] == "entity"]) == len(hostile_graph().entities)


def test_the_chosen_alone_are_saved_as_csv_and_turtle(story, reader):
    page = reader.open(story)
    for name in ("云杉消费金融", "创业贷"):
        at = page.evaluate("id => window.kg.place(id)", "org_1" if name == "云杉消费金融" else "prd_1")
        page.mouse.click(at["x"], at["y"])
        page.keyboard.down("Control")
    page.keyboard.up("Control")
    with page.expect_download() as download:
        page.click("#panel [data-act=csv]")
    rows = rows_of(download.value)
    assert [row["name"] for row in rows if row["kind"] == "entity"] == ["云杉消费金融", "创业贷"]
    assert [(row["predicate"], row["modality"]) for row in rows if row["kind"] == "relation"] == [("offers", "planned")]
    with page.expect_download() as download:
        page.click("#panel [data-act=turtle]")
    graph = Graph().parse(download.value.path(), format="turtle")
    assert {str(label) for label in graph.objects(None, SKOS.prefLabel)} == {"云杉消费金融", "创业贷"}


def test_communities_stand_in_the_svg_with_their_links(country, reader, until):
    page = reader.open(country)
    until(page, "!window.kg.busy()")
    svg = ElementTree.parse(save(page, "svg").path()).getroot()
    discs = [each.find("{*}title").text for each in svg.findall(".//{*}g")]
    assert f"共 {len(discs)} 个社群" in page.inner_text("#panel")
    assert len(svg.findall("{*}line")) > len(discs)


def test_a_disc_is_as_large_as_its_community(country, reader, until):
    page = reader.open(country)
    until(page, "!window.kg.busy()")
    svg = ElementTree.parse(save(page, "svg").path()).getroot()
    radius = {each.find("{*}title").text: float(each.find("{*}circle").get("r")) for each in svg.findall(".//{*}g")}
    rows = page.locator("#panel .groups > li")
    told = {
        name: int(count.replace(",", ""))
        for name, count in zip(
            rows.locator(".chip span").all_inner_texts(), rows.locator("> .count").all_inner_texts(), strict=True
        )
    }
    large = {name: count for name, count in told.items() if count > 60 and name != "零散实体"}
    shares = [radius[name] ** 2 / count for name, count in large.items()]
    assert len(shares) > 10
    assert max(shares) < 1.6 * min(shares)


def test_the_svg_names_relations_as_the_view_does(story, reader):
    svg = ElementTree.parse(save(reader.open(story), "svg").path()).getroot()
    assert {"服务", "提供（计划中）"} <= {"".join(each.itertext()) for each in svg.findall("{*}text")}


def test_turtle_is_a_part_of_the_programs_own(finance, write_page, reader):
    graph = small_story().graph()
    page = reader.open(write_page("terms", lambda: graph, appearance_of(finance)))
    ours = Graph().parse(save(page, "turtle").path(), format="turtle")
    whole = Graph().parse(data="".join(render_turtle(graph, finance)), format="turtle")
    assert len(ours) > 60
    assert set(ours) - set(whole) == set()


def test_turtle_of_hostile_names_is_still_turtle(hostile, reader):
    page = reader.open(hostile)
    graph = Graph().parse(save(page, "turtle").path(), format="turtle")
    assert len(graph) > 100
