"""The headers that a host sends for a file, as the built `_headers` file says.

The form is that of Netlify and Cloudflare Pages: a line with a path, in which `*` stands for any text, then indented
lines `Name: value`. Every rule that fits a path applies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class HeaderRule:
    pattern: re.Pattern[str]
    name: str
    value: str


def read_header_rules(output: Path) -> list[HeaderRule]:
    """The rules of a built site, none where it has no `_headers` file. A line that fits no form is an error."""
    file = output / "_headers"
    if not file.exists():
        return []
    rules: list[HeaderRule] = []
    pattern: re.Pattern[str] | None = None
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if not line[0].isspace():
            pattern = re.compile(".*".join(re.escape(part) for part in line.strip().split("*")))
            continue
        name, colon, value = line.strip().partition(":")
        assert colon and pattern is not None, f"_headers:{number}: {line}"
        rules.append(HeaderRule(pattern, name.strip(), value.strip()))
    return rules


def headers_for(path: str, rules: list[HeaderRule]) -> list[tuple[str, str]]:
    """What the rules send for a URL path."""
    return [(rule.name, rule.value) for rule in rules if rule.pattern.fullmatch(path)]
