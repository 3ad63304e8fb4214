"""The JSON-LD of every page is read by a parser of JSON-LD, and says what the page is."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from rdflib import RDF, Graph, Namespace, URIRef

from support.site import Site
from support.tally import Tally

# What the parser of rdflib uses of rdflib is deprecated by rdflib itself.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

SCHEMA = Namespace("https://schema.org/")
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def graph_of(file: Path) -> Graph | None:
    """The statements of a page; None where it makes none.

    The context is named by its address, which a test cannot ask; the vocabulary that it stands for is put in its place.
    """
    scripts = SCRIPT.findall(file.read_text(encoding="utf-8"))
    assert len(scripts) <= 1, file
    if not scripts:
        return None
    document = json.loads(scripts[0])
    assert document["@context"] == "https://schema.org"
    document["@context"] = {"@vocab": str(SCHEMA)}
    return Graph().parse(data=json.dumps(document), format="json-ld")


def kind_of(path: str) -> URIRef | None:
    """The type that the page at a path must have, by the form of the path."""
    forms = {
        r"index\.html": SCHEMA.WebSite,
        r"incidents/\d{4}-\d{3,}/index\.html": SCHEMA.Report,
        r"incidents/\d{4}-\d{3,}/[^/]+/index\.html": SCHEMA.Article,
        r"articles/(?!page/)[^/]+/index\.html": SCHEMA.Article,
        r"data/index\.html": SCHEMA.Dataset,
    }
    return next((kind for form, kind in forms.items() if re.fullmatch(form, path)), None)


def test_pages_say_what_they_are(site: Site, tally: Tally) -> None:
    origin = site.base_url.removesuffix("/").removesuffix(site.base_path.rstrip("/"))
    for file in site.files("index.html"):
        text = file.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' in text:
            continue
        graph = graph_of(file)
        tally.saw("structured data")
        kind = kind_of(file.relative_to(site.output).as_posix())
        if kind:
            assert graph is not None, file
            assert (URIRef(origin + site.url_path(file)), RDF.type, kind) in graph, file


def test_the_way_to_a_page_ends_at_the_page(real_site: Site) -> None:
    origin = real_site.base_url.removesuffix("/").removesuffix(real_site.base_path.rstrip("/"))
    seen = 0
    for file in real_site.files("index.html"):
        graph = graph_of(file)
        steps = list(graph.subject_objects(SCHEMA.position)) if graph else []
        if not steps:
            continue
        seen += 1
        ordered = [graph.value(step, SCHEMA.item) for step, _ in sorted(steps, key=lambda pair: int(pair[1]))]
        assert [int(position) for _, position in sorted(steps, key=lambda pair: int(pair[1]))] == list(
            range(1, len(steps) + 1)
        )
        assert str(ordered[-1]) == origin + real_site.url_path(file)
    assert seen > 20
