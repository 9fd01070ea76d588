"""A pack's named questions: SPARQL files with the question in words in their headers.

A header is the comment lines before the query: `# zh: …` and `# en: …`. A line such as `VALUES ?group { "新市民"@zh }`
in the query holds a value that the asker may change: the file is whole as it stands, and can be asked for another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph

from kg.errors import QueryError
from kg.ontology.problem import Problem
from kg.query.sparql import ask
from kg.query.store import QueryGraph
from kg.query.table import Table

if TYPE_CHECKING:
    from kg.ontology.pack import Pack

LANGUAGES = ("zh", "en")
"""Every question is worded in each of these."""

_WORDS = re.compile(r"#\s*([a-z]{2}):\s*(.+)")
_LINE = re.compile(r":([0-9]+)(?::[0-9]+)?$")
_VALUE = re.compile(r'(VALUES \?(\w+) \{ )"((?:[^"\\\n]|\\.)*)"')
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


@dataclass(frozen=True, slots=True)
class Question:
    """A question with a name: its words by language, its query, and the values that an asker may change."""

    name: str
    words: Mapping[str, str]
    query: str
    values: Mapping[str, str]


def is_name(question: str) -> bool:
    """Whether what is asked is the name of a question; SPARQL has a blank or a bracket at least."""
    return bool(re.fullmatch(r"[\w-]+", question))


def load_questions(pack: Pack) -> Mapping[str, Question]:
    """The questions of a pack by name, in the order of names; a pack's own win over those it extends.

    Raises:
        QueryError: a file cannot be read, or its header has a line that is no question.
    """
    questions = {path.stem: read_question(path) for path in pack.files("queries/*.rq")}
    return {name: questions[name] for name in sorted(questions)}


def find_question(pack: Pack, name: str) -> Question:
    """The question of a name.

    Raises:
        QueryError: the pack has none of that name.
    """
    questions = load_questions(pack)
    if name not in questions:
        remedy = f"name one of {', '.join(questions)}, or write SPARQL"
        raise QueryError(f"there is no question {name!r}", remedy=remedy)
    return questions[name]


def answer(
    graph: QueryGraph, question: Question, values: Mapping[str, str] | None = None, *, limit: int | None = None
) -> Table:
    """What a graph answers to a question.

    Args:
        graph: what to ask.
        question: what is asked.
        values: other values for some of the question's, by name.
        limit: the most rows to give.

    Raises:
        QueryError: a name is none of the question's values, or the query cannot be answered.
    """
    return ask(graph, fill_question(question, values or {}), limit=limit)


def fill_question(question: Question, values: Mapping[str, str]) -> str:
    """The query of a question with other values for some of its own.

    Raises:
        QueryError: a name is none of the question's values.
    """
    for name in sorted(values.keys() - question.values.keys()):
        known = f"it has {', '.join(question.values)}" if question.values else "it has none"
        raise QueryError(f"{question.name} has no value {name!r}", remedy=known)

    def chosen(found: re.Match[str]) -> str:
        value = values.get(found[2])
        return found[0] if value is None else f'{found[1]}"{value.translate(_ESCAPES)}"'

    return _VALUE.sub(chosen, question.query)


def read_question(path: Path) -> Question:
    """The question of a file.

    Raises:
        QueryError: it cannot be read, or its header has a line that is no question.
    """
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError("cannot be read as UTF-8", place=str(path), remedy="mend or remove the file") from error
    words: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("#"):
            break
        said = _WORDS.fullmatch(line.strip())
        if said is None:
            place = f"{path}:{number}"
            raise QueryError("is no line of a question's header", place=place, remedy="write `# zh: …` or `# en: …`")
        words[said[1]] = said[2]
    values = {found[2]: found[3] for found in _VALUE.finditer(text)}
    return Question(path.stem, words, text, values)


def check_questions(pack: Pack, prefixes: Mapping[str, str]) -> Iterator[Problem]:
    """The faults of a pack's questions: a header that is none, words missing in a language, a query that is no SPARQL.

    Args:
        pack: the pack.
        prefixes: those that its graphs declare, which a query may use without declaring them.
    """
    for path in pack.files("queries/*.rq"):
        try:
            question = read_question(path)
            missing = [each for each in LANGUAGES if each not in question.words]
            if missing:
                yield Problem(path, 1, f"the header has no `# {missing[0]}: …`")
            ask(QueryGraph(pyoxigraph.Store(), prefixes, path), question.query, limit=0)
        except QueryError as error:
            line = _LINE.search(error.place)
            yield Problem(path, int(line[1]) if line else 0, error.reason)
