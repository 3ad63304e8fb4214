"""Every archive that the other checks look at is one that Casebook itself finds no error in."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from support.odd import odd_names, write_odd
from support.repository import casebook
from support.site import TODAY, with_templates


@pytest.mark.parametrize("name", odd_names())
def test_an_odd_archive_is_checked_without_errors(name: str, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    write_odd(name, archive)
    command = [casebook(), "check", with_templates(archive), "--now", TODAY]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stdout + run.stderr
