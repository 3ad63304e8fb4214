"""What a built HTML file refers to and what can be referred to in it, read by Python's own parser."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

# The attributes that hold an address, by element. `content` of a refresh and `srcset` are read apart.
ADDRESSES = {
    "a": ("href",),
    "area": ("href",),
    "audio": ("src",),
    "form": ("action",),
    "iframe": ("src",),
    "image": ("href",),
    "img": ("src",),
    "link": ("href",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src",),
    "use": ("href",),
    "video": ("src", "poster"),
}


class Markup(HTMLParser):
    """The addresses that a document names, and the ids that it defines, both in document order."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.ids: list[str] = []
        self.feed(file.read_text(encoding="utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids.append(values["id"])
        self.addresses += [values[name] for name in ADDRESSES.get(tag, ()) if name in values]
        self.addresses += [part.split()[0] for part in values.get("srcset", "").split(",") if part.strip()]
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            self.addresses.append(values["content"].partition("url=")[2].strip())
