"""A store from the outside: what is extracted again and when, and what was known at a revision or on a day."""

import json
import shutil

import pytest
from click.testing import CliRunner

from kg.cli.main import main
from tests.functional.conftest import ROOT

NEWS = {
    "a.txt": "果农遭受冰雹后，云舟财险向果农赔付12万元。",
    "b.txt": "车主遭遇台风。远岫财险向车主赔付8万元。",
}
WHO = ("--author", "林", "--reason", "核对过公告")


@pytest.fixture
def pack(tmp_path):
    """A pack of its own, to be changed."""
    return shutil.copytree(ROOT / "tests/packs/claims", tmp_path / "claims")


@pytest.fixture
def kg(pack):
    """Runs `kg` on that pack, in this process, and gives stdout and stderr."""

    def run(command, *words, code=0):
        known = () if command in {"init", "remove"} else ("--pack", str(pack))
        done = CliRunner().invoke(main, [command, *map(str, words), *known])
        assert done.exit_code == code, done.stderr
        return done.stdout + done.stderr

    return run


@pytest.fixture
def store(kg, article, tmp_path):
    folder = tmp_path / "news.kg"
    kg("init", folder)
    for name, text in NEWS.items():
        assert "1 added" in kg("add", folder, article(text, name))
    return folder


def status(kg, store):
    return json.loads(kg("status", store, "--json", "--documents", "--revisions"))


def change(pack):
    (pack / "lexicon/more.yaml").write_text("type: Claimant\nnames: [茶农]\n", "utf-8")


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_changed_pack_says_what_it_would_redo_and_redoing_it_is_building_anew(kg, store, pack, article, tmp_path):
    assert status(kg, store)["stale"] == []
    change(pack)
    assert status(kg, store)["stale"] == ["a.txt", "b.txt"]
    assert "a.txt  to extract again" in kg("status", store, "--documents")
    assert "1 added, 0 changed, 0 there" in kg("add", store, article("茶农遭受暴雨。", "c.txt"))
    assert "2 documents are by another state of the pack" in kg("export", store, "-o", tmp_path / "before")
    assert "2 extracted again" in kg("redo", store)
    assert status(kg, store)["stale"] == []
    assert "0 extracted again" in kg("redo", store)
    kg("export", store, "-o", tmp_path / "redone")
    kg("build", *(tmp_path / name for name in ("a.txt", "b.txt", "c.txt")), "-o", tmp_path / "anew")
    assert files(tmp_path / "redone") == files(tmp_path / "anew")


def test_given_records_are_kept_as_they_are(kg, store, pack, article, tmp_path):
    kg("extract", article("果农遭受暴雨。", "c.txt"), "-o", tmp_path / "made.jsonl")
    assert "1 added, 0 changed" in kg("add", store, tmp_path / "made.jsonl")
    assert "0 added, 0 changed, 1 there" in kg("add", store, tmp_path / "made.jsonl")
    change(pack)
    told = status(kg, store)
    assert (told["given"], told["stale"]) == (1, ["a.txt", "b.txt"])
    assert len(told["revisions"]) == 3


def test_another_date_of_the_same_text_is_read_again(kg, store, tmp_path):
    assert "0 added, 0 changed, 1 there" in kg("add", store, tmp_path / "a.txt")
    assert "0 added, 1 changed" in kg("add", store, tmp_path / "a.txt", "--date", "2023-05-01")


def test_a_correction_belongs_to_the_revisions_after_it(kg, store, tmp_path):
    kg("curate", "alias", store, "云舟财险", "云舟", *WHO, "--date", "2023-06-01")
    assert [each["curation"] for each in status(kg, store)["revisions"]] == [False, False, True]
    told = kg("diff", store, 2, 3)
    assert "+ curation alias 云舟财险 云舟" in told
    assert "aliases" in told
    assert kg("diff", store, 3, 3) == ""
    assert kg("diff", store, 2, 3, "--json") == kg("diff", store, 2, 3, "--format", "json")
    kg("export", store, "-o", tmp_path / "then", "--revision", 2)
    kg("export", store, "-o", tmp_path / "now")
    assert "curation.yaml" not in files(tmp_path / "then")
    assert "curation.yaml" in files(tmp_path / "now")


def test_what_was_edited_by_hand_is_a_revision_once_it_is_seen(kg, store):
    kg("curate", "note", store, "云舟财险", "查过", *WHO)
    path = store / "curation.yaml"
    path.write_text(path.read_text("utf-8").replace("查过", "再查"), "utf-8")
    assert len(status(kg, store)["revisions"]) == 4
    path.unlink()
    assert len(status(kg, store)["revisions"]) == 5
    assert "- curation note 云舟财险 再查" in kg("diff", store, 4, 5)


def test_as_of_a_day_later_articles_and_corrections_are_not_known(kg, store, tmp_path):
    kg("add", store, tmp_path / "a.txt", "--date", "2023-05-01")
    kg("curate", "alias", store, "云舟财险", "云舟", *WHO, "--date", "2023-06-01")
    kg("curate", "alias", store, "云舟财险", "云舟保", *WHO, "--date", "2023-07-01")
    kg("export", store, "-o", tmp_path / "then", "--as-of", "2023-06-15")
    kept = files(tmp_path / "then")
    assert kept["records.jsonl"].count(b"\n") == 1
    assert kept["curation.yaml"].decode().count("action: alias") == 1


def test_a_revision_that_is_not_there_is_told(kg, store):
    assert "no revision 9" in kg("diff", store, 1, 9, code=1)


def test_no_graph_is_written_of_nothing(kg, article, tmp_path):
    kg("build", article(NEWS["a.txt"]), "-o", tmp_path / "graph")
    before = files(tmp_path / "graph")
    told = kg("build", article(b"\x00\x01\xff\xfe" * 99, "b.txt"), "-o", tmp_path / "graph", code=1)
    assert "none of the inputs could be read" in told
    assert files(tmp_path / "graph") == before
