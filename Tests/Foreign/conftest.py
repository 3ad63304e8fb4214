"""What the tests share: the built sites, and a server for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser

from support.chromium import chromium
from support.odd import odd_names, write_odd
from support.repository import ROOT
from support.server import serve
from support.site import Site, build
from support.tally import Tally

REAL = "real"
TALLY = pytest.StashKey[Tally]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[TALLY] = Tally()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Says how many pages each suite saw."""
    lines = config.stash[TALLY].lines()
    if lines:
        terminalreporter.section("pages seen")
    for line in lines:
        terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def tally(pytestconfig: pytest.Config) -> Tally:
    """Where a suite notes how many pages it saw."""
    return pytestconfig.stash[TALLY]


@pytest.fixture(scope="session")
def site_named(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Site]:
    """A site by name, built on first use: `real` for the repository's own content, else an odd archive."""
    built: dict[str, Site] = {}

    def named(name: str) -> Site:
        if name not in built:
            output = tmp_path_factory.mktemp(f"site-{name}") / "output"
            archive = ROOT
            if name != REAL:
                archive = tmp_path_factory.mktemp(f"archive-{name}") / "archive"
                write_odd(name, archive)
            built[name] = build(name, archive, output)
        return built[name]

    return named


@pytest.fixture(scope="session")
def real_site(site_named: Callable[[str], Site]) -> Site:
    """The repository's own content, built."""
    return site_named(REAL)


@pytest.fixture(scope="session", params=[REAL, *odd_names()])
def site(request: pytest.FixtureRequest, site_named: Callable[[str], Site]) -> Site:
    """Every built site in turn: the real one, then the odd ones."""
    return site_named(request.param)


@pytest.fixture(scope="session")
def address_of() -> Iterator[Callable[[Site], str]]:
    """Serves a site on first use; gives the address of its host, without the site's base path."""
    with ExitStack() as servers:
        running: dict[str, str] = {}

        def address(site: Site) -> str:
            if site.name not in running:
                running[site.name] = servers.enter_context(serve(site))
            return running[site.name]

        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser: slow to start, so one for the whole run; each test opens tabs of its own in it."""
    with chromium() as running:
        yield running
