"""A web server for one built site: on the loopback address, on a free port, only while it is needed."""

from __future__ import annotations

import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from support.response_headers import HeaderRule, headers_for, read_header_rules
from support.site import Site

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
}


class SiteHandler(BaseHTTPRequestHandler):
    """Answers from a fixed table of paths, so that no request reaches a file outside the site."""

    protocol_version = "HTTP/1.1"
    timeout = 30
    files: dict[str, Path]
    rules: list[HeaderRule]
    not_found: Path

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        file = self.files.get(path)
        if file is None and path + "/" in self.files:
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", urlsplit(self.path).path + "/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        self.send_file(path, file)

    do_HEAD = do_GET

    def send_file(self, path: str, file: Path | None) -> None:
        status = HTTPStatus.OK if file else HTTPStatus.NOT_FOUND
        sent = file or self.not_found
        body = sent.read_bytes() if sent.is_file() else b""
        named = {name.lower(): (name, value) for name, value in headers_for(path, self.rules)}
        guessed = TYPES.get(sent.suffix) or mimetypes.guess_type(sent.name)[0] or "application/octet-stream"
        named.setdefault("content-type", ("Content-Type", guessed))
        self.send_response(status)
        for name, value in named.values():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: what a request got is the test's to report."""


@contextmanager
def serve(site: Site) -> Iterator[str]:
    """Serves a site at its base path; gives the address of the host, such as `http://127.0.0.1:40123`."""
    files = {unquote(site.url_path(file)): file for file in site.files("*")}
    members = {
        "files": files,
        "rules": read_header_rules(site.output),
        "not_found": site.output / "404.html",
    }
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (SiteHandler,), members))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
