"""The report of a build: counts, contradictions, and what gave no fact."""

import json

import pytest

from kg.export.report import render_report, write_report
from kg.graph.missing import Candidate, CandidateKind, find_missing
from kg.graph.report import Failure, build_report
from kg.model.document import Document
from kg.model.entity import Occurrence, Source
from kg.model.fact import Evidence, Modality, Part
from kg.model.quantity import Bound
from kg.model.span import Span
from tests.builders import span
from tests.unit.graph.graphs import TEXT, awkward_graph, entity, figure, graph, relation, source


def number(words, document="a1"):
    return Candidate(document, span(TEXT, words), CandidateKind.NUMBER)


def name(words, document="a1"):
    return Candidate(document, span(TEXT, words), CandidateKind.NAME)


def test_things_and_facts_are_counted_by_type():
    report = build_report(awkward_graph())
    assert report.documents == 1
    assert report.entities == {"Company": 2, "CustomerGroup": 1, "Product": 1}
    assert report.unnamed == 1
    assert report.relations == {"offers": 2, "serves": 3}
    assert report.modalities == {"asserted": 4, "planned": 1}
    assert report.observations == 2


def test_a_number_that_gave_a_figure_is_not_missing():
    whole = graph([entity("org_1")], (), [figure("obs_1", "org_1")])
    assert find_missing(whole, [number("3.5万人"), number("6月末")]) == (number("6月末"),)


def test_a_figure_that_does_not_say_where_its_number_is_covers_its_evidence():
    whole = graph([entity("org_1")], (), [figure("obs_1", "org_1", sources=(source("服务\t货车司机超3.5万人"),))])
    assert find_missing(whole, [number("3.5万人"), number("6月末")]) == (number("6月末"),)


def test_a_number_of_another_document_is_missing():
    whole = graph([entity("org_1")], (), [figure("obs_1", "org_1")])
    assert find_missing(whole, [number("3.5万人", "b2")]) == (number("3.5万人", "b2"),)


def named(facts):
    product = entity("prd_1", "Product", occurrences=(Occurrence("a1", span(TEXT, "云杉𠮷贷")),))
    return graph([product, entity("org_1")], facts)


def test_a_name_that_takes_part_in_a_fact_is_not_missing():
    assert find_missing(named([relation("rel_1", "org_1", "offers", "prd_1")]), [name("“云杉𠮷贷”")]) == ()


def test_a_name_without_a_fact_is_missing():
    assert find_missing(named([]), [name("“云杉𠮷贷”"), name("A&B")]) == (name("“云杉𠮷贷”"), name("A&B"))


def test_a_fact_of_another_document_does_not_count():
    elsewhere = relation("rel_1", "org_1", "offers", "prd_1", sources=(source(document="b2"),))
    assert find_missing(named([elsewhere]), [name("“云杉𠮷贷”")]) == (name("“云杉𠮷贷”"),)


@pytest.mark.parametrize(("place", "covered"), [((0, 5), True), ((9, 12), True), ((12, 20), False), ((15, 16), False)])
def test_a_place_inside_a_longer_one_covers_no_more(place, covered):
    figures = [
        figure(
            "obs_1", "org_1", sources=(source(TEXT, parts=((Part.NUMBER, Span(0, 12)), (Part.NUMBER, Span(2, 4)))),)
        ),
    ]
    candidate = Candidate("a1", Span(*place), CandidateKind.NUMBER)
    assert (find_missing(graph([entity("org_1")], (), figures), [candidate]) == ()) is covered


def report_of(whole, **more):
    return json.loads(render_report(build_report(whole, **more), whole))


def test_contradictions_are_told_with_their_documents():
    whole = graph(
        [entity("org_1", name="云杉银行")],
        (),
        [
            figure("obs_1", "org_1", "35000", bound=Bound.EXACT),
            figure("obs_2", "org_1", "41000", bound=Bound.EXACT, sources=(source(document="b2"),)),
        ],
    )
    (conflict,) = report_of(whole)["conflicts"]
    assert (conflict["name"], conflict["metric"], conflict["unit"], conflict["end"]) == (
        "云杉银行",
        "服务客户",
        "人",
        "2022-06-30",
    )
    assert [(each["id"], each["value"], each["documents"]) for each in conflict["figures"]] == [
        ("obs_1", 35000, ["a1"]),
        ("obs_2", 41000, ["b2"]),
    ]


def test_failures_are_told_with_their_reason():
    told = report_of(graph([]), failures=[Failure("b.pdf", "is encrypted"), Failure("a.txt", "is empty")])
    assert told["documents"] == {
        "read": 1,
        "failed": [{"place": "a.txt", "reason": "is empty"}, {"place": "b.pdf", "reason": "is encrypted"}],
    }


def test_reprinted_articles_are_told():
    text = "记者从云杉银行获悉，上半年该行服务的货车司机比去年多了许多，平均每笔借款不到五千元，大多在一年以内还清。"
    told = report_of(graph([], documents=[Document("b", text), Document("a", text)]))
    assert told["reprints"] == [{"document": "b", "origin": "a", "facts": 0, "whole": True}]


def test_a_reprinted_passage_is_told_with_the_number_of_its_facts():
    passage = "记者从云杉银行获悉，上半年该行服务的货车司机比去年多了许多，平均每笔借款不到五千元，大多在一年以内还清。"
    other = "各地的做法也在变化。" * 9
    papers = [Document("b", f"{passage}\n{other}"), Document("a", f"{passage}\n{other[::-1]}")]
    said = tuple(Source(each.id, Evidence(span(each.text, "服务的货车司机"), "test", "rule")) for each in papers)
    facts = [relation(f"rel_{n}", "org_1", "serves", "org_1", sources=said) for n in (1, 2)]
    told = report_of(graph([entity("org_1")], facts, documents=papers))
    assert told["reprints"] == [{"document": "b", "origin": "a", "facts": 2, "whole": False}]


def test_what_is_missing_is_told_with_document_offsets_and_words():
    told = report_of(named([]), candidates=[name("A&B")])
    start = TEXT.index("A&B")
    assert told["missing"] == {
        "count": 1,
        "list": [{"document": "a1", "start": start, "end": start + 3, "kind": "name", "text": "A&B"}],
    }


def test_the_report_is_written_as_it_is_rendered(tmp_path):
    whole = graph([entity("org_1")], [relation("rel_1", "org_1", "serves", "org_1", modality=Modality.POSSIBLE)])
    write_report(build_report(whole), whole, tmp_path / "report.json")
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["relations"] == {
        "count": 1,
        "by_type": {"serves": 1},
        "by_modality": {"possible": 1},
    }
