"""A name inside a longer name says something of both: a bank in its branch, a group in the programme made for it.

Works on the whole document: the inner one has to be named by itself somewhere. Of inner names inside each other only
the longest counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar

from kg.extract.annotated import AnnotatedDocument, EntityMention
from kg.extract.relations.cues import Hit, Slot
from kg.extract.relations.kinds.nested_options import NestedOptions
from kg.extract.relations.rule import Finding, RuleHead, View
from kg.model.mention import Reference
from kg.model.span import Span
from kg.ontology.pack import Pack
from kg.ontology.source import Options


class NestedRule:
    """See the module."""

    options: ClassVar[type[Options]] = NestedOptions

    def __init__(self, head: RuleHead, options: NestedOptions, pack: Pack) -> None:
        self._options = options
        self._opening = tuple(pair[0] for pair in pack.language.punctuation.brackets)
        is_outer = options.subject == "outer"
        self._outer = options.outer or (head.domain if is_outer else head.range)
        self._inner = sorted(options.inner or (head.range if is_outer else head.domain))

    @property
    def words(self) -> Mapping[Slot, Iterable[str]]:
        """The words that the rule looks for."""
        return {}

    @property
    def types(self) -> Sequence[frozenset[str]]:
        """Those of the outer name."""
        return (self._outer,)

    @property
    def ends(self) -> Sequence[frozenset[str]]:
        """Those of the outer name, too."""
        return self.types

    def find(self, view: View, hits: Sequence[tuple[Hit, Slot]]) -> Iterable[Finding]:  # noqa: ARG002
        """What the sentence at hand says."""
        text, rest, barred = view.scene.text, self._options.rest, self._options.except_endings
        for group in view.scene.groups:
            for mention in group.of_types(self._outer):
                span = mention.span
                if text.endswith(barred, span.start, span.end):
                    continue
                if rest and not text.endswith(rest, span.start, span.end):
                    continue
                if mention.mention.reference is Reference.NAMED and _is_first(view.document, mention):
                    yield from self._of_mention(view, mention, span.of(text))

    def _of_mention(self, view: View, outer: EntityMention, name: str) -> Iterator[Finding]:
        found = [
            (place, entity)
            for kind in self._inner
            for entity, forms in view.forms.of_type(kind)
            if entity != outer.entity and (place := self._place(name, forms)) is not None
        ]
        for place, entity in found:
            if not any(other.contains(place) and other != place for other, _ in found):
                span = Span(outer.span.start + place.start, outer.span.start + place.end)
                inner = EntityMention(span, entity, view.document.by_id[entity].mentions[0])
                ends = (outer, inner) if self._options.subject == "outer" else (inner, outer)
                yield Finding(*ends, outer.span, self._options.confidence)

    def _place(self, name: str, forms: Iterable[str]) -> Span | None:
        """Where one of an entity's forms stands in the name, by offsets of the name."""
        options, start = self._options, int(name.startswith(self._opening))
        for form in forms:
            at = name.find(form)
            fits = options.least <= len(form) < len(name) and form not in options.excepts
            if fits and at >= 0 and (at <= start or options.at == "any"):
                return Span(at, at + len(form))
        return None


def _is_first(document: AnnotatedDocument, mention: EntityMention) -> bool:
    """Whether the document has not named the thing in this form before."""
    named = document.by_id[mention.entity].mentions
    if named[0] is mention.mention:
        return True
    text = document.document.text
    form = mention.span.of(text)
    return next(each for each in named if each.span.of(text) == form) is mention.mention
