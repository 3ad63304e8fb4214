"""Every address that a page of the site names is answered, and every anchor is there."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Callable
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from support.markup import Markup
from support.site import Site
from support.tally import Tally

ELSEWHERE = {"http", "https", "mailto", "tel"}


def status(url: str) -> int:
    """The status with which a server of this test answers, redirects followed."""
    try:
        with urllib.request.urlopen(urllib.request.Request(url, method="HEAD"), timeout=20) as response:
            return response.status
    except urllib.error.HTTPError as error:
        return error.code


def broken(site: Site, host: str) -> list[str]:
    """The addresses that lead nowhere, each with the page that names it.

    An address of the host for which the site is built, such as a canonical one, must be there just the same. Hosts of
    others are not asked: such an address must only be of a scheme that a page may name.
    """
    documents = {site.url_path(file): Markup(file) for file in site.files("*.html")}
    published = "{0.scheme}://{0.netloc}".format(urlsplit(site.base_url))
    statuses: dict[str, int] = {}
    found: list[str] = []
    for path, document in documents.items():
        for address in document.addresses:
            url, anchor = urldefrag(urljoin(published + path, address))
            if not (url + "/").startswith(published + "/"):
                found += [f"{path}: {address}"] if urlsplit(url).scheme not in ELSEWHERE else []
                continue
            target = url.removeprefix(published) or "/"
            if target not in statuses:
                statuses[target] = status(host + target)
            if statuses[target] != 200:
                found.append(f"{path}: {address} is answered with {statuses[target]}")
            elif anchor and unquote(anchor) not in documents[target.partition("?")[0]].ids:
                found.append(f"{path}: {address} has no such anchor")
    return found


def test_every_link_of_a_site_leads_somewhere(site: Site, address_of: Callable[[Site], str], tally: Tally) -> None:
    found = broken(site, address_of(site))
    tally.saw("links", len(site.files("*.html")))
    assert not found, "\n".join(found)


def test_no_page_gives_an_id_twice(site: Site) -> None:
    for file in site.files("*.html"):
        ids = Markup(file).ids
        assert len(ids) == len(set(ids)), f"{site.url_path(file)}: {sorted(i for i in ids if ids.count(i) > 1)}"
