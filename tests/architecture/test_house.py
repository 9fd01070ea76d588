"""The rules of the house that a program can check: words, sizes, prints, dataclasses."""

import ast
import re
from pathlib import Path

import pytest

from kg.ontology.pack import find_pack
from kg.ontology.turtle import read_schema

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "kg").rglob("*.py"))
HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
BANNED = {"utils", "helpers", "common", "misc", "base", "manager"}


def strings_of(path):
    """Every string literal of a module with its line, docstrings left out."""
    tree = ast.parse(path.read_text("utf-8"))
    documented = (ast.Module, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    docstrings = {
        id(statement.value)
        for node in ast.walk(tree)
        if isinstance(node, documented)
        for statement in node.body[:1]
        if isinstance(statement, ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value


def functions_of(path):
    tree = ast.parse(path.read_text("utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


@pytest.fixture(scope="module")
def terms():
    folder = find_pack("finance")
    ontology = read_schema((folder / "schema.ttl",), [])
    return set(ontology.types) | set(ontology.relations)


def test_no_code_holds_a_word_of_the_world(terms):
    found = [
        f"{path.relative_to(ROOT)}:{line} {text!r}"
        for path in MODULES
        for line, text in strings_of(path)
        if HAN.search(text) or text in terms
    ]
    assert found == []


def test_modules_stay_short():
    lines = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {path: count for path, count in lines.items() if count > 300} == {}


def test_functions_stay_short():
    found = {
        f"{path.relative_to(ROOT)}:{node.name}": node.end_lineno - node.lineno + 1
        for path in MODULES
        for node in functions_of(path)
        if node.end_lineno - node.lineno + 1 > 50
    }
    assert found == {}


def test_modules_are_named_for_what_they_hold():
    assert [path for path in MODULES if path.stem in BANNED] == []


def test_every_module_says_what_it_knows():
    assert [path for path in MODULES if not ast.get_docstring(ast.parse(path.read_text("utf-8")))] == []


def test_dataclasses_are_frozen_outside_the_command_line():
    found = []
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                for decorator in node.decorator_list:
                    text = ast.unparse(decorator)
                    if text.startswith("dataclass") and "frozen=True" not in text:
                        found.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}")
    assert found == []


def test_what_may_be_compiled_does_without_what_compiled_classes_lack():
    """No values but fields, no annotations for pydantic, nothing that mypyc gets wrong: see decision 0015."""
    floors = [ROOT / "kg" / name for name in ("model", "text", "extract")]
    found = []
    for path in MODULES:
        if any(path.is_relative_to(floor) for floor in floors) and "reading" not in path.parts:
            text = path.read_text("utf-8")
            if re.search(r"import .*\bcached_property\b|^import copy$|\bself\.\w+: Final\b", text, re.MULTILINE):
                found.append(str(path.relative_to(ROOT)))
            if re.search(r"\((?:Options|BaseModel)\):", text) and not path.stem.endswith("_options"):
                found.append(str(path.relative_to(ROOT)))
    assert found == []


def test_committed_files_name_no_registry_and_no_path_of_a_machine():
    names = [*ROOT.glob("*.lock"), *ROOT.glob("*.toml"), *ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    suspicious = re.compile(r"pypi\.org|pythonhosted|npmjs|registry[.]yarn|--index-url|/root/|/home/")
    assert [path.name for path in names if suspicious.search(path.read_text("utf-8"))] == []
