"""On a machine without a browser the page's tests are skipped loudly; where CI is set they fail."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
ONE = "tests/functional/page/test_search.py::test_nothing_found_is_said"


def ran_without_a_browser(folder, **more):
    environment = {name: value for name, value in os.environ.items() if name != "CI"} | {"PATH": str(folder)} | more
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", ONE]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_a_skip_is_told_in_red(tmp_path):
    ran = ran_without_a_browser(tmp_path)
    assert ran.returncode == 0
    assert "PAGE NOT TESTED: no browser was found" in ran.stdout


def test_continuous_integration_must_not_skip(tmp_path):
    ran = ran_without_a_browser(tmp_path, CI="true")
    assert ran.returncode == 1
    assert "no browser was found" in ran.stdout
