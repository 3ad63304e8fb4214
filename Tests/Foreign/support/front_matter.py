"""Reads front matter as editors do: YAML 1.2, in which dates are text and only true and false are booleans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

FOLDERS = {"organizations": "organization", "tags": "tag", "articles": "article", "pages": "page"}


class CoreLoader(yaml.CSafeLoader):
    """The core schema of YAML 1.2 (section 10.3), by libyaml, without its other ways to write whole numbers."""

    yaml_implicit_resolvers: dict = {}


for tag, pattern, first in [
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"null|Null|NULL|~|", ["n", "N", "~", ""]),
]:
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))


def kind_of(path: Path, content: Path) -> str | None:
    """The kind of a file under content/; None for what has no front matter."""
    parts = path.relative_to(content).parts
    if parts == ("site.yaml",):
        return "site"
    if path.suffix != ".md" or parts[0] == "static":
        return None
    if parts[0] == "incidents":
        return "incident" if path.name == "index.md" else "notice"
    return FOLDERS.get(parts[0])


def read(path: Path) -> object:
    """The front matter of a document, or the whole of site.yaml; an empty mapping where there is nothing."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        match = re.match(r"---[ \t]*\n(.*?)^---[ \t]*$", text, re.DOTALL | re.MULTILINE)
        assert match, f"{path} has no front matter"
        text = match[1]
    value = yaml.load(text, Loader=CoreLoader)
    return {} if value is None else value


def documents(archive: Path) -> Iterator[tuple[str, Path]]:
    """Every document of an archive with its kind, in the order of their paths."""
    content = archive / "content"
    for path in sorted(content.rglob("*")):
        kind = kind_of(path, content) if path.is_file() else None
        if kind:
            yield kind, path
