"""N3.js and jsonld.js read every RDF file as rdflib does."""

import pyoxigraph
import pytest
from rdflib.compare import isomorphic

from tests.interop.rdf_files import COMMITTED, ROOT, as_rdflib, triples_of, write_awkward
from tests.interop.test_rdf_python import by_rdflib

pytestmark = pytest.mark.filterwarnings("ignore:.*is deprecated:DeprecationWarning:rdflib")


@pytest.fixture(scope="module")
def paths(finance, tmp_path_factory):
    return [*(ROOT / name for name in COMMITTED), *write_awkward(finance, tmp_path_factory.mktemp("awkward"))]


@pytest.fixture(scope="module")
def read(node, paths):
    return node("parse_rdf.mjs", *paths)


def test_every_file_is_read_alike(paths, read):
    different = [
        str(path)
        for path in paths
        if not isomorphic(by_rdflib(path), as_rdflib(triples_of(read[str(path)], pyoxigraph.RdfFormat.N_QUADS)))
    ]
    assert different == []
