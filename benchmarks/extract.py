"""Speed of extraction on one core, beside jieba's own tagger over the same text in the same run.

usage: python -m benchmarks.extract [INPUT...]        (default: examples/)

The examples are the slow end: they state a fact in nearly every clause, and facts are what takes time. Ordinary news
are faster. To measure on articles of your own, name their folder or files, in any format that `kg build` reads:
`python -m benchmarks.extract articles/`. The last line tells the ratio.

Both read the same articles from memory, one after the other, three times in turn; CPU seconds of this process are
counted. Measure on a quiet machine: others that share its caches slow the two down by different factors. Reading files
and loading dictionaries are left out on both sides; Python looks for garbage as seldom as the command line lets it. The
ratio is the figure to quote: megabytes of UTF-8 a second differ from machine to machine. `make compiled` measures the
sources and the compiled wheel one after the other.
"""

from __future__ import annotations

import gc
import logging
import statistics
import sys
import time

import jieba
import jieba.posseg

import kg.extract.extractor
from kg import pipeline
from kg.cli.main import GARBAGE_AFTER
from kg.extract.extractor import Extractor
from kg.model.document import Document

ROUNDS = 3
AT_LEAST = 400_000
"""Bytes that a round works through; a smaller collection is read as often as it takes."""


def main(inputs: list[str]) -> None:
    gc.set_threshold(GARBAGE_AFTER)
    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    documents = [each for each in pipeline.read_inputs(inputs or ["examples"]) if isinstance(each, Document)]
    size = sum(len(each.text.encode()) for each in documents)
    if not size:
        sys.exit(f"extract: there are no articles at {' '.join(inputs)}")
    documents *= -(-AT_LEAST // size)
    size = sum(len(each.text.encode()) for each in documents)
    extractor = Extractor(pipeline.load_pack())
    extractor.extract(documents[0])
    ratios = []
    for _ in range(ROUNDS):
        theirs = seconds(lambda: [jieba.posseg.lcut(each.text) for each in documents])
        ours = seconds(lambda: [extractor.extract(each) for each in documents])
        ratios.append(theirs / ours)
        print(f"jieba.posseg {rate(size, len(documents), theirs)}   kg extract {rate(size, len(documents), ours)}")
    how = "as it stands" if kg.extract.extractor.__file__.endswith(".py") else "compiled"
    print(
        f"kg extract ({how}) does {statistics.median(ratios):.2f} times what jieba.posseg does "
        f"(rounds: {min(ratios):.2f}–{max(ratios):.2f})"
    )


def seconds(work) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def rate(size: int, articles: int, spent: float) -> str:
    return f"{size / spent / 1e6:6.3f} MB/s {articles / spent:7.1f} articles/s"


if __name__ == "__main__":
    main(sys.argv[1:])
