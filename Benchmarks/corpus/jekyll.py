"""The same archive for Jekyll: notices, cases, organizations and tags are collections; a plugin of the site
itself groups and pages them, since Liquid alone would search all notices for each page."""

import shutil
from pathlib import Path

from . import labels, readings, shown
from .files import case_link, document, linked, markdown, notice_url, pipe_table, write


def notice_text(notice):
    front_matter = {
        **shown.front_matter(notice), "permalink": notice_url(notice),
        "subjects": [{"id": tag.id, "name": tag.name} for tag in notice.tags],
    }
    return document(front_matter, linked(markdown(notice.blocks, pipe_table, case_link)))


def write_site(archive, folder, peer):
    """Writes the collections, and the configuration, layouts and plugin from the folder given."""
    root = Path(folder)
    places = readings.places(archive.tags) | readings.places(archive.organizations)
    for tag in archive.tags:
        front_matter = {
            "title": tag.name, "reading": tag.reading, "id_of": tag.id, "order_of": places[tag.id],
            "permalink": f"/tags/{tag.id}/",
        }
        write(root / f"_subjects/{tag.id}.md", document(front_matter, f"{tag.name}に関わる公表文です。"))
    for organization in archive.organizations:
        front_matter = {
            "title": organization.name, "reading": organization.reading, "id_of": organization.id,
            "order_of": places[organization.id], "kind_of": labels.KINDS[organization.type],
            "permalink": f"/organizations/{organization.id}/",
        }
        write(root / f"_organizations/{organization.id}.md", document(front_matter, f"{organization.name}は架空の組織です。"))
    for incident in archive.incidents:
        front_matter = {
            "title": incident.title, "number": incident.number, "year": incident.year,
            "permalink": f"/incidents/{incident.number}/", "first_published": incident.notices[0].published,
            "subjects": [{"id": tag.id, "name": tag.name} for tag in incident.subjects],
        }
        write(root / f"_cases/{incident.number}.md", document(front_matter, shown.introduction(incident)))
        for notice in incident.notices:
            write(root / f"_notices/{notice.case}-{notice.slug}.md", notice_text(notice))
    shutil.copytree(peer, folder, dirs_exist_ok=True)
