"""What is run in turn: Casebook in its ways, the peers, and a plain copy of what Casebook wrote."""

import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from . import memory
from .measuring import measure, remove
from .table import COPY

# What site.yaml can turn off; without them Casebook writes the pages that the peers write.
FAMILIES = ("feeds", "data", "sqlite", "veris", "page_json", "search", "hosting", "gzip")
BENCHMARKS = Path(__file__).resolve().parents[1]
# Casebook's templates for the pages that the peers write.
EQUAL_TEMPLATES = BENCHMARKS / "peers/casebook"


@dataclass
class Contender:
    """A command, and what makes each of its runs start alike."""

    name: str
    folder: Path
    command: list
    output: Path
    room: int  # bytes of memory that are at hand before a run
    limit: float | None = None
    runs: list = field(default_factory=list)
    trouble: str = ""

    def prepare(self):
        remove_output(self.output)

    def run(self):
        self.prepare()
        memory.have_at_hand(self.room)
        return measure(self.command, self.folder, self.limit)


@dataclass
class Casebook(Contender):
    """Casebook with some families of outputs on."""

    families: tuple = ()

    def prepare(self):
        super().prepare()
        choose_outputs(self.folder, self.families)


class Warm(Casebook):
    """Casebook over its own last output, with all that it keeps beside it, after a sentence was added to one notice."""

    def prepare(self):
        choose_outputs(self.folder, self.families)
        if not self.output.exists():
            subprocess.run(self.command, cwd=self.folder, check=True, stdout=subprocess.DEVNULL)
        notices = sorted(self.folder.glob("content/incidents/*/2*.md"))
        with open(notices[len(notices) // 2], "a", encoding="utf-8") as notice:
            notice.write(f"\n編集部で確かめた内容を加えました（{len(self.runs) + 1}回目）。\n")


def choose_outputs(archive, families):
    """Turns the families of outputs on and off. A file that says so already is left as it is, as an editor would."""
    site = archive / "content/site.yaml"
    before = site.read_text(encoding="utf-8")
    chosen = ", ".join(f"{family}: {str(family in families).lower()}" for family in FAMILIES)
    after = f"{before.split('outputs:')[0]}outputs: {{{chosen}}}\n"
    if after != before:
        site.write_text(after, encoding="utf-8")


def remove_output(output):
    """Removes an output and what Casebook keeps beside it (`cold.staging`, `.cold.lock`), so that a cold build is one."""
    for path in [output, *output.parent.glob(f"{output.name}.*"), *output.parent.glob(f".{output.name}.*")]:
        remove(path)


def corpus(notices, folder, site, *options):
    """Writes a corpus in a process of its own, so that this one stays small."""
    command = [sys.executable, "-m", "corpus", str(notices), str(folder), "--site", site, *map(str, options)]
    subprocess.run(command, cwd=BENCHMARKS, check=True)


def casebook(program, folder, output):
    return [str(program), "build", str(folder), "--output", str(output), "--now", "2026-01-01"]


def contenders(program, peers, notices, place, names, limit, is_equal_only):
    """Writes the sites of one size, and gives what is to be run on them, Casebook's cold build and its copy first.

    `is_equal_only` leaves out the builds with the site's own templates, which the peers have no match for.
    """
    equal, own = place / "casebook", place / "own"
    room = memory.needed(notices)
    corpus(notices, equal, "casebook", "--templates", EQUAL_TEMPLATES)

    def builds(name, archive, families=(), kind=Casebook):
        output = place / (name.replace(" ", "-").replace(",", "") or "cold")
        title = f"Casebook, {name}" if name else "Casebook"
        return kind(title, archive, casebook(program, archive, output), output, room, families=families)

    cold, copy = builds("", equal), place / "copy"
    chosen = [
        cold,
        Contender(COPY, place, ["cp", "-r", str(cold.output), str(copy)], copy, room),
        builds("warm, one edit", equal, kind=Warm),
    ]
    if not is_equal_only:
        corpus(notices, own, "casebook")
        chosen += [
            builds("own templates", own),
            builds("own templates, with search", own, ("search",)),
            builds("own templates, with feeds", own, ("feeds",)),
            builds("own templates, all but gzip", own, FAMILIES[:-1]),
            builds("own templates, everything on", own, FAMILIES),
        ]
    for name in names:
        site, output = place / name, place / f"{name}-output"
        corpus(notices, site, name)
        chosen.append(Contender(name.capitalize(), site, peer(peers, name, output), output, room, limit))
    return chosen


def peer(peers, name, output):
    """The command of a peer; its program is installed if it is missing."""
    return list(map(str, COMMANDS[name](getattr(peers, name)(), output)))


COMMANDS = {
    "hugo": lambda program, output: [program, "--quiet", "--destination", output],
    "jekyll": lambda program, output: [program, "build", "--quiet", "--destination", output],
    "pelican": lambda program, output: [program, "--quiet", "--settings", "pelicanconf.py", "--output", output],
}
