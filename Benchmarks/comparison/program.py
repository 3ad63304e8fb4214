"""Casebook's program, as it is measured."""

import subprocess
import sys

from .contenders import BENCHMARKS


def build_casebook():
    """Compiles it as released; gives its path."""
    command = ["swift", "build", "--configuration", "release", "--product", "casebook"]
    subprocess.run(command, cwd=BENCHMARKS.parent, check=True, stdout=sys.stderr)
    return BENCHMARKS.parent / ".build/release/casebook"
