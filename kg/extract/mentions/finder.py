"""What a document names: the finders of names, composed.

Lexicon and rules propose, overlaps are settled, definitions and what was found once are looked for in the rest of the
text, and what is left is put together into entities with the words that stand for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.extract.mentions.anaphora import AnaphoraFinder
from kg.extract.mentions.candidate import Candidate, Found
from kg.extract.mentions.classes import ClassFilter
from kg.extract.mentions.clusters import Cluster, Clusterer
from kg.extract.mentions.context import ContextFilter
from kg.extract.mentions.definition import DefinitionFinder
from kg.extract.mentions.edges import LeadCutter, PeopleCutter, trimmed
from kg.extract.mentions.gazetteer import Gazetteer
from kg.extract.mentions.joined import JoinerCutter
from kg.extract.mentions.kinds.person import PersonRule
from kg.extract.mentions.lists import ListReader
from kg.extract.mentions.memory import DocumentMemory
from kg.extract.mentions.naming import make_readers
from kg.extract.mentions.nesting import without_dependent
from kg.extract.mentions.overlap import keep_best
from kg.extract.mentions.page import Page
from kg.extract.mentions.registry import load_rules
from kg.extract.mentions.rule import MentionRule, Stage
from kg.extract.mentions.triggers import Hit, TriggerIndex
from kg.model.document import Document
from kg.model.mention import Mention, NamedEntity
from kg.ontology.pack import Pack
from kg.text.sentences import Sentence
from kg.text.tokenizer import Tokenizer

_STAGES = tuple(Stage)


class EntityFinder:
    """Finds what documents name, by one pack. Holds compiled rules only."""

    def __init__(self, pack: Pack) -> None:
        """Compile the pack's rules of names.

        Raises:
            OntologyError: a rule has faulty options.
        """
        self._rank = {name: number for number, name in enumerate(pack.appearance)}
        self._rules = load_rules(pack)
        self._tokenizer = Tokenizer(_vocabulary(pack, self._rules))
        self._lists = ListReader(pack.language)
        phrases = pack.language.phrases
        joined = phrases.joined_before, phrases.joined_behind
        self._gazetteer = Gazetteer(pack.lexicon, pack.forms, joined)
        self._triggers = TriggerIndex([tuple(rule.triggers) for rule in self._rules])
        readers = make_readers(pack.forms, pack.lexicon)
        self._branded = tuple(each.type for each in pack.forms if each.core)
        people = [each for each in self._rules if isinstance(each, PersonRule)]
        self._people = PeopleCutter((each.type for each in people), (word for each in people for word in each.verbs))
        self._leads = LeadCutter(pack.language, pack.forms)
        self._classes = ClassFilter(pack.language.phrases, pack.forms, pack.lexicon, pack.offices.offices)
        self._joined = JoinerCutter(pack.language, pack.forms)
        self._definitions = DefinitionFinder(pack.language)
        self._contexts = ContextFilter(pack.contexts)
        self._memory = DocumentMemory(readers, self._gazetteer)
        self._clusterer = Clusterer(readers)
        self._anaphora = AnaphoraFinder(pack.language, pack.forms)

    def find(self, document: Document, sentences: tuple[Sentence, ...]) -> tuple[NamedEntity, ...]:
        """The entities of a document in the order of their first mention, with ids e1, e2 …; mentions never cross."""
        page = Page(document, sentences, self._tokenizer, self._lists)
        found = self._propose(page)
        kept = keep_best(found, self._rank)
        defined = self._definitions.find(page, kept)
        if defined:
            kept = keep_best((*found, *defined), self._rank)
        if again := self._memory.find(page, kept):
            kept = keep_best((*found, *defined, *again), self._rank)
        kept = self._memory.with_inner_forms(page, self._contexts.keep(page, kept))
        kept = self._definitions.renamed(page, kept)
        clusters = self._clusterer.cluster(page, kept, self._definitions.pairs(page, kept))
        return _entities(page, self._anaphora.attach(page, without_dependent(clusters)))

    def _propose(self, page: Page) -> tuple[Candidate, ...]:
        """Everything that lexicon and rules find, stage by stage."""
        known = Found(self._gazetteer.find(page))
        woken: dict[Stage, list[tuple[MentionRule, Sequence[Hit]]]] = {stage: [] for stage in _STAGES}
        for number, hits in sorted(self._triggers.find(page.plain).items()):
            rule = self._rules[number]
            woken[rule.stage].append((rule, hits))
        for stage, rules in woken.items():
            new = (each for rule, hits in rules for each in rule.find(page, hits, known))
            known.add(list(self._names(page, new)))
            if stage is Stage.NAMES:
                known = self._people.cut(page, self._joined.cut(page, known))
                known = trimmed(page, known, self._branded)
        return tuple(known.candidates)

    def _names(self, page: Page, found: Iterable[Candidate]) -> Iterable[Candidate]:
        """What a rule found, without what leads to a name and without kinds of actors."""
        for each in found:
            name = None if self._classes.is_class(page, each) else self._leads.cut(page, each)
            if name is not None and (name is each or not self._classes.is_class(page, name)):
                yield name


def _vocabulary(pack: Pack, rules: Iterable[MentionRule]) -> tuple[str, ...]:
    """The words that the tokenizer should keep whole: listed names, and the longer words of the rules."""
    names = {form for name in pack.lexicon for form in name.surfaces}
    words = {word for rule in rules if rule.keeps_words for word in rule.triggers if len(word) > 1}
    return tuple(sorted(names | words))


def _entities(page: Page, clusters: Iterable[Cluster]) -> tuple[NamedEntity, ...]:
    ordered = sorted(clusters, key=lambda cluster: (cluster[0].start, -cluster[0].end, cluster[0].type))
    return tuple(_entity(page, cluster, number) for number, cluster in enumerate(ordered, 1))


def _entity(page: Page, cluster: Sequence[Candidate], number: int) -> NamedEntity:
    canonical = next(filter(None, [each.canonical for each in cluster]), None)
    names = [page.text[each.start : each.end] for each in cluster if each.is_name]
    mentions = tuple(
        [Mention(each.span, each.type, each.rule, canonical, each.confidence, each.reference) for each in cluster]
    )
    name = max(names, key=len, default=page.text[cluster[0].start : cluster[0].end])
    return NamedEntity(f"e{number}", cluster[0].type, name, mentions, canonical)
