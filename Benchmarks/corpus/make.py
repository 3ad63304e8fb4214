"""Makes the archive of a given number of notices."""

import datetime
import itertools
import random

from .archive import DAYS, FIRST_DAY, Archive, Incident, PowerLaw, case_sizes, make_organizations, make_tags
from .writing import Author


def make_archive(notices, seed):
    """An archive of exactly that many notices."""
    stream = random.Random(f"casebook {seed}")
    organizations = make_organizations(min(23_000, max(20, notices * 23 // 100)), stream)
    tags = make_tags(min(440, max(20, notices // 30)))
    author = Author(stream, PowerLaw(organizations, 0.85, stream), PowerLaw(tags, 1.05, stream))
    sizes = case_sizes(notices, stream)
    incidents, serials = [], {}
    for place, size in enumerate(sizes):
        opened = FIRST_DAY + datetime.timedelta(days=place * DAYS // len(sizes))
        serials[opened.year] = serials.get(opened.year, 0) + 1
        number = f"{opened.year}-{serials[opened.year]:03}"
        written = author.case(number, size, opened)
        # A case of one notice has no file of its own, and takes its title and tags from there.
        title = f"{written[0].publisher.name}の{written[0].title}" if size > 1 else written[0].title
        incidents.append(Incident(number, title, written[0].tags[:2] if size > 1 else [], written))
    archive = Archive(organizations, tags, incidents)
    number_within_days(archive)
    return archive


def number_within_days(archive):
    """Gives each notice its place on its day: by case and publisher, which is Casebook's order."""
    notices = sorted(archive.notices, key=lambda notice: (notice.published, notice.case, notice.slug))
    for _, day in itertools.groupby(notices, key=lambda notice: notice.published):
        for place, notice in enumerate(day):
            notice.place = place
