"""Which keys are one thing's, over all documents.

Two keys meet where one is the other without its place and no third thing could be meant, or where a document uses
one as another form of the other and no document uses it for a third. Near names never meet, unless a document says
that one was renamed the other, and neither do two things that the lexicon lists.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.resolve.keys import Key, Keys, longest
from kg.resolve.naming import near
from kg.resolve.partition import Partition
from kg.resolve.reasons import Because, MergeRule
from kg.resolve.rows import Row


@dataclass(frozen=True, slots=True)
class Clusters:
    """The key that stands for each key's thing, and why a key that was joined to others was."""

    canonical: Mapping[Key, Key]
    because: Mapping[Key, Because]


def cluster(rows: Iterable[Row], keys: Keys) -> Clusters:
    """The clusters of the keys of all rows; a function of the set of rows, whatever their order."""
    ordered = sorted(rows, key=lambda row: (row.document, row.local))
    gathering = _Gathering(keys, {row.key for row in ordered}, {row.key for row in ordered if row.canonical})
    gathering.join_places()
    gathering.join_aliases(_claims(ordered, keys))
    return gathering.clusters()


Claims = Mapping[Key, Mapping[Key, Row]]
"""By a form's key: the keys of the things that documents use it for, each with the first row that does."""


def _claims(rows: Iterable[Row], keys: Keys) -> Claims:
    claims: dict[Key, dict[Key, Row]] = {}
    for row in rows:
        if row.key.home:
            continue
        for alias in row.aliases:
            apart = not row.renamed and near(keys.parts(alias), keys.parts(row.key))
            if not apart and not _is_tail(alias, row.key):
                claims.setdefault(alias, {}).setdefault(row.key, row)
    return claims


def _is_tail(alias: Key, full: Key) -> bool:
    """Whether a form is only the end of a name: 消费贷款 for 个人消费贷款 is so for the length of an article."""
    return full.text.endswith(alias.text)


class _Gathering:
    """Clusters while they grow."""

    def __init__(self, keys: Keys, names: set[Key], listed: set[Key]) -> None:
        self._keys = keys
        self._names = names
        self._listed = set(listed)
        self._listed_roots = set(listed)
        self._partition: Partition[Key] = Partition()
        self._because: dict[Key, Because] = {}
        self._placed: set[Key] = set()

    def join_places(self) -> None:
        """Join 重庆蚂蚁消费金融 and 蚂蚁消费金融, unless 蚂蚁消费金融 of another place is named or listed too."""
        meant: dict[Key, set[Key]] = {}
        for key in sorted(self._names - self._listed):
            without = self._keys.parts(key).rest
            if without and not key.home:
                meant.setdefault(Key(key.type, without), set()).add(key)
        for rest, owners in sorted(meant.items()):
            if len(owners | self._keys.claims.get((rest.type, rest.text), frozenset())) > 1:
                continue
            entry = self._keys.known(rest.type, rest.text)
            target = self._keys.canonical(entry) if entry else rest
            (owner,) = owners
            if entry and target not in self._listed:
                self._listed.add(target)
                self._listed_roots.add(target)
            if self._join(target, owner):
                self._placed.add(owner)
                self._because[owner] = Because(MergeRule.PLACE, entry.canonical if entry else rest.text)
                self._because.setdefault(rest, Because(MergeRule.PLACE, owner.text))

    def join_aliases(self, claims: Claims) -> None:
        """Join each name that is also a form of exactly one other thing, until nothing changes.

        A join can only bring forms together that were claimed apart, so that later rounds decide what earlier ones
        could not.
        """
        open_ = [alias for alias in sorted(claims) if alias in self._names and alias not in self._listed]
        joined = True
        while joined:
            joined = False
            for alias in open_:
                root = self._partition.find(alias)
                owners = {self._partition.find(owner): owner for owner in sorted(claims[alias], reverse=True)}
                owners.pop(root, None)
                if len(owners) != 1:
                    continue
                (owner,) = owners.values()
                if self._join(owner, alias):
                    row = claims[alias][owner]
                    self._because.setdefault(alias, Because(MergeRule.DEFINED, row.name, row.document))
                    self._because.setdefault(owner, Because(MergeRule.DEFINED, alias.text, row.document))
                    joined = True

    def clusters(self) -> Clusters:
        """What was gathered."""
        members: dict[Key, list[Key]] = {}
        for key in sorted({*self._names, *self._listed, *self._because}):
            members.setdefault(self._partition.find(key), []).append(key)
        canonical = {}
        for group in members.values():
            listed = [key for key in group if key in self._listed]
            chosen = listed[0] if listed else self._longest(group)
            canonical.update(dict.fromkeys(group, chosen))
        return Clusters(canonical, self._because)

    def _longest(self, group: list[Key]) -> Key:
        """The key that tells most; a name stands for itself without its place, so that its id stays."""
        return longest(
            Key(key.type, self._keys.parts(key).rest or key.text) if key in self._placed else key for key in group
        )

    def _join(self, one: Key, other: Key) -> bool:
        """Join two clusters unless the lexicon knows both as things of their own."""
        root, second = self._partition.find(one), self._partition.find(other)
        if root == second or (root in self._listed_roots and second in self._listed_roots):
            return False
        self._partition.join(root, second)
        if second in self._listed_roots:
            self._listed_roots.add(root)
        return True
