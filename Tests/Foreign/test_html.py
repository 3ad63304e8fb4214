"""The Nu HTML Checker finds nothing in any HTML file of any site."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from support import nu_checker
from support.odd import odd_names
from support.site import Site
from support.tally import Tally

# Messages that are not a fault of the page, each with the reason why.
ALLOWED: dict[str, str] = {}


def is_allowed(finding: nu_checker.Finding) -> bool:
    return any(re.fullmatch(pattern, finding.message) for pattern in ALLOWED)


def test_the_nu_html_checker_finds_nothing(real_site: Site, site_named: Callable[[str], Site], tally: Tally) -> None:
    sites = [real_site, *(site_named(name) for name in odd_names())]
    files = [file for site in sites for file in site.files("*.html")]
    found = [str(finding) for finding in nu_checker.check(files) if not is_allowed(finding)]
    tally.saw("Nu HTML Checker", len(files))
    assert not found, "\n".join(found)


def test_the_nu_html_checker_reports_what_is_wrong(real_site: Site, tmp_path: Path) -> None:
    """An error and a warning put into a page are found: the suite can fail, and it reads the files that it is given."""
    page = (real_site.output / "index.html").read_text(encoding="utf-8")
    spoiled = tmp_path / "日本語.html"
    spoiled.write_text(page.replace("</main>", "<section>a</section><p></div></main>"), encoding="utf-8")
    found = nu_checker.check([spoiled])
    assert {finding.kind for finding in found} == {"error", "warning"}
    assert {finding.file for finding in found} == {spoiled}
