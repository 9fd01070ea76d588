"""The command `kg`: collects the commands and turns refusals into one sentence and an exit code."""

from __future__ import annotations

import errno
import gc
import importlib
import logging
import os
import sys
from typing import Any

import click

from kg.errors import KgError

_COMMANDS = {
    **{name: f"kg.cli.{name}" for name in ("build", "extract", "query", "explain", "validate", "serve")},
    **{name: f"kg.cli.{name}" for name in ("evaluate", "ontology", "curate", "review", "diff")},
    **dict.fromkeys(("init", "add", "redo", "remove", "status", "export"), "kg.cli.store"),
}
"""The module of each command. It is imported when the command is called: a query needs no tokenizer."""

GARBAGE_AFTER = 10_000
"""So many new objects let Python look for garbage. A command keeps nearly all that it makes (packs, rules, graphs), and
with the usual few hundred a tenth of its time goes into looking."""

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}
"""How a system tells that no more can be written."""


class Commands(click.Group):
    """Finds the commands, and tells a refusal as one sentence on stderr; `--debug` shows where it came from."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click asks so)
        """The names of the commands, sorted."""
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (click asks so)
        """The command of a name, None where there is none."""
        module = _COMMANDS.get(cmd_name)
        command: click.Command | None = getattr(importlib.import_module(module), cmd_name) if module else None
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a `KgError` ends it with the error's exit code, an answer that finds no room with 1."""
        gc.set_threshold(GARBAGE_AFTER)
        try:
            return super().invoke(ctx)
        except KgError as error:
            if ctx.params.get("debug"):
                raise
            click.echo(f"kg: {error}", err=True)
            ctx.exit(error.exit_code)
        except OSError as error:  # of stdout: what writes elsewhere tells it itself
            if error.errno not in _FULL or ctx.params.get("debug"):
                raise
            reason = f"the answer cannot be written ({error.strerror}); free space or send it elsewhere."
            click.echo(f"kg: {reason}", err=True)
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left of it would be told again
            ctx.exit(1)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="kg", message="kg %(version)s")
@click.option("--debug", is_flag=True, help="Show the traceback of an error, and log everything.")
@click.option("-v", "--verbose", is_flag=True, help="Log what is read and how, to stderr.")
def main(*, debug: bool, verbose: bool) -> None:
    """Chinese financial news in, a knowledge graph with evidence out.

    Example: kg build articles/ -o output/
    """
    level = logging.DEBUG if debug else logging.INFO if verbose else logging.WARNING
    logging.basicConfig(level=level, stream=sys.stderr, format="%(message)s", force=True)
