"""Curation as RDF: an activity of PROV for each line that holds, what it made, and what curators say on their own word.

A thing or statement that a line made what it is names the line's activity by `prov:wasGeneratedBy`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from rdflib.namespace import DCTERMS, PROV, RDF, RDFS, SKOS

from kg.export.rdf.names import Names
from kg.export.rdf.resource import Kind, Properties, Resource, given
from kg.export.rdf.statements import statement_of
from kg.export.rdf.terms import date, decimal, instance, literal
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.graph.places import exact_id
from kg.model.curation import CurationLine, Note
from kg.ontology.namespaces import CORE
from kg.ontology.vocabulary import Vocabulary

_A = RDF.type.n3()
_LABEL = RDFS.label.n3()
_DATE = DCTERMS.date.n3()
_REASON = DCTERMS.description.n3()
_CURATOR = PROV.wasAssociatedWith.n3()
_MADE_BY = PROV.wasGeneratedBy.n3()
_NOTE = SKOS.editorialNote.n3()
_AGENT = (PROV.Agent.n3(),)
_ACTIVITY = (CORE.Curation.n3(), PROV.Activity.n3())
_ACTION = CORE.action.n3()

_CONFIDENCE = CORE.confidence.n3()
_SURE = decimal(Decimal(1))


class Marks:
    """The lines of curation that made things and facts what they are, by the ids of these."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self._lines: dict[str, list[CurationLine]] = defaultdict(list)
        for each in graph.curation.applied:
            for id_ in each.touched:
                self._lines[id_].append(each.line)

    def of_entity(self, id_: str) -> Properties:
        """What is to be said of a thing: which activities made it, and what was noted of it."""
        lines = self._lines.get(id_, ())
        notes = {literal(each.change.text) for each in lines if isinstance(each.change, Note)}
        return given((_MADE_BY, _activities(lines)), (_NOTE, tuple(sorted(notes))))

    def of_quote(self, relation: str) -> Properties:
        """What is to be said of the statement of a relation at a place that a curator quotes."""
        return given((_MADE_BY, _activities([each for each in self._lines.get(relation, ()) if each.evidence])))

    def of_word(self, relation: str) -> Properties:
        """What is to be said of the statement of a relation that a curator makes without a quote; empty where none."""
        return given((_MADE_BY, _activities([each for each in self._lines.get(relation, ()) if not each.evidence])))


def _activities(lines: list[CurationLine] | tuple[CurationLine, ...]) -> tuple[str, ...]:
    return tuple(sorted({_activity(each) for each in lines}))


def _activity(line: CurationLine) -> str:
    return instance(exact_id("cur", *line.words, line.author, line.date.isoformat(), line.reason))


def _curator(line: CurationLine) -> str:
    return instance(exact_id("agt", line.author))


def describe_curation(graph: KnowledgeGraph, vocabulary: Vocabulary) -> Iterator[Resource]:
    """The curators, then the lines that hold, then what is stated on a curator's word alone, each by its IRI."""
    lines = [each.line for each in graph.curation.applied]
    authors = {_curator(each): each.author for each in lines}
    for agent in sorted(authors):
        yield Resource(Kind.CURATION, agent, ((_A, _AGENT), (_LABEL, (literal(authors[agent]),))))
    activities = {_activity(each): each for each in lines}
    for activity in sorted(activities):
        yield Resource(Kind.CURATION, activity, _described(activities[activity]))
    marks, names = Marks(graph), Names(vocabulary)
    for relation in graph.relations.values():
        made = marks.of_word(relation.id)
        if made:
            subject = instance(exact_id("stm", relation.id))
            yield Resource(Kind.CURATION, subject, (*statement_of(relation, names), (_CONFIDENCE, (_SURE,)), *made))


def _described(line: CurationLine) -> Properties:
    return (
        (_A, _ACTIVITY),
        (_ACTION, (literal(line.action.value),)),
        (_LABEL, (literal(" ".join(line.words)),)),
        (_REASON, (literal(line.reason),)),
        (_DATE, (date(line.date),)),
        (_CURATOR, (_curator(line),)),
    )
