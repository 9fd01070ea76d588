"""The manual says what the program does."""

import importlib.util
from pathlib import Path

import pytest

from kg.cli.main import main

ROOT = Path(__file__).parents[2]
specification = importlib.util.spec_from_file_location("generate_cli", ROOT / "docs" / "generate_cli.py")
generate_cli = importlib.util.module_from_spec(specification)
specification.loader.exec_module(generate_cli)

COMMANDS = {" ".join(path): command for path, command in generate_cli.commands(main, ("kg",))}


@pytest.mark.parametrize("words", COMMANDS)
def test_every_command_has_help_with_an_example(words):
    assert "Example:" in COMMANDS[words].help


def test_the_manual_of_the_command_line_is_fresh():
    assert (ROOT / "docs" / "cli.md").read_text("utf-8") == generate_cli.render(), "run `make docs`"
