"""What the peers' pages show of the archive, in the words that readers see and in the order in which they see it."""

from . import labels


def parties(notice):
    """Its parties by role, as dictionaries."""
    order = list(labels.ROLES)
    return [
        {"organization": party.id, "name": party.name, "role": labels.ROLES[role], "service": service}
        for party, role, service in sorted(notice.parties, key=lambda party: order.index(party[1]))
    ]


def organizations(notice):
    """The ids of its publisher and parties, each once."""
    return list(dict.fromkeys([notice.publisher.id] + [party.id for party, _, _ in notice.parties]))


def capacities(notice):
    """What each organization is in it, by id."""
    found = {notice.publisher.id: [labels.PUBLISHER]}
    for party in parties(notice):
        found.setdefault(party["organization"], []).append(party["role"])
    return found


def figures(notice):
    return [
        {
            "subject": figure.subject, "qualifier": labels.QUALIFIERS[figure.qualifier], "count": figure.count,
            "counter": labels.COUNTERS[figure.unit], "data": "、".join(labels.DATA[kind] for kind in figure.data),
            "as_of": figure.as_of, "superseded": figure.superseded,
        }
        for figure in notice.figures
    ]


def timeline(notice):
    return [{"date": event.date, "event": labels.EVENTS[event.event], "note": event.note} for event in notice.timeline]


def front_matter(notice):
    """What Hugo and Jekyll are told of a notice under the same keys."""
    return {
        "title": notice.title, "date": notice.moment, "case": notice.case, "summary": notice.summary,
        "publisher": notice.publisher.id, "publisher_name": notice.publisher.name,
        "organizations": organizations(notice), "capacities": capacities(notice), "parties": parties(notice),
        "release": labels.RELEASES[notice.release_type], "sequence": notice.sequence,
        "disclosure": labels.DISCLOSURES[notice.disclosure], "cause": labels.CAUSES[notice.cause],
        "secondary_damage": labels.DAMAGES[notice.secondary_damage],
        "affected": figures(notice), "timeline": timeline(notice), "source": notice.source,
    }


def introduction(incident):
    """The text of an incident's own page; one notice alone needs none."""
    return f"{incident.title}の公表文を集めています。" if len(incident.notices) > 1 else ""
