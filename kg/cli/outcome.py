"""What commands tell of documents that could not be read, and which exit code follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

import click

from kg.model.curation import Curation
from kg.text.reading import Failure

T = TypeVar("T")


def tell_lost(curation: Curation) -> None:
    """Tell lines of curation whose target or evidence is not there."""
    for each in curation.lost:
        words = " ".join(each.line.words)
        click.echo(f"kg: curation, line {each.line.line}: {words}: {each.why}; mend the line or take it out.", err=True)


class Outcome:
    """Counts what passes, tells failures on stderr; with `strict` the first failure ends the command."""

    def __init__(self, *, strict: bool) -> None:
        self.documents = 0
        self.failures = 0
        self._strict = strict

    def telling(self, items: Iterable[T | Failure]) -> Iterator[T | Failure]:
        """The items, each failure told as it passes.

        Raises:
            KgError: the first failure, where it is to end the command.
        """
        for item in items:
            if isinstance(item, Failure):
                if self._strict:
                    raise item.error
                self.failures += 1
                click.echo(f"kg: {item.error}", err=True)
            else:
                self.documents += 1
            yield item

    def exit(self, context: click.Context) -> None:
        """End the command: 1 where a document could not be read."""
        context.exit(1 if self.failures else 0)
