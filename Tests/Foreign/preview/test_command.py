"""What `casebook serve` does as a command: how it starts, what it opens, and how it ends."""

from __future__ import annotations

import socket
import subprocess
import time
import urllib.request
from pathlib import Path

from support.preview import copy_archive, previewing
from support.repository import casebook


def test_an_interrupt_ends_it_at_once_and_leaves_nothing(tmp_path: Path) -> None:
    archive = copy_archive(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    with previewing(archive) as preview:
        with urllib.request.urlopen(preview.address + "/", timeout=20) as response:
            assert response.status == 200
        held = socket.create_connection(preview.address.removeprefix("http://").split(":"), timeout=20)
        started = time.monotonic()
        status, _ = preview.interrupt()
        held.close()
    assert status == 0
    assert time.monotonic() - started < 5
    assert sorted(tmp_path.rglob("*")) == before


def test_a_port_that_was_asked_for_and_is_taken_is_an_error(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [casebook(), "serve", copy_archive(tmp_path), "--port", str(port)]
        run = subprocess.run(command, capture_output=True, text=True, timeout=30)
    assert run.returncode == 2
    assert f"error: port {port} is in use" in run.stderr


def test_a_folder_that_is_no_archive_is_an_error(tmp_path: Path) -> None:
    run = subprocess.run([casebook(), "serve", tmp_path], capture_output=True, text=True, timeout=30)
    assert run.returncode == 2
    assert "there is no folder 'content'" in run.stderr


def test_open_hands_the_address_to_the_browser(tmp_path: Path) -> None:
    programs = tmp_path / "programs"
    programs.mkdir()
    told = tmp_path / "told"
    for name in ("xdg-open", "open"):
        program = programs / name
        program.write_text(f'#!/bin/sh\necho "$1" > "{told}.new" && /bin/mv "{told}.new" "{told}"\n', encoding="utf-8")
        program.chmod(0o755)
    with previewing(copy_archive(tmp_path), "--open", path=f"{programs}:/usr/bin:/bin") as preview:
        for _ in range(200):
            if told.exists():
                break
            time.sleep(0.1)
        assert told.read_text(encoding="utf-8") == preview.address + "/\n"
