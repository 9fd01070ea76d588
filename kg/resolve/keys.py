"""Which key a name of a type has: known names have that of their lexicon entry, others that of how they are built.

Composes the lexicon, the forms of local bodies and the building of names. Whether two keys are one thing's is
decided in `kg.resolve.clusters`.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.ontology.lexicon import Name
from kg.resolve.forms import PlacedForms, places_of
from kg.resolve.naming import BuiltName, Naming, plain
from kg.resolve.rules import ResolutionRules


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What stands for a name. `home` is the document that the name never leaves, empty for all others."""

    type: str
    text: str
    home: str = ""


@functools.lru_cache(maxsize=4)
def keys_of(rules: ResolutionRules) -> Keys:
    """The keys of a domain, made once: its whole lexicon goes into them."""
    return Keys(rules)


class Keys:
    """The keys of names, by the rules of a domain."""

    def __init__(self, rules: ResolutionRules) -> None:
        self._rules = rules
        places = places_of(rules)
        self._naming = {type_: Naming(options, places) for options in rules.options.names for type_ in options.types}
        self._forms = PlacedForms(rules.options.forms, places)
        self._texts: dict[tuple[str, str], str] = {}
        self._anonymous = {
            type_: tuple(plain(word) for word in options.anonymous)
            for options in rules.options.context
            for type_ in options.types
        }
        self._local = {
            (type_, plain(name)) for options in rules.options.local for type_ in options.types for name in options.names
        }

    def known(self, type_: str, name: str) -> Name | None:
        """The lexicon's entry of a name, by one of its forms or by a form that is built alike."""
        bare = plain(name)
        return self._listed.get((type_, bare)) or self._built_alike.get((type_, self._text(type_, bare)))

    def canonical(self, name: Name) -> Key:
        """The key of a lexicon entry."""
        return self.of_canonical(name.type, name.canonical)

    def of_canonical(self, type_: str, canonical: str) -> Key:
        """The key of a canonical name, whether this lexicon lists it or another did."""
        return Key(type_, self._text(type_, plain(canonical)))

    def built(self, type_: str, name: str, document: str) -> Key:
        """The key of a name that the lexicon does not know, as a document has it."""
        bare = plain(name)
        return Key(type_, self._text(type_, bare), document if self._stays_home(type_, bare) else "")

    def is_branch(self, type_: str, name: str) -> bool:
        """Whether a name is that of a branch."""
        naming = self._naming.get(type_)
        return naming is not None and naming.branch_at(plain(name)) is not None

    def is_local(self, type_: str, name: str) -> bool:
        """Whether a name is that of a local body in one of the forms that the pack knows: 浙江证监局."""
        return self._forms.text(type_, plain(name)) is not None

    def parts(self, key: Key) -> BuiltName:
        """The parts of the name that a key stands for."""
        naming = self._naming.get(key.type)
        return naming.parse(key.text) if naming else BuiltName(key.text, key.text)

    def is_generic(self, key: Key) -> bool:
        """Whether a key tells nobody apart."""
        naming = self._naming.get(key.type)
        return len(key.text) < 2 or (naming is not None and naming.is_generic(key.text))

    @cached_property
    def entries(self) -> Mapping[Key, Name]:
        """The lexicon's entry of each canonical key; of two that one key stands for the first in order of names."""
        ordered = sorted(self._rules.lexicon, key=lambda name: (name.type, name.canonical), reverse=True)
        return {self.canonical(name): name for name in ordered}

    @cached_property
    def claims(self) -> Mapping[tuple[str, str], frozenset[Key]]:
        """By type and name without its place: the lexicon's entries that could be meant."""
        claims: dict[tuple[str, str], set[Key]] = {}
        for name in self._rules.lexicon:
            for surface in name.surfaces:
                rest = self.parts(self.of_canonical(name.type, surface)).rest
                if rest:
                    claims.setdefault((name.type, rest), set()).add(self.canonical(name))
        return {each: frozenset(keys) for each, keys in claims.items()}

    def _text(self, type_: str, bare: str) -> str:
        text = self._texts.get((type_, bare))
        if text is None:
            text = self._texts[type_, bare] = self._built_text(type_, bare)
        return text

    def _built_text(self, type_: str, bare: str) -> str:
        formed = self._forms.text(type_, bare)
        if formed is not None:
            return formed
        naming = self._naming.get(type_)
        if naming is None:
            return bare
        branch = naming.branch_at(bare)
        if branch is None:
            return naming.parse(bare).text
        head, part = self._head(type_, bare, branch)
        return (self._text(type_, head) if head else "") + naming.branch_part(part)

    def _head(self, type_: str, bare: str, branch: int) -> tuple[str, str]:
        """The head of a branch's name, by its canonical form where the lexicon knows it, and the branch's part."""
        for end in range(len(bare) - 1, 1, -1):
            name = self._listed.get((type_, bare[:end]))
            if name is not None and end >= branch:
                return plain(name.canonical), bare[end:]
        return bare[:branch], bare[branch:]

    def _stays_home(self, type_: str, bare: str) -> bool:
        """Whether a name says nothing outside its document: 刘先生, 市政府, a branch whose head it leaves out."""
        if (type_, bare) in self._local or bare.endswith(self._anonymous.get(type_, ())):
            return True
        naming = self._naming.get(type_)
        branch = naming.branch_at(bare) if naming else None
        return branch is not None and self._forms.text(type_, bare) is None and not self._head(type_, bare, branch)[0]

    @cached_property
    def _listed(self) -> Mapping[tuple[str, str], Name]:
        """Entries by type and form in plain form; a short form only where it is one entry's."""
        lexicon = self._rules.lexicon
        listed = {(name.type, plain(surface)): name for surface, name in reversed(lexicon.by_surface.items())}
        shorts: dict[tuple[str, str], set[tuple[str, str]]] = {}
        for name in lexicon:
            for short in name.short:
                shorts.setdefault((name.type, plain(short)), set()).add((name.type, name.canonical))
        for form, owners in shorts.items():
            if len(owners) == 1:
                listed.setdefault(form, lexicon.by_key[min(owners)])
        return listed

    @cached_property
    def _built_alike(self) -> Mapping[tuple[str, str], Name]:
        """Entries by type and key text, where one entry alone has it."""
        found: dict[tuple[str, str], dict[str, Name]] = {}
        for (type_, bare), name in self._listed.items():
            found.setdefault((type_, self._text(type_, bare)), {})[name.canonical] = name
        return {
            key: min(names.values(), key=lambda name: name.canonical) for key, names in found.items() if len(names) == 1
        }


def longest(keys: Iterable[Key]) -> Key:
    """The key that tells most, of equally long ones the first."""
    return min(keys, key=lambda key: (-len(key.text), key))
