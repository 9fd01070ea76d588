"""Writes docs/questions.md: the pack's named questions with their answers on the examples: `make docs`.

A test holds each answer against the graph that `make demo` builds.
"""

from __future__ import annotations

from pathlib import Path

from kg.ontology.pack import load_pack
from kg.query.questions import Question, answer, load_questions
from kg.query.store import QueryGraph, load_graph
from kg.query.table import Table, Term

ROOT = Path(__file__).parents[1]
PAGE = Path(__file__).parent / "questions.md"
GRAPH = ROOT / "output" / "graph.ttl"

HEAD = """# Questions and their answers

Made from `ontology/finance/queries/` and `output/graph.ttl` by `make docs`; do not edit. Each can be asked by its name:

```
kg query conflicting-figures --graph output/graph.ttl
```
"""


def render() -> str:
    """The page: every question with its answer on the examples."""
    graph, pack = load_graph(GRAPH), load_pack("finance")
    return HEAD + "".join(section(each, graph) for each in load_questions(pack).values())


def section(question: Question, graph: QueryGraph) -> str:
    """One question: its words, what may be changed, its answer."""
    table = answer(graph, question)
    values = "".join(f"- `{name}`: {value}\n" for name, value in question.values.items())
    changed = f"\nMay be asked for others:\n\n{values}" if values else ""
    head = f"\n## {question.name}\n\n{question.words['zh']} {question.words['en']}\n{changed}\n"
    return head + (_rows(table) if table.rows else "Nothing in the examples.\n")


def _rows(table: Table) -> str:
    lines = [table.columns, tuple("---" for _ in table.columns), *(tuple(map(_cell, row)) for row in table.rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _cell(term: Term | None) -> str:
    return "" if term is None else " ".join(term.value.replace("|", "\\|").split())


if __name__ == "__main__":
    PAGE.write_text(render(), "utf-8")
