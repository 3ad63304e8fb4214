"""An open page follows what is saved on the disk, as whoever writes sees it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from support.preview import Preview, copy_archive, previewing

FILE = "content/incidents/2024-217/2024-06-11-nishinomiya-city.md"
ADDRESS = "/incidents/2024-217/2024-06-11-nishinomiya-city/"
PATIENCE = 20_000
"""Milliseconds that a loaded machine may take; the preview itself takes some ten."""


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """A preview of a copy of the repository's archive."""
    with previewing(copy_archive(tmp_path)) as running:
        yield running


@pytest.fixture
def page(browser: Browser, preview: Preview) -> Iterator[Page]:
    """The notice's page, open and listening, in a window so low that it scrolls."""
    context = browser.new_context(viewport={"width": 900, "height": 400})
    opened = context.new_page()
    opened.set_default_timeout(PATIENCE)
    with opened.expect_response(lambda response: "/_casebook/events" in response.url):
        opened.goto(preview.address + ADDRESS)
    yield opened
    context.close()


def mark(page: Page) -> None:
    """Leaves something in the page that goes when it is loaded again."""
    page.evaluate("window.isStillHere = true")


def is_marked(page: Page) -> bool:
    return page.evaluate("window.isStillHere === true")


def test_a_saved_notice_is_shown_at_the_same_place_of_the_page(preview: Preview, page: Page) -> None:
    mark(page)
    page.evaluate("scrollTo(0, 200)")
    preview.append(FILE, "\nここまで読んだ人のための追記です。\n")
    expect(page.get_by_text("ここまで読んだ人のための追記です。")).to_be_attached(timeout=PATIENCE)
    page.wait_for_function("scrollY === 200")
    assert not is_marked(page)


def test_a_saved_template_is_shown(preview: Preview, page: Page) -> None:
    preview.replace("templates/layout.mustache", "</body>", '<p id="added">型紙の追記</p>\n</body>')
    expect(page.locator("#added")).to_have_text("型紙の追記", timeout=PATIENCE)


def test_a_saved_style_sheet_is_exchanged_in_the_open_page(preview: Preview, page: Page) -> None:
    mark(page)
    preview.append("templates/assets/style.css", "\nbody { border-top: 7px solid rgb(1, 2, 3); }\n")
    expect(page.locator("body")).to_have_css("border-top-color", "rgb(1, 2, 3)", timeout=PATIENCE)
    preview.replace("templates/assets/style.css", "rgb(1, 2, 3)", "rgb(4, 5, 6)")
    expect(page.locator("body")).to_have_css("border-top-color", "rgb(4, 5, 6)", timeout=PATIENCE)
    assert is_marked(page)


def test_an_error_is_shown_over_the_last_good_page_until_it_is_mended(preview: Preview, page: Page) -> None:
    mark(page)
    heading = page.locator("h1").first.inner_text()
    problems = page.get_by_role("alert")
    expect(problems).to_be_hidden()
    preview.replace(FILE, "\ntitle:", "\ncolour: <b id='injected'>red</b>\ntitle:")
    expect(problems).to_be_visible(timeout=PATIENCE)
    expect(problems).to_contain_text(f"{FILE}:3:1: error: unknown key 'colour' [unknown-key]")
    expect(problems).to_contain_text("colour: <b id='injected'>red</b>")
    assert page.locator("#injected").count() == 0
    assert page.locator("h1").first.inner_text() == heading
    assert is_marked(page)
    page.keyboard.press("Escape")
    expect(problems).to_be_hidden()
    page.reload()
    expect(problems).to_be_visible(timeout=PATIENCE)
    assert page.locator("h1").first.inner_text() == heading
    preview.replace(FILE, "colour: <b id='injected'>red</b>\n", "")
    expect(problems).to_be_hidden(timeout=PATIENCE)


def test_a_template_error_is_shown_until_it_is_mended(preview: Preview, page: Page) -> None:
    problems = page.get_by_role("alert")
    preview.append("templates/notice.mustache", "{{#unclosed}}")
    expect(problems).to_contain_text("templates/notice.mustache:", timeout=PATIENCE)
    expect(problems).to_contain_text("[template-syntax]")
    preview.replace("templates/notice.mustache", "{{#unclosed}}", "")
    expect(problems).to_be_hidden(timeout=PATIENCE)


def test_a_draft_is_marked_on_its_page_and_where_it_is_linked(preview: Preview, page: Page) -> None:
    preview.replace(FILE, "\ntitle:", "\ndraft: true\ntitle:")
    expect(page.locator("casebook-preview .mark")).to_contain_text("下書き", timeout=PATIENCE)
    page.goto(preview.address + "/incidents/2024-217/")
    expect(page.locator(f"a[href$='{ADDRESS}']").first).to_contain_text("下書き", timeout=PATIENCE)


def test_a_page_that_is_removed_becomes_the_page_of_404_and_comes_back(preview: Preview, page: Page) -> None:
    heading = page.locator("h1").first.inner_text()
    file = preview.archive / FILE
    text = file.read_text(encoding="utf-8")
    file.unlink()
    expect(page.locator("h1").first).not_to_have_text(heading, timeout=PATIENCE)
    file.write_text(text, encoding="utf-8")
    expect(page.locator("h1").first).to_have_text(heading, timeout=PATIENCE)
