"""The JSON Schema that `casebook schema` prints, as python-jsonschema understands it."""

from __future__ import annotations

import json
import subprocess
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from support.front_matter import documents, read
from support.odd import odd_names, write_odd
from support.repository import ROOT, casebook

INVALID = ROOT / "Tests" / "Archives" / "invalid"

REFUSED = [
    "empty-value",
    "invalid-case-number",
    "invalid-email",
    "invalid-number",
    "invalid-url",
    "missing-key",
    "unknown-key",
    "unknown-key-veris",
    "unknown-term",
    "unknown-term-veris",
    "value-too-long",
    "wrong-type",
]
"""The invalid archives whose fault a schema can see, because it is in one value alone."""


@cache
def validator(kind: str, archive: Path) -> Draft202012Validator:
    run = subprocess.run([casebook(), "schema", kind, archive], capture_output=True, check=True, timeout=60)
    schema = json.loads(run.stdout)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def faults(archive: Path, schemas: Path) -> list[str]:
    """What the schemas find wrong in the documents of an archive."""
    return [
        f"{path.relative_to(archive)}: {error.json_path}: {error.message}"
        for kind, path in documents(archive)
        for error in validator(kind, schemas).iter_errors(read(path))
    ]


def test_the_archive_itself_is_valid() -> None:
    assert len(list(documents(ROOT))) > 20
    assert faults(ROOT, ROOT) == []


@pytest.mark.parametrize("name", odd_names())
def test_what_the_strict_reader_accepts_the_schema_accepts(name: str, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    write_odd(name, archive)
    assert faults(archive, archive) == []


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_wrong_with_one_value_the_schema_refuses_too(name: str) -> None:
    assert faults(INVALID / name, ROOT) != []


def test_a_kind_that_is_none_is_wrong_usage() -> None:
    run = subprocess.run([casebook(), "schema", "nothing"], capture_output=True, text=True, timeout=60)
    assert run.returncode == 64
    assert "notice" in run.stderr
