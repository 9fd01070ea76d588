"""Errors and figures on annotated articles: where rules are made, and whether a change helps.

usage: python -m benchmarks.broad [--set NAME] [--articles N] score [--held] [--save FILE]   strict figures, by type
       python -m benchmarks.broad [--set NAME] [--articles N] errors ROW OUTCOME [TYPE]      errors drawn at random
       python -m benchmarks.broad [--set NAME] [--articles N] changes FILE                   new and gone since FILE

The set is `broad`, 3,965 quickly annotated articles of the corpus beside the checkout, or `written`, those that the
project brings along. ROW is entities, relations, observations or observations_full, OUTCOME missed or wrong. Half of a
set (odd numbers) is held back: only `score` reads it. A hundred articles take about three seconds.
"""

from __future__ import annotations

import argparse
import collections
import json
import random
from collections.abc import Iterator
from pathlib import Path

from benchmarks.annotations import half, read_annotated
from benchmarks.quality import ROWS
from kg import pipeline
from kg.evaluate.comparison import Error
from kg.evaluate.figures import Figures
from kg.evaluate.scores import Scores, evaluate
from kg.evaluate.statements import Record
from kg.extract.extractor import Extractor
from kg.model.record_reader import from_json
from kg.ontology.equivalences import equivalences_of


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", default="broad", choices=("broad", "written"))
    parser.add_argument("--articles", type=int, default=400)
    commands = parser.add_subparsers(dest="command", required=True)
    scoring = commands.add_parser("score")
    scoring.add_argument("--held", action="store_true")
    scoring.add_argument("--save", type=Path)
    listing = commands.add_parser("errors")
    listing.add_argument("row")
    listing.add_argument("outcome")
    listing.add_argument("type", nargs="?")
    listing.add_argument("--number", type=int, default=30)
    comparing = commands.add_parser("changes")
    comparing.add_argument("file", type=Path)
    asked = parser.parse_args()
    scores = measure(articles(asked.set, asked.articles, held=asked.command == "score" and asked.held))
    if asked.command == "score":
        print("\n".join(figures(scores)))
        if asked.save:
            asked.save.write_text(json.dumps(sorted(map(told, strict(scores))), ensure_ascii=False), "utf-8")
    elif asked.command == "errors":
        print("\n".join(drawn(scores, asked)))
    else:
        print("\n".join(changes(scores, asked.file)))


def articles(name: str, number: int, *, held: bool) -> list[Record]:
    """The first articles of a half of a set, in an order drawn once."""
    found = half(read_annotated(name), held=held)
    random.Random(1).shuffle(found)
    return found[:number]


def measure(gold: list[Record]) -> Scores:
    pack = pipeline.load_pack()
    extractor = Extractor(pack)
    found = [
        extractor.extract(from_json({**each, "entities": [], "relations": [], "observations": []}).document)
        for each in gold
    ]
    return evaluate(gold, found, equivalences_of(pack))


def figures(scores: Scores) -> Iterator[str]:
    for row in ROWS:
        tally = scores.tallies[row]
        yield line(row.removesuffix(".strict"), tally.total)
        yield from (line(f"  {name}", tally.by_type[name]) for name in sorted(tally.by_type))


def line(name: str, count: Figures) -> str:
    shares = f"P {count.precision:.3f}  R {count.recall:.3f}  F1 {count.f1:.3f}"
    return f"{name:20} {shares}  of {count.found + count.missed}"


def strict(scores: Scores) -> list[Error]:
    return [each for each in scores.errors if each.row in ROWS]


def told(error: Error) -> tuple[str, ...]:
    return error.row.removesuffix(".strict"), error.outcome, error.type, error.document, error.what


def drawn(scores: Scores, asked: argparse.Namespace) -> Iterator[str]:
    errors = [
        each
        for each in scores.errors_of(f"{asked.row}.strict")
        if each.outcome.startswith(asked.outcome) and asked.type in (None, each.type)
    ]
    yield f"{len(errors)} in all"
    for each in random.Random(1).sample(errors, min(asked.number, len(errors))):
        yield f"[{each.document}] {each.type}: {each.what}\n    {each.evidence}"


def changes(scores: Scores, file: Path) -> Iterator[str]:
    before, now = set(map(tuple, json.loads(file.read_text("utf-8")))), set(map(told, strict(scores)))
    for name, some in (("new error", now - before), ("error gone", before - now)):
        counted = collections.Counter(each[0] for each in some)
        yield f"{name}: {', '.join(f'{row} {counted[row]}' for row in sorted(counted)) or 'none'}"
        yield from (f"    {' | '.join(each)}" for each in sorted(some))


if __name__ == "__main__":
    main()
