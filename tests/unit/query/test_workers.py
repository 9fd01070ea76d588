"""Workers answer, are ended when they run past a limit, and are replaced when they die."""

import asyncio
import os
import signal

import pytest

from kg.errors import QueryError
from kg.query.endpoint.workers import Limits, OverrunError, Question, Refusal, WorkerPool, prepare
from tests.event_loops import run_apart

TABLE = "application/sparql-results+json"
SLOW = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(8)) + " }"


def question(query, rows=10, table=TABLE, graph="text/turtle"):
    return Question(query, table, graph, rows)


def in_pool(path, work, **limits):
    async def run():
        pool = WorkerPool(path, Limits(workers=1, **limits))
        await pool.start()
        try:
            return await work(pool)
        finally:
            await pool.stop()

    return run_apart(run())


def test_a_worker_answers_and_goes_on_answering(turtle_file):
    async def work(pool):
        first = await pool.ask(question("ASK { ?s ?p ?o }"))
        refused = await pool.ask(question("nonsense"))
        unacceptable = await pool.ask(question("ASK {}", table=None))
        cut = await pool.ask(question("SELECT * { ?s ?p ?o }", rows=2))
        return first, refused, unacceptable, cut

    first, refused, unacceptable, cut = in_pool(turtle_file, work)
    assert b"true" in first.body
    assert isinstance(refused, Refusal)
    assert refused.acceptable
    assert not unacceptable.acceptable
    assert cut.truncated


def test_a_worker_that_runs_past_its_limit_is_replaced(turtle_file):
    async def work(pool):
        with pytest.raises(OverrunError, match="past its limit"):
            await pool.ask(question(SLOW))
        return await pool.ask(question("ASK { ?s ?p ?o }"))

    assert b"true" in in_pool(turtle_file, work, seconds=3).body


def test_a_worker_that_dies_is_replaced(turtle_file):
    async def work(pool):
        await pool.ask(question("ASK {}"))
        (worker,) = pool._all
        slow = asyncio.create_task(pool.ask(question(SLOW)))
        await asyncio.sleep(0.2)
        os.kill(worker._process.pid, signal.SIGKILL)
        with pytest.raises(OverrunError):
            await slow
        return await pool.ask(question("ASK { ?s ?p ?o }"))

    assert b"true" in in_pool(turtle_file, work).body


def test_a_query_that_takes_too_much_memory_costs_itself_only(turtle_file):
    hungry = "SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f } GROUP BY ?a ?b ?c ?d ?e ?f ORDER BY ?a"

    async def work(pool):
        with pytest.raises(OverrunError, match="took more"):
            await pool.ask(question(hungry))
        return await pool.ask(question("ASK { ?s ?p ?o }"))

    assert b"true" in in_pool(turtle_file, work, memory=1 << 30, seconds=60).body


def test_an_answer_that_is_too_large_is_not_sent(turtle_file):
    large = 'SELECT ?x { VALUES ?x { "' + "长" * 1000 + '" } }'

    async def work(pool):
        with pytest.raises(OverrunError, match="2000 bytes"):
            await pool.ask(question(large))
        return await pool.ask(question("ASK { ?s ?p ?o }"))

    assert b"true" in in_pool(turtle_file, work, size=2000).body


def test_who_waits_too_long_for_a_worker_is_told(turtle_file):
    async def work(pool):
        slow = asyncio.create_task(pool.ask(question(SLOW)))
        await asyncio.sleep(0.1)
        with pytest.raises(OverrunError, match="no worker was free"):
            await pool.ask(question("ASK {}"))
        with pytest.raises(OverrunError):
            await slow

    in_pool(turtle_file, work, waiting=0.3, seconds=3)


def test_a_large_file_is_read_from_the_store_beside_it(turtle_file, tmp_path):
    path = tmp_path / "graph.ttl"
    path.write_bytes(turtle_file.read_bytes())
    limits = Limits(workers=1, in_memory=10)
    prepare(path, limits)
    assert (tmp_path / ".graph.ttl.store").is_dir()
    assert b"true" in in_pool(path, lambda pool: pool.ask(question("ASK { ?s ?p ?o }")), in_memory=10).body


def test_a_file_that_is_no_graph_is_told_before_a_worker_starts(tmp_path):
    (tmp_path / "graph.ttl").write_text("nonsense", "utf-8")
    with pytest.raises(QueryError):
        prepare(tmp_path / "graph.ttl", Limits())
