"""Words that stand for what was named before."""


def test_a_firm_is_no_bank_where_one_of_each_was_told_of(find):
    found = find("工商银行与海尔消费金融签署协议。该公司表示，将继续投入。")
    assert found.anaphors("海尔消费金融") == ["该公司"]
    assert find("工商银行扩大放贷。该公司表示，将继续投入。").anaphors("工商银行") == ["该公司"]


def test_that_company_stands_for_the_company_that_began_a_clause(find):
    found = find("云桥消费金融推出新产品，与海尔消费金融合作。该公司表示，将继续投入。")
    assert found.anaphors("云桥消费金融") == ["该公司"]


def test_that_bank_stands_for_a_bank_only(find):
    found = find("工商银行与云桥科技有限公司签约。该行表示满意。")
    assert found.anaphors("工商银行") == ["该行"]


def test_both_sides_stand_for_the_last_two(find):
    found = find("工商银行与海尔消费金融签约。双方将共同开发。")
    assert found.anaphors("工商银行") == ["双方"]
    assert found.anaphors("海尔消费金融") == ["双方"]


def test_the_former_and_the_latter_stand_for_one_each(find):
    found = find("工商银行与海尔消费金融签约，前者提供资金，后者提供系统。")
    assert found.anaphors("工商银行") == ["前者"]
    assert found.anaphors("海尔消费金融") == ["后者"]


def test_the_company_as_subject_stands_for_the_last_one(find):
    found = find("云桥消费金融发布年报。公司实现营业收入2亿元。")
    assert found.anaphors("云桥消费金融") == ["公司"]


def test_a_bank_is_seldom_called_a_firm_where_another_stands_behind_it(find):
    found = find("工商银行发放了贷款。做设备的云桥科技有限公司是首批受益者。公司实现营业收入2亿元。")
    assert found.anaphors("云桥科技有限公司") == ["公司"]
    assert found.anaphors("工商银行") == []


def test_a_bank_is_seldom_meant_where_a_firm_led_a_clause_before(find):
    found = find("海尔消费金融获批增资。此次增资完成后，工商银行持股比例升至56%。该公司表示满意。其研发的平台上线。")
    assert found.anaphors("海尔消费金融") == ["该公司", "其"]
    assert found.anaphors("工商银行") == []


def test_the_firm_named_since_is_meant_by_the_same_word_again(find):
    found = find("警方对云桥科技有限公司立案。该公司停业。警方对海尔消费金融立案。该公司停业。")
    assert found.anaphors("海尔消费金融") == ["该公司"]


def test_a_platform_may_be_a_thing_or_its_house(find):
    found = find("云桥科技有限公司打造了“链易融”平台。工商银行依托该平台办理融资。")
    assert found.anaphors("“链易融”平台") == ["该平台"]


def test_a_branch_of_an_insurer_is_meant_by_its_kind(find):
    found = find("云桥财险云州中心支公司被罚。时任该中心支公司副总经理被警告。")
    assert found.anaphors("云桥财险云州中心支公司") == ["该中心支公司"]


def test_a_body_is_meant_by_its_last_word(find):
    found = find("中国银行业协会发布倡议，工商银行响应。协会表示，将继续投入。")
    assert found.anaphors("中国银行业协会") == ["协会"]


def test_the_branch_as_subject_stands_for_a_branch(find):
    found = find("工商银行湖州分行推出安居贷。分行负责人介绍，各分行数量不变，分行数据可查。")
    assert found.anaphors("工商银行湖州分行") == ["分行"]


def test_that_company_stands_for_whom_a_clause_introduces(find):
    found = find("云桥消费金融专做技术。作为银行系代表的海尔消费金融，更看重下沉。该公司表示，将继续投入。")
    assert found.anaphors("海尔消费金融") == ["该公司"]
    assert found.anaphors("云桥消费金融") == []


def test_other_words_with_the_sign_stand_for_none(find):
    found = find("工商银行发布年报。其中，贷款增长。其他业务下降。")
    assert found.anaphors("工商银行") == []


def test_nothing_is_meant_before_anything_is_named(find):
    assert find("该公司表示，将继续投入。").entities == ()


def test_a_headline_names_the_bank_that_is_meant(find):
    told = "工商银行：贷款下乡\n工商银行云州支行给王强放款。该行上门服务。\n近年来，该行贷款增长。"
    found = find(told)
    assert found.anaphors("工商银行云州支行") == ["该行"]
    assert found.anaphors("工商银行") == ["该行"]
    assert find(told.replace("：贷款", "云州支行：贷款")).anaphors("工商银行") == []


def test_what_its_own_paragraph_names_is_meant(find):
    found = find("工商银行各被罚款。\n这并非云桥银行首次被罚。去年，该行副行长受贿。")
    assert found.anaphors("云桥银行") == ["该行"]


def test_who_holds_its_shares_is_not_meant(find):
    found = find("云桥科技披露招股书。\n上市前，工商银行持有公司31%的股份。公司拟分红。")
    assert found.anaphors("工商银行") == []
    assert found.anaphors("云桥科技") == ["公司", "公司"]


def test_the_whole_bank_is_not_its_office(find):
    found = find("工商银行支持农户。工商银行云州支行放款。全行贷款余额3亿元，高于全行平均。")
    assert found.anaphors("工商银行") == ["全行"]


def test_a_word_inside_another_one_stands_for_nothing(find):
    found = find("云桥银行推出安居贷。监管部门对该行业征税，该行动得到支持，该行为违反规定。")
    assert found.anaphors("云桥银行") == []
    found = find("云桥科技有限公司发布公告。这家日本公司的业务亏损。")
    assert found.anaphors("云桥科技有限公司") == []


def test_who_only_vouches_is_not_meant(find):
    found = find("经澜江会计师事务所审计，该公司盈利。")
    assert all(found.anaphors(each.name) == [] for each in found.entities)


def test_the_whole_city_is_a_city_before_another_place(find):
    found = find("湖州市举办活动，浙江省参加。全市贷款增长。")
    assert found.anaphors("湖州市") == ["全市"]


def test_the_whole_city_is_not_the_nation(find):
    found = find("全国贷款增长。全市存款增长。")
    assert found.anaphors("全国") == []


def test_the_company_of_an_announcement_is_its_issuer(find):
    found = find(
        "云桥控股股份有限公司关于提供担保的公告\n"
        "被担保人为青禾新能源有限公司，公司持有其72%的股权。\n本公司对外担保总额为2亿元。"
    )
    assert found.anaphors("云桥控股股份有限公司") == ["公司", "本公司"]


def test_who_is_said_to_be_called_the_company_is_so_throughout(find):
    found = find("云桥控股股份有限公司（以下简称“公司”）昨日公告。青禾新能源有限公司申请贷款。公司持有其72%的股权。")
    assert found.anaphors("云桥控股股份有限公司") == ["公司"]
    found = find("云桥控股股份有限公司昨日公告。青禾新能源有限公司申请贷款。公司持有其72%的股权。")
    assert found.anaphors("云桥控股股份有限公司") == []


def test_we_and_the_company_in_an_interview_are_the_house_of_who_answers(find):
    answers = "\n陆遥：我们与云桥银行合作开发了系统。\n问：何时盈利？\n陆遥：公司预计明年盈利。"
    found = find(f"专访青禾科技CEO陆遥\n问：怎么解决？{answers}")
    assert found.anaphors("青禾科技") == ["我们", "公司"]
    assert find(f"专访青禾科技。作者陆遥\n问：怎么解决？{answers}").anaphors("青禾科技") == ["公司"]


def test_a_congress_and_a_forum_stand_for_what_ends_so(find):
    found = find("首届云州数字金融大会昨日开幕。大会设普惠金融论坛。论坛由云桥银行承办。")
    assert found.anaphors("首届云州数字金融大会") == ["大会"]
    assert found.anaphors("普惠金融论坛") == ["论坛"]


def test_a_campaign_is_taken_up_by_its_kind_alone_at_a_clause_s_head(find):
    found = find("松涛银行举办“金融夜校”活动。活动吸引了200名农民工，经营活动照常。")
    assert found.anaphors("“金融夜校”活动") == ["活动"]


def test_what_has_a_name_behind_its_kind_is_meant_by_the_name(find):
    found = find("松涛人寿推出年金保险“福满堂”。该产品缴费期3年。")
    assert found.anaphors("福满堂") == ["该产品"]


def test_a_brand_of_programmes_is_no_campaign(find):
    found = find("“暖阳”宣讲活动是云桥银行“同行”消保品牌的一部分。该品牌创立于2021年。")
    assert found.anaphors("“同行”消保品牌") == ["该品牌"]


def test_a_model_is_no_method_named_behind_it(find):
    found = find("云桥银行建立“织网”模型，运用大数据分析流水。该模型已上线，该技术提高了效率。")
    assert found.anaphors("“织网”模型") == ["该模型"]
    assert find("云桥银行运用大数据分析流水。该模型已上线。").anaphors("大数据") == []


def test_the_campaign_stands_in_no_longer_word(find):
    found = find("云桥银行开展“暖阳”宣讲活动。云桥保险在滨江社区活动中心讲解知识，活动中发放手册。")
    assert found.anaphors("“暖阳”宣讲活动") == ["活动中"]


def test_we_in_speech_are_the_house_named_behind_it(find):
    found = find("“我们推出了新产品，我们也降了息。”云桥消费金融普惠部负责人介绍。")
    assert found.anaphors("云桥消费金融") == ["我们", "我们"]


def test_we_in_speech_are_the_house_of_who_was_about_to_speak(find):
    found = find("青禾银行参会。云桥消费金融董事长李伟表示：“我们将推出新产品。”")
    assert found.anaphors("云桥消费金融") == ["我们"]


def test_the_firm_in_quoted_words_is_the_one_told_behind_them(find):
    found = find("青禾银行参会。“公司已推出新产品，我行不降息。”云桥消费金融总经理李伟表示。")
    assert found.anaphors("云桥消费金融") == ["公司"]
    assert found.anaphors("青禾银行") == ["我行"]


def test_we_outside_of_speech_or_of_others_are_nobody(find):
    found = find("我们走访了云桥消费金融。“我们村很高兴。”村民在云桥消费金融门口说。“我们很高兴。”")
    assert found.anaphors("云桥消费金融") == []
