"""Imports go down only; each library has one home."""

from importlinter.cli import lint_imports


def test_the_contracts_of_pyproject_hold(capsys):
    assert lint_imports(no_cache=True) == 0, capsys.readouterr().out
