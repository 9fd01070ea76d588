"""A graph file to ask, and a listener that tells who tried to reach the network."""

import socket
import threading

import pytest

from kg.export.turtle import TurtleWriter
from kg.query.store import load_graph
from tests.knowledge import sample_graph


@pytest.fixture(scope="session")
def turtle_file(finance, tmp_path_factory):
    folder = tmp_path_factory.mktemp("graph")
    TurtleWriter().write(sample_graph(), finance, folder)
    return folder / "graph.ttl"


@pytest.fixture(scope="session")
def graph(turtle_file):
    return load_graph(turtle_file)


@pytest.fixture
def listener():
    """The address of a local listener, and the list of those who connected."""
    calls = []
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.1)
    stop = threading.Event()

    def listen():
        while not stop.is_set():
            try:
                connection, address = server.accept()
            except TimeoutError:
                continue
            calls.append(address)
            connection.close()

    thread = threading.Thread(target=listen)
    thread.start()
    yield f"http://127.0.0.1:{server.getsockname()[1]}/", calls
    stop.set()
    thread.join()
    server.close()
