"""Behind every fact its sentence, marked, inside its article, place after place."""

from tests.functional.page.graphs import Story, small_story


def units(text):
    return len(text.encode("utf-16-le")) // 2


def open_card(page, name):
    page.fill("#query", name)
    page.keyboard.press("Enter")


def marks(page, within="#quote"):
    return page.eval_on_selector_all(f"{within} mark", "all => all.map(mark => [mark.dataset.part, mark.textContent])")


def test_a_relation_shows_its_sentence_with_subject_cue_and_object(story, reader):
    page = reader.open(story)
    open_card(page, "云杉消费金融")
    page.click("#panel .why[data-fact] >> nth=0")
    page.wait_for_selector("#quote")
    assert page.inner_text("#quote") == "近日，云杉消费金融推出“新家计划”，服务新市民。"
    assert marks(page) == [["subject", "云杉消费金融"], ["cue", "推出"], ["object", "新家计划"]]
    assert page.inner_text("#panel h3.title") == "云杉消费金融：用心服务新市民"
    assert "2022-07-20 · 示例日报" in page.inner_text("#panel")
    assert "用户数达964.1万人" in page.inner_text("#article")


def test_the_article_opens_at_the_evidence(write_page, reader):
    page = reader.open(write_page("long", long_article_graph))
    open_card(page, "红松科技")
    page.click("#panel .why[data-fact] >> nth=0")
    page.wait_for_selector("#quote")
    mark, box = (page.locator(each).first.bounding_box() for each in ("#article mark", "#article"))
    assert box["y"] <= mark["y"] <= box["y"] + box["height"] / 2
    assert page.evaluate("document.querySelector('#article').scrollTop") > 200


def test_clicking_an_edge_opens_its_evidence(story, reader):
    page = reader.open(story)
    edge = next(each for each in page.evaluate("window.kg.relations()") if each["predicate"] == "serves")
    page.mouse.click(edge["x"], edge["y"])
    page.wait_for_selector("#quote")
    assert ["object", "新市民"] in marks(page)


def test_parallel_and_reverse_relations_can_each_be_clicked(story, reader):
    page = reader.open(story)
    pair = {"org_1", "org_2"}
    found = [each for each in page.evaluate("window.kg.relations()") if {each["from"], each["to"]} == pair]
    assert len(found) == 3
    opened = set()
    for edge in found:
        page.mouse.click(edge["x"], edge["y"])
        page.wait_for_selector("#quote")
        opened.add((edge["from"], edge["predicate"], page.evaluate("location.hash.match(/e=([^&]*)/)[1]")))
        page.keyboard.press("Escape")
    assert len({fact for _, _, fact in opened}) == 3


def test_a_figure_shows_metric_number_and_period(story, reader):
    page = reader.open(story)
    open_card(page, "云杉消费金融")
    page.click("#panel .figures .fact:has-text('964.1万')")
    page.wait_for_selector("#quote")
    assert dict(marks(page)) == {
        "period": "截至2022年6月末",
        "subject": "云杉消费金融",
        "metric": "用户数",
        "number": "964.1万人",
    }


def test_all_places_of_a_fact_can_be_stepped_through(story, reader, until):
    page = reader.open(story)
    open_card(page, "云杉消费金融")
    page.click("#panel .why[data-fact] >> nth=0")
    assert page.inner_text("#step") == "第 1 处，共 2 处"
    first = page.inner_text("#quote")
    page.click("[data-step=on]")
    until(page, "document.querySelector('#step').textContent.includes('2 处，')")
    until(page, "document.querySelector('#quote')?.textContent !== value", first)
    assert page.inner_text("#panel h3.title") == "银行与消金公司合作升温"
    page.click("[data-step=on]")
    until(page, "document.querySelector('#quote')?.textContent === value", first)


def test_offsets_survive_characters_beyond_sixteen_bits(story, reader):
    page, graph = reader.open(story), small_story().graph()
    relation = next(
        each for each in graph.relations.values() if each.modality == "possible" or each.predicate == "owns"
    )
    source = relation.sources[0]
    text, span = graph.documents[source.document].text, source.evidence.span
    open_card(page, "𠮷林银行")
    page.click("#panel li:has(.badge.negated) .why")
    page.wait_for_selector("#quote")
    assert int(page.get_attribute("#quote", "data-start")) == units(text[: span.start])
    assert int(page.get_attribute("#quote", "data-end")) == units(text[: span.end])
    assert ["subject", "𠮷林银行"] in marks(page)
    assert ["object", "云杉消费金融"] in marks(page)


def test_a_source_on_the_web_is_linked(story, reader):
    page = reader.open(story)
    open_card(page, "区块链")
    page.click("#panel .why[data-fact] >> nth=0")
    page.wait_for_selector("#quote")
    assert page.get_attribute("#panel .place a", "href") == "https://news.example.cn/a/2"


def test_an_article_opens_from_the_card_with_the_name_marked(story, reader):
    page = reader.open(story)
    open_card(page, "云杉消费金融")
    page.click("#panel .article >> nth=1")
    page.wait_for_selector("#article mark")
    assert {text for _, text in marks(page, "#article")} == {"云杉消费金融"}


def test_without_text_the_page_holds_only_what_is_quoted(write_page, reader):
    path = write_page("excerpts", lambda: small_story().graph(), with_text=False)
    assert "示例网讯" not in path.read_text("utf-8")
    page = reader.open(path)
    open_card(page, "云杉消费金融")
    page.click("#panel .why[data-fact] >> nth=0")
    page.wait_for_selector("#quote")
    assert marks(page) == [["subject", "云杉消费金融"], ["cue", "推出"], ["object", "新家计划"]]
    assert "不含全文" in page.inner_text("#panel")


def test_compressed_articles_open_too(county, reader):
    page = reader.open(county)
    assert 'data-encoding="coded"' in county.read_text("utf-8")
    open_card(page, "银行")
    page.click("#panel .why[data-fact] >> nth=0")
    page.wait_for_selector("#quote")
    assert [part for part, _ in marks(page)] == ["subject", "cue", "object"]


def long_article_graph():
    words = "云杉消费金融与红松科技签署合作协议"
    story = Story()
    story.tell(
        "l1",
        "行业动态一段，与此无关。\n" * 60 + f"{words}。\n" + "后续动态一段，也与此无关。\n" * 60,
        "长文",
        "2024-03-01",
    )
    story.entity("org_1", "Company", "云杉消费金融")
    story.entity("org_2", "Company", "红松科技")
    parts = {"subject": "云杉消费金融", "object": "红松科技"}
    story.relation("org_1", "cooperatesWith", "org_2", [("l1", words, parts)])
    return story.graph()


def reprinted_graph():
    told = (
        "云杉消费金融与红松科技签署合作协议，双方将围绕数字化风控、智能客服与普惠信贷展开合作，"
        "并计划在年内共同设立联合实验室，培养复合型人才。"
    )
    story = Story()
    story.tell("p1", told, "首发报道", "2024-03-01", "甲报")
    story.tell("p2", told, "转载报道", "2024-03-02", "乙报")
    story.entity("org_1", "Company", "云杉消费金融")
    story.entity("org_2", "Company", "红松科技")
    words, parts = "云杉消费金融与红松科技签署合作协议", {"subject": "云杉消费金融", "object": "红松科技"}
    story.relation("org_1", "cooperatesWith", "org_2", [("p1", words, parts), ("p2", words, parts)])
    return story.graph()


def test_a_reprint_is_told_as_one(write_page, reader, until):
    page = reader.open(write_page("reprinted", reprinted_graph))
    open_card(page, "红松科技")
    page.click("#panel .why[data-fact] >> nth=0")
    page.wait_for_selector("#quote")
    assert "转载" not in page.inner_text("#panel .place").replace("转载报道", "")
    page.click("[data-step=on]")
    until(page, "document.querySelector('.place').textContent.includes('与《首发报道》中的段落基本相同')")


def quotes_graph():
    words, parts = "云杉消费金融推出“新家计划”", {"subject": "云杉消费金融", "object": "新家计划"}
    story = Story()
    story.tell("q1", f"“城市里的新家”开讲。{words}。“新家计划”为期三年。", "引号", "2024-03-01")
    story.entity("org_1", "Company", "云杉消费金融")
    story.entity("prg_1", "Program", "新家计划")
    story.relation(
        "org_1", "launches", "prg_1", [("q1", words, parts), ("q1", "“新家计划”为期三年", {"object": "新家计划"})]
    )
    return story.graph()


def test_the_opening_quote_of_a_sentence_stays_with_it(write_page, reader, until):
    page = reader.open(write_page("quotes", quotes_graph))
    open_card(page, "云杉消费金融")
    page.click("#panel .why[data-fact] >> nth=0")
    page.wait_for_selector("#quote")
    assert page.inner_text("#quote") == "云杉消费金融推出“新家计划”。"
    page.click("[data-step=on]")
    until(page, "document.querySelector('#quote').textContent === '“新家计划”为期三年。'")
