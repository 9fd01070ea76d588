"""Other people's programs that read what kg writes.

Where Node.js is missing its tests are left out on a developer's machine; with `CI=true` they run, and fail, so that
nobody believes they passed.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

JS = Path(__file__).parent / "js"
_PRESENT = all(shutil.which(program) for program in ("node", "npm"))

collect_ignore_glob = [] if _PRESENT or os.environ.get("CI") else ["test_js_*.py"]


def _run(*command):
    done = subprocess.run(command, cwd=JS, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.fixture(scope="session")
def node():
    """Runs a script of `js/` on some files; gives what it prints as JSON."""
    assert _PRESENT, "Node.js and npm are needed: apt-get install nodejs npm"
    installed, lock = JS / "node_modules" / ".package-lock.json", JS / "package-lock.json"
    if not installed.is_file() or installed.stat().st_mtime < lock.stat().st_mtime:
        _run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")
    return lambda script, *files: json.loads(_run("node", script, *map(str, files)))
