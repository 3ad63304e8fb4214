"""Takes a picture of one page of each kind of a site; script/screenshots says how it is called."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from support.chromium import DESKTOP, PHONE, chromium, visiting
from support.odd import write_odd
from support.page_kinds import one_of_each_kind
from support.repository import ROOT
from support.server import serve
from support.site import Site, build


def picture(browser: Browser, site: Site, into: Path) -> int:
    """Writes the pictures of a site, named after the kind of page, the width and the colours; gives their number."""
    files = one_of_each_kind(site)
    into.mkdir(parents=True, exist_ok=True)
    with serve(site) as address:
        for size in (PHONE, DESKTOP):
            with visiting(browser, address, size) as visit:
                for kind, file in files.items():
                    visit.open(site.url_path(file))
                    for scheme in ("light", "dark"):
                        visit.page.emulate_media(color_scheme=scheme)
                        name = f"{kind}-{size[0]}-{scheme}.png"
                        visit.page.screenshot(path=into / name, full_page=True, animations="disabled")
        with visiting(browser, address) as visit:
            for kind, file in files.items():
                visit.open(site.url_path(file))
                visit.page.pdf(path=into / f"{kind}.pdf", prefer_css_page_size=True)
    return 5 * len(files)


def main(folder: Path, names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as scratch, chromium() as browser:
        sites = [] if names else [build("real", ROOT, Path(scratch) / "real")]
        for name in names:
            archive = Path(scratch) / f"{name}-archive"
            write_odd(name, archive)
            sites.append(build(name, archive, Path(scratch) / name))
        count = sum(picture(browser, site, folder / site.name if names else folder) for site in sites)
    print(f"{count} pictures in {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), sys.argv[2:])
