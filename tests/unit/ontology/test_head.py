import pytest

from kg.errors import OntologyError
from kg.ontology.head import Head, load_head
from kg.ontology.language import read_language
from kg.ontology.pack import packs_folder


def test_the_head_words_of_chinese_are_part_of_the_language():
    language = read_language(packs_folder() / "zh", [])
    assert language.head == load_head(packs_folder() / "zh")
    assert hash(language.head)
    assert all(len(sign) == len(character) == 1 for sign, character in language.head.radicals)


def test_a_missing_file_and_a_fault_are_told(tmp_path):
    with pytest.raises(OntologyError, match=r"head\.yaml: cannot be read"):
        load_head(tmp_path)
    (tmp_path / "head.yaml").write_text("page: [p]\nlabel: {}\n", "utf-8")
    with pytest.raises(OntologyError, match=r"head\.yaml:2: label: is no option here"):
        load_head(tmp_path)


def test_a_language_may_leave_everything_out(tmp_path):
    (tmp_path / "head.yaml").write_text("{}\n", "utf-8")
    assert load_head(tmp_path) == Head()
