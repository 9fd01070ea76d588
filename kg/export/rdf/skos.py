"""The terms by which concepts and names are written, as N-Triples writes them."""

from rdflib.namespace import RDF, SKOS

TYPE = RDF.type.n3()
CONCEPT = SKOS.Concept.n3()
CONCEPT_SCHEME = SKOS.ConceptScheme.n3()
PREF_LABEL = SKOS.prefLabel.n3()
ALT_LABEL = SKOS.altLabel.n3()
SCOPE_NOTE = SKOS.scopeNote.n3()
NOTATION = SKOS.notation.n3()
IN_SCHEME = SKOS.inScheme.n3()
BROADER = SKOS.broader.n3()
NARROWER = SKOS.narrower.n3()
TOP_CONCEPT_OF = SKOS.topConceptOf.n3()
