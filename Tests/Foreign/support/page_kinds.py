"""Which kind of page a built HTML file is, told from its path and, for a redirect, from its head."""

from __future__ import annotations

import re
from pathlib import Path

from support.site import Site

REDIRECT = "redirect"

# Tried in order. `page/2/` is the second page of a list and of the list's kind.
KINDS: list[tuple[str, str]] = [
    ("home", r""),
    ("incident-index", r"incidents/(page/\d+/)?"),
    ("year", r"incidents/\d{4}/(page/\d+/)?"),
    ("incident", r"incidents/\d{4}-\d+/"),
    ("notice", r"incidents/\d{4}-\d+/[^/]+/"),
    ("organization-index", r"organizations/(page/\d+/)?"),
    ("organization", r"organizations/[^/]+/(page/\d+/)?"),
    ("tag-index", r"tags/(page/\d+/)?"),
    ("tag", r"tags/[^/]+/(page/\d+/)?"),
    ("article-index", r"articles/(page/\d+/)?"),
    ("article", r"articles/[^/]+/"),
    ("statistics", r"statistics/"),
    ("search", r"search/"),
    ("data", r"data/(.+/)?"),
    ("not-found", r"404\.html"),
    ("page", r".+/"),
]


def kind_of(site: Site, file: Path) -> str:
    """The kind of a built HTML file. A file that is of none is an error: a suite that leaves it out would say less."""
    if re.search(r'<meta http-equiv="?refresh', file.read_text(encoding="utf-8")):
        return REDIRECT
    relative = file.relative_to(site.output).as_posix()
    path = relative.removesuffix("index.html")
    for kind, pattern in KINDS:
        if re.fullmatch(pattern, path):
            return kind
    raise AssertionError(f"{relative} is a page of no known kind")


def pages(site: Site) -> list[Path]:
    """Every HTML page that stays where it is: all but the redirects."""
    return [file for file in site.files("*.html") if kind_of(site, file) != REDIRECT]


def one_of_each_kind(site: Site) -> dict[str, Path]:
    """The fullest page of each kind, by kind."""
    fullest: dict[str, Path] = {}
    for file in pages(site):
        kind = kind_of(site, file)
        if kind not in fullest or file.stat().st_size > fullest[kind].stat().st_size:
            fullest[kind] = file
    return fullest
