"""The command `kg`: collects the commands and turns refusals into one sentence and an exit code."""

from __future__ import annotations

import logging
import sys
from typing import Any

import click

from kg.cli.build import build
from kg.cli.curate import curate
from kg.cli.diff import diff
from kg.cli.evaluate import evaluate
from kg.cli.explain import explain
from kg.cli.extract import extract
from kg.cli.ontology import ontology
from kg.cli.query import query
from kg.cli.review import review
from kg.cli.serve import serve
from kg.cli.store import add, export, init, redo, remove, status
from kg.cli.validate import validate
from kg.errors import KgError


class Refusing(click.Group):
    """A group that tells a refusal as one sentence on stderr; `--debug` shows where it came from."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a `KgError` ends it with the error's exit code."""
        try:
            return super().invoke(ctx)
        except KgError as error:
            if ctx.params.get("debug"):
                raise
            click.echo(f"kg: {error}", err=True)
            ctx.exit(error.exit_code)


@click.group(cls=Refusing, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="kg", message="kg %(version)s")
@click.option("--debug", is_flag=True, help="Show the traceback of an error, and log everything.")
@click.option("-v", "--verbose", is_flag=True, help="Log what is read and how, to stderr.")
def main(*, debug: bool, verbose: bool) -> None:
    """Chinese financial news in, a knowledge graph with evidence out.

    Example: kg build articles/ -o output/
    """
    level = logging.DEBUG if debug else logging.INFO if verbose else logging.WARNING
    logging.basicConfig(level=level, stream=sys.stderr, format="%(message)s", force=True)


for command in (
    build,
    extract,
    query,
    explain,
    validate,
    serve,
    evaluate,
    ontology,
    init,
    add,
    redo,
    remove,
    status,
    export,
    diff,
    curate,
    review,
):
    main.add_command(command)
