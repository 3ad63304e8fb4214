"""The pages serve readers without JavaScript, and readers on paper."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Browser

from support.chromium import DESKTOP, PHONE, visiting
from support.page_kinds import one_of_each_kind
from support.site import Site
from support.tally import Tally

# A control that does nothing without a script should not be there without one.
DEAD_CONTROLS = """() => [...document.querySelectorAll("button, input, select, textarea")]
  .filter((e) => e.checkVisibility({visibilityProperty: true}) && !e.closest("form[action]"))
  .map((e) => `a control that does nothing: ${e.outerHTML.slice(0, 120)}`)"""

TEXT = "() => document.querySelector('main').innerText.replace(/\\s+/g, '')"

# What belongs to moving about, and is of no use on paper.
ON_PAPER = """() => [...document.querySelectorAll("nav, button, input, [href='#main'], .skip")]
  .filter((e) => e.checkVisibility({visibilityProperty: true}))
  .map((e) => `is printed: ${e.outerHTML.slice(0, 120)}`)"""

# The colours that a printer gets, as the browser computes them: dark text on nothing or on white.
PAPER_COLOURS = """() => {
  const style = getComputedStyle(document.body);
  const dark = (color) => color.match(/[\\d.]+/g).slice(0, 3).every((part) => Number(part) < 100);
  const blank = ["rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"].includes(style.backgroundColor);
  return dark(style.color) && blank ? [] : [`prints ${style.color} on ${style.backgroundColor}`];
}"""


def test_a_page_says_the_same_without_javascript(
    browser: Browser, real_site: Site, address_of: Callable[[Site], str], tally: Tally
) -> None:
    found: list[str] = []
    host = address_of(real_site)
    with visiting(browser, host, PHONE) as scripted, visiting(browser, host, PHONE, scripts=False) as plain:
        for kind, file in one_of_each_kind(real_site).items():
            path = real_site.url_path(file)
            scripted.open(path)
            plain.open(path)
            found += [f"{path} {fault}" for fault in [*plain.findings, *plain.page.evaluate(DEAD_CONTROLS)]]
            if kind == "search":
                said = plain.page.locator("noscript").inner_text()
                found += [] if said.strip() else [f"{path} does not say that the search needs JavaScript"]
            elif not plain.page.evaluate(TEXT).startswith(scripted.page.evaluate(TEXT)[:40]):
                found.append(f"{path} says something else without JavaScript")
            tally.saw("without JavaScript")
    assert not found, "\n".join(found)


def test_navigation_is_left_off_paper(
    browser: Browser, site: Site, address_of: Callable[[Site], str], tally: Tally
) -> None:
    found: list[str] = []
    with visiting(browser, address_of(site), DESKTOP) as visit:
        # A reader whose screen is dark gets dark ink on white paper all the same.
        visit.page.emulate_media(media="print", color_scheme="dark")
        for file in one_of_each_kind(site).values():
            path = site.url_path(file)
            visit.open(path)
            faults = [*visit.page.evaluate(ON_PAPER), *visit.page.evaluate(PAPER_COLOURS)]
            found += [f"{path} {fault}" for fault in faults]
            if not visit.page.locator("h1").is_visible():
                found.append(f"{path} is printed without its title")
            tally.saw("print")
    assert not found, "\n".join(found)
