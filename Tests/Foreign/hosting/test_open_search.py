"""The OpenSearch description is valid, and browsers find it from every page."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from support.feeds import jing
from support.page_kinds import pages
from support.response_headers import headers_for, read_header_rules
from support.site import Site

SCHEMA = Path(__file__).parent / "opensearch.rnc"
NAMES = {"os": "http://a9.com/-/spec/opensearch/1.1/"}
MEDIA_TYPE = "application/opensearchdescription+xml"


def test_it_is_valid(site: Site) -> None:
    assert jing(SCHEMA, [site.output / "opensearch.xml"]) == ""


def test_the_schema_finds_what_is_wrong(real_site: Site, tmp_path: Path) -> None:
    text = (real_site.output / "opensearch.xml").read_text(encoding="utf-8")
    for number, (old, new) in enumerate(
        [
            ("<ShortName>", "<ShortName>十六文字よりも長い短い名前です。"),
            ("{searchTerms}", ""),
            ("<Description>", "<Contact>a@example.jp</Contact><Description>"),
            ("</OpenSearchDescription>", "<Url/></OpenSearchDescription>"),
        ]
    ):
        assert old in text
        spoiled = tmp_path / f"{number}.xml"
        spoiled.write_text(text.replace(old, new, 1), encoding="utf-8")
        assert jing(SCHEMA, [spoiled]) != "", new


def test_it_leads_to_the_search_page_of_the_site(site: Site) -> None:
    tree = etree.parse(site.output / "opensearch.xml")
    base = site.base_url.rstrip("/")
    [address] = tree.xpath("/os:OpenSearchDescription/os:Url[@type='text/html']/@template", namespaces=NAMES)
    assert address == f"{base}/search/?q={{searchTerms}}"
    assert (site.output / "search" / "index.html").is_file()
    for image in tree.iterfind("os:Image", NAMES):
        assert (site.output / image.text.removeprefix(base + "/")).is_file()


def test_every_page_names_it(site: Site) -> None:
    href = re.escape(f"{site.base_path}opensearch.xml")
    expected = f'<link rel="search" type="{re.escape(MEDIA_TYPE)}" title="[^"]+" href="{href}">'
    for file in pages(site):
        assert re.search(expected, file.read_text(encoding="utf-8")), file


def test_it_is_sent_with_its_own_type(site: Site) -> None:
    headers = dict(headers_for(f"{site.base_path}opensearch.xml", read_header_rules(site.output)))
    assert headers["Content-Type"] == MEDIA_TYPE
