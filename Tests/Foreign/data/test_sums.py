"""The same archive everywhere: what pages, tables, the database and feeds count is the same."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

from support.data import beside, database, folder, load, rows
from support.site import Site

SUBJECTS = ["notices", "incidents", "organizations", "tags", "articles"]


def pages(site: Site) -> dict[str, int]:
    """How many pages there are of each subject, by their addresses."""
    patterns = {
        "notices": r"incidents/\d{4}-\d{3,}/[^/]+/index\.html",
        "incidents": r"incidents/\d{4}-\d{3,}/index\.html",
        "organizations": r"organizations/(?!page/)[^/]+/index\.html",
        "tags": r"tags/(?!page/)[^/]+/index\.html",
        "articles": r"articles/(?!page/)[^/]+/index\.html",
    }
    paths = [
        path.relative_to(site.output).as_posix()
        for path in site.files("index.html")
        if 'http-equiv="refresh"' not in path.read_text(encoding="utf-8")
    ]
    return {name: sum(bool(re.fullmatch(pattern, path)) for path in paths) for name, pattern in patterns.items()}


def test_pages_tables_records_and_database_count_the_same(site: Site) -> None:
    counts = load(folder(site) / "archive.json")["counts"]
    assert pages(site) == counts
    assert {name: len(rows(site, name)) for name in SUBJECTS} == counts
    assert {name: len(load(folder(site) / f"{name}.json")) for name in SUBJECTS} == counts
    with database(site) as connection:
        sql = {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in SUBJECTS}
    assert sql == counts


ENTRY = "{http://www.w3.org/2005/Atom}entry"
FEED_SIZE = 50
"""The entries of a feed where site.yaml does not say otherwise."""


def entries(path: Path) -> int:
    """How many entries a feed has; none where there is no feed, as for a case without notices."""
    if not path.exists():
        return 0
    return len(ElementTree.parse(path).findall(ENTRY))


def test_feeds_list_the_notices_that_the_tables_list(site: Site) -> None:
    counts = load(folder(site) / "archive.json")["counts"]
    whole = min(FEED_SIZE, counts["notices"] + counts["articles"])
    assert entries(site.output / "feed.xml") == whole
    assert len(load(site.output / "feed.json")["items"]) == whole
    notices = Counter(row["case_number"] for row in rows(site, "notice_incidents"))
    for row in rows(site, "incidents"):
        feed = beside(site, row["url"]).with_name("feed.xml")
        assert entries(feed) == min(FEED_SIZE, notices[row["case_number"]]), row["case_number"]
    for row in rows(site, "organizations"):
        feed = beside(site, row["url"]).with_name("feed.xml")
        assert entries(feed) == min(FEED_SIZE, int(row["notice_count"])), row["id"]
