"""Old files stay whole until every new one is there."""

import os

import pytest

from kg.errors import ExportError
from kg.export.files import write_text
from kg.export.staging import staged


def contents(folder):
    return {path.name: path.read_text("utf-8") for path in folder.iterdir()}


def test_new_files_take_the_places_of_the_old(tmp_path):
    (tmp_path / "graph.ttl").write_text("old", "utf-8")
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    with staged(tmp_path) as folder:
        (folder / "graph.ttl").write_text("new", "utf-8")
        assert (tmp_path / "graph.ttl").read_text("utf-8") == "old"
    assert contents(tmp_path) == {"graph.ttl": "new", "mine.txt": "mine"}


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, ValueError])
def test_an_interruption_leaves_the_old_files_and_nothing_else(tmp_path, interruption):
    (tmp_path / "graph.ttl").write_text("old", "utf-8")
    with pytest.raises(interruption), staged(tmp_path) as folder:
        (folder / "graph.ttl").write_text("half", "utf-8")
        raise interruption
    assert contents(tmp_path) == {"graph.ttl": "old"}


def test_clears_what_a_killed_run_left_long_ago(tmp_path):
    (tmp_path / ".kg-writing-x").mkdir()
    os.utime(tmp_path / ".kg-writing-x", (0, 0))
    with staged(tmp_path):
        pass
    assert contents(tmp_path) == {}


def test_two_runs_may_write_into_one_folder_at_once(tmp_path):
    with staged(tmp_path) as first:
        (first / "a.jsonl").write_text("a", "utf-8")
        with staged(tmp_path) as second:
            (second / "b.jsonl").write_text("b", "utf-8")
    assert contents(tmp_path) == {"a.jsonl": "a", "b.jsonl": "b"}


def test_a_target_that_is_a_file_is_refused(tmp_path):
    path = tmp_path / "output"
    path.write_text("precious", "utf-8")
    with pytest.raises(ExportError, match="is a file"), staged(path):
        pass
    assert path.read_text("utf-8") == "precious"


def test_a_full_disk_is_told_and_the_old_files_stay(tmp_path):
    (tmp_path / "graph.ttl").write_text("old", "utf-8")
    with pytest.raises(ExportError, match="No space left"), staged(tmp_path) as folder:
        (folder / "graph.ttl").write_text("new", "utf-8")
        with open("/dev/full", "w") as full:  # noqa: PTH123
            full.write("x" * 100_000)
    assert contents(tmp_path) == {"graph.ttl": "old"}


def test_a_file_that_finds_no_room_is_told_where_it_was_to_stand(tmp_path):
    with pytest.raises(ExportError) as told, staged(tmp_path / "graph") as staging:
        write_text(staging / "missing" / "graph.nq", ["a"])
    assert str(told.value).startswith(f"{tmp_path}/graph/missing/graph.nq: cannot be written")
