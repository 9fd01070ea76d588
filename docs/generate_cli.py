"""Writes docs/cli.md from the commands' own help: `make docs`. A test looks that it is fresh."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from kg.cli.main import main

HELP = ["-h", "--help"]
PAGE = Path(__file__).parent / "cli.md"

HEAD = """# Command line

Made from the commands' help by `make docs`; do not edit. Answers go to stdout, talk to stderr. Exit codes: 0 fine,
1 the input or the check failed, 2 wrong usage.
"""


def render() -> str:
    """The page, every command with its help."""
    sections = [HEAD]
    for path, command in commands(main, ("kg",)):
        context = click.Context(
            command, info_name=" ".join(path), max_content_width=100, terminal_width=100, help_option_names=HELP
        )
        sections.append(f"## {' '.join(path)}\n\n```\n{command.get_help(context)}\n```\n")
    return "\n".join(sections)


def commands(command: click.Command, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """A command and those below it, each with the words that call it."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None:
                yield from commands(below, (*path, name))


if __name__ == "__main__":
    PAGE.write_text(render(), "utf-8")
