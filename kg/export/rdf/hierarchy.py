"""The concepts that a pack's lexicon knows, with their ids and their places under wider ones.

A concept has the id that the resolver gives it in any graph, so that hierarchies fit together wherever they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from kg.export.rdf.names import Names
from kg.export.rdf.resource import Kind, Resource, given
from kg.export.rdf.skos import ALT_LABEL, BROADER, CONCEPT, IN_SCHEME, PREF_LABEL, SCOPE_NOTE, TYPE
from kg.export.rdf.terms import instance, iri
from kg.model.entity import Entity
from kg.ontology.lexicon import Name
from kg.ontology.pack import Pack
from kg.ontology.vocabulary import Vocabulary
from kg.resolve.identifiers import OTHER_PREFIX, opaque_id
from kg.resolve.keys import Keys, keys_of
from kg.resolve.rules import rules_of


class Hierarchy:
    """The lexicon's names of those types that have a concept scheme."""

    def __init__(self, pack: Pack, vocabulary: Vocabulary) -> None:
        self._pack = pack
        self._names = Names(vocabulary)
        self._lexicon = pack.lexicon.by_key
        self._schemes = {
            name: iri(vocabulary.schemes[address].iri)
            for name, address in vocabulary.types.items()
            if address in vocabulary.schemes
        }

    def scheme(self, type_: str) -> tuple[str, ...]:
        """The scheme of a type, as an object; empty where the type has none."""
        return (self._schemes[type_],) if type_ in self._schemes else ()

    def entry(self, entity: Entity) -> Name | None:
        """What the lexicon knows of an entity, by its name or else by another form; None for an unnamed actor."""
        if entity.unnamed:
            return None
        forms = (entity.name, *entity.aliases)
        return next((self._lexicon[entity.type, form] for form in forms if (entity.type, form) in self._lexicon), None)

    def id_of(self, name: Name) -> str:
        """The id of a listed name, in any graph."""
        key = self._keys.canonical(name)
        prefix = self._pack.appearance[name.type].prefix if name.type in self._pack.appearance else OTHER_PREFIX
        return opaque_id(prefix, key.type, key.text)

    def broader(self, name: Name | None) -> tuple[str, ...]:
        """The wider concept of a listed one, as an object; empty where it has none."""
        wider = self.wider(name)
        return (instance(self.id_of(wider)),) if wider else ()

    def wider(self, name: Name | None) -> Name | None:
        """The entry of the wider concept."""
        if name is None or name.broader is None or name.type not in self._schemes:
            return None
        return self._lexicon.get((name.type, name.broader))

    def above(self, names: Iterable[Name]) -> Iterator[Name]:
        """Every entry that is wider than one of these, each once."""
        seen: set[tuple[str, str]] = set()
        for name in names:
            wider = self.wider(name)
            while wider is not None and (wider.type, wider.canonical) not in seen:
                seen.add((wider.type, wider.canonical))
                yield wider
                wider = self.wider(wider)

    def members(self) -> Iterator[Name]:
        """Every listed concept."""
        return (name for name in self._pack.lexicon if name.type in self._schemes)

    def describe(self, name: Name) -> Resource:
        """A listed concept as a resource."""
        others = sorted({*name.aliases, *name.former, *name.short} - {name.canonical})
        properties = given(
            (TYPE, (self._names.entity_type(name.type), CONCEPT)),
            (PREF_LABEL, (self._names.words(name.canonical),)),
            (ALT_LABEL, tuple(self._names.words(each) for each in others)),
            (SCOPE_NOTE, (self._names.words(name.note),) if name.note else ()),
            (IN_SCHEME, self.scheme(name.type)),
            (BROADER, self.broader(name)),
        )
        return Resource(Kind.VOCABULARY, instance(self.id_of(name)), properties)

    @cached_property
    def _keys(self) -> Keys:
        return keys_of(rules_of(self._pack))
