"""Compares the sites that two generators built from one archive, page by page."""

import difflib
import itertools

from .pages import Page

# What Casebook writes and the peers do not.
ADDED = {
    "articles/index.html": "an archive without articles still has their index",
    "statistics/index.html": "nothing of the statistics is shown here, but the page is always there",
    "manifest.json": "the sizes and digests of all files",
    "site.webmanifest": "the web manifest",
}


def files(site):
    return {str(path.relative_to(site)) for path in site.rglob("*") if path.is_file()}


def differences(ours, theirs):
    """The differences of two sites: a line for each address that one of them lacks, some lines for each page."""
    here, there = files(ours), files(theirs)
    for name in sorted((here ^ there) - ADDED.keys()):
        yield [f"{name}: only {'Casebook' if name in here else 'the peer'} has it"]
    for name in sorted(ADDED.keys() - (here - there)):
        yield [f"{name}: no difference any more; take it from ADDED in comparison/sameness.py"]
    for name in sorted(here & there):
        if name.endswith(".html"):
            changed = list(difference(ours / name, theirs / name))
            if changed:
                yield [f"{name}:", *changed]


def difference(our_file, their_file):
    pages = [Page(file.read_text(encoding="utf-8")).pieces for file in (our_file, their_file)]
    if pages[0] != pages[1]:
        yield from itertools.islice(difflib.unified_diff(*pages, "Casebook", "the peer", lineterm="", n=1), 40)
