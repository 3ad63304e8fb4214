"""Writes the corpus: python3 -m corpus NOTICES FOLDER [--site casebook|hugo|jekyll|pelican] [--seed N]."""

import argparse
from importlib import import_module
from pathlib import Path

from .make import make_archive

SITES = ["casebook", "hugo", "jekyll", "pelican"]
REPOSITORY = Path(__file__).resolve().parents[2]


def main():
    parser = argparse.ArgumentParser(prog="corpus", description="Write an archive of invented release notices.")
    parser.add_argument("notices", type=int, help="how many notices")
    parser.add_argument("folder", help="where; with several sites, a folder for each is made in it")
    parser.add_argument("--site", action="append", choices=SITES, help="which site (default: casebook)")
    parser.add_argument("--seed", type=int, default=1, help="another number gives another archive (default: 1)")
    parser.add_argument("--templates", default=REPOSITORY / "templates", help="Casebook's templates")
    arguments = parser.parse_args()
    archive = make_archive(arguments.notices, arguments.seed)
    sites = arguments.site or ["casebook"]
    for site in sites:
        folder = Path(arguments.folder, site) if len(sites) > 1 else Path(arguments.folder)
        templates = arguments.templates if site == "casebook" else REPOSITORY / "Benchmarks/peers" / site
        import_module(f"corpus.{site}").write_site(archive, folder, templates)


main()
