"""Companies: listed and unlisted, their forms, their branches, and what is none."""

import pytest

FOUR = ["海尔消费金融", "哈银消费金融", "招联消费金融", "兴业消费金融"]


def test_four_consumer_finance_companies_stay_four(find):
    found = find("、".join(FOUR[:3]) + "和" + FOUR[3] + "均推出了新产品。")
    assert found.names("Company") == set(FOUR)


def test_a_company_left_unnamed_is_none_of_the_four(find):
    found = find("海尔消费金融表示，有消费金融公司推出了专属贷款。")
    assert found.names("Company") == {"海尔消费金融"}
    assert "消费金融公司" in found.names("Sector")
    assert found.indefinite() == {"消费金融公司"}


@pytest.mark.parametrize("before", ["所有", "没有"])
def test_words_that_only_hold_the_sign_of_an_unnamed_actor_name_no_one(find, before):
    assert find(f"该政策面向{before}消费金融公司。").indefinite() == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("近日，云桥消费金融上线新系统。", "云桥消费金融"),
        ("记者从临漳星海村镇银行获悉。", "临漳星海村镇银行"),
        ("由北京启沐天成科技有限公司主办。", "北京启沐天成科技有限公司"),
        ("旗下和穗传承基金销售有限公司被责令改正。", "和穗传承基金销售有限公司"),
        ("民营企业上海禾稼食品有限公司获得贷款。", "上海禾稼食品有限公司"),
        ("沐源国际（上海）股权投资管理有限公司持股60%。", "沐源国际（上海）股权投资管理有限公司"),
        ("由包河市锦帆财产保险股份有限公司承保。", "包河市锦帆财产保险股份有限公司"),
    ],
)
def test_names_that_nobody_listed_are_found_whole(find, text, name):
    assert name in find(text).names("Company")


@pytest.mark.parametrize(
    "text",
    [
        "商业银行要加强管理。",
        "与27家银行签约。",
        "3家农商行收到罚单。",
        "普及信用支付和移动支付。",
        "消费金融公司的市场定位不同。",
        "固定收益类证券投资业务增长。",
        "开展财产保险和人寿保险业务。",
    ],
)
def test_kinds_of_institution_are_no_companies(find, text):
    assert find(text).names("Company") == set()


def test_a_name_that_begins_one_full_name_is_that_company(find):
    found = find("云澄生物研发新药，北京云澄生物技术股份有限公司获批上市。")
    assert found.forms("Company") == [{"云澄生物", "北京云澄生物技术股份有限公司"}]


@pytest.mark.parametrize(
    "text",
    [
        "云澄生物研发新药。云澄生物技术有限公司、云澄生物检测有限公司出资。",
        "海思科研发新药。海思科制药有限公司出资。",
    ],
)
def test_a_name_that_begins_several_or_the_name_of_kin_is_neither(find, text):
    assert all(len(forms) == 1 for forms in find(text).forms("Company"))


def test_the_forms_of_one_name_are_one_company(find):
    found = find("云桥消费金融有限公司成立于2016年。云桥消费金融获批发债。云桥消金表示，将扩大规模。")
    assert found.forms("Company") == [{"云桥消费金融有限公司", "云桥消费金融", "云桥消金"}]


def test_a_name_with_its_place_and_without_is_one_company(find):
    found = find("成都青穗金融控股集团有限公司受让股权。青穗金控持股24.5%。")
    assert found.forms("Company") == [{"成都青穗金融控股集团有限公司", "青穗金控"}]


def test_names_of_two_places_stay_two(find):
    found = find("北京青穗集团有限公司与上海青穗集团有限公司签约。")
    assert len(found.forms("Company")) == 2
    found = find("北京青穗科技有限公司与上海青穗科技有限公司签约，上海青穗科技负责技术。")
    assert found.forms("Company") == [{"北京青穗科技有限公司"}, {"上海青穗科技有限公司", "上海青穗科技"}]


def test_a_defined_short_form_is_the_company(find):
    found = find("重庆云蚁消费金融有限公司（以下简称“云蚁消金”）获批。云蚁消金将增资。")
    assert found.forms("Company") == [{"重庆云蚁消费金融有限公司", "云蚁消金"}]


def test_a_defined_name_of_other_signs_is_the_company(find):
    found = find("云州岭川基金销售有限公司（以下简称“松湖财富”）与云桥银行签约。松湖财富将代销。")
    assert found.forms("Company") == [{"云州岭川基金销售有限公司", "松湖财富"}, {"云桥银行"}]


def test_what_several_companies_are_called_together_is_none_of_them(find):
    found = find("云桥人寿、岭川财险上海分公司（以下简称“云桥集团”）签约。")
    assert found.forms("Company") == [{"云桥人寿"}, {"岭川财险上海分公司", "上海分公司"}, {"云桥集团"}]


def test_a_defined_form_that_is_no_short_form_defines_nothing(find):
    found = find("云桥保险股份有限公司上海分公司（以下简称“公司”）获批。")
    assert all("公司" not in forms for forms in found.forms("Company"))


def test_the_fuller_name_told_behind_a_company_is_the_same(find):
    found = find("云桥消金，全称为成都云桥消费金融有限公司，由某集团发起。")
    assert {"云桥消金", "成都云桥消费金融有限公司"} in found.forms("Company")


def test_kin_of_a_named_company_are_companies(find):
    found = find("万穗基金获批。万穗基金旗下的万穗财富于2016年开业。")
    assert found.names("Company") == {"万穗基金", "万穗财富"}


def test_a_branch_is_a_company_of_its_own(find):
    found = find("工商银行发布年报。工商银行合肥明珠支行拦截一起诈骗。明珠支行表示感谢。")
    assert {"工商银行"} in found.forms("Company")
    assert any("工商银行合肥明珠支行" in forms for forms in found.forms("Company"))


def test_a_bank_named_only_inside_its_branch_is_none(find):
    assert find("工商银行合肥明珠支行拦截一起诈骗。").names("Company") == {"工商银行合肥明珠支行"}


def test_no_reporter_and_no_day_inside_a_name(find):
    found = find("日前记者从云桥消费金融获悉，云桥消费金融已完成增资。")
    assert found.names("Company") == {"云桥消费金融"}


def test_members_of_a_list_of_companies_are_companies(find):
    found = find("受让方包括招商银行、苏穗云商等上市公司。")
    assert {"招商银行", "苏穗云商"} <= found.names("Company")


def test_a_name_that_follows_its_kind_is_found_and_the_kind_is_none(find):
    found = find("头部持牌消费金融机构马上消费组织了六场活动。")
    assert "马上消费" in {form for forms in found.forms("Company") for form in forms}
    assert found.names("Sector") == set()


def test_a_name_of_place_and_trade_has_no_shorter_form(find):
    found = find("湖北消费金融公司获批开业，消费金融市场扩大，云桥消费金融增资。")
    assert found.names("Company") == {"湖北消费金融公司", "云桥消费金融"}


def test_a_branch_named_without_its_bank_is_that_of_the_bank_named_before(find):
    found = find("浦发银行烟台分行发放贷款。烟台分行表示，将继续支持企业。")
    assert found.forms("Company") == [{"浦发银行烟台分行", "烟台分行"}]


def test_a_branch_is_one_whatever_its_bank_is_called_and_its_town_left_out(find):
    found = find("建设银行青石新城支行走进社区。活动中，建行新城支行发放折页，新城支行员工讲解案例。")
    assert found.forms("Company") == [{"建设银行青石新城支行", "建行新城支行", "新城支行"}]


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        ("云澜保险旗下云澜财险亏损，云澜人寿盈利。", [{"云澜保险"}, {"云澜财险"}, {"云澜人寿"}]),
        ("云澜保险集团公告，云澜保险换帅，云澜财险亏损。", [{"云澜保险集团", "云澜保险"}, {"云澜财险"}]),
        ("锦澜财产保险公告，锦澜保险亏损。", [{"锦澜财产保险", "锦澜保险"}]),
        ("岭川控股集团持有岭川科技股份有限公司35%股份。", [{"岭川控股集团"}, {"岭川科技股份有限公司"}]),
        ("海桐控股由海桐集团持股60%。", [{"海桐控股"}, {"海桐集团"}]),
        ("岭川酒业股份有限公司公告，岭川集团祝贺。", [{"岭川酒业股份有限公司"}, {"岭川集团"}]),
        ("云桥银行旗下澜江消费金融开业，澜江消金盈利。", [{"云桥银行"}, {"澜江消费金融", "澜江消金"}]),
        (
            "星屿股份公告，全资子公司深圳星屿半导体有限公司增资，星屿半导体盈利。",
            [{"星屿股份"}, {"深圳星屿半导体有限公司", "星屿半导体"}],
        ),
    ],
)
def test_a_group_and_the_firms_under_it_are_several_firms(find, text, firms):
    assert find(text).forms("Company") == firms


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        ("双方共同投资有限公司。", set()),
        ("上海共同创业投资有限公司成立。", {"上海共同创业投资有限公司"}),
        ("云州市供销社和云州农担公司签订协议。", {"云州农担公司"}),
        ("和耕集团签订协议。", {"和耕集团"}),
        ("云溪银行上海分行陆家嘴支行发放贷款。", {"云溪银行上海分行陆家嘴支行"}),
    ],
)
def test_where_the_name_of_a_firm_begins(find, text, firms):
    assert find(text).names("Company") == firms
