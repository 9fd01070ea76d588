"""Whatever the text: finding relations never fails, quotes its own text, and is the same twice."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.extract.annotated import AnnotatedDocument
from kg.extract.relations.finder import RelationFinder
from kg.model.mention import Mention, NamedEntity
from kg.model.span import Span
from kg.text.sentences import SentenceSplitter
from tests.builders import document

NAMES = {
    "甲银行": "Company",
    "乙协会": "Organization",
    "丙监管局": "Regulator",
    "张明": "Person",
    "农户": "CustomerGroup",
}
NAMES |= {"金桥计划": "Program", "丰收贷": "Product", "大数据": "Technology", "《办法》": "Policy", "临江": "Region"}
NAMES |= {"养老": "Need", "诈骗": "Risk", "甲银行临江分行": "Company", "保险公司": "Sector"}
WORDS = (
    "推出",
    "为",
    "由",
    "联合",
    "的",
    "旗下",
    "董事长",
    "曾任",
    "被罚款",
    "对",
    "将",
    "没有",
    "，",
    "。",
    "、",
    "（",
    "）",
    "“",
    "”",
)
WORDS += ("和", "等", "在", "\n", " ", "𠮷", "😀", "是", "持有", "服务", "通过", "根据", "行为", "\r\n", "：")
TEXTS = st.lists(st.sampled_from((*NAMES, *WORDS)), max_size=30).map("".join)


@pytest.fixture(scope="module")
def find(finance):
    splitter, finder = SentenceSplitter(finance.language.punctuation), RelationFinder(finance)

    def run(text):
        entities = []
        for name, kind in NAMES.items():
            starts = [at for at in range(len(text)) if text.startswith(name, at)]
            mentions = tuple(Mention(Span(at, at + len(name)), kind, "test") for at in starts)
            if mentions:
                entities.append(NamedEntity(f"e{len(entities) + 1}", kind, name, mentions))
        annotated = AnnotatedDocument(document(text), splitter.split(text), tuple(entities))
        return annotated, finder.find(annotated)

    return run


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_relations_of_any_text(find, finance, text):
    annotated, relations = find(text)
    assert find(text)[1] == relations
    for relation in relations:
        evidence = relation.evidence
        assert 0 < evidence.confidence <= 1
        assert evidence.span.of(text).strip()
        assert all(place.of(text) for _, place in evidence.parts)
        ends = annotated.by_id[relation.subject].type, relation.predicate, annotated.by_id[relation.object].type
        assert finance.ontology.accepts(*ends)
        assert relation.subject != relation.object
    keys = {(each.subject, each.predicate, each.object) for each in relations}
    assert len(keys) == len(relations)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=60))
def test_a_text_without_names_says_nothing(find, text):
    if not any(name in text for name in NAMES):
        assert find(text)[1] == ()
