"""The SQLite database: sound by SQLite's own checks, searchable, and served by Datasette as it is."""

from __future__ import annotations

import json
import subprocess
import sys
from urllib.parse import urlencode

import pytest

from support.data import database, folder, lines, load, rows
from support.site import Site

VIEWS = [
    "notice_overview",
    "incident_overview",
    "organization_roles",
    "stated_counts",
    "notices_by_year",
    "notices_by_data",
    "days_until_published",
]


def search(site: Site, text: str) -> dict[str, bool]:
    """The addresses that the published query finds, and whether the text stands there as it is written."""
    sql = load(folder(site) / "datasette.json")["databases"]["archive"]["queries"]["search"]["sql"]
    with database(site) as connection:
        return {row["url"]: bool(row["as_written"]) for row in connection.execute(sql, {"q": text})}


def test_sqlite_finds_the_database_sound(site: Site) -> None:
    with database(site) as connection:
        assert [row[0] for row in connection.execute("PRAGMA integrity_check")] == ["ok"]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_every_view_answers(site: Site) -> None:
    with database(site) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'view'")]
        assert sorted(names) == sorted(VIEWS)
        for name in names:
            connection.execute(f"SELECT * FROM {name}").fetchall()
        overview = connection.execute("SELECT count(*) FROM notice_overview").fetchone()[0]
        assert overview == len(rows(site, "notices"))


@pytest.mark.parametrize(
    "text", ["漏", "漏洩", "流出", "委託", "個人情報", "ランサムウェア", "イセトー", "クレジットカード"]
)
def test_the_search_finds_every_notice_that_holds_a_text(real_site: Site, text: str) -> None:
    expected = {
        notice["url"]
        for notice in lines(folder(real_site) / "notices.ndjson")
        if text in "\n".join(filter(None, (notice[name] for name in ["title", "publisher", "summary", "body"])))
    }
    found = search(real_site, text)
    assert {url for url, as_written in found.items() if as_written} == expected


def test_width_and_case_do_not_matter_to_the_full_text_table(real_site: Site) -> None:
    with database(real_site) as connection:

        def hits(terms: str) -> int:
            sql = "SELECT count(*) FROM notice_search WHERE notice_search MATCH ?"
            return connection.execute(sql, [terms]).fetchone()[0]

        assert hits("pdf") == hits("PDF") > 0
        assert hits("漏洩 AND 委託") <= hits("委託")


def datasette(site: Site, path: str) -> dict:
    """Datasette's answer to a request, without a server."""
    command = [sys.executable, "-m", "datasette", folder(site) / "archive.sqlite"]
    command += ["--metadata", folder(site) / "datasette.json", "--get", path]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def test_datasette_answers_a_query(real_site: Site) -> None:
    sql = "select count(*) as n from notices"
    answer = datasette(real_site, "/archive.json?" + urlencode({"sql": sql, "_shape": "objects"}))
    assert answer["rows"] == [{"n": len(rows(real_site, "notices"))}]


def test_datasette_answers_the_published_search(real_site: Site) -> None:
    answer = datasette(real_site, "/archive/search.json?" + urlencode({"q": "委託", "_shape": "objects"}))
    assert {row["url"] for row in answer["rows"]} == set(search(real_site, "委託"))
    assert answer["rows"]


def test_datasette_knows_the_tables(real_site: Site) -> None:
    answer = datasette(real_site, "/archive/incidents.json?_shape=objects&_extra=columns")
    assert len(answer["rows"]) == len(rows(real_site, "incidents"))
    assert answer["primary_keys"] == ["case_number"]
