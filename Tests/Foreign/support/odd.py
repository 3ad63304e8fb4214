"""The odd archives: those under Tests/Archives/odd/, and those that a few lines of Python say better than files."""

from __future__ import annotations

import shutil
from pathlib import Path

from support.repository import ODD_ARCHIVES


def odd_names() -> list[str]:
    """The name of every odd archive, in order."""
    return sorted(path.name for path in ODD_ARCHIVES.iterdir() if path.is_dir())


def write_odd(name: str, into: Path) -> None:
    """Writes the source of one odd archive into a folder that does not exist yet."""
    shutil.copytree(ODD_ARCHIVES / name, into)
