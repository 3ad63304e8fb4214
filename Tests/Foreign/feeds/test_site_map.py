"""The site map is valid by its schema, and names the built pages."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from lxml import etree

from support.feeds import SCHEMAS
from support.site import Site

NAMES = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def test_the_site_map_is_valid(site: Site) -> None:
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "sitemap.xsd"))
    schema.assertValid(etree.parse(site.output / "sitemap.xml"))


def test_it_names_every_page_but_those_that_are_not_to_be_found(site: Site) -> None:
    origin = "{0.scheme}://{0.netloc}".format(urlsplit(site.base_url))
    tree = etree.parse(site.output / "sitemap.xml")
    named = [unquote(loc.text.removeprefix(origin)) for loc in tree.iterfind(".//map:loc", NAMES)]
    hidden = re.compile(r'<meta name="robots" content="noindex')
    pages = [
        unquote(site.url_path(file))
        for file in site.files("*.html")
        if not hidden.search(file.read_text(encoding="utf-8"))
    ]
    assert sorted(named) == sorted(pages)


def test_robots_txt_leads_to_it(site: Site) -> None:
    lines = (site.output / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert f"Sitemap: {site.base_url.rstrip('/')}/sitemap.xml" in lines
