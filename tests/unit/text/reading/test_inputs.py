import logging
import os
import tempfile
from pathlib import Path

import pytest

from kg.text.reading.inputs import find_inputs
from kg.text.reading.results import Failure

SUFFIXES = {".txt", ".md"}


@pytest.fixture
def folder(tmp_path):
    for name in ("b.txt", "a/z.md", "a/b.txt", "c.TXT", "skip.py", ".git/x.txt", "~$c.txt", "ü/1.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("文。", "utf-8")
    return tmp_path


@pytest.fixture
def locked():
    """A folder that nobody may look into; run by root, the test gives up root's rights meanwhile."""
    user = os.geteuid()
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        inner = Path(name) / "locked"
        inner.mkdir()
        (inner / "a.txt").write_text("文。", "utf-8")
        (Path(name) / "open.txt").write_text("文。", "utf-8")
        inner.chmod(0)
        if user == 0:
            os.seteuid(65534)
        yield Path(name)
        os.seteuid(user)
        inner.chmod(0o755)


def ids(*inputs):
    return [each.id for each in find_inputs(map(str, inputs), SUFFIXES) if not isinstance(each, Failure)]


def refusal(*inputs):
    (failure,) = (each for each in find_inputs(map(str, inputs), SUFFIXES) if isinstance(each, Failure))
    return str(failure.error)


def test_folders_are_walked_in_the_order_of_names(folder):
    assert ids(folder) == ["a/b.txt", "a/z.md", "b.txt", "c.TXT", "ü/1.txt"]


def test_ids_do_not_depend_on_where_the_folder_is(folder, monkeypatch):
    monkeypatch.chdir(folder)
    assert ids(".") == ids(folder) == ids(f"{folder}/")


def test_a_file_alone_is_known_by_its_name(folder):
    assert ids(folder / "a" / "b.txt", folder / "b.txt") == ["b.txt", "b.txt"]


def test_other_files_of_a_folder_are_passed_over_and_logged(folder, caplog):
    with caplog.at_level(logging.INFO):
        ids(folder)
    assert [message.split(": ")[1] for message in caplog.messages] == ["passed over, no format that is read"]
    assert "skip.py" in caplog.text


def test_a_file_of_an_unknown_ending_is_refused_where_it_is_named(folder):
    assert refusal(folder / "skip.py").endswith(
        "skip.py: has the unknown ending '.py'; give one of .md, .txt, or hand it in as -."
    )


def test_a_missing_path_is_refused(tmp_path):
    assert "cannot be read (No such file or directory); check that it is there" in refusal(tmp_path / "none.txt")


@pytest.mark.parametrize("name", ["x" * 300 + ".txt", "a\x00b.txt"])
def test_a_path_that_cannot_be_one_is_refused(name):
    assert "cannot be read (" in refusal(name)


def test_a_folder_without_articles_is_refused(tmp_path):
    (tmp_path / "a.py").touch()
    assert "holds no file that can be read" in refusal(tmp_path)


def test_what_is_neither_file_nor_folder_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert "is neither a file nor a folder" in refusal(tmp_path)


def test_links_that_go_in_circles_end(folder, caplog):
    (folder / "a" / "up").symlink_to(folder, target_is_directory=True)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    (folder / "linked.txt").symlink_to(folder / "b.txt")
    assert ids(folder) == ["a/b.txt", "a/z.md", "b.txt", "c.TXT", "linked.txt", "ü/1.txt"]
    assert "Too many levels of symbolic links" in refusal(folder)
    assert "up: a link to a folder is not followed" in caplog.text


def test_a_folder_that_cannot_be_looked_into_hides_no_other(locked):
    assert ids(locked) == ["open.txt"]
    assert refusal(locked).endswith(
        "locked: cannot be read (Permission denied); check that it is there and that you may read it."
    )


@pytest.fixture
def deep(tmp_path, monkeypatch):
    """Folders in folders, more than Python recurses; taken away again, for pytest's own cleaning recurses."""
    monkeypatch.chdir(tmp_path)
    for _ in range(1050):
        Path("d").mkdir()
        os.chdir("d")
    Path("a.txt").touch()
    yield tmp_path
    Path("a.txt").unlink()
    for _ in range(1050):
        os.chdir("..")
        Path("d").rmdir()


def test_folders_within_folders_have_no_limit(deep):
    assert ids(deep) == ["d/" * 1050 + "a.txt"]


def test_names_that_are_no_unicode_can_be_shown(tmp_path):
    (tmp_path / os.fsdecode(b"\xb1\xa8.txt")).touch()
    assert ids(tmp_path) == ["\\xb1\\xa8.txt"]


def test_two_spellings_of_a_name_are_one_id(tmp_path):
    (tmp_path / "u\u0308.txt").touch()
    assert ids(tmp_path) == ["ü.txt"]


def test_standard_input_has_its_own_name():
    (stdin,) = find_inputs(["-"], SUFFIXES)
    assert (stdin.path, stdin.id, stdin.suffix) == ("-", "stdin", "")
