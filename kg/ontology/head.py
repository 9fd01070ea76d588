"""How a language heads its articles: `head.yaml`. Reading a text by it is for `kg.text.reading`."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

import pydantic

from kg.ontology.problem import Problem, refusal
from kg.ontology.source import Options, load_yaml, validate

FILE = "head.yaml"


class DateWords(Options):
    """The signs behind the parts of a written date and time, and numerals: what writes each digit from 0, and ten."""

    year: tuple[str, ...] = ()
    month: tuple[str, ...] = ()
    day: tuple[str, ...] = ()
    hour: tuple[str, ...] = ()
    minute: tuple[str, ...] = ()
    second: tuple[str, ...] = ()
    digits: tuple[str, ...] = ()
    ten: str = ""


class Labels(Options):
    """Words that stand before a colon, by what follows it; `other` ones only end what another one began.

    A day of `updated` counts where none of `date` stands beside it.
    """

    title: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    other: tuple[str, ...] = ()


class Columns(Options):
    """What the fields of rows with one article each are also called, by their own names, the likeliest first."""

    id: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    text: tuple[str, ...] = ()

    def name_of(self, field: str, names: Collection[str]) -> str | None:
        """The name among some that a field goes by: its own, or the first of the others."""
        return next((name for name in (field, *getattr(self, field)) if name in names), None)


class Furniture(Options):
    """What stands around the article on a web page, by the words that tell it.

    `notices` say who runs the site, in lines that are no sentences; `statements` begin what the site says of itself,
    before a colon, and `disclaimers` stand in it however it begins; `calls` ask the reader to do something, `buttons`
    stand alone; `others` head lists of other articles, `ago` says how long ago one of them was published, behind a
    number; `comments` head what readers say; `tags` name the words that an article is filed under, `paths` begin the
    path through a site.
    """

    notices: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    disclaimers: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()
    buttons: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    ago: tuple[str, ...] = ()


class Head(Options):
    """What marks title, date and publisher above a text; without words only dates such as 2022-11-23 are known.

    `columns` are what columns are called, `media` endings of publishers' names, `not_media` endings among them and
    `sections` whole names that are none, `marks` the signs around such a name, `edition` the words behind the number of
    a paper's page, `bylines` words before a person's name without a colon, `datelines` ends of what says who reports
    from where, `ignored` words that say nothing beside a date, `sentence_ends` signs at the end of a line that is no
    title, `page` the words of a printed page's number, `radicals` signs that print uses for the characters that they
    look like.
    """

    date: DateWords = DateWords()
    labels: Labels = Labels()
    columns: Columns = Columns()
    colon: str = ":"
    media: tuple[str, ...] = ()
    not_media: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    marks: str = ""
    edition: tuple[str, ...] = ()
    datelines: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    sentence_ends: str = ".;,:"
    page: tuple[str, ...] = ()
    furniture: Furniture = Furniture()
    radicals: tuple[tuple[str, str], ...] = ()

    @pydantic.field_validator("radicals", mode="before")
    @classmethod
    def _pairs(cls, value: Any) -> Any:
        """A mapping as pairs, so that the whole stays hashable."""
        return tuple(value.items()) if isinstance(value, dict) else value


def load_head(folder: Path) -> Head:
    """The head words of a language's folder.

    Raises:
        OntologyError: there is no such file, or it has faults; the first is told.
    """
    path = folder / FILE
    problems: list[Problem] = []
    head = validate(Head, load_yaml(path), path, problems)
    if head is None:
        raise refusal(problems)
    return head
