"""What a statement says, whoever makes it: which relation joins what, in which modality and office."""

from __future__ import annotations

from rdflib.namespace import RDF

from kg.export.rdf.names import Names
from kg.export.rdf.resource import Properties, given
from kg.export.rdf.terms import instance
from kg.model.entity import Relation
from kg.model.fact import Modality
from kg.ontology.namespaces import CORE

_A = RDF.type.n3()
_STATEMENT = CORE.Statement.n3()
_SUBJECT = CORE.subject.n3()
_RELATION = CORE.relation.n3()
_OBJECT = CORE.object.n3()
_MODALITY = CORE.modality.n3()
_ROLE = CORE.role.n3()

_MODALITIES = {each: CORE[each.value.capitalize()].n3() for each in Modality}


def statement_of(relation: Relation, names: Names) -> Properties:
    """The properties of a statement of a relation, apart from where it stands and who says so."""
    return given(
        (_A, (_STATEMENT,)),
        (_SUBJECT, (instance(relation.subject),)),
        (_RELATION, (names.relation(relation.predicate),)),
        (_OBJECT, (instance(relation.object),)),
        (_MODALITY, (_MODALITIES[relation.modality],)),
        (_ROLE, (names.words(relation.role),) if relation.role else ()),
    )
