"""The same archive for Pelican: a case is a category, organizations are authors, tags are tags. What Markdown's
metadata cannot hold (figures, parties, timeline) is JSON on one line."""

import json
import shutil
from pathlib import Path

from .files import case_link, markdown, pipe_table, write


def one_line(value):
    return json.dumps(value, ensure_ascii=False, default=str)


def notice_text(notice):
    parties = [[party.id, role, service] for party, role, service in notice.parties]
    organizations = dict.fromkeys([notice.publisher.id] + [party[0] for party in parties])
    figures = [
        [figure.subject, figure.count, figure.unit, figure.qualifier, "、".join(figure.data), figure.as_of, figure.superseded]
        for figure in notice.figures
    ]
    metadata = {
        "Title": notice.title, "Date": notice.published, "Category": notice.case, "Slug": notice.slug,
        "Authors": "; ".join(organizations), "Tags": ", ".join(tag.id for tag in notice.tags), "Summary": notice.summary,
        "Publisher": notice.publisher.id, "Sequence": notice.sequence, "Release": notice.release_type,
        "Disclosure": notice.disclosure, "Cause": notice.cause, "Damage": notice.secondary_damage,
        "Parties": one_line(parties), "Figures": one_line(figures), "Source": notice.source,
        "Events": one_line([[event.date, event.event, event.note] for event in notice.timeline]),
    }
    lines = "".join(f"{key}: {value}\n" for key, value in metadata.items())
    return f"{lines}\n{markdown(notice.blocks, pipe_table, case_link)}\n"


def write_site(archive, folder, peer):
    """Writes content/ and the names, and the configuration and theme from the folder given."""
    content = Path(folder, "content")
    write(content / "pages/about.md", "Title: このアーカイブについて\nSlug: about\n\n架空の組織の公表文を集めた、性能を測るためのアーカイブです。\n")
    names = {
        "organizations": {
            organization.id: [organization.name, organization.reading, organization.type]
            for organization in archive.organizations
        },
        "tags": {tag.id: [tag.name, tag.reading] for tag in archive.tags},
        "cases": {incident.number: incident.title for incident in archive.incidents},
    }
    write(Path(folder, "names.json"), one_line(names))
    for notice in archive.notices:
        write(content / f"incidents/{notice.case}/{notice.slug}.md", notice_text(notice))
    shutil.copytree(peer, folder, dirs_exist_ok=True)
