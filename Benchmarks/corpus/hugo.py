"""The same archive for Hugo: cases, organizations and tags are taxonomies. (With a nested section for each case,
Hugo takes five times as long to put them together.)"""

import shutil
from pathlib import Path

from . import labels, shown
from .files import case_link, document, markdown, pipe_table, write

# Sections whose pages are written elsewhere, or by others.
UNSEEN = {"build": {"render": "never"}}


def notice_text(notice):
    front_matter = {
        **shown.front_matter(notice), "cases": [notice.case], "tags": [tag.id for tag in notice.tags],
    }
    return document(front_matter, markdown(notice.blocks, pipe_table, case_link))


def write_site(archive, folder, peer):
    """Writes content/, and the configuration and layouts from the folder given."""
    content = Path(folder, "content")
    write(content / "about.md", document({"title": "このアーカイブについて"}, "架空の組織の公表文を集めた、性能を測るためのアーカイブです。"))
    for section, title in [("cases", "事件番号索引"), ("organizations", "組織索引"), ("tags", "タグ索引")]:
        write(content / f"{section}/_index.md", document({"title": title}, ""))
    write(content / "incidents/_index.md", document({"title": "公表文", **UNSEEN}, ""))
    write(content / "years/_index.md", document({"title": "年", **UNSEEN}, ""))
    for year in sorted({incident.year for incident in archive.incidents}):
        front_matter = {"title": f"{year}年の事件", "year": year, "url": f"/incidents/{year}/"}
        write(content / f"years/{year}/_index.md", document(front_matter, ""))
    for tag in archive.tags:
        front_matter = {"title": tag.name, "reading": tag.reading}
        write(content / f"tags/{tag.id}/_index.md", document(front_matter, f"{tag.name}に関わる公表文です。"))
    for organization in archive.organizations:
        front_matter = {
            "title": organization.name, "reading": organization.reading, "kind_of": labels.KINDS[organization.type],
        }
        body = f"{organization.name}は架空の組織です。"
        write(content / f"organizations/{organization.id}/_index.md", document(front_matter, body))
    for incident in archive.incidents:
        front_matter = {
            "title": incident.title, "number": incident.number, "year": incident.year,
            "date": incident.notices[0].published, "subjects": [tag.id for tag in incident.subjects],
        }
        write(content / f"cases/{incident.number}/_index.md", document(front_matter, shown.introduction(incident)))
        for notice in incident.notices:
            write(content / f"incidents/{notice.case}/{notice.slug}.md", notice_text(notice))
    shutil.copytree(peer, folder, dirs_exist_ok=True)
