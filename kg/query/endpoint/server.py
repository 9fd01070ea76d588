"""Running the endpoint on this machine."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from kg.errors import QueryError
from kg.query.endpoint.app import HOSTS, make_app
from kg.query.endpoint.workers import Limits, prepare
from kg.query.store import GRAPH

LOCAL = "127.0.0.1"
MAX_CONNECTIONS = 500
"""Connections at once; more are answered 503."""


def serve(folder: Path, port: int, limits: Limits, told: Callable[[str], None]) -> None:
    """Serve the folder of a build until interrupted.

    Args:
        folder: holds `graph.ttl`, and `graph.html` for the page.
        port: where on 127.0.0.1; 0 for any that is free.
        limits: what a query may cost.
        told: called with the address when the server is about to answer.

    Raises:
        QueryError: there is no graph, or the port is taken.
    """
    prepare(folder / GRAPH, limits)  # faults of the file are told before a socket is opened
    try:
        listening = socket.create_server((LOCAL, port), backlog=MAX_CONNECTIONS)
    except OSError as error:
        reason = f"cannot be listened on ({error.strerror})"
        raise QueryError(reason, place=f"{LOCAL}:{port}", remedy="name another --port, or 0 for any") from error
    with listening:
        told(f"http://{LOCAL}:{listening.getsockname()[1]}/")
        config = uvicorn.Config(
            make_app(folder, limits, HOSTS), log_level="warning", limit_concurrency=MAX_CONNECTIONS, lifespan="on"
        )
        uvicorn.Server(config).run(sockets=[listening])
