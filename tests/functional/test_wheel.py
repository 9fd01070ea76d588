"""The wheel carries everything: installed in an empty environment, it builds outside the checkout."""

import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_wheel_builds_a_graph_outside_the_checkout(tmp_path):
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    venv.create(tmp_path / "venv")
    pip = [sys.executable, "-m", "pip", "--python", tmp_path / "venv" / "bin" / "python", "--disable-pip-version-check"]
    install = [*pip, "install", "--quiet", "--no-deps", "--no-compile"]
    subprocess.run([*install, "--require-hashes", "-r", ROOT / "requirements.lock"], check=True, cwd=tmp_path)
    subprocess.run([*install, wheel], check=True, cwd=tmp_path)
    (tmp_path / "a.txt").write_text("云杉消费金融推出“安家计划”，服务新市民120万人。", "utf-8")
    kg = tmp_path / "venv" / "bin" / "kg"
    done = subprocess.run([kg, "build", "a.txt", "-o", "graph"], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    turtle = (tmp_path / "graph" / "graph.ttl").read_text("utf-8")
    assert "安家计划" in turtle
    assert "云杉消费金融" in turtle
    page = (tmp_path / "graph" / "graph.html").read_text("utf-8")
    assert page.lower().startswith("<!doctype html>")
