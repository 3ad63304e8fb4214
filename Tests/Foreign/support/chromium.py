"""Starts the system's Chromium under Playwright, and records what goes wrong while a page loads."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, sync_playwright

PHONE = (390, 844)
DESKTOP = (1280, 900)


def system_chromium() -> str | None:
    """The browser that script/bootstrap found or installed; none where Playwright has brought its own.

    Ubuntu's `chromium` is a stub of a snap: it cannot be driven from a container, and does not count.
    """
    for name in ("chromium", "google-chrome", "google-chrome-stable"):
        found = shutil.which(name)
        if found and "/snap" not in str(Path(found).resolve()):
            return found
    return None


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless browser. As root, as in a container, Chromium's own sandbox cannot start and is left off."""
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=system_chromium(), args=arguments)
        try:
            yield browser
        finally:
            browser.close()


class Visit:
    """A browser tab that opens one page after another of one host, and notes what each page does that it should not.

    A finding is a line of text: console errors (violations of the Content-Security-Policy are such), uncaught
    exceptions, dialogs, requests that fail or are answered with an error, and requests to any other host.
    """

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.findings: list[str] = []
        self.loaded: list[Response] = []
        page.on("console", self.hear)
        page.on("pageerror", lambda error: self.note(True, f"exception: {error}"))
        page.on("dialog", lambda dialog: (self.note(True, f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("requestfailed", self.miss)
        page.on("request", lambda request: self.note(self.is_elsewhere(request.url), f"elsewhere: {request.url}"))
        page.on("response", self.look_at)

    def note(self, condition: bool, finding: str) -> None:
        if condition:
            self.findings.append(finding)

    def hear(self, message: ConsoleMessage) -> None:
        self.note(message.type == "error", f"console: {message.text} ({message.location['url']})")

    def miss(self, request: Request) -> None:
        """A request that failed. What the browser gives up itself, since another page is opened, is no fault: it loads
        a page's icon after everything else."""
        self.note(request.failure != "net::ERR_ABORTED", f"failed: {request.url} {request.failure}")

    def is_elsewhere(self, url: str) -> bool:
        return urlsplit(url).scheme != "data" and not url.startswith(self.address + "/")

    def look_at(self, response: Response) -> None:
        self.note(response.status >= 400, f"{response.status}: {response.url}")
        self.loaded.append(response)

    def open(self, path: str) -> None:
        """Opens a path of the host afresh, and waits until the page and what it is made of are there."""
        self.findings = []
        self.loaded = []
        self.page.goto(self.address + path, wait_until="load", timeout=20_000)

    def weight(self) -> int:
        """The bytes, uncompressed, of the open page and of everything that it has loaded."""
        return sum(len(response.body()) for response in self.loaded)


@contextmanager
def visiting(
    browser: Browser,
    address: str,
    size: tuple[int, int] = DESKTOP,
    scripts: bool = True,
) -> Iterator[Visit]:
    """A tab of its own, without cookies or cache of another, of a width and height in CSS pixels."""
    viewport = {"width": size[0], "height": size[1]}
    context = browser.new_context(viewport=viewport, java_script_enabled=scripts, locale="ja-JP")
    try:
        yield Visit(context.new_page(), address)
    finally:
        context.close()
