"""The same articles give the same bytes: in any order, in many processes, twice, and as committed in output/."""

import json
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"


def contents(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture(scope="module")
def built(kg, tmp_path_factory):
    folder = tmp_path_factory.mktemp("built")
    done = kg("build", "examples/", "-o", folder, PYTHONHASHSEED="1")
    assert done.returncode == 0, done.stderr.decode()
    return contents(folder)


def test_output_is_committed_as_make_demo_builds_it(built):
    assert contents(ROOT / "output").keys() == built.keys()
    changed = [name for name, content in contents(ROOT / "output").items() if built[name] != content]
    assert changed == [], "run `make demo` and commit output/"


def test_any_order_any_number_of_processes_any_hash_seed(kg, built, tmp_path):
    files = sorted(path for path in EXAMPLES.iterdir() if path.suffix != ".rst")
    # Ids are paths below the folder that is named, so files are handed in by their own names here as there.
    done = kg("build", *reversed(files), "-o", tmp_path / "graph", "--jobs", "2", PYTHONHASHSEED="77")
    assert done.returncode == 0, done.stderr.decode()
    assert contents(tmp_path / "graph") == built


def test_records_written_before_build_the_same_graph(kg, built, tmp_path):
    (tmp_path / "records.jsonl").write_bytes(built["records.jsonl"])
    done = kg("build", tmp_path / "records.jsonl", "-o", tmp_path / "graph")
    assert done.returncode == 0, done.stderr.decode()
    assert contents(tmp_path / "graph") == built


def test_every_quote_of_every_record_is_what_its_offsets_give(built):
    quotes = 0
    for line in built["records.jsonl"].decode().splitlines():
        record = json.loads(line)
        for each in quotes_of([record["entities"], record["relations"], record["observations"]]):
            assert record["text"][each["start"] : each["end"]] == each["text"]
            quotes += 1
    assert quotes > 1000


def quotes_of(value):
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value
        for each in value.values():
            yield from quotes_of(each)
    elif isinstance(value, list):
        for each in value:
            yield from quotes_of(each)


def test_an_interrupted_build_leaves_the_old_output_whole(kg, tmp_path):
    output = tmp_path / "graph"
    shutil.copytree(ROOT / "output", output)
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02\xff" * 50)
    done = kg("build", tmp_path / "bad.txt", "-o", output, "--strict")
    assert done.returncode == 1
    assert contents(output) == contents(ROOT / "output")


def test_no_request_for_the_network_is_made(kg, tmp_path):
    """A proxy that nobody answers at would fail every download."""
    nowhere = "http://127.0.0.1:9"
    done = kg("build", EXAMPLES / "2023-08-18-fine.txt", "-o", tmp_path, http_proxy=nowhere, https_proxy=nowhere)
    assert done.returncode == 0, done.stderr.decode()
    assert list(tmp_path.iterdir())
