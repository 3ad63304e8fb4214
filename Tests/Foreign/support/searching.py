"""Uses the search page as a reader does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote

from playwright.sync_api import Browser, Page

from support.chromium import DESKTOP, Visit, visiting
from support.site import Site

DONE = """() => {
  const said = document.querySelector(".search-status").textContent;
  return said !== "" && said !== "探しています…";
}"""


class Search:
    """The search page of a site in a tab."""

    def __init__(self, visit: Visit, site: Site) -> None:
        self.visit = visit
        self.site = site

    @property
    def page(self) -> Page:
        return self.visit.page

    def open(self, query: str | None = None) -> None:
        """Opens the page as a link to it does, with what is searched for in the address."""
        self.visit.open(f"{self.site.base_path}search/" + (f"?q={quote(query)}" if query is not None else ""))
        if query:
            self.wait()

    def type(self, query: str) -> None:
        """Searches by keyboard."""
        self.page.locator("input[name=q]").fill(query)
        self.page.keyboard.press("Enter")
        self.wait()

    def wait(self) -> None:
        self.page.wait_for_function(DONE, timeout=20_000)

    @property
    def said(self) -> str:
        """What the page announces."""
        return self.page.get_by_role("status").inner_text()

    @property
    def found(self) -> list[str]:
        """The paths of the results from the root of the site, in their order."""
        links = self.page.locator(".search-results .entry-title a")
        paths = links.evaluate_all("(links) => links.map((link) => new URL(link.href).pathname)")
        assert all(path.startswith(self.site.base_path) for path in paths), paths
        return ["/" + path.removeprefix(self.site.base_path) for path in paths]

    @property
    def marked(self) -> set[str]:
        """The texts that results have marked."""
        return set(self.page.locator(".search-results mark").all_inner_texts())


@contextmanager
def searching(browser: Browser, site: Site, host: str, size: tuple[int, int] = DESKTOP) -> Iterator[Search]:
    with visiting(browser, host, size) as visit:
        yield Search(visit, site)
