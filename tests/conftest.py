"""Fixtures that every floor's tests share."""

from pathlib import Path

import pytest

from kg.ontology.pack import load_pack

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def finance():
    """The pack of Chinese financial news, read once."""
    return load_pack("finance")
