"""Where things stand in this repository, and the executable that the tests run."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
ODD_ARCHIVES = ROOT / "Tests" / "Archives" / "odd"


def casebook() -> Path:
    """The executable under test: `CASEBOOK` where it is set, as script/test does, else the debug build."""
    path = Path(os.environ.get("CASEBOOK", ROOT / ".build" / "debug" / "casebook"))
    if not path.is_file():
        raise FileNotFoundError(f"{path} is missing: run script/test, or swift build first")
    return path
