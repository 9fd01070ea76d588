"""rapper (raptor) reads every Turtle and N-Quads file as rdflib does."""

import subprocess

import pyoxigraph
import pytest
from rdflib.compare import isomorphic

from tests.interop.rdf_files import COMMITTED, ROOT, as_rdflib, triples_of, write_awkward
from tests.interop.test_rdf_python import by_rdflib

pytestmark = pytest.mark.filterwarnings("ignore:.*is deprecated:DeprecationWarning:rdflib")
SYNTAX = {".ttl": "turtle", ".nq": "nquads"}


def by_rapper(path):
    command = ["rapper", "-q", "-i", SYNTAX[path.suffix], "-o", "ntriples", str(path), "https://example.org/"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    return as_rdflib(triples_of(done.stdout, pyoxigraph.RdfFormat.N_TRIPLES))


@pytest.mark.parametrize("name", [each for each in COMMITTED if each.endswith((".ttl", ".nq"))])
def test_committed_files_are_read_alike(name):
    assert isomorphic(by_rdflib(ROOT / name), by_rapper(ROOT / name))


def test_awkward_names_are_read_alike(finance, tmp_path):
    turtle, quads, _ = write_awkward(finance, tmp_path)
    assert isomorphic(by_rdflib(turtle), by_rapper(turtle))
    assert isomorphic(by_rapper(turtle), by_rapper(quads))
