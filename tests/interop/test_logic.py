"""The ontologies and what is built by them: OWL 2 DL by the OWL API, consistent by HermiT."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor

import pytest
from rdflib import OWL, Graph, Literal
from rdflib.namespace import XSD

from kg.export.turtle import TurtleWriter
from kg.ontology.pack import packs_folder
from kg.ontology.turtle import load_turtle
from tests.interop import reasoner as reasoner_process
from tests.interop.rdf_files import ROOT
from tests.knowledge import sample_graph

ONTOLOGIES = (
    "core.ttl",
    "alignment.ttl",
    "zh/units.ttl",
    "finance/schema.ttl",
    "finance/alignment.ttl",
    "finance/schemes.ttl",
)
PREFIXES = """@prefix core: <https://w3id.org/cnfinkg/core#> .
@prefix fin: <https://w3id.org/cnfinkg/finance#> .
@prefix id: <https://w3id.org/cnfinkg/id/> .
"""
CONTRADICTIONS = {
    "a company that is a person": "id:org_1 a fin:Person .",
    "a programme that is served": "id:org_1 fin:serves id:prg_1 .",
    "a programme that serves": "id:prg_1 fin:serves id:grp_1 .",
    "a company that owns itself": "id:org_1 fin:owns id:org_1 .",
    "an inverse between the wrong classes": "id:plc_1 fin:ownedBy id:org_1 .",
    "an observation that is a projection": "id:obs_1 a core:Projection .",
    "an observation with a modality": "id:obs_1 core:modality core:Planned .",
    "a statement with two modalities": "id:stm_1 core:modality core:Planned .",
    "a concept that is its scheme": "fin:customerGroups a fin:CustomerGroup .",
    "a bound that is none of the four": "id:obs_1 core:bound core:Asserted .",
}


class Reasoner:
    """Asks the reasoner's process; days are left out, since OWL 2 has no xsd:date."""

    def __init__(self, pool):
        self._pool = pool

    def _ask(self, question, graph):
        kept = Graph()
        for triple in graph:
            dated = isinstance(triple[2], Literal) and triple[2].datatype == XSD.date
            about = triple[1] in (OWL.imports, OWL.versionIRI, OWL.priorVersion) or triple[2] == OWL.Ontology
            if not dated and not about:
                kept.add(triple)
        return self._pool.submit(question, kept.serialize(format="xml")).result()

    def violations(self, graph):
        return self._ask(reasoner_process.violations, graph)

    def is_consistent(self, graph):
        return self._ask(reasoner_process.is_consistent, graph)

    def unsatisfiable(self, graph):
        return self._ask(reasoner_process.unsatisfiable, graph)


@pytest.fixture(scope="module")
def reasoner():
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        yield Reasoner(pool)


@pytest.fixture(scope="module")
def together():
    graph = Graph()
    for name in ONTOLOGIES:
        graph += load_turtle(packs_folder() / name)
    return graph


@pytest.fixture(scope="module")
def valid():
    return load_turtle(packs_folder() / "finance" / "valid.ttl")


def test_the_ontologies_are_owl_2_dl(reasoner, together):
    assert reasoner.violations(together) == []


def test_every_class_can_have_members(reasoner, together):
    assert reasoner.unsatisfiable(together) == []


def test_the_concepts_are_owl_2_dl_and_consistent(reasoner, together):
    concepts = together + load_turtle(packs_folder() / "finance" / "concepts.ttl")
    assert reasoner.violations(concepts) == []
    assert reasoner.is_consistent(concepts)


def test_the_ontologies_are_consistent_with_what_we_write(reasoner, together, finance, tmp_path):
    TurtleWriter().write(sample_graph(), finance, tmp_path)
    written = together + load_turtle(tmp_path / "graph.ttl")
    assert reasoner.violations(written) == []
    assert reasoner.is_consistent(written)


def test_the_committed_output_is_consistent(reasoner, together):
    built = ROOT / "output" / "graph.ttl"
    assert reasoner.is_consistent(together + load_turtle(built))


def planted(turtle):
    return Graph().parse(data=PREFIXES + turtle, format="turtle")


def test_the_valid_example_is_consistent(reasoner, together, valid):
    assert reasoner.violations(together + valid) == []
    assert reasoner.is_consistent(together + valid)


@pytest.mark.parametrize("turtle", CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_a_planted_contradiction_is_found(reasoner, together, valid, turtle):
    assert not reasoner.is_consistent(together + valid + planted(turtle))


def test_what_the_profile_forbids_is_found(reasoner, together):
    reserved = "@prefix owl: <http://www.w3.org/2002/07/owl#> . fin:owns a owl:TransitiveProperty ."
    assert reasoner.violations(together + planted(reserved)) != []
