"""The same fact said twice is one fact with two sources; what is not the same stays apart."""

import dataclasses
import datetime

import pytest

from kg.errors import RecordError
from kg.model.fact import Modality, Part
from kg.model.quantity import Bound, DateBasis, Period
from kg.ontology.equivalences import Equivalences
from kg.ontology.resolution import MetricOptions
from kg.resolve.resolver import resolve
from tests.builders import span
from tests.unit.resolve.records import OPTIONS, figure, record, related, rules, thing

FIRM, GROUP, BANK = (
    thing("e1", "Company", "云杉银行"),
    thing("e2", "CustomerGroup", "货车司机"),
    thing("e3", "Company", "青禾银行"),
)
TEXT = "云杉银行与青禾银行服务货车司机"
JUNE = Period(None, datetime.date(2022, 6, 30), DateBasis.STATED)


def knowledge(*records, same=None):
    return resolve(records, rules(same=same)).knowledge


def stating(*relations, id_="a"):
    return record(TEXT, FIRM, GROUP, BANK, relations=relations, id_=id_)


def reporting(*figures, id_="a"):
    return record(TEXT, FIRM, GROUP, BANK, observations=figures, id_=id_)


def serves(**more):
    return related(TEXT, "e1", "serves", "e2", **more)


def test_a_fact_said_twice_is_one_with_both_sources():
    (relation,) = knowledge(stating(serves(), id_="b"), stating(serves(), id_="a")).relations
    assert [source.document for source in relation.sources] == ["a", "b"]


def test_a_fact_said_twice_in_one_document_keeps_both_places():
    (relation,) = knowledge(stating(serves(), serves(words="服务货车司机"), serves())).relations
    assert len(relation.sources) == 2


@pytest.mark.parametrize("change", [{"modality": Modality.PLANNED}, {"role": "行长"}])
def test_facts_that_differ_in_modality_or_role_are_two(change):
    assert len(knowledge(stating(serves(), serves(**change))).relations) == 2


def test_a_symmetric_fact_said_from_either_end_is_one():
    same = Equivalences(frozenset({"meets"}))
    there, back = related(TEXT, "e1", "meets", "e3"), related(TEXT, "e3", "meets", "e1")
    assert len(knowledge(stating(there), stating(back, id_="b"), same=same).relations) == 1
    assert len(knowledge(stating(there), stating(back, id_="b")).relations) == 2


def test_a_fact_said_by_its_inverse_is_one():
    same = Equivalences(turned={("Company", "belongs"): "has"})
    has, belongs = related(TEXT, "e1", "has", "e3"), related(TEXT, "e3", "belongs", "e1")
    (relation,) = knowledge(stating(has), stating(belongs, id_="b"), same=same).relations
    assert relation.predicate == "has"
    assert len(relation.sources) == 2


def test_a_fact_turned_round_has_its_parts_turned_too():
    same = Equivalences(turned={("Company", "belongs"): "has"})
    belongs = related(TEXT, "e3", "belongs", "e1")
    parts = ((Part.SUBJECT, span(TEXT, "青禾银行")), (Part.OBJECT, span(TEXT, "云杉银行")))
    stated = dataclasses.replace(belongs, evidence=dataclasses.replace(belongs.evidence, parts=parts))
    (relation,) = knowledge(stating(stated), same=same).relations
    assert dict(relation.sources[0].evidence.parts)[Part.SUBJECT] == span(TEXT, "云杉银行")


def test_a_relation_between_two_names_of_one_thing_is_set_apart():
    text = "云杉银行，云杉商业银行"
    things = thing("e1", "Company", "云杉银行"), thing("e2", "Company", "云杉商业银行")
    resolution = resolve([record(text, *things, relations=[related(text, "e1", "meets", "e2")])], rules())
    assert resolution.knowledge.relations == ()
    assert [loop.predicate for loop in resolution.loops] == ["meets"]


def test_a_figure_said_twice_is_one_whatever_its_zeros():
    one, other = figure(TEXT, "e1", "服务客户", "26.67", unit="%"), figure(TEXT, "e1", "服务客户", "26.670", unit="%")
    (observation,) = knowledge(reporting(one), reporting(other, id_="b")).observations
    assert len(observation.sources) == 2


@pytest.mark.parametrize(
    "change",
    [
        {"value": "4"},
        {"unit": "家"},
        {"bound": Bound.OVER},
        {"period": JUNE},
        {"metric": "服务企业"},
        {"dimensions": ("e2",)},
        {"subject": "e3"},
    ],
)
def test_figures_that_differ_are_two(change):
    said = {"subject": "e1", "metric": "服务客户", "value": "3", "unit": "人"}
    assert len(knowledge(reporting(figure(TEXT, **said), figure(TEXT, **(said | change)))).observations) == 2


def test_a_figure_keeps_the_firmest_ground_of_its_date():
    inferred = Period(JUNE.start, JUNE.end, DateBasis.INFERRED)
    figures = [figure(TEXT, "e1", "服务客户", "3", period=period) for period in (inferred, JUNE)]
    (observation,) = knowledge(reporting(figures[0]), reporting(figures[1], id_="b")).observations
    assert observation.period == JUNE


def test_words_for_one_metric_are_one_where_the_pack_says_so():
    same = (
        reporting(figure(TEXT, "e1", metric, "5"), id_=metric) for metric in ("服务用户", "累计服务用户", "注册用户")
    )
    options = OPTIONS.model_copy(update={"metrics": (MetricOptions(same=("累计服务用户", "服务用户")),)})
    found = resolve(same, dataclasses.replace(rules(), options=options)).knowledge.observations
    assert {each.metric: len(each.sources) for each in found} == {"累计服务用户": 2, "注册用户": 1}


def test_dimensions_are_the_resolved_entities():
    known = knowledge(reporting(figure(TEXT, "e1", "服务客户", "3", dimensions=("e2", "e2"))))
    group = next(each for each in known.entities if each.name == "货车司机")
    assert known.observations[0].dimensions == (group.id,)


UNNAMED = "有银行服务货车司机，有银行服务货车司机"


def unnamed(id_, *words):
    sector, group = thing("e1", "Sector", "银行"), thing("e2", "CustomerGroup", "货车司机")
    relations = [related(UNNAMED, "e1", "serves", "e2", unnamed=each) for each in words]
    return record(UNNAMED, sector, group, relations=relations, id_=id_)


def test_an_unnamed_actor_belongs_to_its_article_alone():
    known = knowledge(unnamed("a", "有银行"), unnamed("b", "有银行"))
    actors = [each for each in known.entities if each.unnamed]
    assert [(each.name, each.type, len(each.occurrences)) for each in actors] == [("有银行", "Sector", 1)] * 2
    assert {relation.subject for relation in known.relations} == {each.id for each in actors}


def test_two_facts_of_one_unnamed_actor_have_one_subject():
    known = knowledge(unnamed("a", "有银行", "有银行服务"))
    assert len([each for each in known.entities if each.unnamed]) == 2
    assert len([each for each in knowledge(unnamed("a", "有银行", "有银行")).entities if each.unnamed]) == 1


def test_an_unnamed_actor_is_never_the_class_that_it_is_of():
    known = knowledge(unnamed("a", "有银行"))
    sector = next(each for each in known.entities if each.type == "Sector" and not each.unnamed)
    assert sector.id not in {relation.subject for relation in known.relations}


def test_the_same_record_twice_is_one_record():
    assert knowledge(stating(serves()), stating(serves())) == knowledge(stating(serves()))


def test_two_records_of_one_document_are_refused():
    with pytest.raises(RecordError, match="'a'"):
        knowledge(stating(serves()), stating())
