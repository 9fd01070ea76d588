"""What changed from one graph to another."""

from kg.graph.diff import compare_graphs
from kg.model.document import Document
from tests.unit.graph.graphs import awkward_graph, entity, figure, graph, relation, source

FIRM, BANK = entity("org_1", name="云杉银行"), entity("org_2", name="青禾银行")


def test_a_graph_does_not_differ_from_itself():
    assert not compare_graphs(awkward_graph(), awkward_graph())


def test_what_came_and_what_went():
    before = graph([FIRM, BANK], [relation("rel_1", "org_1", "serves", "org_2")])
    after = graph([FIRM], (), [figure("obs_1", "org_1")])
    difference = compare_graphs(before, after)
    assert [each.id for each in difference.entities.removed] == ["org_2"]
    assert [each.id for each in difference.relations.removed] == ["rel_1"]
    assert [each.id for each in difference.observations.added] == ["obs_1"]
    assert difference.entities.added == ()


def test_turned_round_what_came_is_what_went():
    one, other = graph([FIRM]), graph([FIRM, BANK])
    assert compare_graphs(one, other).entities.added == compare_graphs(other, one).entities.removed


def test_a_change_names_the_fields():
    before = graph([FIRM], [relation("rel_1", "org_1", "serves", "org_1")])
    renamed = entity("org_1", name="云杉商业银行", aliases=("云杉银行",))
    twice = relation("rel_1", "org_1", "serves", "org_1", sources=(source(), source(document="b")))
    difference = compare_graphs(before, graph([renamed], [twice]))
    assert [each.fields for each in difference.entities.changed] == [("name", "aliases")]
    assert [each.fields for each in difference.relations.changed] == [("sources",)]
    assert difference.entities.changed[0].before == FIRM


def test_documents_come_go_and_change():
    before = graph([], documents=[Document("a", "一"), Document("b", "二")])
    after = graph([], documents=[Document("b", "三"), Document("c", "四")])
    difference = compare_graphs(before, after)
    assert difference
    assert (difference.documents_added, difference.documents_removed, difference.documents_changed) == (
        ("c",),
        ("a",),
        ("b",),
    )
