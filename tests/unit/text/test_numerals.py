"""What written numbers are worth."""

from decimal import Decimal

import pytest

from kg.ontology.language import read_language
from kg.ontology.pack import packs_folder
from kg.text.numerals import NumeralReader

READER = NumeralReader(read_language(packs_folder() / "zh", []).numerals)


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("7", "7"),
        ("3,000", "3000"),
        ("26.67", "26.67"),
        ("964.1万", "9641000"),
        ("1.2万亿", "1200000000000"),
        ("2亿3000万", "230000000"),
        ("1万2千亿", "1200000000000"),
        ("十", "10"),
        ("十二万", "120000"),
        ("二十一", "21"),
        ("两百零五", "205"),
        ("一万五千", "15000"),
        ("一万五", "15000"),
        ("一万零五", "10005"),
        ("三千", "3000"),
        ("二〇二三", "2023"),
        ("十五点五", "15.5"),
        ("3 万", "30000"),
    ],
)
def test_value_of_a_numeral(numeral, value):
    assert READER.value(numeral) == Decimal(value)


def test_a_value_is_written_plainly():
    assert str(READER.value("5000亿")) == "500000000000"
    assert str(READER.value("2.50")) == "2.5"


def test_words_without_a_number_are_refused():
    with pytest.raises(ValueError, match="holds no number"):
        READER.value("多少")
