"""Writes the notices of one case: their words, figures and timelines."""

import datetime

from . import words
from .archive import Event, Figure, Notice

ROLES = ["processor", "subprocessor", "service", "affected", "subsidiary"]


class Slots(dict):
    """What fills the braces of a sentence; numbers and days that are not set are drawn anew each time."""

    def __init__(self, stream, opened, values):
        super().__init__(values)
        self.stream = stream
        self.opened = opened

    def __missing__(self, name):
        if name == "n":
            return self.stream.randint(2, 900)
        if name == "weeks":
            return self.stream.randint(2, 12)
        day = self.opened + datetime.timedelta(days=self.stream.randint(0, 20))
        return f"{day.month}月{day.day}日"


class Author:
    """Fills the sentences of `words.py` for one notice after another."""

    def __init__(self, stream, organizations, tags):
        self.stream = stream
        self.organizations = organizations  # PowerLaw
        self.tags = tags  # PowerLaw
        self.earlier_cases = []

    def case(self, number, size, opened):
        """The notices of a case, in the order of publication."""
        cause = self.stream.choice(words.CAUSES)
        processor = self.organizations.draw()
        publishers = [self.organizations.draw()]
        notices, day, taken = [], opened, set()
        sequences = {}
        for _ in range(size):
            publisher = self.stream.choice(publishers)
            if notices and self.stream.random() < 0.55:
                publisher = self.organizations.draw()
                publishers.append(publisher)
            day = max(day, opened) + datetime.timedelta(days=self.stream.choice((0, 0, 1, 1, 2, 5, 9)))
            while (day, publisher.id) in taken:
                day += datetime.timedelta(days=1)
            taken.add((day, publisher.id))
            sequences[publisher.id] = sequences.get(publisher.id, 0) + 1
            notices.append(self.notice(number, day, publisher, processor, cause, opened, sequences[publisher.id]))
        self.earlier_cases.append(number)
        notices.sort(key=lambda notice: (notice.published, notice.publisher.id))
        return notices

    def notice(self, number, day, publisher, processor, cause, opened, sequence):
        """One notice of a publisher on a case."""
        stream = self.stream
        unit, counter = stream.choice(words.UNITS)
        count = int(10 ** stream.uniform(0.5, 5.5))
        fill = Slots(stream, opened, {
            "org": publisher.name, "other": processor.name, "system": stream.choice(words.SYSTEMS),
            "subject": stream.choice(words.SUBJECTS), "department": stream.choice(words.DEPARTMENTS),
            "year": day.year, "count": count, "counter": counter, "number": stream.randint(100, 99999),
            "host": f"{publisher.id}.example",
        })
        data = stream.sample(words.DATA, stream.randint(2, 7))
        fill["data"] = "、".join(label for _, label in data)
        fill["data2"] = stream.choice(words.DATA)[1]
        notice = Notice(number, day, publisher, cause=cause[0])
        notice.title = stream.choice(cause[1]).format_map(fill) + (f"（第{sequence}報）" if sequence > 1 else "")
        notice.summary = stream.choice(words.OPENINGS).format_map(fill)
        notice.disclosure = stream.choice(("confirmed", "potential", "potential", "none", "unknown"))
        notice.secondary_damage = stream.choice(("none_confirmed", "none_confirmed", "possible", "unknown"))
        notice.sequence = sequence
        notice.release_type = "initial" if sequence == 1 else stream.choice(("follow_up", "follow_up", "final"))
        notice.tags = self.tags.draw_several(stream.randint(1, 5))
        notice.parties = self.parties(publisher, processor, fill)
        notice.figures = self.figures(data, count, unit, fill, opened)
        notice.timeline = self.timeline(fill, opened, day)
        notice.source = f"https://www.{publisher.id}.example/news/{day:%Y/%m%d}-{fill['number']}.html"
        notice.blocks = self.body(cause, fill, notice)
        return notice

    def parties(self, publisher, processor, fill):
        parties = [(publisher, "controller", "")]
        if processor != publisher:
            parties.append((processor, "processor", f"{fill['subject']}の入力、印刷、発送の業務"))
        for _ in range(self.stream.choice((0, 0, 0, 1, 1, 2, 3))):
            other = self.organizations.draw()
            if all(other != party for party, _, _ in parties):
                parties.append((other, self.stream.choice(ROLES), ""))
        return parties

    def figures(self, data, count, unit, fill, opened):
        figures = []
        for place in range(self.stream.choice((0, 1, 1, 1, 2, 2, 4))):
            figures.append(
                Figure(
                    subject=self.stream.choice(words.SUBJECTS) if place else fill["subject"],
                    count=count if place == 0 else self.stream.randint(1, count),
                    unit=unit,
                    qualifier=self.stream.choice(("exact", "exact", "about", "at_most")),
                    data=[kind for kind, _ in data] if place == 0 else [kind for kind, _ in data[:2]],
                    as_of=opened + datetime.timedelta(days=self.stream.randint(0, 9)),
                    superseded=place > 1,
                )
            )
        return figures

    def timeline(self, fill, opened, day):
        count = self.stream.choice((0, 2, 3, 3, 4, 5, 7))
        events = sorted(self.stream.sample(range(len(words.EVENTS)), count))
        span = max(1, (day - opened).days)
        timeline = []
        for step, number in enumerate(events):
            event, note = words.EVENTS[number]
            when = opened + datetime.timedelta(days=min(span, step * span // max(1, count)))
            timeline.append(Event(when, event, note.format_map(fill)))
        return timeline

    def body(self, cause, fill, notice):
        """The text: an opening, then the usual sections, some with a list or a table."""
        stream = self.stream

        def paragraph(stock, count):
            return "".join(sentence.format_map(fill) for sentence in stream.sample(stock, count))

        blocks = [("paragraph", notice.summary + paragraph(cause[2], stream.randint(1, 2)))]
        blocks.append(("heading", stream.choice(words.HEADINGS["scope"])))
        blocks.append(("paragraph", paragraph(words.SCOPE, stream.randint(2, 4))))
        if notice.figures and stream.random() < 0.4:
            rows = [("情報", "件数")] + [(figure.subject, f"{figure.count:,}件") for figure in notice.figures]
            blocks.append(("table", (f"{notice.publisher.name}が示した件数", rows)))
        blocks.append(("heading", stream.choice(words.HEADINGS["cause"])))
        blocks.append(("paragraph", paragraph(cause[2], 1) + paragraph(words.CAUSE_NOTES, stream.randint(1, 3))))
        blocks.append(("heading", stream.choice(words.HEADINGS["response"])))
        blocks.append(("paragraph", paragraph(words.RESPONSE, stream.randint(2, 4))))
        if self.earlier_cases and stream.random() < 0.15:
            blocks.append(("reference", stream.choice(self.earlier_cases[-500:])))
        blocks.append(("heading", stream.choice(words.HEADINGS["prevention"])))
        measures = [sentence.format_map(fill) for sentence in stream.sample(words.PREVENTION, stream.randint(2, 4))]
        blocks.append(("list", measures) if stream.random() < 0.6 else ("paragraph", "".join(measures)))
        return blocks
