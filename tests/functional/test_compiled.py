"""The compiled wheel says the same as the sources. `make compiled` builds it and runs this; `make test` does not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMPILED = ROOT / "build" / "compiled"

pytestmark = pytest.mark.compiled


def run(*command, folder, path):
    environment = {**os.environ, "PYTHONPATH": str(path)}
    done = subprocess.run(
        [sys.executable, *command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_extraction_runs_compiled(tmp_path):
    code = "import kg.extract.extractor as one, kg.model.span as other; print(one.__file__, other.__file__)"
    first, second = run("-c", code, folder=tmp_path, path=COMPILED).split()
    assert not first.endswith(".py")
    assert not second.endswith(".py")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_compiled_and_plain_records_are_the_same_bytes(tmp_path, jobs):
    command = ("-m", "kg", "extract", str(ROOT / "examples"), "--jobs", jobs)
    plain = run(*command, folder=tmp_path, path=ROOT)
    assert plain
    assert run(*command, folder=tmp_path, path=COMPILED) == plain
