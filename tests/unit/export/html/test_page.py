"""The page as a file: the same bytes each time, in UTF-8 whatever the machine's own, without stock pyvis' faults."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import ExportError
from kg.export.html.assets import app_script, app_style, inline, messages, network_library
from kg.export.html.network import PageNetwork
from kg.export.html.page import render_page
from kg.export.html.policy import content_policy
from kg.export.html.writer import HtmlWriter
from tests.functional.page.graphs import appearance, small_story, synthetic
from tests.functional.page.hostile import ATTACKS, hostile_appearance, hostile_graph

ROOT = Path(__file__).parents[4]
RENDER = """
import hashlib, sys
from kg.export.html.page import render_page
from tests.functional.page.graphs import appearance, small_story, synthetic
for graph in (small_story().graph(), synthetic(900)):
    print(hashlib.sha256(render_page(graph, appearance(), "标题").encode()).hexdigest())
"""


def test_the_same_graph_gives_the_same_bytes_in_any_process():
    found = set()
    for seed in ("0", "7"):
        environment = os.environ | {"PYTHONHASHSEED": seed}
        ran = subprocess.run([sys.executable, "-c", RENDER], env=environment, cwd=ROOT, capture_output=True, check=True)
        found.add(ran.stdout)
    assert len(found) == 1


def test_a_machine_whose_own_encoding_is_gbk_writes_utf8(tmp_path):
    code = f"""
import io, pathlib
real = open
def gbk(file, mode="r", buffering=-1, encoding=None, *rest, **more):
    return real(file, mode, buffering, encoding or (None if "b" in mode else "gbk"), *rest, **more)
io.open = __builtins__.open = gbk
from kg.export.html.writer import HtmlWriter
from kg.ontology.pack import load_pack
from tests.functional.page.graphs import small_story
HtmlWriter().write(small_story().graph(), load_pack("finance"), pathlib.Path({str(tmp_path)!r}))
"""
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    written = (tmp_path / "graph.html").read_bytes()
    assert "𠮷林银行" in written.decode("utf-8")
    assert b"\r" not in written


def test_the_writer_refuses_a_folder_that_is_none(finance, tmp_path):
    with pytest.raises(ExportError, match="cannot be written"):
        HtmlWriter().write(small_story().graph(), finance, tmp_path / "none")


def test_nothing_is_left_beside_the_file(finance, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "out").mkdir()
    HtmlWriter().write(small_story().graph(), finance, tmp_path / "out")
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["graph.html"]


def test_texts_break_out_of_nothing():
    html = render_page(hostile_graph(), hostile_appearance(), ATTACKS[1])
    shell = html.replace(network_library(), "").replace(app_script(), "")
    assert shell.count("<script") == shell.count("</script>") == 4
    assert "<!--" not in html  # before a script's end it would swallow the end
    for attack in ATTACKS:
        if "<" in attack:
            assert attack not in html
    assert '<h1 id="title">&lt;/script&gt;' in html


def test_nothing_is_loaded_from_outside():
    html = render_page(small_story().graph(), appearance(), "标题")
    shell = re.sub(r"<script.*?</script>|<style>.*?</style>", "", html, flags=re.DOTALL)
    assert "http:" not in shell
    assert "https:" not in shell
    assert html.startswith("<!doctype html>")
    assert '<meta charset="utf-8">' in html


def test_parallel_and_reverse_relations_are_all_kept():
    network = PageNetwork("标题", {})
    for name in ("云杉", "红松"):
        network.add_entity(name, "Company", (0, 0))
    for ends in ((0, 1), (0, 1), (1, 0), (1, 1)):
        network.add_relation(ends[0], "serves", ends[1])
    assert [(each["from"], each["to"]) for each in network.edges] == [(0, 1), (0, 1), (1, 0), (1, 1)]
    assert network.num_nodes() == 2


def test_no_physics_is_asked_for():
    assert PageNetwork("标题", {}).options["physics"] == {"enabled": False}


def test_the_script_has_no_way_to_make_markup_or_code_of_text():
    markup = r"\binnerHTML\b|\bouterHTML\b|insertAdjacentHTML|document\.write|createContextualFragment|srcdoc"
    code = r"\beval\(|new Function|\bon[a-z]+=\\?[\"']"
    assert re.findall(f"{markup}|{code}", app_script()) == []
    assert not re.search(r"https?://(?!www\.(w3\.org/2000/svg|wikidata\.org/wiki))", app_script())


def test_every_script_file_is_loaded_once_and_short():
    folder = ROOT / "kg" / "export" / "html" / "assets" / "app"
    listed = (folder / "scripts.txt").read_text("utf-8").split()
    assert sorted(listed) == sorted(path.name for path in folder.glob("*.js"))
    assert len(set(listed)) == len(listed)
    assert {
        path.name: n for path in folder.glob("*.js") if (n := len(path.read_text("utf-8").splitlines())) > 300
    } == {}


def test_both_languages_say_everything_that_the_page_asks_for():
    said = messages()
    assert set(said["zh"]) == set(said["en"])
    template = (ROOT / "kg/export/html/assets/template.html").read_text("utf-8")
    asked = set(re.findall(r'\bsay\("([\w.]+)"', app_script())) | set(
        re.findall(r'data-say(?:-\w+)?="([\w.]+)"', template)
    )
    assert asked - set(said["zh"]) == set()
    for key in said["zh"]:
        assert re.findall(r"\{\w+\}", said["zh"][key]).sort() == re.findall(r"\{\w+\}", said["en"][key]).sort()


def test_the_library_keeps_its_licence_and_can_stand_inline():
    library = network_library()
    assert "@license" in library[:1500]
    assert "</script" not in library
    assert inline("a\r\nb</script>") == "a\nb<\\/script>"
    assert "@import" not in app_style()


def test_the_policy_names_each_script_by_its_hash():
    policy = content_policy(["alert(1)"], ["p{}"])
    assert "script-src 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='" in policy
    assert policy.startswith("default-src 'none'; ")


def test_a_large_page_is_small():
    html = render_page(synthetic(2000), appearance(), "标题")
    assert len(html.encode()) < 1_400_000
