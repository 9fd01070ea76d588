"""What figures count, as SKOS concepts: those that a pack knows, and the words of a graph under them."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator

from rdflib.namespace import RDFS

from kg.export.rdf.names import Names
from kg.export.rdf.resource import Kind, Resource, given
from kg.export.rdf.skos import ALT_LABEL, BROADER, CONCEPT, IN_SCHEME, PREF_LABEL, SCOPE_NOTE, TYPE
from kg.export.rdf.terms import iri, worded
from kg.ontology.metrics import Metric, Metrics, load_metrics
from kg.ontology.namespaces import CORE
from kg.ontology.pack import Pack
from kg.ontology.vocabulary import Vocabulary

_TYPES = (CORE.Metric.n3(), CONCEPT)
_LABEL = RDFS.label.n3()


class MetricScheme:
    """The scheme of metrics: a metric in the words of a text stands under the concept that its words name."""

    def __init__(self, pack: Pack, vocabulary: Vocabulary) -> None:
        self._names = Names(vocabulary)
        self._language = vocabulary.language
        scheme = vocabulary.schemes.get(str(CORE.Metric))
        self._scheme = (iri(scheme.iri),) if scheme else ()
        self._known = _metrics_of(pack)
        self._by_name = {self._name(each): each for each in self._known.concepts}
        self._by_key = {each.key: each for each in self._known.concepts}

    def members(self) -> Iterator[Resource]:
        """Every concept that the pack knows."""
        return map(self._concept, self._known.concepts)

    def describe(self, metrics: Iterable[str]) -> Iterator[Resource]:
        """The metrics of a graph in the order of their words, then the wider concepts that it does not count itself."""
        wider: dict[str, Metric] = {}
        counted = sorted(set(metrics))
        for words in counted:
            known = self._by_name.get(words)
            above = self._above(known) if known else self._known.named_in(words)
            yield self._concept(known) if known else self._worded(words, above)
            while above is not None and above.key not in wider:
                wider[above.key] = above
                above = self._above(above)
        for concept in wider.values():
            if self._name(concept) not in counted:
                yield self._concept(concept)

    def _concept(self, concept: Metric) -> Resource:
        others = sorted(each for each in concept.words if self._known.by_word[each] is concept)
        above, english = self._above(concept), concept.labels.get("en")
        return self._resource(
            self._name(concept),
            (_LABEL, (worded(english, "en"),) if english else ()),
            (ALT_LABEL, tuple(self._names.words(each) for each in others if each != self._name(concept))),
            (SCOPE_NOTE, (self._names.words(concept.note),) if concept.note else ()),
            (BROADER, (self._names.metric(self._name(above)),) if above else ()),
        )

    def _worded(self, words: str, above: Metric | None) -> Resource:
        return self._resource(words, (BROADER, (self._names.metric(self._name(above)),) if above else ()))

    def _resource(self, words: str, *more: tuple[str, tuple[str, ...]]) -> Resource:
        labels = (self._names.words(words),)
        properties = given((TYPE, _TYPES), (PREF_LABEL, labels), (IN_SCHEME, self._scheme), *more)
        return Resource(Kind.VOCABULARY, self._names.metric(words), properties)

    def _above(self, concept: Metric) -> Metric | None:
        return self._by_key[concept.broader] if concept.broader else None

    def _name(self, concept: Metric) -> str:
        return concept.labels[self._language]


@functools.lru_cache(maxsize=4)
def _metrics_of(pack: Pack) -> Metrics:
    """Read once: every RDF writer asks for them."""
    return load_metrics(pack.files("metrics.yaml"))
