"""What a kind of rule is, what it is built from, and what it finds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from kg.extract.annotated import AnnotatedDocument, EntityMention
from kg.extract.relations.cues import Hit, Slot
from kg.extract.relations.scene import Scene
from kg.model.fact import Modality
from kg.model.mention import NamedEntity, Reference
from kg.model.span import Span
from kg.ontology.pack import Pack
from kg.ontology.source import Options


@dataclass(frozen=True)
class RuleHead:
    """A rule's name (`offers/sells`), its kind, its relation, and the types that the relation holds between.

    `actors` are the types that may be subjects of any relation of the pack, `places` those of places.
    """

    name: str
    kind: str
    relation: str
    domain: frozenset[str]
    range: frozenset[str]
    actors: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Finding:
    """A relation as a rule found it.

    `cue` is the word that says it, `role` the place of a person's office. `modality` is what the rule itself says of it
    (违反), None to read it from what stands before `scope` in the clause, the cue's start where that is None.
    """

    subject: EntityMention
    object: EntityMention
    cue: Span
    confidence: float
    modality: Modality | None = None
    role: Span | None = None
    scope: int | None = None


class Forms:
    """The surface forms of a document's entities, put together once."""

    def __init__(self, document: AnnotatedDocument) -> None:
        self._document = document
        self._by_type: dict[str, list[tuple[str, Sequence[str]]]] = {}

    def of_type(self, kind: str) -> Sequence[tuple[str, Sequence[str]]]:
        """The entities of a type, each with its id and its forms, the longest first."""
        if kind not in self._by_type:
            entities = [entity for entity in self._document.entities if entity.type == kind]
            self._by_type[kind] = [(entity.id, self._forms(entity)) for entity in entities]
        return self._by_type[kind]

    def _forms(self, entity: NamedEntity) -> Sequence[str]:
        text = self._document.document.text
        forms = {each.span.of(text) for each in entity.mentions if each.reference is Reference.NAMED}
        return sorted(forms, key=lambda each: (-len(each), each))


class View:
    """What a rule sees: the scenes up to the sentence at hand, which is the last and stands in `scene`.

    `named` are the types of all that the document names up to there.
    """

    __slots__ = ("document", "forms", "named", "scene", "scenes")

    def __init__(
        self, document: AnnotatedDocument, scenes: Sequence[Scene], forms: Forms, named: frozenset[str]
    ) -> None:
        """The view of the last of some scenes."""
        self.document = document
        self.scenes = scenes
        self.scene = scenes[-1]
        self.forms = forms
        self.named = named


class RelationRule(Protocol):
    """Finds one relation in one sentence. Built once a pack, from typed options; holds nothing of any document."""

    options: ClassVar[type[Options]]

    @property
    def words(self) -> Mapping[Slot, Iterable[str]]:
        """The words that the rule looks for; without one of those that wake it, it is not asked."""

    @property
    def types(self) -> Sequence[frozenset[str]]:
        """Types of which the sentence must name one each: without, the rule is not asked."""

    @property
    def ends(self) -> Sequence[frozenset[str]]:
        """Types of which that sentence or one before it must name one each, whatever the rule's words say."""

    def find(self, view: View, hits: Sequence[tuple[Hit, Slot]]) -> Iterable[Finding]:
        """What the sentence at hand says.

        Args:
            view: the sentence and those before it.
            hits: where the rule's words stand in it, in order.
        """


def beside(rule: RelationRule) -> Sequence[frozenset[str]]:
    """Types of which a word's own clause must name one each for it to wake a rule; few kinds of rules tell such."""
    return tuple(getattr(rule, "beside", ()))


class RelationKind(Protocol):
    """The class of a kind of rule."""

    options: ClassVar[type[Options]]

    def __call__(self, head: RuleHead, options: Options, pack: Pack) -> RelationRule:
        """A rule of this kind."""
