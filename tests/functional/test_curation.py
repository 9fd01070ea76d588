"""Corrections are written by one command, survive every build, and are seen in the files."""

import json

import pytest
from click.testing import CliRunner

from kg.cli.main import main

NEWS = {
    "a.txt": "云杉消费金融推出“安家计划”，服务新市民。",
    "b.txt": "远岫小贷推出“乐居行动”。今年上半年，云杉消费金融发放贷款3亿元。",
}
WHO = ("--author", "林", "--reason", "核对过公告", "--date", "2023-09-08")


@pytest.fixture
def kg():
    """Runs `kg` with some words in this process, which is much quicker."""
    return lambda *words: CliRunner().invoke(main, [str(each) for each in words])


@pytest.fixture
def store(kg, article, tmp_path):
    folder = tmp_path / "news.kg"
    assert kg("init", folder).exit_code == 0
    done = kg("add", folder, *(article(text, name) for name, text in NEWS.items()))
    assert done.exit_code == 0, done.stderr
    return folder


@pytest.fixture
def export(kg, store, tmp_path):
    def run():
        done = kg("export", store, "-o", tmp_path / "out")
        assert done.exit_code == 0, done.stderr
        report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
        return report["curation"], (tmp_path / "out" / "graph.ttl").read_text("utf-8"), done.stderr

    return run


def test_a_correction_survives_every_export_and_is_lost_when_its_document_is(kg, store, export):
    quote = ("--quote", "a.txt", "服务新市民")
    assert kg("curate", "alias", store, "云杉消费金融", "云杉信贷", *quote, *WHO).exit_code == 0
    for _ in range(2):
        told, turtle, _ = export()
        assert told["applied"]["count"] == 1
        assert '"云杉信贷"@zh' in turtle
        assert "prov:wasGeneratedBy" in turtle
    assert kg("remove", store, "a.txt").exit_code == 0
    told, turtle, stderr = export()
    assert (told["applied"]["count"], told["lost"]["count"]) == (0, 1)
    assert "云杉信贷" not in turtle
    assert "line 1" in stderr
    assert "'a.txt' is not there" in stderr


def test_the_difference_of_two_folders_tells_what_was_curated(kg, store, tmp_path):
    assert kg("export", store, "-o", tmp_path / "before").exit_code == 0
    assert kg("curate", "reject", store, "云杉消费金融", "serves", "新市民", *WHO).exit_code == 0
    assert kg("export", store, "-o", tmp_path / "after").exit_code == 0
    removed = kg("diff", tmp_path / "before", tmp_path / "after").stdout.splitlines()
    assert [line for line in removed if line.startswith("-")] != []
    assert "新市民" in "".join(removed)


def test_a_merge_is_explained(kg, store, tmp_path):
    assert kg("curate", "merge", store, "云杉消费金融", "远岫小贷", *WHO).exit_code == 0
    assert kg("export", store, "-o", tmp_path / "out").exit_code == 0
    told = kg("explain", "远岫小贷", "--graph", tmp_path / "out").stdout
    assert "云杉消费金融" in told
    assert "林, 2023-09-08: 核对过公告: curated" in told


def test_a_build_takes_a_file_of_curation(kg, article, tmp_path):
    lines = tmp_path / "mine.yaml"
    for words in (("note", lines, "云杉消费金融", "持牌机构"), ("retype", lines, "安家计划", "Product")):
        assert kg("curate", *words, *WHO).exit_code == 0
    done = kg("build", article(NEWS["a.txt"]), "-o", tmp_path / "out", "--curation", lines, "--format", "turtle")
    assert done.exit_code == 0, done.stderr
    turtle = (tmp_path / "out" / "graph.ttl").read_text("utf-8")
    assert "持牌机构" in turtle
    assert (tmp_path / "out" / "curation.yaml").read_bytes() == lines.read_bytes()


@pytest.mark.parametrize(
    ("words", "message", "code"),
    [
        (("retype", "云杉", "Planet"), "no type 'Planet'", 1),
        (("assert", "云杉", "eats", "新市民"), "no relation 'eats'", 1),
        (("reject", "a", "b", "c", "d"), "give TARGET", 2),
        (("reject", "a", "--value", "3"), "--value goes with", 2),
        (("reject", "a", "b", "--value", "viele"), "is no number", 2),
    ],
)
def test_a_line_that_says_nothing_sensible_is_never_written(kg, tmp_path, words, message, code):
    action, *rest = words
    done = kg("curate", action, tmp_path / "lines.yaml", *rest, *WHO)
    assert done.exit_code == code
    assert message in done.stderr
    assert not (tmp_path / "lines.yaml").exists()


def test_a_place_that_is_neither_folder_nor_yaml_is_refused(kg, tmp_path):
    assert kg("curate", "note", tmp_path / "news", "a", "b", *WHO).exit_code == 2


def test_a_faulty_line_is_told_with_its_place(kg, store):
    (store / "curation.yaml").write_text("- action: note\n  entity: a\n", "utf-8")
    done = kg("export", store, "-o", store.parent / "out")
    assert done.exit_code == 1
    assert "curation.yaml:1" in done.stderr


def test_review_lists_what_deserves_a_look(kg, store, export, tmp_path):
    told = json.loads(kg("review", store, "--json").stdout)
    assert {each["concern"] for each in told} <= {"merge", "confidence", "conflict", "year", "unnamed", "sentence"}
    export()
    assert json.loads(kg("review", tmp_path / "out", "--json").stdout) == told
    only = kg("review", store, "--only", "year", "--limit", "1")
    assert (only.exit_code, [line.split()[0] for line in only.stdout.splitlines()]) == (0, ["year"])


def test_what_a_curator_settled_is_not_listed_again(kg, article, tmp_path):
    folder = tmp_path / "settled.kg"
    assert kg("init", folder).exit_code == 0
    texts = {"c.txt": "云杉消费金融推出“安家计划”。", "d.txt": "云杉消费金融推出“乐居行动”。"}
    assert kg("add", folder, *(article(text, name) for name, text in texts.items())).exit_code == 0
    assert kg("curate", "split", folder, "云杉消费金融", "云杉消费金融乙", "d.txt", *WHO).exit_code == 0
    assert kg("curate", "reject", folder, "云杉消费金融", "launches", "安家计划", *WHO).exit_code == 0
    assert "云杉" not in kg("review", folder, "--only", "merge", "--only", "sentence").stdout


def test_review_of_something_else_is_refused(kg, tmp_path):
    done = kg("review", tmp_path)
    assert done.exit_code == 1
    assert "neither a store nor an output folder" in done.stderr
