"""Reads an HTML page back: the text under each address, its pieces joined, and the links with their words."""

from html.parser import HTMLParser

VOID = ("meta", "br", "link")


class Page(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.under: dict[str, str] = {}
        self.ids: list[str] = []
        self.links: list[tuple[dict[str, str | None], str]] = []
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.open: list[tuple[str, str | None]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        self.attributes |= set(given)
        name = given.get("id")
        if name is not None:
            self.ids.append(name)
        for one in (given.get("class") or "").split():
            name = one.removeprefix("rest-") if one.startswith("rest-") else name
        if tag == "a":
            self.links.append((given, ""))
        if tag not in VOID:
            self.open.append((tag, name))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        for name in {name for _, name in self.open if name is not None}:
            self.under[name] = self.under.get(name, "") + data
        if any(tag == "a" for tag, _ in self.open):
            attributes, words = self.links[-1]
            self.links[-1] = (attributes, words + data)

    def quotes(self) -> list[tuple[str, str]]:
        """The address and the words of each link that is a quote."""
        return [
            ((given["href"] or "").removeprefix("#"), words.strip())
            for given, words in self.links
            if given.get("class") == "quote-link"
        ]
