"""What is run in turn: Casebook in its ways, the peers, and a plain copy of what Casebook wrote."""

import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from .measuring import measure, remove

# What site.yaml can turn off; without them Casebook writes the pages that the peers write.
FAMILIES = ("feeds", "data", "sqlite", "veris", "page_json", "search", "hosting", "gzip")
BENCHMARKS = Path(__file__).resolve().parents[1]


@dataclass
class Contender:
    """A command, and what makes each of its runs start alike."""

    name: str
    folder: Path
    command: list
    output: Path
    limit: float | None = None
    runs: list = field(default_factory=list)
    trouble: str = ""

    def prepare(self):
        remove(self.output)

    def run(self):
        self.prepare()
        return measure(self.command, self.folder, self.limit)


@dataclass
class Casebook(Contender):
    """Casebook with some families of outputs on."""

    families: tuple = ()

    def prepare(self):
        remove(self.output)
        self.choose_outputs()

    def choose_outputs(self):
        site = self.folder / "content/site.yaml"
        plain = site.read_text(encoding="utf-8").split("outputs:")[0]
        chosen = ", ".join(f"{family}: {str(family in self.families).lower()}" for family in FAMILIES)
        site.write_text(f"{plain}outputs: {{{chosen}}}\n", encoding="utf-8")


class Warm(Casebook):
    """Casebook over its own last output, after a sentence was added to one notice."""

    def prepare(self):
        self.choose_outputs()
        if not self.output.exists():
            subprocess.run(self.command, cwd=self.folder, check=True, stdout=subprocess.DEVNULL)
        notices = sorted(self.folder.glob("content/incidents/*/2*.md"))
        with open(notices[len(notices) // 2], "a", encoding="utf-8") as notice:
            notice.write(f"\n編集部で確かめた内容を加えました（{len(self.runs) + 1}回目）。\n")


def corpus(notices, folder, site):
    """Writes a corpus in a process of its own, so that this one stays small."""
    command = [sys.executable, "-m", "corpus", str(notices), str(folder), "--site", site]
    subprocess.run(command, cwd=BENCHMARKS, check=True)


def casebook(program, folder, output):
    return [str(program), "build", str(folder), "--output", str(output), "--now", "2026-01-01"]


def contenders(program, peers, notices, place, names, limit):
    """Writes the sites of one size, and gives what is to be run on them, Casebook's cold build first."""
    archive = place / "casebook"
    corpus(notices, archive, "casebook")
    cold, copy = place / "cold", place / "copy"
    chosen = [
        Casebook("Casebook", archive, casebook(program, archive, cold), cold),
        Contender("`cp -r` of its output", place, ["cp", "-r", str(cold), str(copy)], copy),
        Warm("Casebook, warm, one edit", archive, casebook(program, archive, place / "warm"), place / "warm"),
        Casebook(
            "Casebook, with feeds", archive, casebook(program, archive, place / "feeds"), place / "feeds",
            families=("feeds",)),
        Casebook(
            "Casebook, all but gzip", archive, casebook(program, archive, place / "outputs"), place / "outputs",
            families=FAMILIES[:-1]),
        Casebook(
            "Casebook, everything on", archive, casebook(program, archive, place / "full"), place / "full",
            families=FAMILIES),
    ]
    for name in names:
        site, output = place / name, place / f"{name}-output"
        corpus(notices, site, name)
        command = COMMANDS[name](getattr(peers, name)(), output)
        chosen.append(Contender(name.capitalize(), site, list(map(str, command)), output, limit))
    return chosen


COMMANDS = {
    "hugo": lambda program, output: [program, "--quiet", "--destination", output],
    "jekyll": lambda program, output: [program, "build", "--quiet", "--destination", output],
    "pelican": lambda program, output: [program, "--quiet", "--settings", "pelicanconf.py", "--output", output],
}
