"""Whatever a command is given wrongly, it tells in one sentence with place and remedy, and ends with 1."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import kg as kg_library
from kg import pipeline
from kg.cli.main import main
from tests.functional.conftest import ROOT

NEWS = "果农遭受冰雹后，云舟财险向果农赔付12万元。"
WHO = ("--author", "林", "--reason", "核对过公告")
UNKNOWN = NEWS.join(
    ('{"id": "u", "text": "', '", "entities": [{"id": "e", "type": "Planet", "name": "云舟", "mentions": []}]')
)


def kg(*words):
    return CliRunner().invoke(main, [str(each) for each in words])


@pytest.fixture(scope="module")
def here(tmp_path_factory):
    """A folder with an article, a store, an output folder, an empty folder and records of an unknown type."""
    folder = tmp_path_factory.mktemp("here")
    shutil.copytree(ROOT / "tests/packs/claims", folder / "claims")
    (folder / "empty").mkdir()
    (folder / "a.txt").write_text(NEWS, "utf-8")
    (folder / "u.jsonl").write_text(UNKNOWN + ', "relations": [], "observations": []}\n', "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for words in (
            ("build", "a.txt", "-o", "out", "--pack", "claims"),
            ("init", "s"),
            ("add", "s", "a.txt", "--pack", "claims"),
        ):
            assert kg(*words).exit_code == 0
        yield folder


REFUSED = [
    ("explain 云舟财险 --graph nowhere", "nowhere: is neither a store nor an output folder"),
    ("explain 云舟财险 --graph empty", "empty: is neither a store nor an output folder"),
    ("explain 云舟 --graph out", "out: holds nothing named '云舟'; names like it are 云舟财险."),
    ("validate nowhere", "nowhere/graph.ttl: cannot be read (No such file or directory); name"),
    ("validate a.txt", "a.txt/graph.ttl: cannot be read (Not a directory); name"),
    ("review empty", "empty: is neither a store nor an output folder"),
    ("diff out empty", "empty: is no output folder"),
    ("export s -o out2 --revision 9", "s: has no revision 9 yet; the latest is 1"),
    ("evaluate out/report.json out", "out/report.json: is no record"),
    ("extract a.txt -o empty", "empty: is a folder; name a file for the records."),
    ("extract a.txt -o a.txt", "a.txt: is one of the inputs; name another file for the records."),
    ("init a.txt", "a.txt: cannot be written (File exists); name a folder that can be."),
]


@pytest.mark.parametrize(("words", "message"), REFUSED)
def test_it_is_told_in_one_sentence(here, words, message):
    pack = () if words.startswith("init") else ("--pack", "claims")
    done = kg(*words.split(" "), *pack)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith(f"kg: {message}")
    assert done.stderr.count("\n") == 1
    assert (here / "a.txt").read_text("utf-8") == NEWS
    assert not (here / "out2").exists()


def test_a_folder_that_nothing_reads_takes_no_curation(here):
    done = kg("curate", "note", "empty", "云舟财险", "更名", *WHO, "--pack", "claims")
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    assert list((here / "empty").iterdir()) == []


@pytest.mark.parametrize("command", ["build", "add"])
def test_a_record_of_another_pack_does_not_keep_the_others_out(here, command):
    where = ("s",) if command == "add" else ()
    done = kg(command, *where, "u.jsonl", "a.txt", *(() if where else ("-o", "both")), "--pack", "claims")
    assert done.exit_code == 1
    assert "kg: u: the record holds the type 'Planet', which the pack does not define; name the pack" in done.stderr
    assert "1 failed" in done.stdout + done.stderr
    kept = (
        kg("status", "s", "--documents", "--pack", "claims").stdout
        if where
        else (here / "both/nodes.csv").read_text("utf-8")
    )
    assert ("a.txt" if where else "云舟财险") in kept


@pytest.mark.usefixtures("here")
def test_a_folder_stands_for_its_graph_and_a_store_can_be_explained():
    asked = ("ASK { ?x skos:prefLabel '云舟财险'@zh }", "--graph")
    assert kg("query", *asked, "out").stdout == kg("query", *asked, "out/graph.ttl").stdout == "yes\n"
    told = [kg("explain", "Insurer:云舟财险", "--graph", each, "--pack", "claims").stdout for each in ("out", "s")]
    assert told[0] == told[1]
    assert "冰雹" in told[0]


@pytest.mark.usefixtures("here")
def test_an_answer_that_finds_no_room_is_told():
    command = [sys.executable, "-m", "kg", "query", "ASK {}", "--graph", "out"]
    with Path("/dev/full").open("wb") as full:
        known = os.environ | {"PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False, env=known)
    assert done.returncode == 1
    assert (
        done.stderr == "kg: the answer cannot be written (No space left on device); free space or send it elsewhere.\n"
    )


def test_the_library_is_the_pipeline():
    assert sorted(kg_library.__all__) == sorted(pipeline.__all__)
    assert all(getattr(kg_library, name) is getattr(pipeline, name) for name in kg_library.__all__)
