"""Runs one server, edits a notice under it, and says what it took."""

import http.client
import re
import socket
import statistics
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

HEAD = "| notices | server | first page s | notice ms | incident ms | tag ms | worst ms | memory MB | peak MB |"
RULE = "| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"

PATIENCE = 300  # seconds that a server may take for anything


class Server:
    """A server on a port of its own, from its command to its end."""

    def __init__(self, command, folder):
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.command = list(map(str, command(folder, self.port)))
        self.log = folder / "server.log"

    def __enter__(self):
        started = time.monotonic()
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        try:
            self.first_page = self.wait_for("/", b"<html", started)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()

    def wait_for(self, path, text, started):
        """Asks for a page until a text is in it; gives the seconds from a start."""
        while time.monotonic() < started + PATIENCE:
            if text in self.get(path):
                return time.monotonic() - started
            if self.process.poll() is not None:
                break
            time.sleep(0.001)
        raise SystemExit(f"{self.command[0]}: {path} never came:\n{self.log.read_text(errors='replace')[-2000:]}")

    def get(self, path):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=PATIENCE) as answer:
                return answer.read()
        except (urllib.error.URLError, http.client.HTTPException, ConnectionError):
            # Not there yet, or cut off because the server exchanged the page meanwhile.
            return b""

    def memory(self, name):
        """Bytes of resident memory, from /proc: `VmRSS` now, `VmHWM` at its peak."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"^{name}:\s+(\d+) kB", status, re.MULTILINE)[1]) * 1024


class NewestNotice:
    """The notice that stands first in every list, so that its title is on each page that is asked for."""

    def __init__(self, folder, server):
        self.server = server
        self.file = max(folder.glob("content/incidents/*/2*.md"), key=lambda file: file.stem)
        self.text = self.file.read_text(encoding="utf-8")
        tag = re.search(r'^tags: \["?([^",\]]+)', self.text, re.MULTILINE)[1]
        incident = f"/incidents/{self.file.parent.name}/"
        self.pages = {"notice": f"{incident}{self.file.stem}/", "incident": incident, "tag": f"/tags/{tag}/"}

    def edit(self, count):
        """Saves the notice under new titles; gives the seconds until each page had it, by the page.

        Each save waits for one page, in turn, so that none is helped by another having been asked for.
        """
        times = {page: [] for page in self.pages}
        for number in range(count):
            for page, path in self.pages.items():
                title = f"計測{number}{page}"
                text = re.sub(r"^title: .*$", f"title: {title}", self.text, count=1, flags=re.MULTILINE)
                started = time.monotonic()
                self.file.write_text(text, encoding="utf-8")
                times[page].append(self.server.wait_for(path, title.encode(), started))
                # As a person would: the next save comes when everything has followed.
                time.sleep(0.5)
        return times


def row(name, notices, server, times):
    """One line of the table."""
    medians = [f"{statistics.median(seconds) * 1000:.0f}" for seconds in times.values()]
    worst = max(second for seconds in times.values() for second in seconds)
    memory = [f"{server.memory(field) / 1e6:.0f}" for field in ("VmRSS", "VmHWM")]
    cells = [f"{notices:,}", name, f"{server.first_page:.2f}", *medians, f"{worst * 1000:.0f}", *memory]
    return f"| {' | '.join(cells)} |"
