"""The search page finds what the pages say, as a reader types it, and nothing else."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import axe_playwright_python
import pytest
from playwright.sync_api import Browser

from support.chromium import PHONE, visiting
from support.odd import FORTY_NOTICES
from support.page_kinds import kind_of, pages
from support.searching import searching
from support.site import Site
from support.tally import Tally

AddressOf = Callable[[Site], str]

NISHINOMIYA = "/incidents/2024-217/2024-06-11-nishinomiya-city/"
ISETO_CASE = "/incidents/2024-217/"
ISETO = "/organizations/iseto/"
RANSOMWARE = "/tags/ransomware/"


@pytest.mark.parametrize(
    ("query", "first", "others"),
    [
        ("西宮市", "/organizations/nishinomiya-city/", [NISHINOMIYA]),
        ("委託業務受託者", NISHINOMIYA, []),
        ("いせとー", ISETO, [ISETO_CASE, NISHINOMIYA]),
        ("イセトー", ISETO, [ISETO_CASE, NISHINOMIYA]),
        ("ｲｾﾄｰ", ISETO, [ISETO_CASE, NISHINOMIYA]),
        ("らんさむうぇあ", RANSOMWARE, [ISETO_CASE, NISHINOMIYA]),
        ("#2024-217", ISETO_CASE, [NISHINOMIYA]),
        ("＃２０２４−２１７", ISETO_CASE, [NISHINOMIYA]),
        ("2024-217", ISETO_CASE, [NISHINOMIYA]),
        ("西宮市 ランサムウェア", ISETO_CASE, [NISHINOMIYA]),
        ("　ランサムウェア　西宮市　", ISETO_CASE, [NISHINOMIYA]),
        ("ＷＩＮＤＯＷＳ", "/tags/windows/", ["/articles/windows-11-first-settings/"]),
        ("windows 11", "/articles/windows-11-first-settings/", []),
        ('"windows 11"', "/articles/windows-11-first-settings/", []),
        ("このアーカイブについて", "/about/", []),
        ("都", "/organizations/ota-city/", ["/organizations/tokyo-metropolis/"]),
    ],
)
def test_a_query_finds_what_it_means(
    browser: Browser, real_site: Site, address_of: AddressOf, query: str, first: str, others: list[str]
) -> None:
    with searching(browser, real_site, address_of(real_site)) as search:
        search.open(query)
        assert search.found[0] == first
        assert set(others) <= set(search.found), search.found
        assert search.said == f"「{query.strip()}」の検索結果：{len(search.found)}件"
        assert search.page.locator("input[name=q]").input_value() == query.strip()
        assert search.visit.findings == []


@pytest.mark.parametrize("query", ["ぬるぽガッ", "2024-999", "西宮市 綜研化学", '"11 windows"', "ワ報情人個"])
def test_what_is_nowhere_is_said_not_to_be_found(
    browser: Browser, real_site: Site, address_of: AddressOf, query: str
) -> None:
    with searching(browser, real_site, address_of(real_site)) as search:
        search.open(query)
        assert search.found == []
        assert search.said == f"「{query}」に当てはまるものはありません。"
        assert search.page.get_by_role("link", name="組織索引").is_visible()


def texts(file: Path) -> list[str]:
    """The runs of letters of the paragraphs of a page's prose, markup left out."""
    prose = re.search(r'<div class="prose offset">(.*?)</div>', file.read_text(encoding="utf-8"), re.DOTALL)
    paragraphs = re.findall(r"<(?:p|li)>(.*?)</(?:p|li)>", prose[1], re.DOTALL) if prose else []
    plain = [re.sub(r"<[^>]*>", "", paragraph) for paragraph in paragraphs]
    return [run for text in plain for run in re.findall(r"[ぁ-んァ-ヶー一-龠々a-zA-Z0-9]{4,}", text)]


def sample(chance: random.Random, runs: list[str]) -> list[str]:
    return chance.sample(runs, min(8, len(runs)))


def test_every_piece_of_a_text_finds_its_page(
    browser: Browser, real_site: Site, address_of: AddressOf, tally: Tally
) -> None:
    """Pieces of every notice and article, cut at random places: what a page shows is found, and shown again."""
    chance = random.Random(217)
    files = [file for file in pages(real_site) if kind_of(real_site, file) in ("notice", "article")]
    with searching(browser, real_site, address_of(real_site)) as search:
        search.open()
        for file in files:
            for run in sample(chance, texts(file)):
                start = chance.randrange(len(run) - 2)
                piece = run[start : start + chance.randint(2, 12)]
                search.type(piece)
                assert unquote(urlsplit(real_site.url_path(file)).path) in search.found, piece
                assert {mark.lower() for mark in search.marked} >= {piece.lower()}, piece
                tally.saw("searches")
        assert search.visit.findings == []


def test_hits_are_marked_in_titles_and_extracts(browser: Browser, real_site: Site, address_of: AddressOf) -> None:
    with searching(browser, real_site, address_of(real_site)) as search:
        search.open("ランサムウェア被害 発生")
        assert search.marked == {"ランサムウェア被害", "発生"}
        assert search.page.locator(".search-results .entry-summary mark").count() > 0


def test_the_address_keeps_what_is_searched_for(browser: Browser, real_site: Site, address_of: AddressOf) -> None:
    """Each search is a step back: the browser's button brings the words, the results and the title back."""
    with searching(browser, real_site, address_of(real_site)) as search:
        search.open()
        assert search.said == ""
        search.type("イセトー")
        first = search.found
        assert "?q=%E3%82%A4%E3%82%BB%E3%83%88%E3%83%BC" in search.page.url
        assert search.page.title().startswith("「イセトー」の検索")
        search.type("西宮市")
        assert search.found != first
        search.page.go_back()
        search.page.wait_for_function("() => document.querySelector('.search-status').textContent.includes('イセトー')")
        search.wait()
        assert search.page.locator("input[name=q]").input_value() == "イセトー"
        assert search.found == first
        search.page.locator(".search-results .entry-title a").first.click()
        search.page.wait_for_url("**/organizations/iseto/")
        search.page.go_back()
        search.wait()
        assert search.found == first
        assert search.visit.findings == []


def test_results_come_twenty_at_a_time(
    browser: Browser, site_named: Callable[[str], Site], address_of: AddressOf
) -> None:
    """The button that brings more is reached by key, and the focus goes on to the first of them."""
    site = site_named(FORTY_NOTICES)
    with searching(browser, site, address_of(site), PHONE) as search:
        search.open("委託先の調査")
        more = search.page.get_by_role("button", name="もっと見る")
        assert len(search.found) == 20
        assert search.said == "「委託先の調査」の検索結果：約40件（うち20件を表示）"
        more.focus()
        search.page.keyboard.press("Enter")
        search.page.wait_for_function("() => document.querySelectorAll('.search-results > li').length === 40")
        assert search.said == "「委託先の調査」の検索結果：40件"
        assert not more.is_visible()
        assert search.page.evaluate("() => new URL(document.activeElement.href).pathname") == search.found[20]
        dates = search.page.locator(".search-results time").evaluate_all("(times) => times.map((t) => t.dateTime)")
        assert dates == sorted(dates, reverse=True)
        search.page.locator(".search-results .entry-title a").last.click()
        search.page.wait_for_load_state()
        search.page.go_back()
        search.page.wait_for_function("() => document.querySelectorAll('.search-results > li').length === 40")


def test_it_works_below_a_path(browser: Browser, site_named: Callable[[str], Site], address_of: AddressOf) -> None:
    site = site_named("sub-path")
    assert site.base_path != "/"
    with searching(browser, site, address_of(site)) as search:
        for file in [file for file in pages(site) if kind_of(site, file) == "notice"][:3]:
            title = re.search(r"<h1>(.*?)</h1>", file.read_text(encoding="utf-8"))
            assert title
            search.open(title[1])
            assert site.url_path(file).removeprefix(site.base_path.rstrip("/")) in search.found
            assert search.visit.findings == []


def test_hostile_names_are_shown_as_text(
    browser: Browser, site_named: Callable[[str], Site], address_of: AddressOf
) -> None:
    site = site_named("hostile")
    with searching(browser, site, address_of(site)) as search:
        search.open("script")
        assert len(search.found) > 0
        assert not search.page.evaluate("() => 'hacked' in window")
        assert search.page.locator(".search-results script, .search-results img").count() == 0
        search.type('"><img src=x onerror=alert(1)>')
        assert search.visit.findings == []


def test_an_index_of_another_version_is_not_used(browser: Browser, real_site: Site, address_of: AddressOf) -> None:
    """A page that stood open while the archive was published anew says so instead of showing what is not so."""
    with searching(browser, real_site, address_of(real_site)) as search:
        search.page.route(
            "**/search/records/*",
            lambda route: route.fulfill(json={"version": "other", "records": []}),
        )
        search.open("イセトー")
        assert search.found == []
        assert "再読み込み" in search.said


def test_an_index_that_is_not_there_is_said_to_be_missing(
    browser: Browser, real_site: Site, address_of: AddressOf
) -> None:
    with searching(browser, real_site, address_of(real_site)) as search:
        search.page.route("**/search/pairs/*", lambda route: route.abort())
        search.open("イセトー")
        assert "読み込めませんでした" in search.said
        search.page.unroute("**/search/pairs/*")
        search.type("イセトー")
        assert search.found[0] == ISETO


def test_the_home_page_leads_to_the_results(browser: Browser, real_site: Site, address_of: AddressOf) -> None:
    with searching(browser, real_site, address_of(real_site)) as search:
        search.visit.open(real_site.base_path)
        search.page.get_by_role("searchbox").fill("西宮市")
        search.page.keyboard.press("Enter")
        search.page.wait_for_url("**/search/?q=*")
        search.wait()
        assert NISHINOMIYA in search.found
        assert search.visit.findings == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_results_have_no_barrier(browser: Browser, real_site: Site, address_of: AddressOf, scheme: str) -> None:
    axe = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    run = "async () => (await axe.run()).violations.flatMap((r) => r.nodes.map((n) => `${r.id}: ${n.html}`))"
    with searching(browser, real_site, address_of(real_site), PHONE) as search:
        search.open("ランサムウェア")
        search.page.emulate_media(color_scheme=scheme)
        search.page.evaluate(axe)
        assert search.page.evaluate(run) == []


def test_without_javascript_it_leads_to_the_indexes(browser: Browser, real_site: Site, address_of: AddressOf) -> None:
    with visiting(browser, address_of(real_site), PHONE, scripts=False) as visit:
        visit.open(f"{real_site.base_path}search/?q=a")
        assert "JavaScript" in visit.page.locator("main").inner_text()
        assert not visit.page.locator("form").is_visible()
        for name in ("事件番号索引", "組織索引", "タグ索引", "アーカイブのデータ"):
            assert visit.page.get_by_role("link", name=name).first.is_visible()


def test_no_other_page_loads_the_script(real_site: Site) -> None:
    loading = [
        file for file in real_site.files("*.html") if "/assets/search/search." in file.read_text(encoding="utf-8")
    ]
    scripts = [file for file in loading if re.search(r'<script [^>]*src="[^"]*/search/', file.read_text("utf-8"))]
    assert [file.relative_to(real_site.output).as_posix() for file in scripts] == ["search/index.html"]
    assert sorted(kind_of(real_site, file) for file in loading) == ["home", "search"]
