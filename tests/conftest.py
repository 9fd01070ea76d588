"""Fixtures that every floor's tests share."""

from pathlib import Path

import pytest
from hypothesis import settings

from kg.ontology.pack import load_pack

ROOT = Path(__file__).parent.parent

# Speed is never asserted: a busy machine fails no test.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def finance():
    """The pack of Chinese financial news, read once."""
    return load_pack("finance")
