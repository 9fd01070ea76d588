"""The graph as columns: numbered the same in every order, unknown types shown plainly, nothing told twice."""

import random

import pytest

from kg.errors import ExportError
from kg.export.html.appearance import SHAPES, Appearance, TypeLook, appearance_of
from kg.export.html.columns import graph_columns
from kg.export.html.numbering import Numbering
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.model.entity import Knowledge
from tests.functional.page.graphs import appearance, small_story


def shuffled(graph, seed):
    lot = random.Random(seed)

    def mixed(things):
        things = list(things)
        lot.shuffle(things)
        return tuple(things)

    knowledge = Knowledge(*map(mixed, (graph.entities.values(), graph.relations.values(), graph.observations.values())))
    return KnowledgeGraph(knowledge, mixed(graph.documents.values()))


def test_any_order_gives_the_same_columns():
    graph = small_story().graph()
    columns = graph_columns(Numbering(graph, appearance()), "标题")
    for seed in (1, 2, 3):
        assert graph_columns(Numbering(shuffled(graph, seed), appearance()), "标题") == columns


def test_types_keep_the_packs_order_and_unknown_ones_follow_plainly():
    numbering = Numbering(small_story().graph(), Appearance({"Region": TypeLook({"zh": "地区"}, "#112233", "star")}))
    assert next(iter(numbering.types)) == "Region"
    assert list(numbering.types)[1:] == sorted(list(numbering.types)[1:])
    assert numbering.types["Company"] == TypeLook()


def test_a_colour_must_be_a_colour():
    with pytest.raises(ValueError, match="rrggbb"):
        TypeLook(colour="red; background: url(x)")


def test_the_packs_own_appearance_is_complete(finance):
    looks = appearance_of(finance)
    assert list(looks.types) == list(finance.appearance)
    assert set(looks.predicates) == set(finance.ontology.relations)
    for each in (*looks.types.values(), *looks.predicates.values()):
        assert set(each.labels) >= {"zh", "en"}
        assert each.iri.startswith("https://")
    assert {each.shape for each in looks.types.values()} <= set(SHAPES)
    pairs = [(each.colour, each.shape) for each in looks.types.values()]
    assert len(set(pairs)) == len(pairs)


def test_documents_told_by_facts_are_not_told_again():
    numbering = Numbering(small_story().graph(), appearance())
    told = graph_columns(numbering, "标题")["entities"]["documents"]
    ids = [each.id for each in numbering.entities]
    assert ids.index("org_1") not in told  # every article that names it states a fact of it
    assert told == {ids.index("org_2"): [0]} or ids.index("org_2") not in told


def test_a_fact_of_an_unknown_article_is_refused():
    graph = small_story().graph()
    knowledge = Knowledge(tuple(graph.entities.values()), tuple(graph.relations.values()), ())
    with pytest.raises(ExportError, match="does not hold"):
        graph_columns(Numbering(KnowledgeGraph(knowledge, ()), appearance()), "标题")


def test_initials_read_names_as_phrases():
    graph = small_story().graph()
    entities = graph_columns(Numbering(graph, appearance()), "标题")["entities"]
    numbers = {id_: number for number, id_ in enumerate(entities["id"])}
    letters = entities["letters"]

    def initials(id_, name):
        return entities["initials"].get(numbers[id_]) or "".join(letters.get(each, "") for each in name)

    assert initials("org_1", "云杉消费金融") == "ysxfjr"
    assert initials("org_2", "𠮷林银行") == "lyh"
