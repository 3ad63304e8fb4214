"""The odd archives: those under Tests/Archives/odd/, and one that a few lines of Python say better than 40 files."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

from support.repository import ODD_ARCHIVES

FORTY_NOTICES = "forty-notices"


def odd_names() -> list[str]:
    """The name of every odd archive, in order."""
    return sorted([*(path.name for path in ODD_ARCHIVES.iterdir() if path.is_dir()), FORTY_NOTICES])


def write_odd(name: str, into: Path) -> None:
    """Writes the source of one odd archive into a folder that does not exist yet."""
    if name == FORTY_NOTICES:
        write_forty_notices(into)
    else:
        shutil.copytree(ODD_ARCHIVES / name, into)


def write_forty_notices(into: Path) -> None:
    """An archive of one incident, about which eight cities and their provider published five notices each."""
    settings = [
        "title: 公表文の多いアーカイブ",
        "description: 一つの事件に四十件の公表文があるアーカイブです。",
        "base_url: https://archive.example/",
        "publisher: {name: 試験用アーカイブ編集部}",
    ]
    write(into / "content" / "site.yaml", settings)
    for city in range(8):
        organization = [f"name: 第{city + 1}青葉市", f"reading: だい{'あいうえおかきく'[city]}あおばし"]
        write(
            into / "content" / "organizations" / f"city-{city}.md", front_matter([*organization, "type: municipality"])
        )
    provider = ["name: 株式会社みどり印刷", "reading: みどりいんさつ", "type: company"]
    write(into / "content" / "organizations" / "printer.md", front_matter(provider))
    for number in range(40):
        city, sequence = number % 8, number // 8 + 1
        day = date(2024, 3, 29) + timedelta(days=3 * number)
        lines = [
            'case: "2024-100"',
            f"title: 委託先における情報漏えいについて（第{sequence}報）",
            f"published: {day}",
            f"publisher: city-{city}",
            "parties:",
            f"  - {{organization: city-{city}, role: controller}}",
            "  - {organization: printer, role: processor, service: 通知書の印刷と発送}",
            f"release: {{sequence: {sequence}, type: {'initial' if sequence == 1 else 'follow_up'}}}",
            "disclosure: potential",
            "cause: ransomware",
            "affected:",
            f"  - {{subject: 通知書, count: {(number + 1) * 1234}, unit: persons}}",
            "timeline:",
            "  - {date: 2024-03-20, event: occurred, note: 委託先のサーバーが暗号化された}",
            f"  - {{date: {day - timedelta(days=1)}, event: processor_reported}}",
        ]
        body = f"第{city + 1}青葉市は、委託先の調査の{sequence}回目の結果を公表しました。"
        folder = into / "content" / "incidents" / "2024-100"
        write(folder / f"{day}-city-{city}.md", [*front_matter(lines), "", body])


def front_matter(lines: list[str]) -> list[str]:
    return ["---", *lines, "---"]


def write(path: Path, lines: list[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
