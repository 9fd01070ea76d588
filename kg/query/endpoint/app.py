"""The application that serves a build's folder: the page, the files, and a read-only SPARQL 1.1 endpoint.

Knows HTTP. Answers are made by worker processes; everything else here is quick, so that the server stays responsive
whatever is asked.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.query.endpoint.description import render_description
from kg.query.endpoint.formats import GRAPHS, TABLES, choose
from kg.query.endpoint.requests import RequestError, query_of_get, query_of_post
from kg.query.endpoint.workers import Limits, OverrunError, Question, Refusal, WorkerPool
from kg.query.guard import MAX_LENGTH
from kg.query.store import GRAPH

PAGE = "graph.html"
HOSTS = ("127.0.0.1", "localhost")
"""Names that this machine has for itself; a request to any other is refused, whatever a name service says of it."""

_MAX_BODY = 4 * MAX_LENGTH + 1024
_TYPES = {
    ".ttl": "text/turtle; charset=utf-8",
    ".nq": "application/n-quads; charset=utf-8",
    ".jsonld": "application/ld+json",
    ".jsonl": "application/x-ndjson; charset=utf-8",
    ".graphml": "application/xml",
    ".gexf": "application/xml",
    ".cyjs": "application/json",
}


def make_app(folder: Path, limits: Limits | None = None, hosts: tuple[str, ...] = HOSTS) -> Starlette:
    """The application for the folder of a build; its workers start and end with it.

    Args:
        folder: holds `graph.ttl`, and `graph.html` for the page.
        limits: what a query may cost.
        hosts: the names by which the server may be called.
    """
    endpoint = _Endpoint(folder, limits or Limits())
    routes = [
        Route("/", endpoint.page, methods=["GET"]),
        Route("/sparql", endpoint.query, methods=["GET", "POST"]),
        Route("/{name}", endpoint.file, methods=["GET"]),
    ]
    middleware = [Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts)), Middleware(_Headers)]
    return Starlette(routes=routes, middleware=middleware, lifespan=endpoint.lifespan)


class _Endpoint:
    """Answers the requests for one folder."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        self._folder = folder.absolute()
        self._limits = limits
        self._pool = WorkerPool(self._folder / GRAPH, limits)

    @asynccontextmanager
    async def lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        await self._pool.start()
        try:
            yield
        finally:
            await self._pool.stop()

    async def page(self, _request: Request) -> Response:
        return self._sent(PAGE)

    async def file(self, request: Request) -> Response:
        return self._sent(request.path_params["name"])

    async def query(self, request: Request) -> Response:
        try:
            query = await _query_of(request)
            accept = request.headers.get("accept", "*/*")
            if query is None:
                return _described(accept, str(request.url.replace(query="")))
            question = Question(query, choose(accept, TABLES), choose(accept, GRAPHS), self._limits.rows)
            answer = await self._pool.ask(question)
        except RequestError as fault:
            return PlainTextResponse(f"{fault.reason}\n", fault.status)
        except OverrunError as overrun:
            return PlainTextResponse(f"{overrun}.\n", 503, {"Retry-After": "1"})
        if isinstance(answer, Refusal):
            return PlainTextResponse(f"{answer.reason}\n", 400 if answer.acceptable else 406)
        headers = {"Vary": "Accept"} | ({"X-Truncated-At": str(self._limits.rows)} if answer.truncated else {})
        return Response(answer.body, media_type=_typed(answer.media_type), headers=headers)

    def _sent(self, name: str) -> Response:
        """A file of the folder itself: none below it, none that is hidden, no link out of it."""
        path = self._folder / name
        if name.startswith(".") or path.is_symlink() or not path.is_file() or path.parent != self._folder:
            return PlainTextResponse(f"There is no file {name!r} here.\n", 404)
        return FileResponse(path, media_type=_TYPES.get(path.suffix))


async def _query_of(request: Request) -> str | None:
    address = request.url.query
    if request.method != "POST":
        return query_of_get(address)
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _MAX_BODY:
            raise RequestError(413, f"A query may have {MAX_LENGTH} characters.")
    return query_of_post(request.headers.get("content-type", ""), body, address)


def _described(accept: str, address: str) -> Response:
    form = choose(accept, GRAPHS) or next(iter(GRAPHS))  # a browser asks for HTML and gets Turtle
    return Response(render_description(address, form), media_type=_typed(form), headers={"Vary": "Accept"})


def _typed(form: str) -> str:
    return f"{form}; charset=utf-8" if form.startswith("text/") else form


class _Headers:
    """Adds to every answer that its type is meant as it is told, and that no other site may frame it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [
                    *message["headers"],
                    (b"x-content-type-options", b"nosniff"),
                    (b"x-frame-options", b"DENY"),
                    (b"cross-origin-resource-policy", b"same-origin"),
                ]
            await send(message)

        await self._app(scope, receive, sending)
