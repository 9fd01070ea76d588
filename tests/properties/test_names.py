"""Whatever the text: mentions give their own words, lie in order, never cross, and are the same twice."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.extract.mentions.finder import EntityFinder
from kg.text.sentences import SentenceSplitter
from tests.builders import document

PIECES = (
    *(
        "海尔消费金融",
        "有限公司",
        "（以下简称“云桥消金”）",
        "《关于服务的通知》",
        "董事长",
        "林知行",
        "表示",
        "新市民",
        "贷款",
    ),
    *(
        "该公司",
        "其",
        "双方",
        "上海",
        "分行",
        "市财政局",
        "记者 ",
        "2024年",
        "等服务",
        "有",
        "银行",
        "计划",
        "大数据",
        "系统",
    ),
    *(
        "、",
        "和",
        "，",
        "。",
        "\n",
        "“",
        "”",
        "《",
        "》",
        "（",
        "）",
        "𠮷祥",
        "😀",
        "Ａpp",
        " ",
        "险",
        "某",
        "·",
        "\u3000",
    ),
)

texts = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=25).map("".join))


@pytest.fixture(scope="module")
def finder(finance):
    return EntityFinder(finance), SentenceSplitter(finance.language.punctuation)


@settings(max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=texts)
def test_mentions_are_sound_in_any_text(finder, text):
    names, splitter = finder
    entities = names.find(document(text), splitter.split(text))
    assert [entity.id for entity in entities] == [f"e{number}" for number in range(1, len(entities) + 1)]
    spans = sorted(mention.span for entity in entities for mention in entity.mentions)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    for entity in entities:
        assert entity.mentions
        assert list(entity.mentions) == sorted(entity.mentions, key=lambda each: (each.span.start, -each.span.end))
        assert entity.name in text
    for one in spans:
        for other in spans:
            assert not one.overlaps(other) or one.contains(other) or other.contains(one)
    assert entities == names.find(document(text), splitter.split(text))
