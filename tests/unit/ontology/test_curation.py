"""A file of curation is read with the line of every fault, and a line written is the line read."""

import datetime
from decimal import Decimal

import pytest

from kg.errors import CurationError
from kg.model.curation import (
    Alias,
    Assert,
    CurationLine,
    FigureWords,
    Merge,
    Note,
    Quote,
    Reject,
    RelationWords,
    Retype,
    Split,
)
from kg.model.fact import Modality
from kg.ontology.curation import append_line, load_curation

WHO = "author: 林\n  date: 2023-09-08\n  reason: 核对过\n"
DAY = datetime.date(2023, 9, 8)

CHANGES = [
    Merge("org_1", "云杉: “消金”"),
    Split("云杉", ("a.txt", "b.txt"), "云杉银行"),
    Alias("云杉", "yes"),
    Reject("obs_1"),
    Reject(RelationWords("云杉", "serves", "新市民")),
    Reject(FigureWords("云杉", "贷款余额", Decimal("12.50"))),
    Retype("云杉", "Product"),
    Assert("云杉", "serves", "新市民", Modality.PLANNED, "董事长"),
    Note("云杉", "一行\n又一行"),
]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "curation.yaml"


@pytest.mark.parametrize("change", CHANGES, ids=lambda each: type(each).__name__)
def test_a_line_that_was_written_is_read_back(change, path, finance):
    written = CurationLine(change, "林 远山", DAY, "理由：见#3", Quote("a.txt", "'引文'\n"))
    append_line(path, written, finance.ontology)
    assert load_curation(path, finance.ontology) == (written,)


def test_lines_are_added_at_the_end_whatever_the_file_ends_with(path, finance):
    path.write_text(f"# ours\n- action: note\n  entity: 云杉\n  text: x\n  {WHO.strip()}", "utf-8")
    append_line(path, CurationLine(CHANGES[0], "林", DAY, "…"), finance.ontology)
    assert [each.action.value for each in load_curation(path, finance.ontology)] == ["note", "merge"]
    assert path.read_text("utf-8").startswith("# ours\n")


def test_every_line_knows_where_it_stands(path, finance):
    path.write_text(
        f"# two\n- action: note\n  entity: a\n  text: x\n  {WHO}- action: alias\n  entity: a\n  name: b\n  {WHO}"
    )
    assert [each.line for each in load_curation(path, finance.ontology)] == [2, 8]


@pytest.mark.parametrize("text", [None, "", "# nothing yet\n"])
def test_a_file_without_lines_has_none(text, path, finance):
    if text is not None:
        path.write_text(text)
    assert load_curation(path, finance.ontology) == ()


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        (f"- action: merge\n  keep: a\n  {WHO}", ":1", "other"),
        (f"\n\n- action: melt\n  keep: a\n  {WHO}", ":3", "melt"),
        ("- action: note\n  entity: a\n  text: b\n", ":1", "author"),
        (f"- action: reject\n  subject: a\n  {WHO}", ":1", "give target, or subject, predicate and object"),
        (f"- action: reject\n  target: a\n  value: 3\n  {WHO}", ":1", "a value goes with a metric"),
        (f"- action: retype\n  entity: a\n  type: Planet\n  {WHO}", ":1", "there is no type 'Planet'"),
        (f"- action: assert\n  subject: a\n  predicate: eats\n  object: b\n  {WHO}", ":1", "no relation 'eats'"),
        (f"- action: note\n  entity: a\n  text: b\n  colour: red\n  {WHO}", ":1", "colour"),
        ("action: note\n", ":1", "must be a list"),
        ("- action: [\n", ":2", "while parsing|expected"),
    ],
)
def test_a_fault_is_told_with_file_and_line(text, place, reason, path, finance):
    path.write_text(text, "utf-8")
    with pytest.raises(CurationError, match=reason) as caught:
        load_curation(path, finance.ontology)
    assert caught.value.place == f"{path}{place}"


@pytest.mark.parametrize(
    ("change", "author"), [(Note("云杉", ""), "林"), (Note("云杉", "好"), ""), (Merge("", "云杉"), "林")]
)
def test_a_line_that_could_not_be_read_again_is_not_written(change, author, tmp_path, finance):
    path = tmp_path / "curation.yaml"
    append_line(path, CurationLine(CHANGES[0], "林", DAY, "…"), finance.ontology)
    before = path.read_text("utf-8")
    with pytest.raises(CurationError, match="is empty; nothing was written"):
        append_line(path, CurationLine(change, author, DAY, "…"), finance.ontology)
    assert path.read_text("utf-8") == before


def test_a_term_that_the_ontology_lacks_is_never_written(path, finance):
    with pytest.raises(CurationError, match="no type 'Planet'"):
        append_line(path, CurationLine(Retype("a", "Planet"), "林", DAY, "…"), finance.ontology)
    assert not path.exists()


def test_a_folder_that_is_not_there_is_told(tmp_path, finance):
    with pytest.raises(CurationError, match="cannot be written"):
        append_line(tmp_path / "no" / "curation.yaml", CurationLine(CHANGES[0], "林", DAY, "…"), finance.ontology)
