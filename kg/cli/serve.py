"""`kg serve`: the page, the files and a read-only SPARQL endpoint on this machine."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("graph", type=click.Path(path_type=Path), metavar="DIR")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="Port; 0 takes a free one."
)
@click.option(
    "--seconds", default=10.0, show_default=True, type=click.FloatRange(0.1), help="The most a query may take."
)
@click.option(
    "--rows", default=10_000, show_default=True, type=click.IntRange(1), help="The most rows an answer gives."
)
def serve(*, graph: Path, port: int, seconds: float, rows: int) -> None:
    """Serve an output folder on 127.0.0.1: the page, its files, and SPARQL 1.1 at /sparql, until interrupted.

    Example: kg serve output/ --port 8000
    """
    from kg.query.endpoint import server, workers  # noqa: PLC0415 (a web server, that no other command needs)

    limits = workers.Limits(seconds=seconds, rows=rows)
    server.serve(graph, port, limits, lambda address: click.echo(f"serving {graph} at {address}", err=True))
