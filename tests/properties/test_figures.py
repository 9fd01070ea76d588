"""Any text: figures and periods lie where they say, and what is written is read back."""

import datetime
from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from kg.extract.annotated import AnnotatedDocument
from kg.extract.observations.finder import ObservationFinder
from kg.model.quantity import DateBasis
from kg.ontology.pack import load_pack
from kg.text.dates import PeriodFinder
from kg.text.normalize import fold
from kg.text.numerals import NumeralReader
from kg.text.period_context import Anchor
from kg.text.quantities import QuantityFinder
from kg.text.sentences import SentenceSplitter
from tests.builders import document, entity

PACK = load_pack()
LANGUAGE = PACK.language
QUANTITIES = QuantityFinder(LANGUAGE)
PERIODS = PeriodFinder(LANGUAGE)
READER = NumeralReader(LANGUAGE.numerals)
OBSERVATIONS = ObservationFinder(PACK)
SPLITTER = SentenceSplitter(LANGUAGE.punctuation)
ANCHOR = Anchor(2023, datetime.date(2023, 8, 31), DateBasis.PUBLICATION)

SIGNS = "一二三十百千万亿03.,年月日末元%户名超近内至-~从自为达各、和，。（）“”的共😀𠮷２％\n"
WORDS = [
    "12",
    "2023",
    "不足",
    "以上",
    "左右",
    "截至",
    "今年",
    "去年",
    "上半年",
    "一季度",
    "以来",
    "较年初",
    "同比",
    "增长",
]
PIECES = st.sampled_from([*SIGNS, *WORDS, "净利润", "贷款", "分别", "罚款", "青禾银行"])
TEXTS = st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=40)


@given(TEXTS)
def test_figures_lie_in_the_text_and_apart(text):
    last = 0
    for figure in QUANTITIES.find(text):
        assert last <= figure.number.start
        assert figure.span.contains(figure.number)
        assert figure.span.end <= len(text)
        assert figure.quantity.value_to is None or figure.quantity.value < figure.quantity.value_to
        last = figure.number.end


@given(TEXTS)
@example("今年至去年")
def test_periods_lie_in_the_text_and_run_forward(text):
    for each in PERIODS.find(text, ANCHOR):
        assert each.span.of(text)
        start, end = each.period.start, each.period.end
        assert start is None or end is None or start <= end


@given(TEXTS)
def test_observations_quote_the_text(text):
    named = (entity(text, "e1", "Company", "青禾银行"),) if "青禾银行" in text else ()
    annotated = AnnotatedDocument(document(text), SPLITTER.split(text), named)
    for each in OBSERVATIONS.find(annotated):
        assert each.metric
        assert each.quantity.unit
        assert each.evidence.span.of(text).strip()
        assert all(span.end <= len(text) for _, span in each.evidence.parts)
        assert 0 < each.evidence.confidence <= 1


@given(st.text())
def test_folding_moves_nothing(text):
    assert len(fold(text)) == len(text)


@given(st.integers(0, 10**15))
def test_whole_numbers_are_read_back(number):
    assert READER.value(f"{number:,}") == READER.value(str(number)) == number


@given(st.decimals(0, 10**6, places=2), st.sampled_from([("", 1), ("万", 10**4), ("亿", 10**8), ("万亿", 10**12)]))
def test_groups_multiply_exactly(number, group):
    sign, worth = group
    assert READER.value(f"{number}{sign}") == Decimal(number) * worth


@given(st.integers(1, 99_999_999))
def test_numbers_in_words_are_read_back(number):
    assert READER.value(spelt(number)) == number


def spelt(number):
    """A number in Chinese words, as it is written by hand."""
    high, low = divmod(number, 10_000)
    if not high:
        return section(low)
    gap = "零" if 0 < low < 1000 else ""
    return section(high) + "万" + gap + (section(low) if low else "")


def section(number):
    words, zero = "", False
    for worth, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // worth % 10
        if digit:
            words += ("零" if zero and words else "") + "〇一二三四五六七八九"[digit] + sign
            zero = False
        else:
            zero = True
    return words
