"""Builds an archive with Casebook, and says what the built site consists of."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

from support.repository import ROOT, casebook

TODAY = "2024-12-31"
"""The day on which every site is built, so that a test does not depend on the clock."""


@dataclass(frozen=True)
class Site:
    """A built archive: its source folder, its output folder and the address for which it is built."""

    name: str
    archive: Path
    output: Path
    base_url: str

    @property
    def base_path(self) -> str:
        """The path of the site on its host, with a slash at both ends."""
        return urlsplit(self.base_url).path.rstrip("/") + "/"

    def files(self, pattern: str) -> list[Path]:
        """The built files of a name, such as `*.html`, in the order of their paths."""
        return sorted(path for path in self.output.rglob(pattern) if path.is_file())

    def url_path(self, file: Path) -> str:
        """The percent-encoded path under which a built file is reached: `/a/` for `a/index.html`."""
        relative = file.relative_to(self.output).as_posix()
        if relative == "index.html" or relative.endswith("/index.html"):
            relative = relative.removesuffix("index.html")
        return self.base_path + quote(relative)


def with_templates(archive: Path) -> Path:
    """Gives an archive that has no templates of its own the repository's."""
    if not (archive / "templates").exists():
        shutil.copytree(ROOT / "templates", archive / "templates")
    return archive


def build(name: str, archive: Path, output: Path) -> Site:
    """Builds an archive. What Casebook finds wrong with it fails with Casebook's own report."""
    settings = (archive / "content" / "site.yaml").read_text(encoding="utf-8")
    base_url = re.search(r"^base_url: *(\S+)", settings, re.MULTILINE)
    assert base_url, f"{archive} has no base_url"
    command = [casebook(), "build", with_templates(archive), "--output", output, "--now", TODAY]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert run.returncode == 0, f"{name}: {run.stdout}{run.stderr}"
    return Site(name, archive, output, base_url[1].strip("\"'"))
