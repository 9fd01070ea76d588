"""Which articles and passages are reprints, and of which."""

import datetime
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.document import Document
from kg.model.entity import Source
from kg.model.fact import Evidence
from kg.resolve.reprints import find_reprinted_documents, find_reprinted_sources, group_alike
from tests.builders import span

FACT = "云杉消费金融累计服务货车司机三十五万人"
PASSAGE = f"记者近日从云杉消费金融获悉，截至六月末，{FACT}，其中首次获得贷款的用户占四成以上，平均每笔借款不到五千元。"
OTHER = f"在昨天举行的行业交流会上，多家机构介绍了各自的做法。会上透露的数字显示，{FACT}，这个数字比上一年多了一成。"


def document(id_, text, day=None):
    return Document(id_, text, date=datetime.date(2022, 7, day) if day else None)


def sources(*documents):
    return {each.id: Source(each.id, Evidence(span(each.text, FACT), "test", "rule")) for each in documents}


def reprints(*documents):
    told = find_reprinted_sources(sources(*documents).values(), {each.id: each for each in documents})
    return {source.document: origin.document for source, origin in told.items()}


def test_the_same_article_in_two_papers_is_a_reprint_of_the_earlier():
    assert find_reprinted_documents([document("a", PASSAGE, 3), document("b", PASSAGE, 2)]) == {"a": "b"}


def test_without_dates_the_first_id_is_the_origin_and_a_dated_one_goes_before():
    assert find_reprinted_documents([document("b", PASSAGE), document("a", PASSAGE)]) == {"b": "a"}
    assert find_reprinted_documents([document("a", PASSAGE), document("b", PASSAGE, 2)]) == {"a": "b"}


@pytest.mark.parametrize(
    "changed",
    [
        PASSAGE.replace("，", ","),
        f"本报讯 {PASSAGE}（完）",
        PASSAGE.replace("记者近日从", "日前从"),
        "\n".join(PASSAGE[at : at + 20] for at in range(0, len(PASSAGE), 20)),
    ],
)
def test_small_changes_leave_a_reprint_a_reprint(changed):
    assert find_reprinted_documents([document("a", PASSAGE), document("b", changed)]) == {"b": "a"}


def test_articles_that_share_a_fact_are_no_reprints():
    assert find_reprinted_documents([document("a", PASSAGE), document("b", OTHER)]) == {}


def test_short_texts_are_never_reprints():
    assert find_reprinted_documents([document("a", FACT), document("b", FACT)]) == {}


def test_a_passage_may_be_reprinted_inside_another_article():
    longer = document(
        "b", f"{OTHER.replace(FACT, '各家都有增长')}\n{PASSAGE}\n{'另据了解，各地正在加快推进相关工作。' * 5}"
    )
    assert reprints(document("a", PASSAGE), longer) == {"b": "a"}


@pytest.mark.parametrize(
    "changed",
    [
        "\n".join(PASSAGE[at : at + 60] for at in range(0, len(PASSAGE), 60)),
        PASSAGE.replace("记者近日从", "日前从").replace("四成", "五成"),
        f"{OTHER.replace(FACT, '各家都有增长')}{PASSAGE}{'另据了解，各地正在加快推进相关工作。' * 5}",
        f"{'另据了解，各地正在加快推进相关工作。' * 200}{PASSAGE}",
    ],
    ids=["other lines", "other words", "within a paragraph", "at the end of a long article"],
)
def test_the_passage_of_a_fact_is_known_again(changed):
    assert reprints(document("a", PASSAGE), document("b", changed)) == {"b": "a"}


def test_a_sentence_of_its_own_around_the_same_fact_is_no_reprint():
    assert reprints(document("a", PASSAGE), document("b", f"{PASSAGE[:12]}{FACT}。{OTHER[:30]}")) == {}


@pytest.mark.parametrize("seed", range(5))
def test_an_article_is_known_again_inside_one_many_times_as_long(seed):
    signs = random.Random(seed)
    around = "".join(chr(signs.randrange(0x4E00, 0x9000)) for _ in range(3000))
    inner = "".join(chr(signs.randrange(0x4E00, 0x9000)) for _ in range(600))
    assert group_alike({"a": inner, "b": around[:1500] + inner + around[1500:]}) == [("a", "b")]


def test_a_fact_told_in_other_words_is_no_reprint():
    assert reprints(document("a", PASSAGE), document("b", OTHER)) == {}


def test_every_reprint_names_one_origin():
    assert reprints(document("a", PASSAGE), document("b", PASSAGE), document("c", OTHER), document("d", PASSAGE)) == {
        "b": "a",
        "d": "a",
    }


def test_a_fact_said_twice_in_one_article_is_no_reprint():
    twice = document("a", f"{PASSAGE}\n{PASSAGE}")
    said = [Source("a", Evidence(span(twice.text, FACT, nth), "test", "rule")) for nth in (1, 2)]
    assert find_reprinted_sources(said, {"a": twice}) == {}


def test_sources_of_unknown_documents_are_left_aside():
    known = document("a", PASSAGE)
    assert find_reprinted_sources(sources(known, document("b", PASSAGE)).values(), {"a": known}) == {}


@given(st.permutations(range(5)))
def test_the_order_of_documents_does_not_matter(order):
    articles = [
        document(id_, text) for id_, text in zip("abcde", [PASSAGE, OTHER, PASSAGE + OTHER, OTHER, "短"], strict=True)
    ]
    assert find_reprinted_documents([articles[at] for at in order]) == find_reprinted_documents(articles)


def test_groups_hold_two_and_more():
    assert group_alike({"a": PASSAGE, "b": OTHER, "c": PASSAGE}) == [("a", "c")]
