"""The manual says what the program does."""

import importlib.util
from pathlib import Path

import pytest

from kg.cli.main import main

ROOT = Path(__file__).parents[2]


def generator(name):
    specification = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


generate_cli = generator("generate_cli")

COMMANDS = {" ".join(path): command for path, command in generate_cli.commands(main, ("kg",))}


@pytest.mark.parametrize("words", COMMANDS)
def test_every_command_has_help_with_an_example(words):
    assert "Example:" in COMMANDS[words].help


@pytest.mark.parametrize("page", ["cli", "rules"])
def test_generated_pages_are_fresh(page):
    assert (ROOT / "docs" / f"{page}.md").read_text("utf-8") == generator(f"generate_{page}").render(), (
        "run `make docs`"
    )
