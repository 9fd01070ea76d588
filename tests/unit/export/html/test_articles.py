"""Articles with the evidence in them, whole or only as far as quoted."""

from kg.export.html.articles import PARTS, article_blocks
from kg.export.html.excerpts import BETWEEN, excerpt
from kg.export.html.numbering import Numbering
from kg.model.fact import Evidence, Part
from kg.model.span import Span
from tests.builders import span
from tests.functional.page.graphs import appearance, small_story, synthetic

TEXT = "日前，云杉消金推出新家计划。天气晴好。业内称其服务新市民。"


def evidence(words, *parts):
    return Evidence(span(TEXT, words), "test", "test", 1.0, tuple((part, span(TEXT, piece)) for part, piece in parts))


def test_an_excerpt_holds_what_is_quoted_and_no_more():
    first = evidence("云杉消金推出新家计划", (Part.SUBJECT, "云杉消金"))
    second = evidence("服务新市民", (Part.SUBJECT, "云杉消金"), (Part.OBJECT, "新市民"))
    text, moved = excerpt(TEXT, [first, second])
    assert text == f"云杉消金推出新家计划{BETWEEN}服务新市民"
    assert [each.span.of(text) for each in moved] == ["云杉消金推出新家计划", "服务新市民"]
    assert [part.of(text) for _, part in moved[1].parts] == ["云杉消金", "新市民"]


def test_an_article_that_nothing_quotes_leaves_nothing():
    assert excerpt(TEXT, []) == ("", [])


def test_pieces_that_touch_become_one():
    text, moved = excerpt("甲乙丙丁戊", [Evidence(Span(0, 2), "t", "t"), Evidence(Span(2, 4), "t", "t")])
    assert text == "甲乙丙丁"
    assert [each.span.of(text) for each in moved] == ["甲乙", "丙丁"]


def unit(text, start, length):
    return text.encode("utf-16-le")[2 * start : 2 * (start + length)].decode("utf-16-le")


def test_every_source_quotes_its_words_in_utf16():
    graph = small_story().graph()
    numbering = Numbering(graph, appearance())
    (block,) = article_blocks(numbering, with_text=True)
    at = 0
    for number, document in enumerate(numbering.documents):
        for placed in numbering.sources.get(document.id, ()):
            given = placed.source.evidence
            assert unit(block["texts"][number], block["start"][at], block["length"][at]) == given.span.of(document.text)
            flat = block["parts"][at]
            found = {
                (PARTS[flat[i]], unit(block["texts"][number], block["start"][at] + flat[i + 1], flat[i + 2]))
                for i in range(0, len(flat), 3)
            }
            assert found == {(part, piece.of(document.text)) for part, piece in given.parts}
            at += 1
    assert at == len(block["start"])


def test_articles_are_cut_into_blocks():
    numbering = Numbering(synthetic(1600), appearance())
    blocks = list(article_blocks(numbering, with_text=True))
    assert len(blocks) > 1
    assert sum(len(each["texts"]) for each in blocks) == len(numbering.documents)
