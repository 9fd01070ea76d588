"""Quality of extraction on annotated articles, pinned and explained.

usage: python -m benchmarks.quality           write docs/quality.md and docs/quality.json
       python -m benchmarks.quality --gate    fail where a figure is below the pinned one

The pinned figures are those of docs/quality.json. Lowering one is a change of that file, to be seen in review. Where
the gold records and the corpus are not beside the checkout, the gate reads the articles that the project brings along.
"""

from __future__ import annotations

import argparse
import collections
import dataclasses
import functools
import itertools
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from benchmarks.annotations import WRITTEN, half, read_annotated
from kg import pipeline
from kg.evaluate.reading import load_records
from kg.evaluate.scores import Scores, evaluate
from kg.evaluate.statements import Record
from kg.extract.extractor import Extractor
from kg.model.extraction import Extraction
from kg.model.record_reader import from_json
from kg.ontology.equivalences import equivalences_of
from kg.ontology.lexicon import Lexicon
from kg.ontology.pack import Pack

ROOT = Path(__file__).parents[1]
GOLD = ROOT.parent / "shared" / "eval"
PINNED = ROOT / "docs" / "quality.json"
PAGE = ROOT / "docs" / "quality.md"
NOTES = ROOT / "docs" / "quality-notes.md"
SETS = ("dev", "check", "held", WRITTEN)
ROWS = ("entities.strict", "relations.strict", "observations.strict", "observations_full.strict")
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)

HEAD = """# Quality of extraction

Made by `python -m benchmarks.quality`; do not edit. Strict figures of `kg evaluate` on the two gold folders, and on
articles that the project's makers annotated themselves: `held` is of the corpus, `written` they wrote, too, before
anything was found in them, and the project brings it along. `dev` was studied error by error, of the others only the
totals were looked at. A figure below the pinned one fails `make quality`.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gate", action="store_true")
    asked = parser.parse_args()
    if not (GOLD.is_dir() or asked.gate):
        sys.exit(f"quality: there are no gold records at {GOLD}")
    pack = pipeline.load_pack()
    scores = {name: measure(name, pack) for name in (SETS if GOLD.is_dir() else (WRITTEN,))}
    if asked.gate:
        gate(scores)
    else:
        PINNED.write_text(json.dumps({name: pinned(each) for name, each in scores.items()}, indent=1) + "\n", "utf-8")
        PAGE.write_text("\n".join(render(scores, pack)) + "\n", "utf-8")


def measure(name: str, pack: Pack, kept: Callable[[Extraction], Extraction] = lambda each: each) -> Scores:
    """The scores of a pack on one of the sets, of what `kept` leaves of each extraction."""
    gold = gold_records(name)
    extractor = Extractor(pack)
    found = [kept(extractor.extract(from_json(row).document)) for row in gold]
    return evaluate(gold, found, equivalences_of(pack))


@functools.cache
def gold_records(name: str) -> list[Record]:
    """The records of a gold folder, or else of the annotated articles of that name, of `written` those held back."""
    if (GOLD / name).is_dir():
        return load_records(GOLD / name)
    return half(read_annotated(name), held=True) if name == WRITTEN else read_annotated(name)


def pinned(scores: Scores) -> dict[str, float]:
    return {row: round(scores.tallies[row].total.f1, 3) for row in ROWS}


def gate(scores: dict[str, Scores]) -> None:
    expected = json.loads(PINNED.read_text("utf-8"))
    if unpinned := ", ".join(sorted(scores.keys() - expected.keys())):
        sys.exit(f"quality: {PINNED} pins no figures of {unpinned}; write them with python -m benchmarks.quality")
    fallen = [
        f"{name} {row}: {found:.3f}, pinned {expected[name][row]:.3f}"
        for name, each in scores.items()
        for row, found in pinned(each).items()
        if found < expected[name][row]
    ]
    for name, each in scores.items():
        print(name, *(f"{row} {found:.3f}" for row, found in pinned(each).items()))
    if fallen:
        sys.exit("quality: a figure fell\n" + "\n".join(fallen))


def render(scores: dict[str, Scores], pack: Pack) -> Iterator[str]:
    yield HEAD
    yield from by_type(scores)
    yield from reliability(pack)
    yield from ablation(pack)
    yield from commonest_errors(scores["dev"])
    yield NOTES.read_text("utf-8")


def by_type(scores: dict[str, Scores]) -> Iterator[str]:
    yield columns()
    for row in ROWS:
        yield line(f"**{row.removesuffix('.strict')}**", (scores[name].tallies[row].total for name in scores))
    for row in ROWS[:2]:
        types = sorted({type_ for each in scores.values() for type_ in each.tallies[row].by_type})
        yield f"\n## {row.removesuffix('.strict').capitalize()} by type\n"
        yield columns()
        for type_ in types:
            yield line(type_, (scores[name].tallies[row].by_type.get(type_) for name in scores))


def columns() -> str:
    return f"| |{''.join(f' {name} P | R | F1 |' for name in SETS)}\n|{'---|' * (1 + 3 * len(SETS))}"


def line(name: str, figures: Iterable) -> str:
    cells = [f"{each.precision:.3f} | {each.recall:.3f} | {each.f1:.3f}" if each else "– | – | –" for each in figures]
    return f"| {name} | {' | '.join(cells)} |"


def reliability(pack: Pack) -> Iterator[str]:
    yield "\n## Does confidence mean something?\n"
    yield "Share of facts that are right (subject, predicate or value, and object), by their confidence, on dev.\n"
    yield "| confidence | relations | right | observations | right |\n|---|---|---|---|---|"
    for low, high in itertools.pairwise(BINS):
        scores = measure("dev", pack, lambda each, low=low, high=high: within(each, low, high))
        cells = []
        for row in ROWS[1:3]:
            total = scores.tallies[row].total
            count = total.found + total.wrong
            cells.append(f"{count} | {total.precision:.2f}" if count else "0 | –")
        yield f"| {low:.1f}–{min(high, 1):.1f} | {' | '.join(cells)} |"


def within(extraction: Extraction, low: float, high: float) -> Extraction:
    return dataclasses.replace(
        extraction,
        relations=tuple(each for each in extraction.relations if low <= each.evidence.confidence < high),
        observations=tuple(each for each in extraction.observations if low <= each.evidence.confidence < high),
    )


def ablation(pack: Pack) -> Iterator[str]:
    yield "\n## What each device is worth\n"
    yield "Change of the strict F1 on dev, in points, when the device is left out.\n"
    yield "| left out | entities | relations | observations | full |\n|---|---|---|---|---|"
    whole = pinned(measure("dev", pack))
    for name, smaller in without(pack):
        scores = pinned(measure("dev", smaller))
        yield f"| {name} | " + " | ".join(f"{100 * (scores[row] - whole[row]):+.1f}" for row in ROWS) + " |"


def without(pack: Pack) -> Iterator[tuple[str, Pack]]:
    yield "every listed name", dataclasses.replace(pack, lexicon=Lexicon(()))
    for kind in sorted({rule.kind for rule in pack.mention_rules}):
        rules = tuple(rule for rule in pack.mention_rules if rule.kind != kind)
        yield f"names by `{kind}`", dataclasses.replace(pack, mention_rules=rules)
    for kind in sorted({rule.kind for rule in pack.relation_rules}):
        rules = tuple(rule for rule in pack.relation_rules if rule.kind != kind)
        yield f"relations by `{kind}`", dataclasses.replace(pack, relation_rules=rules)


def commonest_errors(scores: Scores) -> Iterator[str]:
    yield "\n## The ten commonest kinds of error on dev\n"
    yield "| kind | outcome | type | times | for example |\n|---|---|---|---|---|"
    kinds = collections.defaultdict(list)
    for error in scores.errors:
        if error.row in ROWS:
            kinds[error.row.removesuffix(".strict"), error.outcome, error.type].append(error)
    for (row, outcome, type_), errors in sorted(kinds.items(), key=lambda each: (-len(each[1]), each[0]))[:10]:
        example = min(errors, key=lambda each: (len(each.what), each.what)).what.replace("|", "/")
        yield f"| {row} | {outcome} | {type_} | {len(errors)} | {example} |"


if __name__ == "__main__":
    main()
