"""`kg evaluate`: precision, recall and F1 of records against gold."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kg import pipeline
from kg.cli.options import json_option, pack_option
from kg.evaluate.figures import Figures
from kg.evaluate.scores import Scores

_path = click.Path(path_type=Path)


@click.command()
@click.argument("gold", type=_path)
@click.argument("records", type=_path)
@pack_option
@json_option
@click.option("--by-type", is_flag=True, help="A row for each type and each predicate.")
@click.option("--errors", default=0, type=click.IntRange(0), metavar="N", help="List N errors of each kind.")
def evaluate(gold: Path, records: Path, *, pack: str, as_json: bool, by_type: bool, errors: int) -> None:
    """Measure RECORDS against GOLD: each a .jsonl file, a .json file or a folder of .json files.

    Example: kg evaluate gold/ records.jsonl --by-type --errors 20
    """
    scores = pipeline.evaluate_records(gold, records, pack=pack)
    if as_json:
        click.echo(json.dumps(scores.to_json(), ensure_ascii=False, indent=1))
        return
    click.echo(f"{scores.documents} documents, {scores.predicted} predicted")
    click.echo(f"{'':28}{'P':>8}{'R':>8}{'F1':>8}{'tp':>7}{'fp':>7}{'fn':>7}")
    for name, tally in scores.tallies.items():
        click.echo(_row(name, tally.total))
        if by_type and name in {"entities.strict", "relations.strict"}:
            for type_, figures in sorted(tally.by_type.items()):
                click.echo(_row(f"  {type_}", figures))
    for fault, count in scores.faults.items():
        click.echo(f"fault: {fault}: {count}")
    _tell_errors(scores, errors)


def _row(name: str, figures: Figures) -> str:
    p, r, f = figures.precision, figures.recall, figures.f1
    return f"{name:28}{p:8.3f}{r:8.3f}{f:8.3f}{figures.found:7}{figures.wrong:7}{figures.missed:7}"


def _tell_errors(scores: Scores, limit: int) -> None:
    for name in scores.tallies if limit else ():
        if name.endswith(".strict"):
            click.echo(f"\n{name}: errors")
            for error in scores.errors_of(name, limit):
                words = (error.document, error.outcome, error.type, error.what, error.evidence)
                click.echo("  " + " | ".join(each for each in words if each))
