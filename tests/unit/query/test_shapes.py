"""Graphs are held against shapes; every shape and query has a file that it catches, and no other does."""

import re

import pytest

from kg.errors import QueryError
from kg.export.turtle import TurtleWriter
from kg.ontology.pack import find_pack, packs_folder
from kg.ontology.turtle import load_turtle
from kg.query.shapes import validate
from tests.knowledge import NEWS, REPRINT, sample_graph

FINANCE = find_pack("finance")
INVALID = {path.stem: path for path in sorted((FINANCE / "invalid").glob("*.ttl"))}


@pytest.fixture(scope="module")
def valid():
    return (FINANCE / "valid.ttl").read_text("utf-8")


def shapes():
    """The names of all property shapes, of node shapes with a check of their own, and of queries."""
    names = {path.stem for path in (packs_folder() / "hygiene").glob("*.rq")}
    for path in (packs_folder() / "core.shacl.ttl", FINANCE / "shapes.ttl"):
        text = path.read_text("utf-8")
        names |= set(re.findall(r"^[cf]sh:(\w+) a sh:PropertyShape", text, re.MULTILINE))
        names |= set(re.findall(r"^[cf]sh:(\w+) a sh:NodeShape [^.]*?sh:(?:pattern|in) ", text, re.MULTILINE))
    return names


def test_what_we_write_is_valid(finance, tmp_path):
    TurtleWriter().write(sample_graph(), finance, tmp_path)
    documents = {each.id: each for each in (NEWS, REPRINT)}
    assert validate(tmp_path / "graph.ttl", finance, documents) == ()


def test_the_valid_example_is_valid(finance):
    assert validate(FINANCE / "valid.ttl", finance) == ()


def test_every_shape_has_its_file():
    assert shapes() == INVALID.keys()


@pytest.fixture(scope="module")
def found_in_all(finance, valid, tmp_path_factory):
    """What is found in the valid graph with the faults of all files at once; the nodes of a file end with its name."""
    path = tmp_path_factory.mktemp("invalid") / "graph.ttl"
    path.write_text(valid + "".join(each.read_text("utf-8") for each in INVALID.values()), "utf-8")
    return validate(path, finance)


@pytest.mark.parametrize("name", INVALID)
def test_an_invalid_file_is_caught_by_its_shape_and_no_other(found_in_all, name):
    own = [each for each in found_in_all if each.node.endswith(f"_{name.replace('-', '')}")]
    assert {each.shape for each in own} == {name}
    assert all(dict(each.messages).keys() == {"zh", "en"} for each in own)


def test_nothing_else_is_found(found_in_all):
    assert {each.shape for each in found_in_all} == INVALID.keys()


def test_a_violation_names_node_message_and_sentence(finance, valid, tmp_path):
    path = tmp_path / "graph.ttl"
    path.write_text(
        valid.replace(
            "core:confidence 0.9 ; oa:hasSource id:art_1 ; oa:hasSelector id:sel_1",
            "oa:hasSource id:art_1 ; oa:hasSelector id:sel_1",
        ),
        "utf-8",
    )
    (found,) = validate(path, finance)
    assert found.node == "https://w3id.org/cnfinkg/id/stm_1"
    assert found.shape == "StatementConfidence"
    assert found.sentence == "远山消费金融服务新市民"
    assert found.message("zh") == "陈述须有一个0到1之间的置信度。"
    assert found.message("fr") == found.message("en")


def test_a_quote_is_held_against_its_article(finance, tmp_path):
    TurtleWriter().write(sample_graph(), finance, tmp_path)
    moved = type(NEWS)(NEWS.id, "又" + NEWS.text)
    found = validate(tmp_path / "graph.ttl", finance, {NEWS.id: moved})
    assert {each.shape for each in found} == {"QuoteInText"}
    assert len(found) == 5
    assert all(each.value == each.sentence for each in found)


@pytest.mark.parametrize(
    ("triple", "shapes_"),
    [("id:grp_1 fin:servedBy id:org_1 .", set()), ("id:tec_1 fin:usedBy id:org_1 .", {"direct-is-asserted"})],
    ids=["an asserted relation", "one that nobody asserts"],
)
def test_a_relation_may_be_read_from_its_object(finance, valid, tmp_path, triple, shapes_):
    (tmp_path / "graph.ttl").write_text(valid + triple, "utf-8")
    assert {each.shape for each in validate(tmp_path / "graph.ttl", finance)} == shapes_


CREDIT_CODE, LEI = "91350000158142711F", "529900T8BM49AURSDO55"


@pytest.mark.parametrize(
    ("codes", "shapes_"),
    [
        ((CREDIT_CODE, "N2110101MA00000XXC"), set()),
        ((CREDIT_CODE, "N2110101MA00000XXA"), {"credit-code-digit"}),
        ((CREDIT_CODE, "9135000O158142711F"), {"CreditCodeForm"}),
        ((CREDIT_CODE, "91530000158142711F"), {"credit-code-digit"}),
        ((LEI, "5299O0T8BM49AURSDO55"), {"lei-digits"}),
        ((LEI, "529900T8BM49AURSDO5"), {"LeiForm"}),
    ],
    ids=["a village's", "wrong check character", "O for 0", "digits exchanged", "O for 0 in an LEI", "LEI cut short"],
)
def test_identifiers_are_held_against_their_check_digits(finance, valid, tmp_path, codes, shapes_):
    assert codes[0] in valid
    (tmp_path / "graph.ttl").write_text(valid.replace(*codes), "utf-8")
    assert {each.shape for each in validate(tmp_path / "graph.ttl", finance)} == shapes_


@pytest.mark.parametrize(
    ("end", "shapes_"),
    [
        ('"2022-02-30"^^xsd:date', {"FigureEnd", "FigureStart"}),
        ('"x"^^xsd:date', {"FigureEnd", "FigureStart"}),
        ("_:end", {"FigureEnd", "FigureStart", "no-blank-node"}),
        ("id:org_1", {"FigureEnd", "FigureStart"}),
        ('"2022-12-31T00:00:00"^^xsd:dateTime', {"FigureEnd"}),
    ],
)
def test_what_cannot_be_compared_is_a_violation_and_no_end(finance, valid, tmp_path, end, shapes_):
    (tmp_path / "graph.ttl").write_text(valid.replace('"2023-12-31"^^xsd:date', end), "utf-8")
    found = validate(tmp_path / "graph.ttl", finance)
    assert {each.shape for each in found} - shapes_ == set()
    assert "FigureEnd" in {each.shape for each in found}
    assert {each.node for each in found} == {"https://w3id.org/cnfinkg/id/obs_2"}


def test_a_number_that_is_none_is_a_violation_and_not_logged(finance, valid, tmp_path, caplog):
    text = valid.replace("core:confidence 0.6", 'core:confidence "much"^^xsd:decimal')
    (tmp_path / "graph.ttl").write_text(text, "utf-8")
    assert {each.shape for each in validate(tmp_path / "graph.ttl", finance)} == {"ReportConfidence"}
    assert caplog.records == []


def test_every_shape_speaks_both_languages():
    for path in (packs_folder() / "core.shacl.ttl", FINANCE / "shapes.ttl"):
        query = """PREFIX sh: <http://www.w3.org/ns/shacl#>
            SELECT ?shape (COUNT(DISTINCT ?language) AS ?languages) WHERE {
              ?shape sh:message ?message . BIND(LANG(?message) AS ?language) } GROUP BY ?shape"""
        counts = [int(row.languages) for row in load_turtle(path).query(query)]
        assert counts
        assert set(counts) == {2}


def test_a_file_that_is_no_turtle_is_refused(finance, tmp_path):
    (tmp_path / "graph.ttl").write_text("nonsense", "utf-8")
    with pytest.raises(QueryError):
        validate(tmp_path / "graph.ttl", finance)
