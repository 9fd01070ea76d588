"""Running the program as a user does."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def kg():
    """Runs `kg` with some words in a process of its own; gives back exit code, stdout and stderr."""

    def run(*words, cwd=ROOT, stdin=b"", **environment):
        known = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"} | environment
        command = [sys.executable, "-m", "kg", *map(str, words)]
        return subprocess.run(command, cwd=cwd, input=stdin, env=known, capture_output=True, check=False, timeout=300)

    return run


@pytest.fixture
def article(tmp_path):
    """Writes an article and gives its path."""

    def write(text, name="a.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write
