"""The same archive for Jekyll: notices, cases, organizations and tags are collections; a plugin of the site
itself groups and pages them, since Liquid alone would search all notices for each page."""

import shutil
from pathlib import Path

from .files import case_link, document, markdown, notice_url, pipe_table, write


def notice_text(notice):
    parties = [
        {"organization": party.id, "name": party.name, "role": role, "service": service}
        for party, role, service in notice.parties
    ]
    front_matter = {
        "title": notice.title, "date": str(notice.published), "permalink": notice_url(notice), "case": notice.case,
        "summary": notice.summary, "publisher": notice.publisher.id, "publisher_name": notice.publisher.name,
        "organizations": list(dict.fromkeys([notice.publisher.id] + [party["organization"] for party in parties])),
        "subjects": [{"id": tag.id, "name": tag.name} for tag in notice.tags], "parties": parties,
        "sequence": notice.sequence, "type": notice.release_type, "disclosure": notice.disclosure,
        "cause": notice.cause, "secondary_damage": notice.secondary_damage,
        "affected": [
            {
                "subject": figure.subject, "count": figure.count, "unit": figure.unit, "qualifier": figure.qualifier,
                "data": "、".join(figure.data), "as_of": figure.as_of, "superseded": figure.superseded,
            }
            for figure in notice.figures
        ],
        "timeline": [{"date": event.date, "event": event.event, "note": event.note} for event in notice.timeline],
        "source": notice.source,
    }
    return document(front_matter, markdown(notice.blocks, pipe_table, case_link))


def write_site(archive, folder, peer):
    """Writes the collections, and the configuration, layouts and plugin from the folder given."""
    root = Path(folder)
    for tag in archive.tags:
        front_matter = {"title": tag.name, "reading": tag.reading, "id_of": tag.id, "permalink": f"/tags/{tag.id}/"}
        write(root / f"_subjects/{tag.id}.md", document(front_matter, f"{tag.name}に関わる公表文です。"))
    for organization in archive.organizations:
        front_matter = {
            "title": organization.name, "reading": organization.reading, "id_of": organization.id,
            "kind_of": organization.type, "permalink": f"/organizations/{organization.id}/",
        }
        write(root / f"_organizations/{organization.id}.md", document(front_matter, f"{organization.name}は架空の組織です。"))
    for incident in archive.incidents:
        front_matter = {
            "title": incident.title, "number": incident.number, "year": incident.year,
            "permalink": f"/incidents/{incident.number}/", "first_published": incident.notices[0].published,
            "subjects": [{"id": tag.id, "name": tag.name} for tag in incident.tags],
        }
        body = f"{incident.title}の公表文を集めています。" if len(incident.notices) > 1 else ""
        write(root / f"_cases/{incident.number}.md", document(front_matter, body))
        for notice in incident.notices:
            write(root / f"_notices/{notice.case}-{notice.slug}.md", notice_text(notice))
    shutil.copytree(peer, folder, dirs_exist_ok=True)
