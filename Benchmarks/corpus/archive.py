"""The archive that the corpus consists of, made from a seed: who exists, which cases there are, who published what.

The same size and seed give the same archive on every machine: one stream of random numbers, no clock, no hash order.
"""

import datetime
import itertools
import random
from dataclasses import dataclass, field

from . import words

FIRST_DAY = datetime.date(2015, 1, 5)
DAYS = 3600
LARGEST_CASE = 400


@dataclass(frozen=True)
class Organization:
    id: str
    name: str
    reading: str
    type: str


@dataclass(frozen=True)
class Tag:
    id: str
    name: str
    reading: str


@dataclass
class Figure:
    subject: str
    count: int
    unit: str
    qualifier: str
    data: list
    as_of: datetime.date
    superseded: bool


@dataclass
class Event:
    date: datetime.date
    event: str
    note: str


@dataclass
class Notice:
    case: str
    published: datetime.date
    publisher: Organization
    title: str = ""
    summary: str = ""
    cause: str = ""
    disclosure: str = ""
    secondary_damage: str = ""
    release_type: str = ""
    sequence: int = 1
    tags: list = field(default_factory=list)
    parties: list = field(default_factory=list)  # (organization, role, service or "")
    figures: list = field(default_factory=list)
    timeline: list = field(default_factory=list)
    source: str = ""
    blocks: list = field(default_factory=list)  # (kind, content): paragraph, heading, list, table

    place: int = 0  # among the notices of its day

    @property
    def slug(self):
        return f"{self.published}-{self.publisher.id}"

    @property
    def moment(self):
        """Its day with a time of the day: the peers know no other order of the notices of one day."""
        return datetime.datetime.combine(self.published, datetime.time()) + datetime.timedelta(minutes=self.place)


@dataclass
class Incident:
    number: str
    title: str
    tags: list
    notices: list

    @property
    def year(self):
        return self.number[:4]

    @property
    def subjects(self):
        """Its own tags, then those of its notices."""
        return list(dict.fromkeys(itertools.chain(self.tags, *(notice.tags for notice in self.notices))))


@dataclass
class Archive:
    organizations: list
    tags: list
    incidents: list

    @property
    def notices(self):
        return itertools.chain.from_iterable(incident.notices for incident in self.incidents)


class PowerLaw:
    """Draws from a list so that the n-th entry comes up in proportion to n to the power of -exponent."""

    def __init__(self, items, exponent, stream):
        self.items = items
        self.stream = stream
        self.weights = list(itertools.accumulate((n + 1) ** -exponent for n in range(len(items))))

    def draw(self):
        return self.stream.choices(self.items, cum_weights=self.weights)[0]

    def draw_several(self, count):
        """As many different entries as asked, in the order drawn."""
        drawn = {}
        while len(drawn) < min(count, len(self.items)):
            drawn.setdefault(self.draw())
        return list(drawn)


def make_organizations(count, stream):
    """Different names from places, stems and kinds; the order, and so who is named often, is shuffled."""
    places = len(words.PLACES)
    everything = range(places * len(words.STEMS) * len(words.KINDS))
    chosen = stream.sample(everything, count)
    organizations = []
    for number in chosen:
        place, rest = words.PLACES[number % places], number // places
        stem = words.STEMS[rest % len(words.STEMS)]
        before, after, reading, romaji, kind = words.KINDS[rest // len(words.STEMS)]
        organizations.append(
            Organization(
                id=f"{place[2]}-{stem[2]}-{romaji}",
                name=before + place[0] + stem[0] + after,
                reading=place[1] + stem[1] + reading,
                type=kind,
            )
        )
    return organizations


def make_tags(count):
    tags = [Tag(*tag) for tag in words.TAGS]
    for topic in words.TAG_TOPICS:
        for tag in words.TAGS:
            tags.append(Tag(f"{tag[0]}-{topic[0]}", f"{tag[1]}の{topic[1]}", f"{tag[2]}の{topic[2]}"))
    return tags[:count]


def case_sizes(notices, stream):
    """How many notices each case has: one to 400 by a power law, one large case, the given number in all."""
    sizes = [max(1, min(LARGEST_CASE, notices // 25))]
    weights = list(itertools.accumulate((n + 1) ** -2.25 for n in range(LARGEST_CASE)))
    left = notices - sizes[0]
    while left > 0:
        size = min(left, stream.choices(range(1, LARGEST_CASE + 1), cum_weights=weights)[0])
        sizes.append(size)
        left -= size
    stream.shuffle(sizes)
    return sizes
