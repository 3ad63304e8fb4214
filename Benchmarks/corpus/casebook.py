"""The archive as Casebook reads it."""

import shutil
from pathlib import Path

from .files import document, markdown, write

SITE = """\
title: 公表文アーカイブ
description: 性能を測るために作られた、架空の組織の公表文を集めたアーカイブです。
base_url: https://example.com/
language: ja
time_zone: Asia/Tokyo
publisher:
  name: 公表文アーカイブ編集部
  email: editor@example.com
page_size: 50
feed_size: 50
menu:
  - {title: このアーカイブについて, url: /about/}
"""

ABOUT = "架空の組織の公表文を集めた、性能を測るためのアーカイブです。\n"


def csv_table(caption, rows):
    lines = "\n".join(",".join(f'"{cell}"' if "," in cell else cell for cell in row) for row in rows)
    return f"```csv {caption}\n{lines}\n```"


def flow(pairs):
    """A YAML flow mapping; its plain values hold nothing that YAML reads otherwise."""
    return "{" + ", ".join(f"{key}: {value}" for key, value in pairs if value not in ("", None)) + "}"


def notice_text(notice):
    lines = [
        "---",
        f'case: "{notice.case}"',
        f"title: {notice.title}",
        f"published: {notice.published}",
        f"publisher: {notice.publisher.id}",
        f"summary: {notice.summary}",
        f"tags: [{', '.join(tag.id for tag in notice.tags)}]",
        "parties:",
        *(
            "  - " + flow([("organization", party.id), ("role", role), ("service", service)])
            for party, role, service in notice.parties
        ),
        "release: " + flow([("sequence", notice.sequence), ("type", notice.release_type)]),
        f"disclosure: {notice.disclosure}",
        f"cause: {notice.cause}",
        *figure_lines(notice.figures),
        f"secondary_damage: {notice.secondary_damage}",
        *timeline_lines(notice.timeline),
        "source: " + flow([("url", notice.source)]),
        "---",
        "",
        markdown(notice.blocks, csv_table, lambda number: f"#{number}"),
        "",
    ]
    return "\n".join(lines)


def figure_lines(figures):
    if figures:
        yield "affected:"
    for figure in figures:
        yield "  - " + flow([
            ("subject", figure.subject), ("count", figure.count), ("unit", figure.unit),
            ("qualifier", figure.qualifier), ("data", f"[{', '.join(figure.data)}]"), ("as_of", figure.as_of),
            ("superseded", "true" if figure.superseded else ""),
        ])


def timeline_lines(timeline):
    if timeline:
        yield "timeline:"
    for event in timeline:
        yield "  - " + flow([("date", event.date), ("event", event.event), ("note", event.note)])


def write_site(archive, folder, templates):
    """Writes content/ and, from the folder given, templates/."""
    content = Path(folder, "content")
    write(content / "site.yaml", SITE)
    write(content / "pages/about.md", document({"title": "このアーカイブについて"}, ABOUT))
    for tag in archive.tags:
        write(content / f"tags/{tag.id}.md", document({"name": tag.name, "reading": tag.reading}, f"{tag.name}に関わる公表文です。"))
    for organization in archive.organizations:
        front_matter = {"name": organization.name, "reading": organization.reading, "type": organization.type}
        write(content / f"organizations/{organization.id}.md", document(front_matter, f"{organization.name}は架空の組織です。"))
    for incident in archive.incidents:
        home = content / "incidents" / incident.number
        if len(incident.notices) > 1:
            front_matter = {"case": incident.number, "title": incident.title, "tags": [tag.id for tag in incident.tags]}
            write(home / "index.md", document(front_matter, f"{incident.title}の公表文を集めています。"))
        for notice in incident.notices:
            write(home / f"{notice.slug}.md", notice_text(notice))
    shutil.copytree(templates, Path(folder, "templates"), dirs_exist_ok=True)
