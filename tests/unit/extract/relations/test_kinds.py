"""Each kind of rule, with rules of its own."""

import pytest

from tests.unit.extract.relations.builders import found, pairs


def facts(pack, text, names, *rule):
    return pairs(found(pack, text, names, *rule), names)


def test_a_trigger_takes_the_whole_list_that_it_governs(finance):
    names = {"甲银行": "Company", "农户": "CustomerGroup", "个体工商户": "CustomerGroup"}
    rule = ("serves", "trigger", {"words": ["服务"]})
    expected = {("甲银行", "农户"), ("甲银行", "个体工商户")}
    assert facts(finance, "甲银行服务农户、个体工商户等群体。", names, *rule) == expected


def test_a_trigger_stops_at_another_actor(finance):
    names = {"甲银行": "Company", "乙银行": "Company", "农户": "CustomerGroup"}
    rule = ("serves", "trigger", {"words": ["支持"]})
    assert facts(finance, "甲银行支持乙银行走访农户。", names, *rule) == set()


def test_a_preposition_needs_the_verb_that_its_rule_asks_for(finance):
    names = {"甲银行": "Company", "农户": "CustomerGroup"}
    rule = ("serves", "trigger", {"words": ["向"], "then": ["发放"]})
    assert facts(finance, "甲银行向农户发放贷款。", names, *rule) == {("甲银行", "农户")}
    assert facts(finance, "甲银行向农户致歉。", names, *rule) == set()


def test_the_subject_may_follow_a_frame_that_opens_the_sentence(finance):
    names = {"甲银行": "Company", "农户": "CustomerGroup"}
    rule = ("serves", "trigger", {"words": ["针对"]})
    assert facts(finance, "针对农户，甲银行推出新产品。", names, *rule) == {("甲银行", "农户")}


@pytest.mark.parametrize("said", ["作为金桥计划的发起方", "作为金桥计划发起方", "作为“金桥计划”的发起方"])
def test_what_stands_behind_an_object_may_stand_past_marks_and_possession(finance, said):
    names = {"甲银行": "Company", "金桥计划": "Program"}
    rule = ("launches", "trigger", {"words": ["作为"], "behind": ["发起方"]})
    assert facts(finance, f"{said}，甲银行出席会议。", names, *rule) == {("甲银行", "金桥计划")}
    assert facts(finance, "作为金桥计划的听众，甲银行出席会议。", names, *rule) == set()


def test_a_turned_trigger_exchanges_its_ends(finance):
    names = {"农户": "CustomerGroup", "丰收贷": "Product"}
    rule = ("targets", "trigger", {"words": ["申请"], "turned": True})
    assert facts(finance, "农户申请丰收贷。", names, *rule) == {("丰收贷", "农户")}


def test_a_word_may_hold_an_object_that_was_spoken_of_before(finance):
    names = {"甲银行": "Company", "某监管局": "Regulator"}
    rule = ("penalizes", "trigger", {"words": ["对"], "then": ["罚款"], "it": ["对其"]})
    assert facts(finance, "甲银行违规放贷，某监管局对其罚款。", names, *rule) == {("某监管局", "甲银行")}


def test_a_mask_hides_the_words_inside_it(finance):
    names = {"甲银行": "Company", "某监管局": "Regulator"}
    rule = ("penalizes", "passive", {"alone": ["被罚"], "masks": ["被罚金额"]})
    assert facts(finance, "某监管局公告，甲银行被罚。", names, *rule) == {("某监管局", "甲银行")}
    assert facts(finance, "某监管局公告，甲银行被罚金额不明。", names, *rule) == set()


@pytest.mark.parametrize(
    "text", ["金桥计划由甲银行主办。", "金桥计划将由甲银行主办。", "金桥计划备受关注，由甲银行主办。"]
)
def test_a_passive_names_first_what_is_done(finance, text):
    names = {"金桥计划": "Program", "甲银行": "Company"}
    assert facts(finance, text, names, "launches", "passive", {"words": ["主办"]}) == {("甲银行", "金桥计划")}


def test_a_passive_needs_a_marked_agent(finance):
    names = {"金桥计划": "Program", "甲银行": "Company"}
    assert facts(finance, "金桥计划向甲银行介绍主办单位。", names, "launches", "passive", {"words": ["主办"]}) == set()


def test_a_link_reads_the_word_between_two_names(finance):
    names = {"甲集团": "Company", "乙支付": "Company", "丙小贷": "Company"}
    rule = ("partOf", "link", {"first": "object", "between": ["旗下"]})
    assert facts(finance, "甲集团旗下乙支付、丙小贷增资。", names, *rule) == {
        ("乙支付", "甲集团"),
        ("丙小贷", "甲集团"),
    }
    assert facts(finance, "甲集团与乙支付、丙小贷签约。", names, *rule) == set()


def test_a_link_may_need_a_word_behind_the_second_name(finance):
    names = {"乙支付": "Company", "甲集团": "Company"}
    rule = ("partOf", "link", {"between": ["是"], "tail": ["子公司"]})
    assert facts(finance, "乙支付是甲集团的子公司。", names, *rule) == {("乙支付", "甲集团")}
    assert facts(finance, "乙支付是甲集团的客户。", names, *rule) == set()


def test_a_link_passes_over_a_modifier_where_its_rule_allows(finance):
    names = {"甲银行": "Company", "农户": "CustomerGroup", "丰收贷": "Product"}
    options = {"between": ["的"], "free": True}
    text = "甲银行针对农户的丰收贷上线。"
    assert facts(finance, text, names, "offers", "link", options | {"past": True}) == {("甲银行", "丰收贷")}
    assert facts(finance, text, names, "offers", "link", options) == set()


def test_of_nested_names_the_longest_inner_one_counts(finance):
    names = {"小微企业服务月": "Program", "小微企业": "CustomerGroup", "企业": "CustomerGroup"}
    text = "小微企业服务月启动，小微企业和企业参加。"
    assert facts(finance, text, names, "targets", "nested", {}) == {("小微企业服务月", "小微企业")}


def test_a_nested_name_has_to_be_named_by_itself(finance):
    names = {"甲银行南山分行": "Company"}
    assert facts(finance, "甲银行南山分行开业。", names, "partOf", "nested", {"at": "start"}) == set()


def test_companions_are_partners_of_the_first(finance):
    names = {"甲银行": "Company", "乙协会": "Organization", "丙大学": "Organization"}
    words = {"strong": ["携手"], "weak": ["与"], "words": ["签约"], "joint": ["共同", "签约"]}
    rule = ("cooperatesWith", "companion", words)
    both = {("甲银行", "乙协会"), ("甲银行", "丙大学")}
    assert facts(finance, "甲银行携手乙协会、丙大学推出报告。", names, *rule) == both
    assert facts(finance, "甲银行、乙协会和丙大学共同推出报告。", names, *rule) == both
    assert facts(finance, "甲银行与乙协会签约，丙大学祝贺。", names, *rule) == {("甲银行", "乙协会")}
    assert facts(finance, "甲银行与乙协会、丙大学都在本地。", names, *rule) == set()


def test_companions_that_part_and_words_that_a_mask_hides_make_no_partners(finance):
    names = {"甲银行": "Company", "乙协会": "Organization"}
    words = {"strong": ["联合"], "weak": ["与"], "joint": ["合作"], "ended": ["终止"], "masks": ["联合推荐"]}
    rule = ("cooperatesWith", "companion", words)
    assert facts(finance, "甲银行与乙协会合作。", names, *rule) == {("甲银行", "乙协会")}
    assert facts(finance, "甲银行与乙协会合作终止。", names, *rule) == set()
    assert facts(finance, "甲银行联合乙协会。", names, *rule) == {("甲银行", "乙协会")}
    assert facts(finance, "甲银行联合推荐乙协会。", names, *rule) == set()


def test_an_expression_may_bar_what_its_clause_says(finance):
    names = {"甲银行": "Company", "《某办法》": "Policy"}
    rule = ("issues", "trigger", {"words": ["印发"], "barred": "收到[^，]*的$"})
    assert facts(finance, "甲银行印发《某办法》。", names, *rule) == {("甲银行", "《某办法》")}
    assert facts(finance, "甲银行收到印发的《某办法》。", names, *rule) == set()


OFFICE = ("leads", "office", {"offices": ["董事长", "行长", "研究员"], "words": ["任", "曾任"], "direct": ["为"]})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲银行董事长张明表示", {("张明", "甲银行", "董事长")}),
        ("甲银行张明董事长表示", {("张明", "甲银行", "董事长")}),
        ("甲银行行长、乙研究院研究员张明表示", {("张明", "甲银行", "行长"), ("张明", "乙研究院", "研究员")}),
        ("张明曾任甲银行行长、乙研究院研究员。", {("张明", "甲银行", "行长"), ("张明", "乙研究院", "研究员")}),
        ("甲银行聘任张明为行长。", {("张明", "甲银行", "行长")}),
        ("甲银行零售业务部副行长张明出席", {("张明", "甲银行", "零售业务部副行长")}),
        ("甲银行的客户张明表示", set()),
    ],
)
def test_offices(finance, text, expected):
    names = {name: kind for name, kind in NAMES.items() if name in text}
    by_id = {f"e{number}": name for number, name in enumerate(names, 1)}
    relations = found(finance, text, names, *OFFICE)
    assert {(by_id[each.subject], by_id[each.object], each.role) for each in relations} == expected


NAMES = {"甲银行": "Company", "乙研究院": "Organization", "张明": "Person"}


def test_an_office_is_quoted_where_it_stands(finance):
    text = "甲银行董事长张明表示"
    names = {"甲银行": "Company", "张明": "Person"}
    parts = {part.value: place.of(text) for part, place in found(finance, text, names, *OFFICE)[0].evidence.parts}
    assert parts == {"subject": "张明", "cue": "董事长", "object": "甲银行", "role": "董事长"}


def test_subject_and_object_of_one_clause(finance):
    names = {"甲银行": "Company", "丰收贷": "Product"}
    rule = ("offers", "clause", {"unless_between": ["购买"], "confidence": 0.7})
    assert facts(finance, "甲银行下半年力推丰收贷。", names, *rule) == {("甲银行", "丰收贷")}
    assert facts(finance, "甲银行下半年购买丰收贷。", names, *rule) == set()
    assert facts(finance, "甲银行开会，丰收贷热销。", names, *rule) == set()


def test_a_word_at_the_end_of_its_clause_may_mean_what_was_spoken_of(finance):
    names = {"甲银行": "Company", "金桥计划": "Program", "保险公司": "Sector"}
    rule = ("launches", "trigger", {"words": ["启动"], "bare": ["参与"]})
    text = "甲银行启动金桥计划，十家保险公司参与。"
    assert facts(finance, text, names, *rule) == {("甲银行", "金桥计划"), ("保险公司", "金桥计划")}


def test_who_makes_another_act_is_a_subject_where_the_rule_says_so(finance):
    names = {"甲银行": "Company", "老年人": "CustomerGroup", "电信诈骗": "Risk"}
    text = "甲银行走进社区，提醒老年人警惕电信诈骗。"
    both = {("甲银行", "电信诈骗"), ("老年人", "电信诈骗")}
    assert facts(finance, text, names, "counters", "trigger", {"words": ["警惕"], "causes": True}) == both
    assert facts(finance, text, names, "counters", "trigger", {"words": ["警惕"]}) == {("老年人", "电信诈骗")}


def test_whoever_joins_in_behind_is_a_subject_where_the_rule_says_so(finance):
    names = {"甲银行": "Company", "金桥计划": "Program", "乙协会": "Organization"}
    text = "甲银行启动金桥计划，联合乙协会走访农户。"
    both = {("甲银行", "金桥计划"), ("乙协会", "金桥计划")}
    assert facts(finance, text, names, "launches", "trigger", {"words": ["启动"], "joined": True}) == both
    assert facts(finance, text, names, "launches", "trigger", {"words": ["启动"]}) == {("甲银行", "金桥计划")}


def test_only_the_nearest_list_where_the_rule_says_so(finance):
    names = {"甲银行": "Company", "磐石系统": "Technology", "云计算": "Technology"}
    text = "甲银行研发的磐石系统已在云计算环境运行。"
    assert facts(finance, text, names, "develops", "trigger", {"words": ["研发"], "nearest": True}) == {
        ("甲银行", "磐石系统")
    }


def test_an_office_beside_a_name_is_held_whatever_is_planned_around_it(finance):
    text = "乙研究院将发布报告，甲银行董事长张明表示"
    assert [each.modality.value for each in found(finance, text, NAMES, *OFFICE)] == ["asserted"]


@pytest.mark.parametrize("text", ["甲银行行长为张明。", "张明（甲银行行长）表示", "作为甲银行行长，张明表示"])
def test_further_places_of_an_office(finance, text):
    names = {name: kind for name, kind in NAMES.items() if name in text}
    rule = ("leads", "office", {"offices": ["行长"], "words": ["作为"], "ties": ["为"]})
    assert facts(finance, text, names, *rule) == {("张明", "甲银行")}


def test_an_office_belongs_to_nobody_behind_a_list_mark(finance):
    names = {"甲银行": "Company", "张明": "Person"}
    assert facts(finance, "甲银行表示，相关行长、张明等人负有责任。", names, *OFFICE) == set()
