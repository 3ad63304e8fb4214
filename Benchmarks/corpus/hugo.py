"""The same archive for Hugo: cases, organizations and tags are taxonomies. (With a nested section for each case,
Hugo takes five times as long to put them together.)"""

import shutil
from pathlib import Path

from .files import document, markdown, pipe_table, write


def notice_text(notice):
    parties = [
        {"organization": party.id, "name": party.name, "role": role, "service": service}
        for party, role, service in notice.parties
    ]
    front_matter = {
        "title": notice.title, "date": notice.published, "case": notice.case, "cases": [notice.case],
        "summary": notice.summary, "publisher": notice.publisher.id, "publisher_name": notice.publisher.name,
        "organizations": list(dict.fromkeys([notice.publisher.id] + [party["organization"] for party in parties])),
        "tags": [tag.id for tag in notice.tags], "parties": parties,
        "release": {"sequence": notice.sequence, "type": notice.release_type},
        "disclosure": notice.disclosure, "cause": notice.cause, "secondary_damage": notice.secondary_damage,
        "affected": [
            {
                "subject": figure.subject, "count": figure.count, "unit": figure.unit, "qualifier": figure.qualifier,
                "data": figure.data, "as_of": figure.as_of, "superseded": figure.superseded,
            }
            for figure in notice.figures
        ],
        "timeline": [{"date": event.date, "event": event.event, "note": event.note} for event in notice.timeline],
        "source": notice.source,
    }
    return document(front_matter, markdown(notice.blocks, pipe_table, lambda number: f"[#{number}](/cases/{number}/)"))


def write_site(archive, folder, peer):
    """Writes content/, and the configuration and layouts from the folder given."""
    content = Path(folder, "content")
    write(content / "about.md", document({"title": "このアーカイブについて"}, "架空の組織の公表文を集めた、性能を測るためのアーカイブです。"))
    write(content / "cases/_index.md", document({"title": "事件番号索引"}, ""))
    write(content / "incidents/_index.md", document({"title": "公表文", "build": {"render": "never"}}, ""))
    for year in sorted({incident.year for incident in archive.incidents}):
        front_matter = {"title": f"{year}年の事件", "type": "years", "year": year, "url": f"/cases/{year}/"}
        write(content / f"years/{year}/_index.md", document(front_matter, ""))
    for tag in archive.tags:
        front_matter = {"title": tag.name, "reading": tag.reading}
        write(content / f"tags/{tag.id}/_index.md", document(front_matter, f"{tag.name}に関わる公表文です。"))
    for organization in archive.organizations:
        front_matter = {"title": organization.name, "reading": organization.reading, "kind_of": organization.type}
        body = f"{organization.name}は架空の組織です。"
        write(content / f"organizations/{organization.id}/_index.md", document(front_matter, body))
    for incident in archive.incidents:
        front_matter = {
            "title": incident.title, "number": incident.number, "year": incident.year,
            "date": incident.notices[0].published, "subjects": [tag.id for tag in incident.tags],
        }
        body = f"{incident.title}の公表文を集めています。" if len(incident.notices) > 1 else ""
        write(content / f"cases/{incident.number}/_index.md", document(front_matter, body))
        for notice in incident.notices:
            write(content / f"incidents/{notice.case}/{notice.slug}.md", notice_text(notice))
    shutil.copytree(peer, folder, dirs_exist_ok=True)
