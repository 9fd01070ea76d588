"""rdflib and pyoxigraph read every RDF file alike."""

import pyoxigraph
import pytest
from rdflib import Dataset, Graph
from rdflib.compare import isomorphic

from tests.interop.rdf_files import AWKWARD, COMMITTED, ROOT, as_rdflib, triples_of, write_awkward

pytestmark = pytest.mark.filterwarnings("ignore:.*is deprecated:DeprecationWarning:rdflib")
FORMATS = {".ttl": "turtle", ".nq": "nquads", ".jsonld": "json-ld"}


def by_rdflib(path):
    text = path.read_text("utf-8")
    if path.suffix != ".nq":
        return Graph().parse(data=text, format=FORMATS[path.suffix], publicID="https://example.org/")
    triples = Graph()
    for subject, predicate, object_, _ in Dataset().parse(data=text, format="nquads").quads():
        triples.add((subject, predicate, object_))
    return triples


def by_pyoxigraph(path):
    form = pyoxigraph.RdfFormat.from_extension(path.suffix[1:])
    return as_rdflib(triples_of(path.read_bytes(), form))


@pytest.mark.parametrize("name", COMMITTED)
def test_committed_files_are_read_alike(name):
    assert isomorphic(by_rdflib(ROOT / name), by_pyoxigraph(ROOT / name))


def test_all_formats_of_awkward_names_are_one_graph(finance, tmp_path):
    paths = write_awkward(finance, tmp_path)
    graphs = [read(path) for path in paths for read in (by_rdflib, by_pyoxigraph)]
    assert all(isomorphic(graphs[0], each) for each in graphs[1:])
    labels = {str(each) for each in graphs[0].objects()}
    assert labels.issuperset(AWKWARD)
