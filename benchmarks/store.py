"""What it costs to add one article to a full store, beside an empty one; and what memory adding many takes.

usage: python -m benchmarks.store [N]        (default: 20000; the aim is 100000)

A store of N tiny records is filled as `kg add` does, batch by batch. Then single records are added, each a commit of
its own, in turn to that store and to one that starts empty; the median of each is told and their ratio, which should
be at most 3. Peak memory is that of this process (Linux counts in KiB), so each phase's growth is told too.
"""

from __future__ import annotations

import logging
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

from kg import pipeline
from kg.extract.extractor import Extractor
from kg.model.document import Document
from kg.model.extraction import Extraction
from kg.model.mention import Mention, NamedEntity
from kg.model.span import Span
from kg.ontology.digest import digest_of_pack
from kg.store.feeding import Feed
from kg.store.records import RecordStore

SINGLE = 200
ARTICLE = "截至2023年6月末，云杉{0}消费金融累计服务新市民{0}万人，发放贷款超{0}亿元。云杉{0}消费金融推出“安家{0}计划”。"


def main(count: int) -> None:
    logging.disable(logging.INFO)
    with tempfile.TemporaryDirectory() as folder:
        with RecordStore.create(Path(folder) / "full") as full, RecordStore.create(Path(folder) / "empty") as empty:
            before = peak()
            started = time.perf_counter()
            fill(full, count)
            spent = time.perf_counter() - started
            print(f"{count} records kept in {spent:.1f} s, {count / spent:.0f} a second")
            print(f"peak memory {peak():.0f} MiB, {peak() - before:.0f} more than before")
            times = [(add(empty, count + number), add(full, count + number)) for number in range(SINGLE)]
        lone, among = (statistics.median(each) * 1000 for each in zip(*times, strict=True))
        tell("keeping one record", lone, among)
        articles(Path(folder))


def articles(folder: Path) -> None:
    """The same through reading and extraction, as `kg add` does it with the pack loaded."""
    pack = pipeline.load_pack()
    digest, extractor = digest_of_pack(pack), Extractor(pack)
    with RecordStore.open(folder / "full") as full, RecordStore.create(folder / "new") as new:
        times = []
        for number in range(2 * SINGLE, 2 * SINGLE + 30):
            document = Document(f"article{number:07}", ARTICLE.format(number))
            times.append(tuple(article(store, document, extractor, digest) for store in (new, full)))
    lone, among = (statistics.median(each[1:]) * 1000 for each in zip(*times, strict=True))
    tell("adding one article", lone, among)


def article(store: RecordStore, document: Document, extractor: Extractor, digest: str) -> float:
    started = time.perf_counter()
    feed = Feed(store, digest)
    (kept,) = feed.keep(extractor.extract(each) for each in feed.needed([document]))
    assert kept.new == 1
    return time.perf_counter() - started


def fill(store: RecordStore, count: int) -> None:
    feed = Feed(store, "p")
    kept = feed.keep(feed.needed(record(number) for number in range(count)))
    assert sum(each.new for each in kept) == count


def add(store: RecordStore, number: int) -> float:
    each = record(number)
    started = time.perf_counter()
    store.add([(each, "p")])
    return time.perf_counter() - started


def record(number: int) -> Extraction:
    """A record of a sentence with a name; its id is spread over the whole order of ids."""
    name = f"云杉{number}银行"
    text = f"{name}服务新市民{number}万人，发放贷款超{number}亿元。"
    mention = Mention(Span(0, len(name)), "Company", "made")
    document = Document(f"{number * 2654435761 % (1 << 32):010}", text)
    return Extraction(document, (NamedEntity("e1", "Company", name, (mention,)),))


def tell(what: str, lone: float, among: float) -> None:
    print(f"{what}: {lone:.2f} ms in an empty store, {among:.2f} ms in the full one, {among / lone:.2f} times")


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
