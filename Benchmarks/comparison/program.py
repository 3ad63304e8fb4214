"""Casebook's program, as it is measured."""

import subprocess
import sys

from .contenders import BENCHMARKS


def build_casebook():
    """Compiles it as released; gives its path."""
    subprocess.run([BENCHMARKS.parent / "script/compile"], check=True, stdout=sys.stderr)
    return BENCHMARKS.parent / ".build/release/casebook"
