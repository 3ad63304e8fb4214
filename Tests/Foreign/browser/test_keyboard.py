"""Whoever uses a page by keyboard reaches everything, in the order of the document, and sees where they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from support.chromium import DESKTOP, PHONE, visiting
from support.page_kinds import one_of_each_kind
from support.site import Site
from support.tally import Tally

FOCUSABLE = "a[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]"

# Numbers what can be reached by key, in the order of the document, and notes each step of the focus with what is wrong
# about how it shows.
WATCH = """(focusable) => {
  const reachable = [...document.querySelectorAll(focusable)]
    .filter((e) => e.checkVisibility({visibilityProperty: true}) && e.tabIndex >= 0 && !e.disabled);
  const steps = [];
  window.tabWatch = {reachable, steps};
  document.addEventListener("focusin", ({target}) => {
    const style = getComputedStyle(target);
    const box = target.getBoundingClientRect();
    const ring = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
    const inside = box.width > 1 && box.height > 1 && box.left < innerWidth && box.right > 0;
    const faults = [...(ring ? [] : ["has no visible focus"]), ...(inside ? [] : ["is out of sight when focused"])];
    steps.push({target, faults});
  });
  return reachable.length;
}"""

REPORT = """() => {
  const {reachable, steps} = window.tabWatch;
  const name = (e) => e.outerHTML.slice(0, 100);
  const found = steps.flatMap(({target, faults}) => faults.map((fault) => `${fault}: ${name(target)}`));
  for (let i = 1; i < steps.length; i += 1) {
    const [before, after] = [steps[i - 1].target, steps[i].target];
    if (!(before.compareDocumentPosition(after) & Node.DOCUMENT_POSITION_FOLLOWING)) {
      found.push(`comes after ${name(before)} by key but not in the document: ${name(after)}`);
    }
  }
  const visited = new Set(steps.map((step) => step.target));
  found.push(...reachable.filter((e) => !visited.has(e)).map((e) => `is not reached by Tab: ${name(e)}`));
  const first = steps[0]?.target;
  if (!first?.matches('a[href="#main"]')) found.push(`the first stop is no skip link: ${first && name(first)}`);
  return found.slice(0, 10);
}"""


def tab_through(page: Page) -> list[str]:
    """Presses Tab until the last stop is reached, and tells what is wrong with the way.

    Chromium stops at parts that scroll by themselves too, so there can be a few stops more than were counted.
    """
    for _ in range(page.evaluate(WATCH, FOCUSABLE)):
        page.keyboard.press("Tab")
    for _ in range(20):
        if page.evaluate("() => document.activeElement === window.tabWatch.reachable.at(-1)"):
            break
        page.keyboard.press("Tab")
    return page.evaluate(REPORT)


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["390px", "1280px"])
def test_tab_goes_through_a_page_in_order(
    browser: Browser, site: Site, address_of: Callable[[Site], str], tally: Tally, size: tuple[int, int]
) -> None:
    found: list[str] = []
    with visiting(browser, address_of(site), size) as visit:
        for file in one_of_each_kind(site).values():
            path = site.url_path(file)
            visit.open(path)
            found += [f"{path} {fault}" for fault in tab_through(visit.page)]
            tally.saw("keyboard")
    assert not found, "\n".join(found)


def test_the_skip_link_leads_past_the_navigation(
    browser: Browser, real_site: Site, address_of: Callable[[Site], str]
) -> None:
    with visiting(browser, address_of(real_site)) as visit:
        for file in one_of_each_kind(real_site).values():
            visit.open(real_site.url_path(file))
            for key in ("Tab", "Enter", "Tab"):
                visit.page.keyboard.press(key)
            reached = visit.page.evaluate("() => document.activeElement.closest('main, footer')?.localName ?? 'header'")
            assert reached != "header", real_site.url_path(file)
