"""axe-core finds no violation on any page, in light and in dark colours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

from support.chromium import DESKTOP, PHONE, visiting
from support.page_kinds import one_of_each_kind, pages
from support.site import Site
from support.tally import Tally

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RUN = """async (only) => (await axe.run(document, {resultTypes: ["violations"], ...only})).violations.flatMap((rule) =>
  rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)} ${node.any.map((c) => c.message).join("; ")}`))"""

ALL_RULES: dict[str, object] = {}
COLOUR_RULES: dict[str, object] = {"runOnly": {"type": "tag", "values": ["cat.color"]}}


def violations(page: Page, scheme: str, rules: dict[str, object]) -> list[str]:
    """What axe-core finds on the open page in a colour scheme. It is put in from outside, past the page's policy."""
    page.emulate_media(color_scheme=scheme)
    return [f"{scheme} {violation}" for violation in page.evaluate(RUN, rules)]


def barriers(browser: Browser, address: str, size: tuple[int, int], site: Site, files: list[Path]) -> list[str]:
    """What axe-core finds on pages: all its rules in light colours, those about colour in dark ones too."""
    found: list[str] = []
    with visiting(browser, address, size) as visit:
        for file in files:
            path = site.url_path(file)
            visit.open(path)
            visit.page.evaluate(AXE)
            for scheme, rules in (("light", ALL_RULES), ("dark", COLOUR_RULES)):
                found += [f"{path} {violation}" for violation in violations(visit.page, scheme, rules)]
    return found


def test_no_page_has_a_barrier_on_a_phone(
    browser: Browser, site: Site, address_of: Callable[[Site], str], tally: Tally
) -> None:
    files = pages(site)
    found = barriers(browser, address_of(site), PHONE, site, files)
    tally.saw("axe-core in light and dark", len(files))
    assert not found, "\n".join(found)


def test_no_kind_of_page_has_a_barrier_on_a_desktop(
    browser: Browser, site: Site, address_of: Callable[[Site], str]
) -> None:
    files = list(one_of_each_kind(site).values())
    found = barriers(browser, address_of(site), DESKTOP, site, files)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_core_sees_the_colours_of_the_scheme(
    browser: Browser, real_site: Site, address_of: Callable[[Site], str], scheme: str
) -> None:
    """Text in nearly the colour of its background is found: the suite can fail."""
    with visiting(browser, address_of(real_site)) as visit:
        visit.open(real_site.base_path)
        visit.page.emulate_media(color_scheme=scheme)
        # As properties: the page's policy refuses a style sheet that is put in.
        visit.page.evaluate(
            "() => Object.assign(document.querySelector('h1').style, {color: '#808080', background: '#8a8a8a'})"
        )
        visit.page.evaluate(AXE)
        assert any("color-contrast" in violation for violation in violations(visit.page, scheme, COLOUR_RULES))
