"""Counts what each suite looked at, for the lines at the end of a run."""

from __future__ import annotations

from collections import Counter


class Tally:
    """Suites by name, each with the number of pages (or files) that it saw."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def saw(self, suite: str, pages: int = 1) -> None:
        self.counts[suite] += pages

    def lines(self) -> list[str]:
        return [f"{suite}: {count} pages" for suite, count in sorted(self.counts.items())]
