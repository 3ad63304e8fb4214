"""The workflows that publish the archive are valid, and do what docs/publishing.md says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from support.repository import ROOT, casebook

GITHUB = ROOT / ".github" / "workflows" / "pages.yml"
GITLAB = ROOT / ".gitlab-ci.yml"


def run(*command: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=120, cwd=ROOT)


def tool(name: str) -> Path:
    """A program of the Python environment in which the tests run."""
    return Path(sys.executable).parent / name


def test_the_github_workflow_is_valid_by_its_schema() -> None:
    result = run(tool("check-jsonschema"), "--builtin-schema", "vendor.github-workflows", GITHUB)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_gitlab_workflow_is_valid_by_its_schema() -> None:
    schema = ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"]
    result = run(tool("check-jsonschema"), *schema, GITLAB)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_schema_refuses_a_step_that_does_nothing(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yml"
    bad.write_text(
        GITHUB.read_text(encoding="utf-8").replace("        run: ./script/bootstrap\n", ""), encoding="utf-8"
    )
    assert run(tool("check-jsonschema"), "--builtin-schema", "vendor.github-workflows", bad).returncode != 0


def actionlint(workflow: Path) -> subprocess.CompletedProcess[str]:
    """Alike on every machine: without ShellCheck and Pyflakes, which may be there or not."""
    return run(tool("actionlint"), "-oneline", "-no-color", "-shellcheck=", "-pyflakes=", workflow)


def test_actionlint_finds_nothing_in_the_github_workflow() -> None:
    result = actionlint(GITHUB)
    assert (result.returncode, result.stdout + result.stderr) == (0, "")


@pytest.mark.parametrize(
    ("right", "wrong", "found"),
    [
        ("steps.pages.outputs", "steps.page.outputs", '"page" is not defined'),
        ("include-hidden-files", "include-hidden-file", '"include-hidden-file" is not defined'),
        ("actions/cache@v5", "actions/cache@v4", "is deprecated"),
    ],
)
def test_actionlint_finds_what_a_schema_does_not(tmp_path: Path, right: str, wrong: str, found: str) -> None:
    bad = tmp_path / "bad.yml"
    bad.write_text(GITHUB.read_text(encoding="utf-8").replace(right, wrong), encoding="utf-8")
    result = actionlint(bad)
    assert result.returncode == 1 and found in result.stdout, result.stdout


def test_nothing_in_the_github_workflow_is_unsafe() -> None:
    result = run(tool("zizmor"), "--offline", "--no-progress", "--config", ROOT / ".github" / "zizmor.yml", GITHUB)
    assert result.returncode == 0, result.stdout + result.stderr


def lines(value: object) -> list[str]:
    """Every shell line of a workflow, in order."""
    if isinstance(value, dict):
        found = [value["run"]] if isinstance(value.get("run"), str) else []
        scripts = [item for key in ("before_script", "script") for item in value.get(key, [])]
        return found + scripts + [line for item in value.values() for line in lines(item)]
    return [line for item in value for line in lines(item)] if isinstance(value, list) else []


def test_both_check_build_and_verify_with_options_that_there_are() -> None:
    for file in (GITHUB, GITLAB):
        commands = " ; ".join(lines(yaml.safe_load(file.read_text(encoding="utf-8"))))
        used = re.findall(r"casebook (\w+)([^;]*)", commands.replace("--product casebook", ""))
        assert {"check", "build", "verify"} <= {name for name, _ in used}, file
        for name, arguments in used:
            text = run(casebook(), "help", name).stdout
            for option in re.findall(r"--[a-z-]+", arguments):
                assert option in text, f"{file.name}: casebook {name} has no {option}"
