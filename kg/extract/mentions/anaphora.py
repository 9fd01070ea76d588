"""Words that stand for what was named before (该公司, 该行, 其, 双方), and actors left unnamed (有消费金融公司).

An anaphor stands for the nearest name before it that fits its types and endings; one that begins its clause for the
name that began a clause before it, where there is one in the same paragraph.
"""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterable, Sequence

from kg.extract.mentions.candidate import Candidate
from kg.extract.mentions.clusters import Cluster
from kg.extract.mentions.issuer import IssuerFinder
from kg.extract.mentions.page import Page
from kg.extract.mentions.speech import Numbered, SpeakerFinder
from kg.extract.mentions.triggers import Hit, WordIndex
from kg.extract.vouching import VoucherReader
from kg.model.mention import Reference
from kg.ontology.forms import NameForms
from kg.ontology.language import Language
from kg.ontology.reference import Anaphor
from kg.text.tokenizer import Word

RULE = "anaphor"
_REACH = 400
"""Signs within which the name must stand that an anaphor stands for."""


class AnaphoraFinder:
    """Finds the words that stand for names and adds them to the mentions of what they stand for."""

    def __init__(self, language: Language, forms: Iterable[NameForms] = ()) -> None:
        self._anaphors = {word: anaphor for anaphor in reversed(language.reference.anaphors) for word in anaphor.words}
        self._index = WordIndex(self._anaphors)
        self._openers = frozenset(("", *language.reference.openers))
        self._marks = "".join(pair[0] for pair in language.punctuation.quotes)
        self._introducing = language.reference.introducing
        self._indefinite = frozenset(language.phrases.indefinite)
        self._longest = max((len(word) for word in self._indefinite), default=0)
        self._vouchers = VoucherReader(language)
        self._speakers = SpeakerFinder(language.punctuation, language.head.colon)
        self._issuers = IssuerFinder(language)
        self._unnamed = frozenset(each.type for each in forms if each.unnamed)

    def attach(self, page: Page, clusters: Sequence[Cluster]) -> list[Cluster]:
        """The clusters with their anaphoric mentions, and with indefinite ones marked."""
        grown = [[self._marked(page, each) for each in cluster] for cluster in clusters]
        named = sorted(
            ((each, number) for number, cluster in enumerate(grown) for each in cluster),
            key=lambda pair: (pair[0].start, -pair[0].end),
        )
        hits = self._hits(page, [each for each, _ in named])
        # 经甲事务所审计，该公司…: the firm that is audited is meant.
        meant = (
            [pair for pair in named if not self._vouchers.vouches(page.text, pair[0].start, pair[0].end)]
            if hits
            else []
        )
        issued = {each.words: each for each in (self._anaphors[hit.word] for hit in hits) if each.issued}
        issuers = {words: self._issuers.issuer(page, each, meant) for words, each in issued.items()}
        for hit in hits:
            anaphor = self._anaphors[hit.word]
            for antecedent, number in self._antecedents(page, hit, issuers.get(anaphor.words), meant):
                anaphoric = Candidate(
                    hit.start,
                    hit.end,
                    antecedent.type,
                    RULE,
                    confidence=0.6,
                    canonical=antecedent.canonical,
                    reference=Reference.ANAPHORIC,
                )
                grown[number].append(anaphoric)
                # 该公司董事长表示，…。其平台…: what stands for a name may be meant itself.
                if anaphor.near and not anaphor.subject:
                    bisect.insort(meant, (anaphoric, number), key=lambda pair: (pair[0].start, -pair[0].end))
        return [tuple(sorted(cluster, key=lambda each: (each.start, -each.end))) for cluster in grown]

    def _antecedents(self, page: Page, hit: Hit, issuer: Numbered | None, named: Sequence[Numbered]) -> list[Numbered]:
        """What an anaphor stands for; one that is `spoken` for the house that speaks, a `voiced` one if it is told."""
        anaphor = self._anaphors[hit.word]
        fitting = [pair for pair in named if _fits(page, pair[0], anaphor)] if anaphor.spoken or anaphor.voiced else []
        house = self._speakers.house(page.text, hit.start, fitting) if fitting else None
        if fitting and not (house or issuer):
            house = self._speakers.answering(page.text, hit.start, fitting, named)
        house = house or issuer
        if house or anaphor.spoken:
            return [house] if house else []
        found = _antecedents(page, hit, anaphor, named, self._introducing)
        return [self._called(page, each, named) for each in found]

    def _called(self, page: Page, kind: Numbered, named: Sequence[Numbered]) -> Numbered:
        """What has its own name right behind that of its kind, in marks: 年金保险“福满堂”."""
        end, type_ = kind[0].end, kind[0].type
        if page.text[end : end + 1] not in self._marks:
            return kind
        own = (pair for pair in named if pair[0].start == end + 1 and pair[0].type == type_)
        return next(own, kind)

    def _marked(self, page: Page, name: Candidate) -> Candidate:
        """A mention, one of a kind behind a word that leaves it unnamed as indefinite."""
        indefinite = name.type in self._unnamed and self._is_left_unnamed(page, name.start)
        return name._replace(reference=Reference.INDEFINITE) if indefinite else name

    def _is_left_unnamed(self, page: Page, start: int) -> bool:
        """Whether a word right before an offset leaves an actor unnamed: 有 in 有消费金融公司, not in 所有."""
        words = page.words_at(start)
        if words is None or words.at(start) == 0:
            return False
        last: Word = words[words.at(start) - 1]
        if last.end == start and last.text in self._indefinite:
            return True
        # 一家 may be cut in two.
        return any(
            page.text[start - length : start] in self._indefinite and words.is_boundary(start - length)
            for length in range(2, min(self._longest, start) + 1)
        )

    def _hits(self, page: Page, named: Sequence[Candidate]) -> list[Hit]:
        """The anaphors of a page, the longest of those that share words, outside names."""
        covered = bytearray(len(page.text))
        for each in named:
            covered[each.start : each.end] = b"\1" * (each.end - each.start)
        hits = sorted(self._index.find(page.plain), key=lambda hit: (hit.start - hit.end, hit.start))
        kept = []
        for hit in hits:
            if not any(covered[hit.start : hit.end]) and self._is_anaphor(page, hit):
                covered[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
                kept.append(hit)
        return sorted(kept, key=lambda hit: (hit.start, hit.end))

    def _is_anaphor(self, page: Page, hit: Hit) -> bool:
        anaphor = self._anaphors[hit.word]
        if page.text.startswith(anaphor.not_before, hit.end) or page.text.endswith(anaphor.not_after, 0, hit.start):
            return False
        if not anaphor.subject or page.text.endswith(anaphor.governed or "\0", 0, hit.start):
            return True
        clause = page.clause_at(hit.start)
        return clause is not None and page.text[clause[0] : hit.start].strip().lstrip(self._marks) in self._openers


def _antecedents(
    page: Page, hit: Hit, anaphor: Anaphor, named: Iterable[Numbered], introducing: tuple[str, ...]
) -> list[Numbered]:
    """What an anaphor stands for: one name, or for a word of a group both or one of the last two things."""
    clause = page.clause_at(hit.start) if anaphor.governed else None
    end = clause[0] if clause is not None and page.text.endswith(anaphor.governed, 0, hit.start) else hit.start
    fitting = [
        (each, number)
        for each, number in named
        if hit.start - _REACH <= each.start and each.end <= end and _fits(page, each, anaphor)
        # 该行 is no branch that was told as its own (该行南山支行).
        if not page.text.endswith(anaphor.words, 0, each.start)
        # 该公司 is not whom the last 该公司 was, but who was named since.
        if each.is_name or page.text[each.start : each.end] != hit.word
    ]
    preferred = [pair for pair in fitting if page.text[pair[0].start : pair[0].end].endswith(anaphor.preferred)]
    if anaphor.preferred and preferred:
        fitting = preferred
    if not fitting:
        return []
    if anaphor.group:
        others = [pair for pair in fitting if pair[1] != fitting[-1][1]]
        both = [others[-1], fitting[-1]] if others else []
        return both if anaphor.one_of is None else both[anaphor.one_of - 1 :][:1]
    if anaphor.near:
        fitting = _of_paragraph(page, hit, anaphor.passed, fitting)
    leading = [pair for pair in fitting if _leads(page, pair[0], introducing)]
    meant = [pair for pair in leading if not page.text.startswith(anaphor.passed or "\0", pair[0].end)]
    likely = meant or leading or fitting
    last = likely[-1][0]
    if anaphor.seldom and page.text.endswith(anaphor.seldom, last.start, last.end):
        # One named behind it, else one that led a clause before it: 该公司 is seldom a bank.
        behind = (each for each, _ in reversed(fitting) if each.start > last.end)
        firms = itertools.chain(behind, (each for each, _ in reversed(likely)))
        last = next((each for each in firms if not page.text.endswith(anaphor.seldom, each.start, each.end)), last)
    # Of a branch and its house that begin together the branch is meant.
    meant_one = next(pair for pair in fitting if pair[0].start == last.start)
    return [_headed(page, hit, meant_one, named) if anaphor.headed else meant_one]


def _fits(page: Page, name: Candidate, anaphor: Anaphor) -> bool:
    """Whether an anaphor may stand for a name by its type and how it ends."""
    if name.type not in anaphor.types:
        return False
    words = page.text[name.start : name.end]
    fits = not anaphor.endings or words.endswith(anaphor.endings)
    return fits and words not in anaphor.excepts and not words.endswith(anaphor.unlike)


def _of_paragraph(page: Page, hit: Hit, passed: tuple[str, ...], fitting: list[Numbered]) -> list[Numbered]:
    """Those named in the paragraph of a word, if one is meant there.

    A branch of what was named before is not (走进甲银行石湾支行), nor what one of some words follows (甲持有公司…).
    """
    start = page.text.rfind("\n", 0, hit.start)
    near = [pair for pair in fitting if pair[0].start > start]
    houses = tuple(page.text[each.start : each.end] for each, _ in fitting if each.end <= start)
    meant = (each for each, _ in near if not page.text.startswith(passed or "\0", each.end))
    names = (page.text[each.start : each.end] for each in meant)
    return near if any(name in houses or not name.startswith(houses) for name in names) else fitting


def _headed(page: Page, hit: Hit, last: Numbered, named: Iterable[Numbered]) -> Numbered:
    """The house that the headline names alone, where a paragraph after the one on its branch speaks of it again."""
    head = page.text.find("\n")
    if head < 0 or "\n" not in page.text[last[0].end : hit.start]:
        return last
    titled = [pair for pair in named if pair[0].end <= head and pair[0].type == last[0].type]
    if any(number == last[1] for _, number in titled):
        return last
    name = page.text[last[0].start : last[0].end]
    houses = (pair for pair in titled if name.startswith(page.text[pair[0].start : pair[0].end]))
    return next(houses, last)


def _leads(page: Page, candidate: Candidate, introducing: tuple[str, ...]) -> bool:
    """Whether a name begins its clause, or ends one that introduces it (作为银行系代表的甲，…)."""
    clause = page.clause_at(candidate.start)
    if clause is None or clause[0] == candidate.start:
        return clause is not None
    return clause[1] == candidate.end and page.text.startswith(introducing or "\0", clause[0])
