"""The promise: a new relation, and a new domain, are new files and no code."""

import re
import shutil
import textwrap
from pathlib import Path

import pytest
import yaml

from kg import pipeline
from kg.extract.extractor import Extractor
from kg.model.document import Document
from kg.ontology.pack import packs_folder
from kg.query.shapes import validate

HERE = Path(__file__).parent


def facts(pack, text):
    """(subject's name, relation, object's name) of everything stated."""
    extraction = pipeline.extract_document(Document("d", text), pipeline.load_pack(str(pack)))
    names = {entity.id: entity.name for entity in extraction.entities}
    return {(names[each.subject], each.predicate, names[each.object]) for each in extraction.relations}


@pytest.mark.parametrize("name", ["acquisitions", "claims"])
def test_the_packs_have_no_fault(name):
    assert [str(each) for each in pipeline.check_pack(str(HERE / name))] == []


def test_a_new_relation_is_found_beside_those_of_the_pack_it_extends():
    found = facts(HERE / "acquisitions", "远岫科技有限公司收购了青禾支付有限公司，并推出“青禾贷”。")
    assert ("远岫科技有限公司", "acquires", "青禾支付有限公司") in found
    assert any(relation == "offers" for _, relation, _ in found)


def test_the_pack_that_is_extended_does_not_know_the_new_relation():
    assert not any(
        relation == "acquires" for _, relation, _ in facts("finance", "远岫科技有限公司收购了青禾支付有限公司。")
    )


def test_a_new_domain_finds_its_own_facts():
    found = facts(HERE / "claims", "果农遭受冰雹后，云舟财险向果农赔付12万元。")
    assert found == {("果农", "suffers", "冰雹"), ("云舟财险", "indemnifies", "果农")}


def test_a_new_domain_reports_its_figures_and_builds_its_graph(tmp_path):
    pack = pipeline.load_pack(str(HERE / "claims"))
    extraction = Extractor(pack).extract(Document("d", "果农遭受冰雹后，云舟财险向果农赔付12万元。"))
    assert [(int(each.quantity.value), each.quantity.unit) for each in extraction.observations] == [(120000, "元")]
    build = pipeline.build_graph([extraction], pack)
    files = pipeline.write_graph(build, pack, tmp_path)
    assert {"graph.ttl", "graph.html", "graph.graphml", "nodes.csv"} <= set(files)
    assert "clm:indemnifies" in (tmp_path / "graph.ttl").read_text("utf-8")


def written_from_the_page(folder):
    """The files of docs/how-to-new-domain.md, each block in the file that its first line names."""
    page = (HERE.parents[1] / "docs" / "how-to-new-domain.md").read_text("utf-8")
    for block in re.findall(r"^ *```\w+\n(.*?)^ *```", page, re.DOTALL | re.MULTILINE):
        text = textwrap.dedent(block)
        named = re.match(r"# (\S+/\S+)\n", text)
        if named:
            path = folder / named[1]
            path.parent.mkdir(parents=True, exist_ok=True)
            # A question's header has no other lines than its words.
            path.write_text(text[named.end() :], "utf-8")
    return folder


def test_the_page_that_walks_through_it_can_be_followed_to_the_letter(tmp_path):
    written_from_the_page(tmp_path)
    for name in ("acquisitions", "food"):
        assert [str(each) for each in pipeline.check_pack(str(tmp_path / name))] == []
    found = facts(tmp_path / "acquisitions", "远岫科技有限公司收购了青禾支付有限公司。")
    assert ("远岫科技有限公司", "acquires", "青禾支付有限公司") in found


def test_the_domain_of_the_page_is_found_asked_and_valid(tmp_path):
    pack = pipeline.load_pack(str(written_from_the_page(tmp_path) / "food"))
    page = (HERE.parents[1] / "docs" / "how-to-new-domain.md").read_text("utf-8")
    article = re.search(r"```text\n *(.*?)\n", page)[1]
    build = pipeline.build_graph([pipeline.extract_document(Document("d", article), pack)], pack)
    names = {each.id: each.name for each in build.graph.entities.values()}
    assert {(names[each.subject], each.predicate, names[each.object]) for each in build.graph.relations.values()} == {
        ("酸奶", "contains", "黄曲霉毒素"),
        ("青山乳业", "recalls", "酸奶"),
        ("江州市市场监管局", "penalizes", "青山乳业"),
    }
    pipeline.write_graph(build, pack, tmp_path / "graph")
    turtle = tmp_path / "graph" / "graph.ttl"
    rows = pipeline.query_graph(pipeline.load_graph(turtle), "hazards", pack).rows
    assert [[term.value for term in row] for row in rows] == [["酸奶", "黄曲霉毒素"]]
    assert validate(turtle, pack) == ()


def test_every_fault_of_a_pack_is_told_at_once(tmp_path):
    food = written_from_the_page(tmp_path) / "food"
    for name, text in {
        "lexicon/broken.yaml": "type: Food\nnames: [甲\n",
        "mentions/food.yaml": "type: Food\nrules:\n  - {kind: suffix, sufixes: [酱]}\n",
        "metrics.yaml": "key: 1\n",
        "figures.yaml": "key: 1\n",
        "contexts.yaml": "contexts: 1\n",
        "queries/plain.rq": "# 哪些？\nSELECT * WHERE { ?s ?p ?o }\n",
        "queries/syntax.rq": "# zh: 哪些？\n# en: Which?\nSELECT * WHERE { ?s ?p\n",
        "queries/english.rq": "# en: Which?\nSELECT * WHERE { ?s ?p ?o }\n",
    }.items():
        (food / name).write_text(text, "utf-8")
    told = {(str(each.path.relative_to(food)), each.line) for each in pipeline.check_pack(str(food))}
    assert told == {
        ("lexicon/broken.yaml", 3),
        ("contexts.yaml", 1),
        ("mentions/food.yaml", 3),
        ("metrics.yaml", 1),
        ("figures.yaml", 1),
        ("queries/plain.rq", 1),
        ("queries/syntax.rq", 4),
        ("queries/english.rq", 1),
    }


@pytest.mark.parametrize(
    ("name", "change", "message"),
    [
        ("pack.yaml", ("#0072B2", "blue"), "pack.yaml:5: types.Insurer.colour: does not match ^#"),
        ("pack.yaml", ("shape: dot", "shape: circle"), "pack.yaml:5: types.Insurer.shape: must be 'dot', 'square'"),
        ("pack.yaml", ("prefix: ins", "prefix: 险"), "pack.yaml:5: types.Insurer.prefix: does not match ^[a-z]"),
        ("pack.yaml", ("types:", "language: en\ntypes:"), "pack.yaml:4: language: there is no folder 'en' of cues"),
        ("pack.yaml", ("types:", "extends: nix\ntypes:"), "pack.yaml:4: extends: there is no pack 'nix'"),
        ("pack.yaml", ("types:", "extends: claims\ntypes:"), "pack.yaml:1: extends 'claims', which extends this pack"),
        ("shapes.ttl", "shape", "shapes.ttl:1: is not Turtle"),
        ("words.yaml", "3", "words.yaml:1: must be a mapping of lists"),
        ("lexicons/more.yaml", "type: Peril", "lexicons/more.yaml: is read by nothing; there are pack.yaml, "),
        ("lexicon/more.yml", "type: Peril", "lexicon/more.yml: is read by nothing; there are pack.yaml, "),
        ("metric.yaml", "key: 1", "metric.yaml: is read by nothing; there are pack.yaml, "),
        ("mentions/insurer.yaml", ("财险,", '"",'), "insurer.yaml:3: suffixes: holds an empty word"),
        ("mentions/insurer.yaml", ("longest: 8", "longest: -8"), "insurer.yaml:3: longest: must be 1 or more"),
        ("mentions/insurer.yaml", ("longest: 8", "longest: 八"), "insurer.yaml:3: longest: must be a whole number"),
        (
            "mentions/more.yaml",
            "type: Insurer\nrules:\n  - {id: trade, kind: suffix, suffixes: [寿险]}\n",
            "more.yaml:3: there is a rule Insurer/trade in insurer.yaml too",
        ),
        (
            "mentions/more.yaml",
            "type: Insurer\nrules:\n  - {id: signs, kind: pattern, words: [险], pattern: '(['}\n",
            "more.yaml:3: pattern: is no regular expression",
        ),
    ],
)
def test_a_fault_is_told_with_its_file_and_in_the_words_of_who_wrote_it(tmp_path, name, change, message):
    pack = shutil.copytree(HERE / "claims", tmp_path / "claims")
    path = pack / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(change if isinstance(change, str) else path.read_text("utf-8").replace(*change, 1), "utf-8")
    told = [str(each) for each in pipeline.check_pack(str(pack))]
    assert [each for each in told if message in each], told


def test_a_pack_may_extend_the_one_beside_it(tmp_path):
    shutil.copytree(HERE / "claims", tmp_path / "claims")
    (tmp_path / "more").mkdir()
    (tmp_path / "more/pack.yaml").write_text("name: more\ntitle: {en: More}\nextends: claims\n", "utf-8")
    assert "Insurer" in pipeline.load_pack(str(tmp_path / "more")).ontology.types


@pytest.mark.parametrize("folder", ["zh", "finance/mentions", "finance/patterns"])
def test_rules_are_read_alike_by_yaml_without_its_compiled_part(folder):
    shared = packs_folder() / Path(folder).parent / "words.yaml"
    ahead = shared.read_text("utf-8") if shared.is_file() else ""
    for path in (packs_folder() / folder).glob("*.yaml"):
        text = ahead + path.read_text("utf-8")
        assert yaml.load(text, yaml.SafeLoader) == yaml.load(text, yaml.CSafeLoader), path
