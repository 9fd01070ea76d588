"""Resolution is a function of the set of records."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.resolver import resolve
from tests.unit.resolve.records import figure, record, related, rules, thing

RULES = rules()
FIRMS = (
    "云杉消费金融",
    "云杉消金",
    "重庆云杉消费金融有限公司",
    "江苏云杉消费金融",
    "青禾银行",
    "青禾",
    "杉杉",
    "城关支行",
)
PEOPLE = ("林一木", "林二木", "林先生")
WORDS = st.lists(st.sampled_from(FIRMS), min_size=1, max_size=3, unique=True)


@st.composite
def records(draw, id_):
    """A record of a firm with other forms, a second firm, a person with an office, and facts of them."""
    first, second = draw(WORDS), draw(st.sampled_from(FIRMS))
    name = draw(st.sampled_from(PEOPLE))
    text = "，".join([*first, second, name])
    things = thing("e1", "Company", *first), thing("e2", "Company", second), thing("e3", "Person", name)
    leads = related(
        text, "e3", "leads", draw(st.sampled_from(["e1", "e2"])), role=draw(st.sampled_from(["行长", None]))
    )
    owns = related(text, "e1", "owns", "e2", unnamed=draw(st.sampled_from([None, second])))
    facts = draw(st.lists(st.sampled_from([leads, owns]), max_size=3))
    figures = [figure(text, "e1", "服务客户", draw(st.sampled_from(["3", "4"])))]
    return record(text, *things, relations=facts, observations=figures, id_=id_)


@st.composite
def sets_of_records(draw):
    size = draw(st.integers(1, 5))
    return [draw(records(f"d{number}")) for number in range(size)]


@given(sets_of_records(), st.randoms(use_true_random=False))
def test_the_order_of_records_does_not_matter(given_records, order):
    shuffled = order.sample(given_records, len(given_records))
    assert resolve(shuffled, RULES) == resolve(given_records, RULES)


@given(sets_of_records())
def test_records_given_twice_count_once(given_records):
    assert resolve([*given_records, *given_records], RULES) == resolve(given_records, RULES)


@given(sets_of_records())
def test_every_fact_names_entities_that_are_there(given_records):
    knowledge = resolve(given_records, RULES).knowledge
    ids = {entity.id for entity in knowledge.entities}
    assert len(ids) == len(knowledge.entities)
    assert {end for each in knowledge.relations for end in (each.subject, each.object)} <= ids
    assert {each.subject for each in knowledge.observations} <= ids


@given(sets_of_records())
def test_nothing_that_a_document_states_is_lost(given_records):
    resolution = resolve(given_records, RULES)
    knowledge = resolution.knowledge
    stated = {
        source for each in (*knowledge.relations, *resolution.loops, *knowledge.observations) for source in each.sources
    }
    for each in given_records:
        evidence = [fact.evidence for fact in (*each.relations, *each.observations)]
        kept = {source.evidence for source in stated if source.document == each.document.id}
        assert kept == set(evidence)
    named = {
        (place.document, place.span)
        for entity in knowledge.entities
        if not entity.unnamed
        for place in entity.occurrences
    }
    assert named == {
        (each.document.id, mention.span)
        for each in given_records
        for entity in each.entities
        for mention in entity.mentions
    }


@pytest.mark.parametrize("order", [0, 1])
def test_local_ids_do_not_matter(order):
    text = "云杉消费金融，青禾银行"
    firms = [("云杉消费金融", "e1"), ("青禾银行", "e2")]
    renamed = [("云杉消费金融", "x9"), ("青禾银行", "x1")]
    one, other = (
        record(
            text,
            *(thing(id_, "Company", name) for name, id_ in each),
            relations=[related(text, each[0][1], "owns", each[1][1])],
        )
        for each in (firms, renamed)
    )
    assert resolve([(one, other)[order]], RULES) == resolve([one], RULES)
