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
