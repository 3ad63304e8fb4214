"""VERIS records against the schema that the VERIS community publishes."""

from __future__ import annotations

import pytest
from jsonschema import Draft4Validator

from support.data import folder, load, rows
from support.repository import ROOT
from support.site import Site, build

SCHEMA = ROOT / "Tests" / "Conformance" / "veris" / "verisc-merged.json"


@pytest.fixture(scope="module")
def veris() -> Draft4Validator:
    schema = load(SCHEMA)
    Draft4Validator.check_schema(schema)
    return Draft4Validator(schema)


def test_every_incident_has_a_valid_record(site: Site, veris: Draft4Validator) -> None:
    numbers = [row["case_number"] for row in rows(site, "incidents")]
    files = folder(site) / "veris"
    assert sorted(path.stem for path in files.glob("*.json")) == sorted(numbers)
    for number in numbers:
        record = load(files / f"{number}.json")
        veris.validate(record)
        assert record["incident_id"] == number


BLOCKS = {
    "nothing": "{confidence: Low}",
    "other actor": "{actor: {external: {variety: [Organized crime]}}}",
    "other action": "{action: {malware: null, hacking: {variety: [SQLi]}}}",
    "all actions taken out": "{action: {malware: null}}",
    "required parts taken out": "{asset: null, actor: null, discovery_method: null, victim: null, attribute: null}",
    "inner parts taken out": "{victim: {secondary: {victim_id: null}, country: null}, timeline: {discovery: null}}",
    "an impact without its rating": "{impact: {overall_amount: 12.5, iso_currency_code: JPY}}",
    "a partner without its motive": "{actor: {partner: {country: [JP], industry: '518210'}}}",
    "social without its target": "{action: {social: {variety: [Phishing]}}}",
    "what is not in the mapping": "{value_chain: {targeting: {variety: [Vulnerabilities]}}, ioc: [{indicator: a}]}",
}


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS.keys())
def test_a_record_that_the_veris_block_changes_stays_valid(
    block: str, veris: Draft4Validator, tmp_path_factory: pytest.TempPathFactory
) -> None:
    archive = tmp_path_factory.mktemp("veris") / "archive"
    folder_of_case = archive / "content" / "incidents" / "2024-001"
    folder_of_case.mkdir(parents=True)
    (archive / "content" / "site.yaml").write_text(
        "title: 試験\ndescription: 試験です。\nbase_url: https://example.jp/\npublisher: {name: 試験}\n",
        encoding="utf-8",
    )
    (folder_of_case / "index.md").write_text(f'---\ncase: "2024-001"\nveris: {block}\n---\n', encoding="utf-8")
    (folder_of_case / "notice.md").write_text(
        '---\ncase: "2024-001"\ntitle: 公表\npublished: 2024-06-11\npublisher: 青葉市\ncause: ransomware\n'
        "parties: [{organization: 若葉印刷, role: processor}]\n---\n本文です。\n",
        encoding="utf-8",
    )
    site = build("veris", archive, archive.parent / "output")
    veris.validate(load(site.output / "data" / "veris" / "2024-001.json"))
