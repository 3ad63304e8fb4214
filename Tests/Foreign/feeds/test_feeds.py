"""Feeds are valid by the schemas of their formats, and hold what their pages hold."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import jsonschema
import pytest

from support.feeds import SCHEMAS, Addresses, jing, read
from support.site import Site


def address(site: Site, file: Path) -> str:
    """The whole address of a built file."""
    return "{0.scheme}://{0.netloc}".format(urlsplit(site.base_url)) + site.url_path(file)


def test_every_atom_feed_is_valid(site: Site) -> None:
    files = site.files("feed.xml")
    assert files
    assert jing(SCHEMAS / "atom.rnc", files) == ""


def test_the_schema_refuses_a_feed_without_a_date(real_site: Site, tmp_path: Path) -> None:
    text = (real_site.output / "feed.xml").read_text(encoding="utf-8")
    bad = tmp_path / "bad.xml"
    bad.write_text(re.sub(r"<updated>.*?</updated>\n", "", text, count=1), encoding="utf-8")
    assert "updated" in jing(SCHEMAS / "atom.rnc", [bad])


def test_every_atom_feed_is_read_without_complaint(site: Site) -> None:
    for file in site.files("feed.xml"):
        feed = read(file)
        assert feed.version == "atom10"
        links = {link.rel: link.href for link in feed.feed.links}
        assert links["self"] == address(site, file)
        assert links["alternate"] == address(site, file.with_name("index.html"))


def test_ids_are_unique_and_the_same_in_every_feed(site: Site) -> None:
    pages: dict[str, str] = {}
    for file in site.files("feed.xml"):
        entries = read(file).entries
        assert len({entry.id for entry in entries}) == len(entries), file
        for entry in entries:
            assert entry.id.startswith("tag:")
            assert pages.setdefault(entry.id, entry.link) == entry.link
    assert len(set(pages.values())) == len(pages)


def test_entries_are_newest_first_and_no_older_than_their_feed(site: Site) -> None:
    for file in site.files("feed.xml"):
        feed = read(file)
        published = [entry.published for entry in feed.entries]
        assert published == sorted(published, reverse=True), file
        for entry in feed.entries:
            assert entry.published_parsed <= entry.updated_parsed <= feed.feed.updated_parsed, entry.id


def test_addresses_inside_entries_are_whole_and_lead_to_built_files(site: Site) -> None:
    origin = "{0.scheme}://{0.netloc}".format(urlsplit(site.base_url))
    built = {unquote(site.url_path(file)) for file in site.files("*")}
    for file in site.files("feed.xml"):
        for entry in read(file).entries:
            named = [content.value for content in entry.get("content", [])]
            for found in [entry.link, *(item for html in named for item in Addresses(html).found)]:
                assert urlsplit(found).scheme in {"http", "https", "mailto", "tel"}, f"{entry.id}: {found}"
                if found.startswith(origin + "/"):
                    assert unquote(urldefrag(found)[0].removeprefix(origin)) in built, f"{entry.id}: {found}"


def test_the_json_feed_is_valid_and_says_what_the_atom_feed_says(site: Site) -> None:
    feed = json.loads((site.output / "feed.json").read_text(encoding="utf-8"))
    schema = json.loads((SCHEMAS / "jsonfeed.json").read_text(encoding="utf-8"))
    jsonschema.validate(feed, schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
    assert feed["feed_url"] == address(site, site.output / "feed.json")
    atom = read(site.output / "feed.xml").entries
    assert len(feed["items"]) == len(atom)
    for item, entry in zip(feed["items"], atom, strict=True):
        assert (item["id"], item["url"], item["title"]) == (entry.id, entry.link, entry.title)
        assert (item["date_published"], item["date_modified"]) == (entry.published, entry.updated)
        assert item.get("tags", []) == [tag.label for tag in entry.get("tags", [])]
        html = [content.value for content in entry.get("content", [])]
        assert html == ([item["content_html"].strip()] if "content_html" in item else [])


@pytest.mark.parametrize("kind", ["incidents", "organizations", "tags"])
def test_a_page_offers_its_own_feed(real_site: Site, kind: str) -> None:
    feeds = sorted((real_site.output / kind).glob("*/feed.xml"))
    assert feeds
    for feed in feeds:
        page = feed.with_name("index.html").read_text(encoding="utf-8")
        offered = re.findall(r'<link rel="alternate" type="([^"]+)" title="[^"]*" href="([^"]+)">', page)
        assert offered == [
            ("application/atom+xml", real_site.url_path(feed)),
            ("application/atom+xml", real_site.base_path + "feed.xml"),
            ("application/feed+json", real_site.base_path + "feed.json"),
        ]
