"""Worker processes that answer queries, so that one that runs past its limit can be ended.

An engine has no way to be told to stop: its process is killed, and another takes its place. A worker that dies of its
query (for want of memory, say) costs that query only.
"""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import resource
import signal
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext, SpawnProcess
from pathlib import Path

from kg.errors import KgError
from kg.query.endpoint.formats import is_graph, render_graph, render_table
from kg.query.sparql import ask
from kg.query.store import QueryGraph, check_graph, load_graph


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may cost, and how many are answered at once.

    `seconds` to answer in, `rows` to give, `size` in bytes of an answer, `waiting` seconds until a worker is free,
    `memory` in bytes of a worker.
    A graph file of less than `in_memory` bytes is held in the memory of each worker, where most queries are several
    times as fast; of a larger one the store beside it is read.
    """

    seconds: float = 10.0
    rows: int = 10_000
    size: int = 64 << 20
    waiting: float = 30.0
    workers: int = 2
    memory: int = 4 << 30
    in_memory: int = 100_000_000


@dataclass(frozen=True, slots=True)
class Question:
    """A query with the formats that its client takes for tables and for triples, None where it takes none."""

    query: str
    table_format: str | None
    graph_format: str | None
    rows: int


@dataclass(frozen=True, slots=True)
class Answer:
    """A body in a format. `truncated` says that there were more rows than the limit lets through."""

    body: bytes
    media_type: str
    truncated: bool


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no answer, in a sentence. `acceptable` is False where only the formats do not fit."""

    reason: str
    acceptable: bool = True


class OverrunError(Exception):
    """No answer came: the query ran past its limit, its worker died, or no worker was free in time."""


def prepare(path: Path, limits: Limits) -> None:
    """Look through a graph file before workers open it; of a large one, make the store that they will read.

    Raises:
        QueryError: the file is no graph.
    """
    check_graph(path)
    if path.stat().st_size >= limits.in_memory:
        load_graph(path, cached_from=limits.in_memory)


class WorkerPool:
    """Keeps worker processes, each with the graph open, and gives each question to a free one."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self._path = path
        self._limits = limits
        self._context: SpawnContext = multiprocessing.get_context("spawn")
        self._free: asyncio.Queue[_Worker] = asyncio.Queue()
        self._all: set[_Worker] = set()

    async def start(self) -> None:
        """Start the workers; they open the graph, which `prepare` has looked through, meanwhile."""
        for _ in range(self._limits.workers):
            self._hire()

    async def stop(self) -> None:
        """End all workers, whatever they do."""
        for worker in tuple(self._all):
            self._dismiss(worker)

    async def ask(self, question: Question) -> Answer | Refusal:
        """The answer to a question.

        Raises:
            OverrunError: none came within the limits.
        """
        try:
            worker = await asyncio.wait_for(self._free.get(), self._limits.waiting)
        except TimeoutError:
            raise OverrunError(f"no worker was free within {self._limits.waiting:g} seconds") from None
        answered = False
        try:
            answer = await asyncio.to_thread(worker.exchange, question, self._limits.seconds)
            answered = True
            return answer
        finally:
            if answered:
                self._free.put_nowait(worker)
            else:
                self._dismiss(worker)
                self._hire()

    def _hire(self) -> None:
        worker = _Worker(self._context, self._path, self._limits)
        self._all.add(worker)
        self._free.put_nowait(worker)

    def _dismiss(self, worker: _Worker) -> None:
        self._all.discard(worker)
        worker.end()


class _Worker:
    """One process and the pipe to it."""

    def __init__(self, context: SpawnContext, path: Path, limits: Limits) -> None:
        self._pipe, theirs = context.Pipe()
        self._process: SpawnProcess = context.Process(target=_work, args=(theirs, path, limits), daemon=True)
        self._process.start()
        theirs.close()
        self._ready = False

    def exchange(self, question: Question, seconds: float) -> Answer | Refusal:
        """Ask and wait; time that the worker takes to open the graph does not count."""
        try:
            if not self._ready:
                self._pipe.recv()
                self._ready = True
            self._pipe.send(question)
            if not self._pipe.poll(seconds):
                raise OverrunError(f"the query ran past its limit of {seconds:g} seconds")
            answer: Answer | Refusal | OverrunError = self._pipe.recv()
            if isinstance(answer, OverrunError):
                raise answer
            return answer
        except (EOFError, OSError) as error:
            raise OverrunError("the query took more than it may") from error

    def end(self) -> None:
        """Kill the process and wait until it is gone."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self._pipe.close()


def _work(pipe: Connection, path: Path, limits: Limits) -> None:
    """A worker's life: open the graph, then answer until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    graph = load_graph(path, cached_from=limits.in_memory)
    with contextlib.suppress(ValueError, OSError):  # not every system has or lets set this limit
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    ask(graph, "ASK {} # from")  # the first answer takes longer than others; the word makes the guard load its grammar
    pipe.send(None)
    with contextlib.suppress(EOFError, OSError):
        while True:
            pipe.send(_answer(graph, pipe.recv(), limits))


def _answer(graph: QueryGraph, question: Question, limits: Limits) -> Answer | Refusal | OverrunError:
    try:
        table = ask(graph, question.query, limit=question.rows)
    except KgError as error:
        return Refusal(str(error))
    form = question.graph_format if is_graph(table) else question.table_format
    if form is None:
        return Refusal("the answer has none of the accepted formats", acceptable=False)
    body = render_graph(table, form, graph.prefixes) if is_graph(table) else render_table(table, form)
    if len(body) > limits.size:
        return OverrunError(f"the answer ran past its limit of {limits.size} bytes")
    return Answer(body, form, table.truncated)
