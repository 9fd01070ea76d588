"""Other people's programs that read what kg writes.

Where a program is missing its tests are left out on a developer's machine, which the end of the run tells; with
`CI=true` they run, and fail, so that nobody believes they passed.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

JS = Path(__file__).parent / "js"
_NEEDED = {"test_js_*.py": ("node", "npm"), "test_rapper.py": ("rapper",), "test_logic.py": ("java",)}
_MISSING = {
    tests: missing
    for tests, needed in _NEEDED.items()
    if (missing := [each for each in needed if not shutil.which(each)])
}

collect_ignore_glob = [] if os.environ.get("CI") else sorted(_MISSING)


def pytest_terminal_summary(terminalreporter):
    """Say loudly what was left out."""
    for tests in collect_ignore_glob:
        programs = " and ".join(_MISSING[tests])
        terminalreporter.write_line(f"LEFT OUT: tests/interop/{tests} needs {programs}", red=True, bold=True)


def _run(*command):
    done = subprocess.run(command, cwd=JS, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.fixture(scope="session")
def node():
    """Runs a script of `js/` on some files; gives what it prints as JSON."""
    assert not _MISSING.get("test_js_*.py"), "Node.js and npm are needed: apt-get install nodejs npm"
    installed, lock = JS / "node_modules" / ".package-lock.json", JS / "package-lock.json"
    if not installed.is_file() or installed.stat().st_mtime < lock.stat().st_mtime:
        _run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")
    return lambda script, *files: json.loads(_run("node", script, *map(str, files)))
