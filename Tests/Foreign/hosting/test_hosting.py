"""Files for hosts are such as the hosts read, and agree with one another."""

from __future__ import annotations

import gzip
import struct
import subprocess
from pathlib import Path
from urllib.parse import unquote

import crossplane

from support.repository import ROOT, casebook
from support.response_headers import headers_for, read_header_rules
from support.site import TODAY, Site

NGINX = """
events {{}}
http {{ server {{ include {file}; }} }}
"""


def directives(site: Site, folder: Path) -> list[dict[str, object]]:
    """What nginx.conf says, read and checked as part of a server block."""
    main = folder / "main.conf"
    main.write_text(NGINX.format(file=site.output / "nginx.conf"), encoding="utf-8")
    parsed = crossplane.parse(str(main), combine=True)
    assert parsed["status"] == "ok", parsed["errors"]
    return parsed["config"][0]["parsed"][1]["block"][0]["block"]


def test_nginx_sends_the_headers_of_the_headers_file(site: Site, tmp_path: Path) -> None:
    added = [entry["args"] for entry in directives(site, tmp_path) if entry["directive"] == "add_header"]
    always = {args[0]: args[1] for args in added if args[-1] == "always"}
    assert always == dict(headers_for(site.base_path, read_header_rules(site.output)))


def test_nginx_and_the_redirects_file_send_the_same_readers_on(site: Site, tmp_path: Path) -> None:
    moved = {
        entry["args"][1]: entry["block"][0]["args"][1]
        for entry in directives(site, tmp_path)
        if entry["directive"] == "location" and entry["block"][0]["directive"] == "return"
    }
    lines = (site.output / "_redirects").read_text(encoding="utf-8").splitlines()
    assert moved == {unquote(line.split()[0]): line.split()[1] for line in lines}
    pages = {unquote(site.url_path(file)): file for file in site.files("*.html")}
    for line in lines:
        source, target, status = line.split()
        assert status == "301"
        assert unquote(target) in pages
        assert f'content="0; url={target}"' in pages[unquote(source)].read_text(encoding="utf-8")


def test_the_policy_allows_nothing_inline(site: Site) -> None:
    headers = dict(headers_for(site.base_path, read_header_rules(site.output)))
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_only_files_with_a_hash_in_their_name_are_kept_for_ever(site: Site) -> None:
    rules = read_header_rules(site.output)
    for file in site.files("*"):
        headers = dict(headers_for(site.url_path(file), rules))
        is_asset = file.relative_to(site.output).parts[0] == "assets"
        assert ("Cache-Control" in headers) == is_asset, file


def test_compressed_files_hold_what_is_beside_them(tmp_path: Path) -> None:
    outputs = [tmp_path / "one", tmp_path / "two"]
    for output in outputs:
        command = [casebook(), "build", ROOT, "--output", output, "--now", TODAY, "--compress"]
        run = subprocess.run(command, capture_output=True, text=True, timeout=300)
        assert run.returncode == 0, run.stdout + run.stderr
    compressed = sorted(outputs[0].rglob("*.gz"))
    assert len(compressed) >= len(sorted(outputs[0].rglob("*.html")))
    for file in compressed:
        raw = file.read_bytes()
        assert gzip.decompress(raw) == file.with_suffix("").read_bytes(), file
        assert struct.unpack("<I", raw[4:8]) == (0,), f"{file} holds a time"
        assert raw == (outputs[1] / file.relative_to(outputs[0])).read_bytes(), file


def test_icons_have_the_size_that_is_said_of_them(real_site: Site) -> None:
    for name, size in [("icon-192.png", 192), ("icon-512.png", 512), ("apple-touch-icon.png", 180)]:
        header = (real_site.output / name).read_bytes()[:24]
        assert header[:8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack(">II", header[16:24]) == (size, size), name
    assert (real_site.output / "favicon.ico").read_bytes()[:6] == struct.pack("<HHH", 0, 1, 1)
