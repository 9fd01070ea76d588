"""A store lives through kills, two writers and a full disk."""

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.model.extraction import Extraction
from kg.store import file as file_module
from kg.store.feeding import Feed
from kg.store.records import RecordStore
from tests.builders import document, entity

ROOT = Path(__file__).parents[2]
PACK = "p1"
COUNT = 400

BATCH = 4

WRITER = """
import sys
from pathlib import Path
from kg.store.records import RecordStore
from tests.functional.test_store_life import changes
with RecordStore.open(Path(sys.argv[1])) as store:
    print("open", flush=True)
    for number, change in enumerate(changes(), 1):
        change(store)
        print(number, flush=True)
"""


def changes():
    """What the writer does, one commit each: four records are added, the first of them is removed, and so on."""
    for start in range(0, COUNT, BATCH):
        batch = [extraction(number) for number in range(start, start + BATCH)]
        yield lambda store, batch=batch: store.add(made(batch))
        yield lambda store, batch=batch: store.remove([batch[0].document.id])


def after(commits):
    """What is there after so many of the writer's commits."""
    added, removed = (commits + 1) // 2, commits // 2
    return [extraction(number) for number in range(added * BATCH) if number % BATCH or number // BATCH >= removed]


def extraction(number):
    text = f"第{number}银行服务新市民，" * 20
    return Extraction(document(text, f"a{number:04}"), (entity(text, "e1", "Company", f"第{number}银行"),))


def extractions():
    return (extraction(number) for number in range(COUNT))


def made(extractions):
    return ((each, PACK) for each in extractions)


def test_a_writer_killed_at_any_moment_loses_nothing_that_it_told(tmp_path):
    moments = random.Random(7)
    RecordStore.create(tmp_path).close()
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    for _ in range(50):
        with RecordStore.open(tmp_path) as store:
            before = store.status().revision
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, env=environment, cwd=ROOT
        )
        assert writer.stdout.readline() == b"open\n"
        time.sleep(moments.uniform(0, 0.05))
        writer.send_signal(signal.SIGKILL)
        told = writer.communicate()[0].split()
        with RecordStore.open(tmp_path) as store:
            kept = list(store.extractions())
            commits = store.status().revision - before
            assert commits >= (int(told[-1]) if told else 0)
            assert kept == after(commits)
            store.remove([each.document.id for each in kept])
    with RecordStore.open(tmp_path) as store:
        feed = Feed(store, PACK)
        assert sum(each.new for each in feed.keep(feed.needed(extractions()))) == COUNT
        assert store.status().documents == COUNT


def test_a_second_writer_waits_for_the_first(tmp_path):
    RecordStore.create(tmp_path).close()
    started, ended = threading.Event(), []

    def slow():
        yield extraction(1)
        started.set()
        time.sleep(0.3)
        ended.append("first")

    def first():
        with RecordStore.open(tmp_path) as store:
            store.add(made(slow()))

    thread = threading.Thread(target=first)
    thread.start()
    started.wait()
    with RecordStore.open(tmp_path) as store:
        store.add(made([extraction(2)]))
        ended.append("second")
        assert [each.document.id for each in store.extractions()] == ["a0001", "a0002"]
    thread.join()
    assert ended == ["first", "second"]


def test_a_writer_that_waits_too_long_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(file_module, "WAIT", 0.05)
    with RecordStore.create(tmp_path) as first, RecordStore.open(tmp_path) as second:

        def meanwhile():
            yield extraction(1)
            with pytest.raises(StoreError, match="wait for the other"):
                second.add(made([extraction(2)]))

        first.add(made(meanwhile()))
        assert [each.document.id for each in second.extractions()] == ["a0001"]


def test_a_full_disk_is_told_and_what_was_kept_stays(tmp_path):
    with RecordStore.create(tmp_path) as store:
        store.add(made([extraction(1)]))
        # The database may not grow any further: to SQLite that is a full disk.
        store._connection.execute("PRAGMA max_page_count = 1")
        with pytest.raises(StoreError, match="full"):
            store.add(made(extraction(number) for number in range(2, 300)))
        assert [each.document.id for each in store.extractions()] == ["a0001"]


def test_records_are_kept_small(tmp_path):
    with RecordStore.create(tmp_path) as store:
        store.add(made(extractions()))
    size = sum(path.stat().st_size for path in tmp_path.iterdir())
    written = sum(len(json.dumps(each.document.text)) for each in extractions())
    assert size < written
