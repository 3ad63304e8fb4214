"""The same archive for Pelican: a case is a category, organizations are authors, tags are tags. What Markdown's
metadata cannot hold (figures, parties, timeline) is JSON on one line."""

import json
import shutil
from pathlib import Path

from . import labels, readings, shown
from .files import case_link, linked, markdown, pipe_table, write


def one_line(value):
    return json.dumps(value, ensure_ascii=False, default=str)


def notice_text(notice):
    told = shown.front_matter(notice)
    metadata = {
        "Title": told["title"], "Date": told["date"], "Category": notice.case, "Slug": notice.slug,
        "Authors": "; ".join(told["organizations"]), "Tags": ", ".join(tag.id for tag in notice.tags),
        "Summary": told["summary"], "Publisher": told["publisher"], "Sequence": told["sequence"],
        "Release": told["release"], "Disclosure": told["disclosure"], "Cause": told["cause"],
        "Damage": told["secondary_damage"], "Parties": one_line(told["parties"]), "Figures": one_line(told["affected"]),
        "Source": told["source"], "Events": one_line(told["timeline"]),
    }
    lines = "".join(f"{key}: {value}\n" for key, value in metadata.items())
    return f"{lines}\n{linked(markdown(notice.blocks, pipe_table, case_link))}\n"


def write_site(archive, folder, peer):
    """Writes content/ and the names, and the configuration and theme from the folder given."""
    content = Path(folder, "content")
    write(content / "pages/about.md", "Title: このアーカイブについて\nSlug: about\n\n架空の組織の公表文を集めた、性能を測るためのアーカイブです。\n")
    places = readings.places(archive.tags) | readings.places(archive.organizations)
    names = {
        "organizations": {
            organization.id: {
                "name": organization.name, "reading": organization.reading, "kind": labels.KINDS[organization.type],
                "place": places[organization.id], "text": f"{organization.name}は架空の組織です。",
            }
            for organization in archive.organizations
        },
        "tags": {
            tag.id: {
                "name": tag.name, "reading": tag.reading, "place": places[tag.id], "text": f"{tag.name}に関わる公表文です。",
            }
            for tag in archive.tags
        },
        "cases": {
            incident.number: {
                "title": incident.title, "text": shown.introduction(incident),
                "tags": [tag.id for tag in incident.subjects],
            }
            for incident in archive.incidents
        },
    }
    write(Path(folder, "names.json"), one_line(names))
    for notice in archive.notices:
        write(content / f"incidents/{notice.case}/{notice.slug}.md", notice_text(notice))
    shutil.copytree(peer, folder, dirs_exist_ok=True)
