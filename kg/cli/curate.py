"""`kg curate`: corrections that survive every build, one line of a file each."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import click

from kg import pipeline
from kg.cli.options import pack_option
from kg.cli.stored import holds_graph, neither, open_store
from kg.model.curation import (
    Alias,
    Assert,
    Change,
    CurationLine,
    FigureWords,
    Merge,
    Note,
    Quote,
    Reject,
    RelationWords,
    Retype,
    Split,
)
from kg.model.fact import Modality
from kg.ontology.curation import FILENAME
from kg.store.records import FILE as STORE


@click.group()
def curate() -> None:
    """Add a correction to the curation of a store, or to a file for `kg build --curation`.

    WHERE is a store's folder or a .yaml file. Things are named by id, by a name, or by type and name
    (Company:招联消费金融). A line is applied on each build after names are resolved; one whose target is gone is told,
    never dropped.

    Example: kg curate merge news.kg 招联消费金融 招联 --author 林 --reason "same licence"
    """


def _file(where: Path) -> Path:
    """The file that a store's folder or a file's own path means."""
    if where.is_dir():
        if not holds_graph(where):
            raise neither(where)
        return where / FILENAME
    if where.suffix not in {".yaml", ".yml"}:
        raise click.BadParameter(f"{where} is neither a folder nor a .yaml file", param_hint="WHERE")
    return where


_OPTIONS = (
    click.argument("where", type=click.Path(path_type=Path)),
    click.option("--author", required=True, help="Who says so."),
    click.option("--reason", required=True, help="Why."),
    click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="When it was said, YYYY-MM-DD.  [default: today]"),
    click.option(
        "--quote", nargs=2, metavar="DOC_ID WORDS", help="Words of a document that the line rests on and falls with."
    ),
    pack_option,
)


def adds_a_line(command: Callable[..., Change]) -> Callable[..., None]:
    """Adds what every line has to a command that gives the change, and writes the line."""

    @functools.wraps(command)
    def adding(
        *,
        where: Path,
        author: str,
        reason: str,
        date: datetime.datetime | None,
        quote: tuple[str, str] | None,
        pack: str,
        **words: Any,
    ) -> None:
        day = date.date() if date else datetime.datetime.now().astimezone().date()
        line = CurationLine(command(**words), author, day, reason, Quote(*quote) if quote else None)
        path, domain = _file(where), pipeline.load_pack(pack)

        def write() -> str:
            pipeline.add_curation(path, line, domain)
            return path.read_text("utf-8")

        if (where / STORE).is_file():
            with open_store(where, domain) as records:
                records.curate(write)
        else:
            write()
        click.echo(f"{path}: {' '.join(line.words)}", err=True)

    for option in reversed(_OPTIONS):
        adding = option(adding)
    return adding


@curate.command()
@adds_a_line
@click.argument("keep")
@click.argument("other")
def merge(*, keep: str, other: str) -> Change:
    """Two nodes are one thing: KEEP keeps its id and gains the names and facts of OTHER.

    Example: kg curate merge news.kg 招联消费金融 招联 --author 林 --reason "same licence"
    """
    return Merge(keep, other)


@curate.command()
@adds_a_line
@click.argument("entity")
@click.argument("name")
@click.argument("documents", nargs=-1, required=True, metavar="DOC_ID...")
def split(*, entity: str, name: str, documents: tuple[str, ...]) -> Change:
    """What some documents call ENTITY is another thing, to be called NAME.

    Example: kg curate split news.kg 王伟 王伟（建行） a7.txt a9.txt --author 林 --reason "two people"
    """
    return Split(entity, tuple(sorted(set(documents))), name)


@curate.command()
@adds_a_line
@click.argument("entity")
@click.argument("name")
def alias(*, entity: str, name: str) -> Change:
    """ENTITY has one more NAME.

    Example: kg curate alias news.kg 招联消费金融 招联金融 --author 林 --reason "its brand"
    """
    return Alias(entity, name)


@curate.command()
@adds_a_line
@click.argument("words", nargs=-1, required=True, metavar="TARGET | SUBJECT PREDICATE OBJECT | SUBJECT METRIC")
@click.option("--value", help="Only the figure of this value, in the plain unit: persons, yuan.")
def reject(*, words: tuple[str, ...], value: str | None) -> Change:
    """A fact, or an entity with its facts, is wrong.

    TARGET is an entity or the id of a fact. SUBJECT METRIC means all figures of that metric.

    Example: kg curate reject news.kg 招联消费金融 offers 安居贷 --author 林 --reason "of another company"
    """
    if value is not None and len(words) != 2:
        raise click.UsageError("--value goes with SUBJECT METRIC")
    match words:
        case (target,):
            return Reject(target)
        case (subject, metric):
            return Reject(FigureWords(subject, metric, _number(value)))
        case (subject, predicate, object_):
            return Reject(RelationWords(subject, predicate, object_))
    raise click.UsageError("give TARGET, or SUBJECT PREDICATE OBJECT, or SUBJECT METRIC")


def _number(value: str | None) -> Decimal | None:
    try:
        return None if value is None else Decimal(value)
    except InvalidOperation as error:
        raise click.BadParameter(f"{value!r} is no number", param_hint="--value") from error


@curate.command()
@adds_a_line
@click.argument("entity")
@click.argument("type_", metavar="TYPE")
def retype(*, entity: str, type_: str) -> Change:
    """ENTITY is of another TYPE; facts that the ontology does not allow with it go, and are told.

    Example: kg curate retype news.kg 安居计划 Program --author 林 --reason "a campaign, no loan"
    """
    return Retype(entity, type_)


@curate.command("assert")
@adds_a_line
@click.argument("subject")
@click.argument("predicate")
@click.argument("object_", metavar="OBJECT")
@click.option("--modality", default="asserted", show_default=True, type=click.Choice([each.value for each in Modality]))
@click.option("--role", help="The office that a person holds by it.")
def assert_(*, subject: str, predicate: str, object_: str, modality: str, role: str | None) -> Change:
    """A relation holds: by the words that --quote names, or on the author's own word.

    Example: kg curate assert news.kg 招联消费金融 serves 新市民 --quote a7.txt 服务新市民 --author 林 --reason missed
    """
    return Assert(subject, predicate, object_, Modality(modality), role)


@curate.command()
@adds_a_line
@click.argument("entity")
@click.argument("text")
def note(*, entity: str, text: str) -> Change:
    """Something is to be remembered of ENTITY.

    Example: kg curate note news.kg 招联消费金融 "renamed in 2023" --author 林 --reason "its notice of 1 June"
    """
    return Note(entity, text)
