"""Every page of every site, opened on a phone and on a desktop."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Error as PlaywrightError

from support.chromium import DESKTOP, PHONE, visiting
from support.page_kinds import REDIRECT, kind_of, pages
from support.site import Site
from support.tally import Tally

# What sticks out of the window sideways, except within a part that scrolls by itself. Text that is hidden on purpose,
# a box of one pixel, does not count.
STICKING_OUT = """() => {
  const scrolls = (element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
  const contained = (element) => {
    for (let e = element.parentElement; e && e !== document.body; e = e.parentElement) if (scrolls(e)) return true;
    return false;
  };
  const width = document.documentElement.clientWidth;
  const found = [];
  if (document.documentElement.scrollWidth > width) {
    found.push(`the page scrolls sideways: ${document.documentElement.scrollWidth} > ${width}`);
  }
  for (const element of document.body.querySelectorAll("*")) {
    if (!element.checkVisibility()) continue;
    const box = element.getBoundingClientRect();
    if (box.width > 1 && box.right > width + 1 && !contained(element)) {
      found.push(`sticks out by ${Math.round(box.right - width)} px: ${element.outerHTML.slice(0, 120)}`);
    }
  }
  return found.slice(0, 5);
}"""

# Text that is cut off: a box that hides what does not fit into it.
CUT_OFF = """() => [...document.body.querySelectorAll("*")]
  .filter((e) => e.checkVisibility() && e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1
    && ["hidden", "clip"].includes(getComputedStyle(e).overflowX))
  .map((e) => `cuts text off: ${e.outerHTML.slice(0, 120)}`)
  .slice(0, 5)"""


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["390px", "1280px"])
def test_every_page_opens_without_a_fault(
    browser: Browser, site: Site, address_of: Callable[[Site], str], tally: Tally, size: tuple[int, int]
) -> None:
    found: list[str] = []
    with visiting(browser, address_of(site), size) as visit:
        for file in pages(site):
            path = site.url_path(file)
            visit.open(path)
            faults = [*visit.findings, *visit.page.evaluate(STICKING_OUT), *visit.page.evaluate(CUT_OFF)]
            if visit.page.evaluate("() => 'hacked' in window"):
                faults.append("a value of the content ran as a script")
            found += [f"{path} {fault}" for fault in faults]
            tally.saw(f"browser at {size[0]} px")
    assert not found, "\n".join(found)


def test_the_policy_of_the_pages_is_in_force(
    browser: Browser, real_site: Site, address_of: Callable[[Site], str]
) -> None:
    """The pages are opened with the headers of the built `_headers` file: a script put into one does not run."""
    with visiting(browser, address_of(real_site)) as visit:
        visit.open(real_site.base_path)
        assert "script-src 'self'" in visit.loaded[0].headers["content-security-policy"]
        with pytest.raises(PlaywrightError, match="Content Security Policy"):
            visit.page.add_script_tag(content="window.hacked = 1")
        assert not visit.page.evaluate("() => 'hacked' in window")
        assert any("Content Security Policy" in finding for finding in visit.findings)


def test_a_picture_with_a_script_in_it_runs_nothing(
    browser: Browser, site_named: Callable[[str], Site], address_of: Callable[[Site], str]
) -> None:
    """Not even when it is opened by itself, as a document of the site."""
    hostile = site_named("hostile")
    [picture] = hostile.files("picture.svg")
    with visiting(browser, address_of(hostile)) as visit:
        visit.open(hostile.url_path(picture))
        assert not visit.page.evaluate("() => 'hacked' in window")
        assert any("Content Security Policy" in finding for finding in visit.findings)


def test_a_redirect_leads_to_its_page(
    browser: Browser, site: Site, address_of: Callable[[Site], str], tally: Tally
) -> None:
    """The page behind a redirect opens without a fault, and is the one that the redirect names as canonical."""
    redirects = [file for file in site.files("*.html") if kind_of(site, file) == REDIRECT]
    for file in redirects:
        canonical = re.search(r'<link rel="canonical" href="([^"]+)">', file.read_text(encoding="utf-8"))
        assert canonical, file
        with visiting(browser, address_of(site)) as visit:
            visit.open(site.url_path(file))
            visit.page.wait_for_url(address_of(site) + urlsplit(canonical[1]).path, timeout=10_000)
            assert visit.findings == [], file
    tally.saw("redirects", len(redirects))


def test_a_path_that_is_not_there_shows_the_not_found_page(
    browser: Browser, site: Site, address_of: Callable[[Site], str]
) -> None:
    """At any depth its styles load and its links lead into the site."""
    missing = f"{site.base_path}no/such/page/"
    with visiting(browser, address_of(site), PHONE) as visit:
        visit.open(missing)
        assert [finding for finding in visit.findings if missing not in finding] == []
        assert visit.page.locator("h1").inner_text() == "ページが見つかりません"
        links = visit.page.evaluate(
            "() => [...document.querySelectorAll('main a')].map((a) => new URL(a.href).pathname)"
        )
        assert links and all(link.startswith(site.base_path) for link in links)
