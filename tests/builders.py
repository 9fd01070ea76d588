"""Small builders of the frozen types, for tests of every floor."""

from kg.model.document import Document
from kg.model.mention import Mention, NamedEntity, Reference
from kg.model.span import Span


def document(text, id="a1", **known):  # noqa: A002
    """A document with a text and what is known of it."""
    return Document(id, text, **known)


def span(text, words, nth=1):
    """The nth place of some words in a text."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def mention(text, words, type, nth=1, reference=Reference.NAMED):  # noqa: A002
    """A mention of a type where words stand in a text."""
    return Mention(span(text, words, nth), type, "test", reference=reference)


def entity(text, id, type, *surfaces, name=None):  # noqa: A002
    """A named entity with every place of its surface forms in a text."""
    mentions = []
    for words in surfaces:
        start = text.find(words)
        while start >= 0:
            mentions.append(Mention(Span(start, start + len(words)), type, "test"))
            start = text.find(words, start + len(words))
    mentions.sort(key=lambda each: each.span)
    return NamedEntity(id, type, name or max(surfaces, key=len), tuple(mentions))
