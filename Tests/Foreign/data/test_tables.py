"""The tables and records: valid by their own schemas, and the same in every form."""

from __future__ import annotations

import csv
from pathlib import Path

import frictionless
import pytest
from jsonschema import Draft202012Validator

from support.data import beside, database, folder, lines, load, rows, tables
from support.site import Site

RECORDS = {
    "incidents": "incident",
    "notices": "notice",
    "organizations": "organization",
    "tags": "tag",
    "articles": "article",
}
"""The files with one record a line, and the names of their schemas."""

FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def validator(path: Path) -> Draft202012Validator:
    schema = load(path)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def as_csv(value: object) -> str:
    """A value of a table's JSON as its CSV writes it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return ";".join(value) if isinstance(value, list) else str(value)


def as_sql(value: object) -> object:
    """A value of a table's JSON as the database holds it."""
    if isinstance(value, list):
        return ";".join(value)
    return int(value) if isinstance(value, bool) else value


def test_the_data_package_and_its_tables_are_valid(site: Site) -> None:
    report = frictionless.validate(str(folder(site) / "datapackage.json"))
    assert report.valid, report.flatten(["rowNumber", "fieldNumber", "type", "note"])
    assert len(report.tasks) == len(tables(site)) > 10


def test_csv_has_a_byte_order_mark_crlf_and_no_formula(site: Site) -> None:
    for table in tables(site):
        data = (folder(site) / f"{table}.csv").read_bytes()
        assert data.startswith(b"\xef\xbb\xbf"), table
        assert data.count(b"\n") == data.count(b"\r\n") and data.endswith(b"\r\n"), table
        for row in csv.reader(data.decode("utf-8-sig").splitlines(keepends=True), strict=True):
            assert not [cell for cell in row if cell.startswith(FORMULA)], table


def test_csv_json_and_sqlite_hold_the_same_rows(site: Site) -> None:
    with database(site) as connection:
        for table in tables(site):
            values = load(folder(site) / f"{table}.json")
            assert rows(site, table) == [{name: as_csv(value) for name, value in row.items()} for row in values], table
            names = list(values[0]) if values else ["count(*)"]
            stored = [tuple(row) for row in connection.execute(f"SELECT {', '.join(names)} FROM {table}")]
            expected = [tuple(map(as_sql, row.values())) for row in values] or [(0,)]
            assert sorted(stored, key=repr) == sorted(expected, key=repr), table


def test_json_is_valid_by_the_schema_beside_it(site: Site) -> None:
    for table in tables(site):
        validator(folder(site) / f"{table}.schema.json").validate(load(folder(site) / f"{table}.json"))


def test_records_are_valid_by_the_schema_beside_them(site: Site) -> None:
    for name, schema in RECORDS.items():
        check = validator(folder(site) / f"{schema}.schema.json")
        records = lines(folder(site) / f"{name}.ndjson")
        assert len(records) == len(rows(site, name))
        for record in records:
            check.validate(record)


def test_archive_json_is_valid_and_complete(site: Site) -> None:
    archive = load(folder(site) / "archive.json")
    validator(folder(site) / "archive.schema.json").validate(archive)
    notices = [notice for incident in archive["incidents"] for notice in incident["notices"]]
    by_id = {notice["id"]: notice for notice in notices}
    assert len(by_id) == len(notices) == archive["counts"]["notices"]
    assert by_id == {notice["id"]: notice for notice in lines(folder(site) / "notices.ndjson")}
    for name in ["incidents", "organizations", "tags", "articles", "terms"]:
        assert len(archive[name]) == len(rows(site, name))


def test_the_record_beside_a_page_is_the_record_of_the_file(site: Site) -> None:
    for name in ["incidents", "notices"]:
        for record in lines(folder(site) / f"{name}.ndjson"):
            assert load(beside(site, record["url"])) == record


def test_keys_are_unique_and_what_refers_to_them_finds_them(site: Site) -> None:
    package = load(folder(site) / "datapackage.json")
    resources = {Path(resource["path"]).stem: resource for resource in package["resources"]}
    names = {resource["name"]: table for table, resource in resources.items()}
    for table, resource in resources.items():
        schema = resource["schema"]
        keys = [tuple(row[name] for name in schema["primaryKey"]) for row in rows(site, table)]
        assert len(set(keys)) == len(keys), table
        for key in schema.get("foreignKeys", []):
            target = names[key["reference"]["resource"]] if key["reference"]["resource"] else table
            known = {row[key["reference"]["fields"]] for row in rows(site, target)}
            used = {row[key["fields"]] for row in rows(site, table)} - {""}
            assert used <= known, f"{table}.{key['fields']}"


def test_the_body_of_a_notice_is_the_text_of_its_file(real_site: Site) -> None:
    bodies = {notice["id"]: notice["body"] for notice in lines(folder(real_site) / "notices.ndjson")}
    for file in (real_site.archive / "content" / "incidents").rglob("*.md"):
        if file.name != "index.md":
            text = file.read_text(encoding="utf-8").split("\n---\n", 1)[1]
            assert bodies[f"{file.parent.name}/{file.stem}"] == text.strip("\n")


@pytest.mark.parametrize("table", ["notices", "incidents", "affected", "timeline", "organizations"])
def test_the_data_page_links_every_table_and_names_every_column(real_site: Site, table: str) -> None:
    page = (real_site.output / "data" / "index.html").read_text(encoding="utf-8")
    assert f'href="{real_site.base_path}data/{table}.csv"' in page
    for name in rows(real_site, table)[0]:
        assert f"<code>{name}</code>" in page
