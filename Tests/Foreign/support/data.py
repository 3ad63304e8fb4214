"""Reads the data files of a built site as their users do."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

from support.site import Site


def folder(site: Site) -> Path:
    return site.output / "data"


def beside(site: Site, page: str) -> Path:
    """The record beside the page with a whole address."""
    return site.output / unquote(urlsplit(page).path).removeprefix(site.base_path) / "index.json"


def load(path: Path) -> object:
    return json.loads(path.read_text(encoding="utf-8"))


def restored(text: str) -> str:
    """A text of a CSV file as it was: without the apostrophe that keeps it from being run as a formula."""
    return text.removeprefix("'")


def rows(site: Site, table: str) -> list[dict[str, str]]:
    """The rows of a table's CSV, as Python's own reader and the rule in docs/data.md give them."""
    with (folder(site) / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return [{name: restored(text) for name, text in row.items()} for row in csv.DictReader(file, strict=True)]


def lines(path: Path) -> list[dict]:
    """The records of a file with one a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


@contextmanager
def database(site: Site) -> Iterator[sqlite3.Connection]:
    """The site's database, opened for reading."""
    address = f"{(folder(site) / 'archive.sqlite').as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def tables(site: Site) -> list[str]:
    """The names of all tables that the data package lists."""
    package = load(folder(site) / "datapackage.json")
    return [Path(resource["path"]).stem for resource in package["resources"]]
