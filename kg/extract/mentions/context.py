"""Common nouns that name something, told from those that only help to name another thing.

What a context must be is the pack's to say, by type; types that it says nothing of are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.extract.mentions.candidate import Candidate, Found
from kg.extract.mentions.page import Page
from kg.ontology.contexts import TypeContext
from kg.text.alternatives import any_of
from kg.text.tokenizer import Word

_NOUNS = ("n", "vn")


class ContextFilter:
    """Drops mentions of common nouns by what stands beside them."""

    def __init__(self, contexts: Iterable[TypeContext]) -> None:
        self._contexts = {each.type: each for each in contexts}
        self._around = frozenset(name for each in self._contexts.values() for name in (*each.names, *each.beside))
        # What a mention must stand in to be barred holds its words: most mentions are told by one look.
        self._within = {each.type: "\n".join(each.within) for each in self._contexts.values()}
        self._cues = {each.type: re.compile(any_of(each.cues)) for each in self._contexts.values()}
        self._unless = {each.type: re.compile(any_of(each.unless_before)) for each in self._contexts.values()}
        self._predicates = {
            each.type: re.compile(rf"{any_of(each.predicate)}[^“”]{{0,16}}$")
            for each in self._contexts.values()
            if each.predicate
        }

    def keep(self, page: Page, kept: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
        """The mentions whose contexts fit their types; of types without a context all."""
        found = Found(each for each in kept if each.type in self._around)
        contexts = self._contexts
        return tuple([each for each in kept if each.type not in contexts or self._fits(page, each, found)])

    def _fits(self, page: Page, mention: Candidate, found: Found) -> bool:
        context = self._contexts[mention.type]
        if self._is_barred(page, mention, context):
            return False
        if context.names and found.starting(mention.end, context.names) is not None:
            return False
        if context.alone and not self._is_alone(page, mention, context, found):
            return False
        return self._is_cued(page, mention, context) and not self._is_predicate(page, mention)

    def _is_barred(self, page: Page, mention: Candidate, context: TypeContext) -> bool:
        """Whether words beside it, around it or before it in its clause rule it out."""
        text = page.text
        if text.startswith(context.not_before, mention.end) and not text.startswith(context.but_before, mention.end):
            return True
        if text.endswith(context.not_after, 0, mention.start):
            return True
        if text[mention.start : mention.end] in self._within[mention.type] and any(
            _stands_in(text, mention, expression) for expression in context.within
        ):
            return True
        clause = page.clause_at(mention.start) if context.unless_before else None
        return clause is not None and self._unless[mention.type].search(text, clause[0], mention.start) is not None

    def _is_cued(self, page: Page, mention: Candidate, context: TypeContext) -> bool:
        """Whether a weak word has a cue beside it."""
        if context.weak is None or (context.weak and page.text[mention.start : mention.end] not in context.weak):
            return True
        if page.text.startswith(context.follow, mention.end):
            return True
        clause = page.clause_at(mention.start)
        return clause is None or bool(self._cues[mention.type].search(page.text, clause[0], mention.start))

    def _is_alone(self, page: Page, mention: Candidate, context: TypeContext, found: Found) -> bool:
        """Whether no noun but an allowed head follows, and none stands before but a name that it belongs to."""
        if page.text.startswith(context.heads, mention.end) or page.text.endswith(context.after, 0, mention.start):
            return True
        words = page.words_at(mention.start)
        if words is None:
            return True
        after, before = words.at(mention.end - 1) + 1, words.at(mention.start) - 1
        if after < len(words) and _is_noun(words[after]):
            return False
        if before < 0 or not _is_noun(words[before]) or page.text.endswith(context.whose, 0, mention.start):
            return True
        return found.ending(mention.start, context.beside) is not None

    def _is_predicate(self, page: Page, mention: Candidate) -> bool:
        """Whether the noun says in its clause what something else is."""
        pattern = self._predicates.get(mention.type)
        clause = page.clause_at(mention.start) if pattern is not None else None
        return clause is not None and pattern is not None and bool(pattern.search(page.text, clause[0], mention.start))


def _is_noun(word: Word) -> bool:
    return word.tag.startswith(_NOUNS)


def _stands_in(text: str, mention: Candidate, expression: str) -> bool:
    """Whether a mention is part of an occurrence of a longer expression."""
    first = text.find(expression, max(mention.end - len(expression), 0), mention.start + len(expression))
    return first >= 0
