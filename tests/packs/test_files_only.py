"""The promise: a new relation, and a new domain, are new files and no code."""

from pathlib import Path

import pytest
import yaml

from kg import pipeline
from kg.extract.extractor import Extractor
from kg.model.document import Document
from kg.ontology.pack import packs_folder

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


@pytest.mark.parametrize("folder", ["zh", "finance/mentions", "finance/patterns"])
def test_rules_are_read_alike_by_yaml_without_its_compiled_part(folder):
    for path in (packs_folder() / folder).glob("*.yaml"):
        text = path.read_text("utf-8")
        assert yaml.load(text, yaml.SafeLoader) == yaml.load(text, yaml.CSafeLoader), path
