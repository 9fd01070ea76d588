"""Texts in the other script are read sign for sign."""

import pydantic
import pytest

from kg.ontology.language import read_language
from kg.ontology.pack import packs_folder
from kg.ontology.script import Script
from kg.text.script import ScriptReader

READER = ScriptReader(read_language(packs_folder() / "zh", []).script)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("截至年末，貸款餘額為120.5億元😀，較年初增長", "截至年末，贷款余额为120.5亿元😀，较年初增长"),
        ("該計畫以後於臺灣推出", "该计划以后于台湾推出"),
        ("云山银行2022年末贷款余额120亿元，钱锺书任顾问", "云山银行2022年末贷款余额120亿元，钱锺书任顾问"),
        ("", ""),
        ("no sign of it", "no sign of it"),
    ],
)
def test_reads_sign_for_sign(text, plain):
    assert READER.plain(text) == plain
    assert len(plain) == len(text)


def test_a_language_without_another_script_reads_as_it_stands():
    assert ScriptReader(Script()).plain("貸款餘額") == "貸款餘額"


@pytest.mark.parametrize("faulty", [{"signs": "萬万 與"}, {"words": {"计画": "计"}}, {"share": 0}])
def test_faults_are_told(faulty):
    with pytest.raises(pydantic.ValidationError):
        Script(**faulty)
