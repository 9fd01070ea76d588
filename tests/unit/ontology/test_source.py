"""Every fault of a pack's file is told with its line."""

import pytest

from kg.errors import OntologyError
from kg.ontology.source import Options, load_yaml, plain, validate


class Inner(Options):
    name: str
    weight: float = 1.0


class Outer(Options):
    title: str
    items: tuple[Inner, ...]


@pytest.fixture
def written(tmp_path):
    def write(text):
        path = tmp_path / "file.yaml"
        path.write_text(text, "utf-8")
        return path

    return write


def test_reads_what_is_right(written):
    path = written("title: 名\nitems:\n  - {name: 甲}\n")
    problems = []
    assert validate(Outer, load_yaml(path), path, problems) == Outer(title="名", items=(Inner(name="甲"),))
    assert problems == []


def test_tells_every_fault_with_its_line(written):
    path = written("title: 名\nitems:\n  - {name: 甲, wieght: 2}\n  - name: 乙\n    weight: heavy\n")
    problems = []
    assert validate(Outer, load_yaml(path), path, problems) is None
    assert [(each.line, each.message.split(":")[0]) for each in problems] == [
        (3, "items.0.wieght"),
        (4, "items.1.weight"),
    ]


def test_names_the_line_of_a_syntax_error(written):
    with pytest.raises(OntologyError, match=r"file\.yaml:2: .*YAML"):
        load_yaml(written("title: 名\nitems: ]\n"))


def test_tells_a_file_that_is_not_utf8(tmp_path):
    path = tmp_path / "file.yaml"
    path.write_bytes("名".encode("gb18030"))
    with pytest.raises(OntologyError, match="UTF-8"):
        load_yaml(path)


def test_lays_out_a_list_that_another_tells_by_its_anchor(written):
    path = written("words: &kinds [甲, 乙]\nsame: *kinds\nmore: [*kinds, 丙]\npairs: [[甲, 乙], 丙]\n")
    assert load_yaml(path) == {
        "words": ["甲", "乙"],
        "same": ["甲", "乙"],
        "more": ["甲", "乙", "丙"],
        "pairs": [["甲", "乙"], "丙"],
    }


def test_what_is_read_ahead_of_a_file_gives_it_anchors_and_moves_no_line(written):
    shared = "words:\n  kinds: &kinds [甲, 乙]\n"
    content = load_yaml(written("title: 名\nitems:\n  - {names: [*kinds, 丙]}\n"), shared)
    assert content["items"][0] == {"names": ["甲", "乙", "丙"]}
    assert (content.line, content["items"][0].line) == (1, 3)
    with pytest.raises(OntologyError, match=r"file\.yaml:2: "):
        load_yaml(written("title: 名\nitems: ]\n"), shared)


def test_a_key_told_twice_is_a_fault_with_its_line(written):
    path = written("title: 名\nitems:\n  - name: 甲\n    weight: 1\n    name: 乙\n")
    with pytest.raises(OntologyError, match="tells 'name' twice") as refused:
        load_yaml(path)
    assert refused.value.place == f"{path}:5"


def test_plain_options_are_asked_like_the_model_and_equal_it():
    class Inner(Options):
        words: tuple[str, ...] = ("甲",)

        @property
        def first(self) -> str:
            return self.words[0]

    class Outer(Options):
        inner: Inner = Inner()
        by_name: dict[str, Inner]

    by_name = {"乙": Inner(words=("乙",))}
    made = plain(Outer(by_name=by_name))
    assert (made.inner.first, made.by_name["乙"].first) == ("甲", "乙")
    assert made == Outer(by_name=by_name)
    assert made == plain(Outer(by_name=by_name))
    assert made != plain(Outer(inner=Inner(words=("丙",)), by_name=by_name))
    assert not isinstance(made, Options)
