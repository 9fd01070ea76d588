"""Where figures stand in a text. What they are worth is told by the pack's own examples."""

from kg.model.quantity import Bound
from kg.model.span import Span
from kg.ontology.language import read_language
from kg.ontology.pack import packs_folder
from kg.ontology.units import UnitKind
from kg.text.quantities import QuantityFinder

FINDER = QuantityFinder(read_language(packs_folder() / "zh", []))


def test_a_figure_covers_number_unit_and_the_words_of_its_bound():
    text = "累计点击量近9000万次以上"
    (figure,) = FINDER.find(text)
    assert figure.span.of(text) == "近9000万次以上"
    assert figure.number.of(text) == "9000万"
    assert figure.unit.of(text) == "次"
    assert figure.kind is UnitKind.COUNT


def test_offsets_count_code_points_of_the_untouched_text():
    text = "😀𠮷：投资２４亿元，占３０％"
    assert [figure.span.of(text) for figure in FINDER.find(text)] == ["２４亿元", "３０％"]


def test_only_the_asked_part_is_read():
    text = "净利润3亿元，员工200人"
    part = Span(text.index("员工"), len(text))
    assert [figure.span.of(text) for figure in FINDER.find(text, part)] == ["200人"]


def test_the_word_before_binds_more_than_a_ceiling():
    (figure,) = FINDER.find("最高可贷不少于20万元")
    assert figure.quantity.bound is Bound.OVER


def test_a_figure_without_unit_has_no_kind():
    (figure,) = FINDER.find("票数超45万")
    assert (figure.quantity.unit, figure.kind, figure.unit) == ("", None, None)


def test_a_number_in_words_is_marked():
    assert [figure.spelt for figure in FINDER.find("四名董事和5名监事")] == [True, False]


def test_codes_in_addresses_are_no_figures():
    assert FINDER.find("words%3D%E7%BD%91&page=3%E5") == ()


def test_numbers_told_in_order_share_the_unit_of_the_last():
    found = FINDER.find("甲、乙、丙的保费分别为12、8.5和３亿元，较年初分别下降0.1、0.2个百分点")
    assert [(str(each.quantity.value), each.quantity.unit) for each in found] == [
        ("1200000000", "元"), ("850000000", "元"), ("300000000", "元"), ("0.1", "百分点"), ("0.2", "百分点"),
    ]  # fmt: skip


def test_bare_numbers_without_a_word_for_their_order_share_nothing():
    assert [str(each.quantity.value) for each in FINDER.find("在1、2和3号楼设5家网点")] == ["5"]
