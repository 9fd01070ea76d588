"""What an entity carries: id, name, other forms, places, identifiers, and why its forms are its."""

import re

from kg.ontology.lexicon import Name
from kg.resolve.resolver import resolve
from tests.unit.resolve.records import company, rules

LISTED = Name("云杉消费金融股份有限公司", "Company", ("云杉消费金融",), identifiers=(("lei", "X"),))


def only(*records, known=()):
    (entity,) = resolve(records, rules(*known)).knowledge.entities
    return entity


def reasons(*records, known=()):
    found = resolve(records, rules(*known)).reasons
    return {reason.form: (reason.because.rule.value, reason.because.words, reason.because.document) for reason in found}


def test_ids_are_opaque_ascii_with_the_prefix_of_the_type():
    assert re.fullmatch(r"org_[0-9a-f]{12}", only(company("a", "云杉消费金融")).id)


def test_an_id_stays_when_an_entity_gains_an_alias():
    before = only(company("a", "云杉消费金融"))
    for gained in ("云杉消费金融有限公司", "云杉消金", "重庆云杉消费金融有限公司"):
        assert only(company("a", "云杉消费金融"), company("b", gained)).id == before.id
    assert only(company("a", "云杉消费金融", "杉杉"), company("b", "杉杉")).id == before.id


def test_an_entity_goes_by_its_most_common_name():
    assert (
        only(company("a", "云杉消金"), company("b", "云杉消费金融"), company("c", "云杉消费金融")).name
        == "云杉消费金融"
    )


def test_of_equally_common_names_the_telling_one_is_taken():
    entity = only(company("a", "云杉消费金融", "杉杉"), company("b", "杉杉"), company("c", "云杉消费金融公司"))
    assert entity.name == "云杉消费金融"


def test_a_legal_form_is_left_out_where_a_text_does():
    entity = only(company("a", "云杉消费金融有限公司"), company("b", "云杉消费金融有限公司", "云杉消费金融"))
    assert (entity.name, entity.aliases) == ("云杉消费金融", ("云杉消费金融有限公司",))


def test_a_name_that_no_text_has_is_not_made_up():
    assert only(company("a", "云杉消金")).name == "云杉消金"


def test_other_forms_and_the_canonical_one_are_aliases():
    entity = only(company("a", "云杉消费金融", "杉杉"), known=[LISTED])
    assert (entity.name, entity.aliases) == ("云杉消费金融", ("云杉消费金融股份有限公司", "杉杉"))
    assert entity.identifiers == (("lei", "X"),)


def test_occurrences_are_every_place_of_a_name_in_order():
    entity = only(company("b", "云杉消费金融", text="云杉消费金融和云杉消费金融"), company("a", "云杉消费金融"))
    assert [(each.document, each.span.start) for each in entity.occurrences] == [("a", 0), ("b", 0), ("b", 7)]


def test_a_listed_form_is_explained():
    assert reasons(company("a", "云杉消费金融"), company("b", "云杉消金"), known=[LISTED]) == {
        "云杉消金": ("listed", "云杉消费金融股份有限公司", None)
    }


def test_a_form_built_alike_is_explained():
    assert reasons(company("a", "云杉消费金融"), company("b", "云杉消费金融有限公司")) == {
        "云杉消费金融有限公司": ("built", "云杉消费金融", None)
    }


def test_a_form_without_its_place_is_explained():
    found = reasons(
        company("a", "云杉消费金融"), company("c", "云杉消费金融"), company("b", "重庆云杉消费金融有限公司")
    )
    assert found == {"重庆云杉消费金融有限公司": ("place", "云杉消费金融", None)}


def test_a_defined_form_is_explained_with_the_document_that_defines_it():
    assert reasons(company("a", "云杉消费金融", "杉杉"), company("b", "杉杉")) == {
        "杉杉": ("defined", "云杉消费金融", "a")
    }


def test_an_entity_with_one_name_needs_no_reason():
    assert reasons(company("a", "云杉消费金融"), company("b", "云杉消费金融")) == {}
