"""Finding names in a few sentences."""

import pytest

from kg.extract.mentions.finder import EntityFinder
from kg.model.mention import Reference
from kg.text.sentences import SentenceSplitter
from tests.builders import document


class Finding:
    """The entities of a text, asked for by type and surface."""

    def __init__(self, text, entities):
        self.text = text
        self.entities = entities

    def forms(self, type):  # noqa: A002
        """The surface forms of each entity of a type."""
        return [
            {m.span.of(self.text) for m in entity.mentions if m.reference is not Reference.ANAPHORIC}
            for entity in self.entities
            if entity.type == type
        ]

    def names(self, type):  # noqa: A002
        return {entity.name for entity in self.entities if entity.type == type}

    def anaphors(self, name):
        """The words that stand for an entity by its name."""
        return [
            m.span.of(self.text)
            for entity in self.entities
            if entity.name == name
            for m in entity.mentions
            if m.reference is Reference.ANAPHORIC
        ]

    def indefinite(self):
        return {m.span.of(self.text) for e in self.entities for m in e.mentions if m.reference is Reference.INDEFINITE}


@pytest.fixture(scope="session")
def find(finance):
    finder = EntityFinder(finance)
    splitter = SentenceSplitter(finance.language.punctuation)

    def find(text):
        return Finding(text, finder.find(document(text), splitter.split(text)))

    return find
