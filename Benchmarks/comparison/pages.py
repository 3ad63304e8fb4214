"""What a page shows, in a form in which the pages of two generators can be compared."""

from html.parser import HTMLParser

VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


class Page(HTMLParser):
    """The page as a row of elements and texts, white space apart.

    Within `class="prose"`, which a Markdown renderer writes its own way, only texts and links count. The entries of
    `class="timeline"` are sorted: on a page of several notices, generators order those of one day differently.
    """

    def __init__(self, html):
        super().__init__()
        self.pieces = []
        self.prose = 0  # how many elements are open from the one with the class on
        self.timeline = 0  # the same for that class
        self.entries = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if self.timeline == 1 and tag == "li":
            self.entries.append([])
        if not self.prose:
            self.add("<" + " ".join([tag, *(f'{key}="{value}"' for key, value in sorted(attributes.items()))]) + ">")
        elif "href" in attributes:
            self.add(f'<{tag} href="{attributes["href"]}">')
        if tag not in VOID:
            self.prose += bool(self.prose) or attributes.get("class") == "prose"
            self.timeline += bool(self.timeline) or attributes.get("class") == "timeline"

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if self.timeline == 1:
            self.pieces += [piece for entry in sorted(self.entries) for piece in entry]
            self.entries = []
        self.prose = max(0, self.prose - 1)
        self.timeline = max(0, self.timeline - 1)

    def handle_data(self, data):
        text = " ".join(data.split())
        if text:
            self.add(text)

    def add(self, piece):
        (self.entries[-1] if self.timeline and self.entries else self.pieces).append(piece)
