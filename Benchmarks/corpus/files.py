"""What the writers of the four sites share: files, YAML values, and Markdown."""

import json
import os
import re


def write(path, text):
    """Writes a file, and its folder where that is missing."""
    try:
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        write(path, text)


def quoted(value):
    """A value as YAML reads it: JSON is YAML."""
    return json.dumps(value, ensure_ascii=False, default=str)


def document(front_matter, body):
    """A Markdown file: one line of front matter for each key, then the text."""
    lines = "".join(f"{key}: {quoted(value)}\n" for key, value in front_matter.items())
    return f"---\n{lines}---\n\n{body}\n"


def markdown(blocks, table, reference):
    """Markdown of a notice's blocks; tables and references to cases are written by the functions given."""
    parts = []
    for kind, content in blocks:
        if kind == "heading":
            parts.append(f"## {content}")
        elif kind == "list":
            parts.append("\n".join(f"- {item}" for item in content))
        elif kind == "table":
            parts.append(table(*content))
        elif kind == "reference":
            parts.append(f"{reference(content)}と似た経過をたどっています。")
        else:
            parts.append(content)
    return "\n\n".join(parts)


def pipe_table(caption, rows):
    """A table in the pipe syntax of GitHub, which all peers know."""
    head, *rest = ["| " + " | ".join(row) + " |" for row in rows]
    rule = "|" + " --- |" * len(rows[0])
    return "\n".join([caption, "", head, rule, *rest])


def linked(text):
    """The text with its bare addresses in angle brackets, for renderers that link only those."""
    return re.sub(r"https://\S+", r"<\g<0>>", text)


def case_link(number):
    return f"[#{number}](/incidents/{number}/)"


def notice_url(notice):
    return f"/incidents/{notice.case}/{notice.slug}/"
