"""Which mentions of a document name one thing.

Mentions of one type are one entity where the lexicon gives them one name, where the text defines one form by another,
where they are the same words, or where their names come apart into the same core and family. Names that differ in
their core or in the family of their last word stay apart (海尔消费金融, 招联消费金融), and so do names that differ in
their place (北京某某集团, 上海某某集团).
"""

from __future__ import annotations

import collections
import itertools
from collections.abc import Iterable, Mapping, Sequence, Set

from kg.extract.mentions.candidate import Candidate
from kg.extract.mentions.naming import NameReader
from kg.extract.mentions.page import Page, plain

Cluster = tuple[Candidate, ...]
_Node = tuple[str, str]
_SHORTEST_BRANCH = 4
"""Signs of what continues a name from which it tells one branch from others: more than the word for a branch alone."""
_LINK = 4
"""Signs of what joins two names as of two things."""
_MARKS = frozenset("“”\"‘’'《》「」『』〈〉 \u3000")
_WITHOUT = str.maketrans("", "", "".join(_MARKS))


class _Partition:
    """Sets of nodes that can be joined, but never two that the lexicon knows by different names."""

    def __init__(self, canonicals: Mapping[_Node, str]) -> None:
        self._parents: dict[_Node, _Node] = {}
        self._canonicals = dict(canonicals)

    def root(self, node: _Node) -> _Node:
        parent = self._parents.setdefault(node, node)
        while parent != self._parents[parent]:
            parent = self._parents[parent]
        self._parents[node] = parent
        return parent

    def join(self, one: _Node, other: _Node) -> None:
        if one == other or self.root(one) == self.root(other):  # as mostly
            return
        first, second = sorted((self.root(one), self.root(other)))
        known = {name for name in (self._canonicals.get(first), self._canonicals.get(second)) if name is not None}
        if len(known) < 2:
            self._parents[second] = first
            self._canonicals.update((first, name) for name in known)


class Clusterer:
    """Joins the mentions of one thing."""

    def __init__(self, readers: Mapping[str, NameReader]) -> None:
        self._readers = readers
        self._endings = {type_: each.forms.endings for type_, each in readers.items() if each.forms.endings}
        self._abbreviated = frozenset(type_ for type_, each in readers.items() if each.forms.abbreviated)

    def cluster(
        self, page: Page, kept: Sequence[Candidate], pairs: Iterable[tuple[Candidate, Candidate]]
    ) -> list[Cluster]:
        """The mentions by thing, in the order of first mention.

        Args:
            page: the document.
            kept: the mentions, in text order.
            pairs: mentions that are known to name one thing.
        """
        nodes = [_node(page, each) for each in kept]
        known = zip(reversed(nodes), reversed(kept), strict=True)
        partition = _Partition({node: each.canonical for node, each in known if each.canonical})
        first: dict[_Node, _Node] = {}
        for node, each in zip(nodes, kept, strict=True):
            if each.canonical is not None:
                partition.join(node, first.setdefault((each.type, each.canonical), node))
            if each.stands_for is not None:
                partition.join(node, (each.type, _key(each.stands_for)))
        for one, other in pairs:
            partition.join(_node(page, one), _node(page, other))
        distinct = tuple(dict.fromkeys(nodes))
        apart, linked = self._apart(page, kept, nodes), self._linked(page, kept)
        self._join_forms(distinct, partition, apart.keys(), linked)
        self._join_branches(page, kept, partition)
        listed = {node for node, each in zip(nodes, kept, strict=True) if each.canonical}
        self._join_beginnings(distinct, partition, listed, apart, linked)
        self._join_endings(distinct, partition)
        self._join_abbreviations(distinct, partition)
        clusters: dict[_Node, list[Candidate]] = {}
        for node, each in zip(nodes, kept, strict=True):
            clusters.setdefault(partition.root(node), []).append(each)
        return [tuple(cluster) for cluster in clusters.values()]

    def _join_forms(
        self, nodes: Iterable[_Node], partition: _Partition, apart: Set[_Node], linked: Set[tuple[_Node, _Node]]
    ) -> None:
        """Join names that come apart into the same core and family; one without a place joins the only one with."""
        groups: dict[tuple[str, str, int | None], dict[str, _Node]] = collections.defaultdict(dict)
        read = {node: self._readers[node[0]].readings(node[1]) for node in nodes if node[0] in self._readers}
        named = {(node[0], parts[0].core, parts[0].family) for node, parts in read.items()}
        for node, parts in read.items():
            own = next((each for each in parts[1:] if (node[0], each.core, each.family) in named), parts[0])
            leads = groups[node[0], own.core, own.family]
            if leads and node in apart:  # another firm than who was named before: 云桥保险旗下云桥财险
                continue
            lead = leads.setdefault(own.lead, node)
            if (node, lead) not in linked:
                partition.join(node, lead)
        for leads in groups.values():
            bare = leads.pop("", None)
            if bare is not None and len(leads) == 1:
                partition.join(bare, next(iter(leads.values())))

    def _join_branches(self, page: Page, kept: Sequence[Candidate], partition: _Partition) -> None:
        """Join names that continue one name with the same words: 建行合肥支行, 建设银行合肥支行."""
        first: dict[tuple[_Node, str], _Node] = {}
        for each in kept:
            if each.stem_end is not None:
                reader = self._readers.get(each.type)
                stem = self._stem(page, each, reader, partition)
                rest = _key(page.text[each.stem_end : each.end])
                rest = reader.full_form(rest) if reader is not None else rest
                partition.join(_node(page, each), first.setdefault((stem, rest), _node(page, each)))
        self._join_places(first, partition)

    def _stem(self, page: Page, name: Candidate, reader: NameReader | None, partition: _Partition) -> _Node:
        """What a name continues, the same for all forms of it."""
        surface = name.stem_canonical or partition.root((name.type, _key(page.text[name.start : name.stem_end])))[1]
        parts = reader.parts(surface) if reader is not None else None
        return name.type, f"{parts.lead} {parts.core} {parts.family}" if parts is not None else surface

    def _join_places(self, branches: Mapping[tuple[_Node, str], _Node], partition: _Partition) -> None:
        """Join a branch whose town one form leaves out: 云桥银行青山新城支行, 云桥银行新城支行."""
        for (stem, rest), node in branches.items():
            fuller = [
                other
                for (its_stem, its_rest), other in branches.items()
                if its_stem == stem and its_rest != rest and len(rest) >= _SHORTEST_BRANCH and its_rest.endswith(rest)
            ]
            if len({partition.root(other) for other in fuller}) == 1:
                partition.join(node, fuller[0])

    def _join_endings(self, nodes: Iterable[_Node], partition: _Partition) -> None:
        """Join names that end exactly one other name: 智能风控系统, 供应链金融智能风控系统."""
        ordered = sorted(each for each in nodes if each[0] in self._endings)
        for type_, surface in ordered:
            if len(surface) < self._endings[type_]:
                continue
            fuller = [each for each in ordered if each[0] == type_ and each[1] != surface and each[1].endswith(surface)]
            if len({partition.root(each) for each in fuller}) == 1:
                partition.join((type_, surface), fuller[0])

    def _apart(self, page: Page, kept: Iterable[Candidate], nodes: Iterable[_Node]) -> Mapping[_Node, int]:
        """The names that are told as another's firms where they first stand, and how many were named before them."""
        apart: dict[_Node, int] = {}
        seen: dict[_Node, None] = {}
        for each, node in zip(kept, nodes, strict=True):
            if node in seen:
                continue
            reader = self._readers.get(each.type)
            if reader is not None and page.text.endswith(reader.forms.apart, 0, each.start):
                apart[node] = len(seen)
            seen[node] = None
        return apart

    def _linked(self, page: Page, kept: Iterable[Candidate]) -> frozenset[tuple[_Node, _Node]]:
        """The pairs of names that a word between them tells as two (甲集团持有甲科技), in both orders."""
        pairs: set[tuple[_Node, _Node]] = set()
        for one, other in itertools.pairwise(kept):
            reader = self._readers.get(one.type) if one.type == other.type else None
            near = reader is not None and 0 < other.start - one.end <= _LINK
            if near and reader is not None and page.text[one.end : other.start] in reader.forms.links:
                nodes = _node(page, one), _node(page, other)
                pairs |= {nodes, nodes[::-1]}
        return frozenset(pairs)

    def _join_beginnings(
        self,
        nodes: Sequence[_Node],
        partition: _Partition,
        listed: Set[_Node],
        apart: Mapping[_Node, int],
        linked: Set[tuple[_Node, _Node]],
    ) -> None:
        """Join names that begin exactly one full name of their type: 云桥生物, 云州云桥生物技术股份有限公司."""
        order = {node: number for number, node in enumerate(nodes)}
        full: dict[str, list[str]] = collections.defaultdict(list)
        for type_, surface in nodes:
            reader = self._readers.get(type_)
            if reader is not None and surface.endswith(reader.forms.full):
                full[type_].append(surface)
        for node in sorted(each for each in nodes if each[0] in full):
            own = [
                each
                for each in full[node[0]]
                if apart.get((node[0], each), -1) <= order[node]
                and apart.get(node, -1) <= order[node[0], each]
                and (node, (node[0], each)) not in linked
            ]
            begun = self._readers[node[0]].begun_by(node[1], own, listed=node in listed)
            if len({partition.root((node[0], each)) for each in begun}) == 1:
                partition.join(node, (node[0], begun[0]))

    def _join_abbreviations(self, nodes: Iterable[_Node], partition: _Partition) -> None:
        """Join bodies of one place whose signs one leaves out: 某区金融局, 某区地方金融监督管理局."""
        ordered = sorted(each for each in nodes if each[0] in self._abbreviated)
        for node in ordered:
            reader = self._readers[node[0]]
            fuller = [each for each in ordered if each[0] == node[0] and reader.abbreviates(node[1], each[1])]
            if len({partition.root(each) for each in fuller}) == 1:
                partition.join(node, fuller[0])


def _node(page: Page, candidate: Candidate) -> _Node:
    return candidate.type, _without_marks(page.plain[candidate.start : candidate.end])


def _key(surface: str) -> str:
    """A surface without the marks and the letter case that make no difference."""
    return _without_marks(plain(surface))


def _without_marks(surface: str) -> str:
    return surface if _MARKS.isdisjoint(surface) else surface.translate(_WITHOUT)
