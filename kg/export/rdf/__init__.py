"""The knowledge graph as RDF: which triples say what, before any file format."""
