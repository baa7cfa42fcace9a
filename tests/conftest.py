"""What all tests share: Qt offscreen, hypothesis without deadlines, no warning in the log."""

import logging
import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
settings.register_profile(
    "house", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("house")


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test in which something logs a warning, unless it is marked so."""
    yield
    if request.node.get_closest_marker("logs") is None:
        told = [each for each in caplog.get_records("call") if each.levelno >= logging.WARNING]
        assert not told
