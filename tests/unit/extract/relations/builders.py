"""Builders for tests of relations: documents with given names, finders with given rules."""

import dataclasses

from kg.extract.annotated import AnnotatedDocument
from kg.extract.relations.finder import RelationFinder
from kg.model.mention import NamedEntity
from kg.ontology.rules import Rule
from kg.text.sentences import SentenceSplitter
from tests.builders import document, entity, mention


def annotated(pack, text, names, anaphors=()):
    """A document that names things by the forms of `names`; `anaphors` are (words, name, reference)."""
    sentences = SentenceSplitter(pack.language.punctuation).split(text)
    entities = []
    for number, (name, kind) in enumerate(names.items(), 1):
        named = entity(text, f"e{number}", kind, name)
        further = [mention(text, words, kind, reference=how) for words, of, how in anaphors if of == name]
        mentions = tuple(sorted((*named.mentions, *further), key=lambda each: each.span))
        entities.append(NamedEntity(named.id, kind, name, mentions))
    return AnnotatedDocument(document(text), sentences, tuple(entities))


def finder(pack, relation, kind, **options):
    """A finder with one rule."""
    rule = Rule(relation, "rule", kind, options, pack.folders[-1] / "pack.yaml", 1)
    return RelationFinder(dataclasses.replace(pack, relation_rules=(rule,)))


def found(pack, text, names, *rules, anaphors=()):
    """The relations of a text by one rule: `(relation, kind, options)`."""
    relation, kind, options = rules
    return finder(pack, relation, kind, **options).find(annotated(pack, text, names, anaphors))


def pairs(relations, names):
    """(subject, object) of relations, by name."""
    by_id = {f"e{number}": name for number, name in enumerate(names, 1)}
    return {(by_id[each.subject], by_id[each.object]) for each in relations}
