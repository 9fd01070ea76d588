"""Subject and object of one sentence, whatever is said between: whoever acts, and what a later word governs.

For relations that their types nearly give away: what a regulator and a danger in one sentence have to do with each
other. It speaks only where no other rule knows of the two.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar

from kg.extract.annotated import EntityMention
from kg.extract.relations.cues import Hit, Mark, Slot
from kg.extract.relations.groups import Group
from kg.extract.relations.rule import Finding, RuleHead, View
from kg.extract.relations.scene import Scene
from kg.extract.relations.subjects import is_free
from kg.model.span import Span
from kg.ontology.pack import Pack
from kg.ontology.source import Options

_GOVERNED = Mark.OBJECT | Mark.PATIENT


class SentenceOptions(Options):
    """Options of the kind `sentence`.

    The subject stands first and acts, with `focus` the text is about it. The object stands at most `clauses` clauses
    and `reach` signs behind, with `governed` behind a word that governs it, and before any other possible subject.
    With `before`, the subject is the first of the sentence before, in the paragraph, where nobody acts in this.
    """

    subjects: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    governed: bool = False
    focus: bool = False
    clauses: int = 3
    reach: int = 80
    before: bool = False
    confidence: float = 0.6


class SentenceRule:
    """See the module."""

    options: ClassVar[type[Options]] = SentenceOptions

    def __init__(self, head: RuleHead, options: SentenceOptions, pack: Pack) -> None:
        del pack
        self._options = options
        self._subjects, self._objects = options.subjects or head.domain, options.objects or head.range
        self._actors = head.actors

    @property
    def words(self) -> Mapping[Slot, Iterable[str]]:
        """The words that the rule looks for."""
        return {}

    @property
    def types(self) -> Sequence[frozenset[str]]:
        """Those of the two names."""
        return (self._objects,) if self._options.before else (self._subjects, self._objects)

    def find(self, view: View, hits: Sequence[tuple[Hit, Slot]]) -> Iterable[Finding]:  # noqa: ARG002
        """What the sentence at hand says."""
        scene = view.scene
        for subjects, start, clause in self._before(view) if self._options.before else self._inside(scene):
            for group, cue in self._objects_of(scene, start, clause):
                for one in subjects:
                    for each in group.of_types(self._objects):
                        yield Finding(one, each, cue, self._options.confidence)

    def _inside(self, scene: Scene) -> Iterator[tuple[tuple[EntityMention, ...], int, int]]:
        """The subjects of the sentence, with where the group of each ends and its clause."""
        about = {each.entity for each in scene.focus}
        for group in scene.groups:
            members = group.of_types(self._subjects)
            if self._options.focus:
                members = tuple([each for each in members if each.entity in about])
            if members and _acts(group):
                yield members, group.end, group.clause

    def _before(self, view: View) -> Iterator[tuple[tuple[EntityMention, ...], int, int]]:
        """The first subject of the sentence before, where nobody acts in this."""
        scene, earlier = view.scene, view.scenes[-2:-1]
        acting = any(group.of_types(self._actors) and _acts(group) for group in scene.groups)
        for last in earlier if not acting and self._subjects.isdisjoint(scene.types) else ():
            if last.number == scene.number - 1 and last.sentence.paragraph == scene.sentence.paragraph:
                able = (group for group in last.groups if group.of_types(self._subjects))
                for group in itertools.islice(filter(_acts, able), 1):
                    yield group.of_types(self._subjects), scene.sentence.span.start, 0

    def _objects_of(self, scene: Scene, start: int, clause: int) -> Iterator[tuple[Group, Span]]:
        """The groups behind an offset that hold objects, each with the word that governs it."""
        options = self._options
        for group in scene.groups:
            if group.start < start:
                continue
            if group.clause - clause > options.clauses or group.start - start > options.reach:
                return
            if group.of_types(self._objects) and (not options.governed or group.mark & _GOVERNED):
                hit = scene.hits[group.cue] if group.cue >= 0 else group
                yield group, Span(hit.start, hit.end)
            if group.of_types(self._subjects) and not group.mark & Mark.COMPANION:
                return


def _acts(group: Group) -> bool:
    return is_free(group) and not (group.owns or group.aside)
