"""What an incident page costs its reader to load."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Browser

from support.chromium import visiting
from support.page_kinds import kind_of, pages
from support.site import Site

PAGE_LIMIT = 40_000
"""Bytes, uncompressed, of an incident page and everything that it loads, beside its text."""

STYLESHEET_LIMIT = 20_000
"""Bytes of a stylesheet, as it is served."""


def weight(browser: Browser, address: str, path: str) -> int:
    """The bytes of a page beside its text, loaded in a tab of its own, so that nothing comes from another's cache."""
    with visiting(browser, address) as visit:
        visit.open(path)
        text = visit.page.evaluate("() => document.body.textContent").encode()
        loaded = visit.weight()
        assert visit.findings == []
        return loaded - len(text)


def test_an_incident_page_is_light(browser: Browser, real_site: Site, address_of: Callable[[Site], str]) -> None:
    incidents = [file for file in pages(real_site) if kind_of(real_site, file) == "incident"]
    paths = [real_site.url_path(file) for file in incidents]
    weights = {path: weight(browser, address_of(real_site), path) for path in paths}
    heaviest = max(weights, key=lambda path: weights[path])
    assert weights[heaviest] < PAGE_LIMIT, f"{heaviest} weighs {weights[heaviest]} bytes beside its text"


def test_a_stylesheet_is_small(real_site: Site) -> None:
    sizes = {file.name: file.stat().st_size for file in real_site.files("*.css")}
    assert sizes, "there is no stylesheet"
    assert max(sizes.values()) < STYLESHEET_LIMIT, sizes
