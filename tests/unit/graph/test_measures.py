"""Degrees, connected parts, shortest ways."""

import pytest

from kg.graph.measures import connected_parts, degrees, shortest_way
from tests.unit.graph.graphs import awkward_graph, chain, entity, graph


def test_degrees_count_relations_either_way_and_loops_twice():
    assert degrees(awkward_graph()) == {"grp_3": 3, "org_1": 3, "org_4": 1, "prd_2": 3}


def test_parts_are_what_relations_join_the_largest_first():
    assert connected_parts(chain(("f", "e"), ("b", "a"), ("b", "c"))) == (("a", "b", "c"), ("e", "f"))


def test_an_entity_without_relations_is_a_part_of_its_own():
    assert connected_parts(graph([entity("b"), entity("a")])) == (("a",), ("b",))


def test_a_way_leaves_directions_aside():
    way = shortest_way(chain(("a", "b"), ("c", "b"), ("c", "d")), "a", "d")
    assert [(each.subject, each.object) for each in way] == [("a", "b"), ("c", "b"), ("c", "d")]


def test_the_shortest_way_is_taken_and_of_equals_the_first():
    way = shortest_way(
        chain(("a", "x"), ("x", "z"), ("a", "b"), ("b", "z"), ("a", "m"), ("m", "n"), ("n", "z")), "a", "z"
    )
    assert [(each.subject, each.object) for each in way] == [("a", "b"), ("b", "z")]


def test_of_parallel_relations_the_first_is_taken():
    (relation,) = shortest_way(chain(("b", "a"), ("a", "b")), "a", "b")
    assert relation.id == "rel_0"


@pytest.mark.parametrize(("start", "end"), [("a", "c"), ("a", "nobody"), ("nobody", "a")])
def test_there_may_be_no_way(start, end):
    assert shortest_way(chain(("a", "b"), ("c", "d")), start, end) is None


def test_a_thing_is_no_way_from_itself():
    assert shortest_way(chain(("a", "b")), "a", "a") == ()
