"""Runs `casebook serve` on a copy of the repository's archive, for one test."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from support.repository import ROOT, casebook
from support.site import TODAY


@dataclass(frozen=True)
class Preview:
    """A running preview: its archive's folder, its address without a slash at the end, and its process."""

    archive: Path
    address: str
    process: subprocess.Popen[str]

    def replace(self, path: str, old: str, new: str) -> None:
        """Edits a file of the archive as an editor does that saves by renaming."""
        file = self.archive / path
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{path} has no {old!r}"
        saved = file.with_name(file.name + ".saved~")
        saved.write_text(text.replace(old, new, 1), encoding="utf-8")
        saved.rename(file)

    def append(self, path: str, text: str) -> None:
        """Adds to a file of the archive in place."""
        with (self.archive / path).open("a", encoding="utf-8") as file:
            file.write(text)

    def interrupt(self) -> tuple[int, str]:
        """Ends it as Ctrl-C does; gives the exit status and what it had still to say."""
        self.process.send_signal(signal.SIGINT)
        output, _ = self.process.communicate(timeout=20)
        return self.process.returncode, output


def copy_archive(folder: Path) -> Path:
    """The repository's own archive, in a folder that a test may edit."""
    archive = folder / "archive"
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, archive / name)
    return archive


@contextmanager
def previewing(archive: Path, *options: str, path: str | None = None) -> Iterator[Preview]:
    """A preview on a port that the system chose; `path` is searched for programs instead of the usual folders."""
    command = [str(casebook()), "serve", str(archive), "--port", "0", "--now", TODAY, *options]
    environment = os.environ | ({"PATH": path} if path else {})
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment, start_new_session=True
    )
    assert process.stdout
    try:
        first = process.stdout.readline()
        assert first.startswith("http://127.0.0.1:"), first
        yield Preview(archive, first.split()[0].rstrip("/"), process)
    finally:
        process.kill()
        process.communicate()
