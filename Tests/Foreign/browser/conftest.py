"""One browser for all tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from support.chromium import chromium


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser: slow to start, so one for the whole run; each test opens tabs of its own in it."""
    with chromium() as running:
        yield running
