"""The results as one Markdown table."""

import statistics

from .measuring import median

HEAD = "| notices | on | what | wall s | CPU s | memory MB | files | MB | ÷ Casebook | ÷ `cp -r` |"
RULE = "| ---: | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"


def ratio(runs, others, figure=lambda run: run.wall):
    """The median of the ratios of runs that were made in the same turn."""
    pairs = list(zip(runs, others))
    return statistics.median(figure(run) / figure(other) for run, other in pairs) if pairs else None


def row(notices, place, contender, extent, cold, copy):
    """One line of the table."""
    if contender.trouble:
        return f"| {notices:,} | {place} | {contender.name} | {contender.trouble} | | | | | | |"
    took = median(contender.runs)
    files, size = extent
    ratios = [ratio(contender.runs, other.runs) for other in (cold, copy)]
    cells = [
        f"{notices:,}", place, contender.name, f"{took.wall:.2f}", f"{took.cpu:.2f}", f"{took.memory / 1e6:.0f}",
        f"{files:,}", f"{size / 1e6:.0f}", *(f"{value:.2f}" if value is not None else "" for value in ratios),
    ]
    return f"| {' | '.join(cells)} |"


def targets(results):
    """What the issues ask for, and what stands beside it, for every size and place that was measured."""
    lines = []
    for (notices, place), by_name in results.items():
        cold = by_name["Casebook"]
        for what, name, over, figure, bound in RATIOS:
            other, base = by_name.get(name), by_name.get(over)
            if other and base and other.runs and base.runs:
                value = ratio(other.runs, base.runs, figure)
                lines.append(f"| {what} | {notices:,} | {place} | {value:.2f} | {bound} |")
        smaller = results.get((notices // 10, place))
        if smaller and cold.runs and smaller["Casebook"].runs:
            now, then = median(cold.runs), median(smaller["Casebook"].runs)
            size = f"{notices:,} ÷ {notices // 10:,}"
            lines.append(f"| wall | {size} | {place} | {now.wall / then.wall:.2f} | ≤ 11 |")
            lines.append(f"| peak memory | {size} | {place} | {now.memory / then.memory:.2f} | ≤ 11 |")
            copies = [chosen[COPY].runs for chosen in (by_name, smaller)]
            if all(copies):
                now, then = map(median, copies)
                lines.append(f"| `cp -r`, wall | {size} | {place} | {now.wall / then.wall:.2f} | |")
    return ["| what | notices | on | measured | aim at 10,000 on tmpfs |", "| --- | ---: | --- | ---: | ---: |", *lines]


COPY = "`cp -r` of its output"
RATIOS = [
    ("Hugo ÷ Casebook, wall", "Hugo", "Casebook", lambda run: run.wall, "≥ 10"),
    ("Casebook ÷ `cp -r`, wall", "Casebook", COPY, lambda run: run.wall, "≤ 1.3"),
    ("Casebook ÷ Hugo, peak memory", "Casebook", "Hugo", lambda run: run.memory, "≤ 0.125"),
    ("warm after one edit ÷ cold, wall", "Casebook, warm, one edit", "Casebook", lambda run: run.wall, "≤ 0.35"),
    ("all but gzip ÷ pages and search, wall", "Casebook, own templates, all but gzip", "Casebook, own templates, with search", lambda run: run.wall, "≤ 2"),
    ("all but gzip ÷ pages alone, wall", "Casebook, own templates, all but gzip", "Casebook, own templates", lambda run: run.wall, ""),
    ("everything on ÷ Hugo, wall", "Casebook, own templates, everything on", "Hugo", lambda run: run.wall, "≤ 0.35"),
]
