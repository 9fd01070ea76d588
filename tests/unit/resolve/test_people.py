"""People of one name: one person only in one organisation or one office."""

from kg.ontology.lexicon import Name
from kg.resolve.resolver import resolve
from tests.unit.resolve.records import record, related, rules, thing


def person(id_, firm=None, role=None, name="林一木", joined="leads"):
    """A record of a person, in an organisation where one is given, else in one that is not named."""
    text = f"{firm or '有机构'}{role or ''}{name}"
    things = [thing("e1", "Person", name)]
    if firm:
        things.append(thing("e2", "Company", firm))
        return record(text, *things, relations=[related(text, "e1", joined, "e2", role=role)], id_=id_)
    things.append(thing("e2", "Sector", "机构"))
    relations = [related(text, "e1", joined, "e2", role=role)] if role else []
    return record(text, *things, relations=relations, id_=id_)


def people(*records, known=()):
    """How many documents each person is named in."""
    entities = resolve(records, rules(*known)).knowledge.entities
    return sorted(len(each.occurrences) for each in entities if each.type == "Person")


def test_one_name_in_one_organisation_is_one_person():
    assert people(person("a", "云杉银行", "行长"), person("b", "云杉银行", "董事长")) == [2]


def test_the_organisation_may_go_by_another_name():
    assert people(person("a", "云杉银行", "行长"), person("b", "云杉银行股份有限公司", "行长")) == [2]


def test_one_name_in_two_organisations_is_two_people():
    assert people(person("a", "云杉银行", "行长"), person("b", "青禾银行", "行长")) == [1, 1]


def test_one_name_without_context_is_a_person_of_each_document():
    assert people(person("a"), person("b"), person("c", "云杉银行", "行长")) == [1, 1, 1]


def test_an_office_is_enough_where_no_organisation_is_named():
    assert people(person("a", role="首席研究员"), person("b", role="首席研究员")) == [2]
    assert people(person("a", role="首席研究员"), person("b", role="行长")) == [1, 1]


def test_a_class_of_institutions_is_no_organisation():
    assert people(person("a", role="行长"), person("b", role="董事")) == [1, 1]


def test_an_office_leads_to_the_only_organisation_that_has_it():
    assert people(person("a", "云杉银行", "行长"), person("b", role="行长")) == [2]


def test_an_office_in_two_organisations_leads_to_neither():
    known = [person("a", "云杉银行", "行长"), person("b", "青禾银行", "行长")]
    assert people(*known, person("c", role="行长")) == [1, 1, 1]


def test_two_offices_of_one_document_do_not_join_two_organisations():
    text = "有机构行长、董事林一木"
    both = record(
        text,
        thing("e1", "Person", "林一木"),
        thing("e2", "Sector", "机构"),
        relations=[related(text, "e1", "leads", "e2", role=role) for role in ("行长", "董事")],
        id_="c",
    )
    assert people(person("a", "云杉银行", "行长"), person("b", "青禾银行", "董事"), both) == [1, 1, 1]


def test_a_document_that_names_both_organisations_joins_them():
    text = "云杉银行与青禾银行的林一木"
    both = record(
        text,
        thing("e1", "Person", "林一木"),
        thing("e2", "Company", "云杉银行"),
        thing("e3", "Company", "青禾银行"),
        relations=[related(text, "e1", "leads", end) for end in ("e2", "e3")],
        id_="c",
    )
    assert people(person("a", "云杉银行"), person("b", "青禾银行"), both) == [3]


def test_two_names_in_one_organisation_are_two_people():
    assert people(person("a", "云杉银行", "行长"), person("b", "云杉银行", "行长", name="林二木")) == [1, 1]


def test_only_the_relations_of_the_rules_make_context():
    assert people(person("a", "云杉银行", joined="praises"), person("b", "云杉银行", joined="praises")) == [1, 1]


def test_a_name_that_hides_its_person_never_leaves_its_document():
    anonymous = [
        person(id_, "云杉银行", "客户", name=name) for id_, name in (("a", "林先生"), ("b", "林先生"), ("c", "林某"))
    ]
    assert people(*anonymous) == [1, 1, 1]


def test_a_listed_person_is_one_everywhere():
    assert people(person("a"), person("b"), known=[Name("林一木", "Person")]) == [2]


def test_a_meeting_of_people_is_explained():
    resolution = resolve([person("a", "云杉银行"), person("b", "云杉银行")], rules())
    firm = next(each for each in resolution.knowledge.entities if each.type == "Company")
    assert [(reason.form, reason.because.rule.value, reason.because.words) for reason in resolution.reasons] == [
        ("林一木", "context", firm.id)
    ]
