"""Text from a page is data: in every format it comes out as text."""

import json
import re
from datetime import date

import msgspec
import pytest
from markdown_it import MarkdownIt
from rich.cells import cell_len

from aide_memoire.records import Briefing, Commitment, DateConflict, Document, Due, Furniture, Metadata, Reading, Warn
from aide_memoire.views.briefing import brief
from aide_memoire.views.disagreements import iter_conflicts
from aide_memoire.views.disagreements_text import show_conflicts
from aide_memoire.views.due import list_due, show_due
from aide_memoire.views.explain import show_explanation
from aide_memoire.views.html import write_html
from aide_memoire.views.lines import iter_lines
from aide_memoire.views.markdown import write_markdown
from aide_memoire.views.news import Narrowed
from aide_memoire.views.reading import show_reading
from aide_memoire.views.show import show_commitment
from aide_memoire.views.terminal import show_briefing
from aide_memoire.views.watch import show_watch, watch
from tests.views import builders
from tests.views.pages import Page
from tests.views.test_terminal import lay_out

EVIL = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[red]not red[/red] [link=file:///etc/passwd]here[/link]",
    "[click](javascript:alert(1)) ![x](http://evil.example/x.png)",
    '"><a href="javascript:alert(1)">x</a>',
    "\u202eesrever\u202c and \u200fsalam",
    "\x1b]0;title\x07\x1b[2J\x9b31m",
    "</style></div></span></article><base href=//evil.example>",
    "{{ 7 * 7 }} {% raw %} {# x #}",
    ":smile: & &lt;b&gt; &#x6a;",
    "x" * 3000,
    "| a | b |\n|---|---|\n# heading\n- item\n```",
)


def poison(evil: str) -> tuple[Commitment, Document]:
    """A commitment each of whose texts is evil."""
    text = f"{evil} will act {evil} at once."
    where = builders.document(
        text,
        title=evil,
        publisher=evil,
        byline=evil,
        language=evil,
        source=evil,
        url=f"javascript:alert(1)//{evil}",
        conflicts=(DateConflict(text=evil, edtf=evil, why=evil),),
        furniture=(Furniture(text=evil, reason=evil),),
    )
    holder = builders.actor(text, evil, country="NOR", name=f"the {evil}")
    due = Due(text=evil, start=0, end=len(evil), edtf=builders.DAY.isoformat())
    made = builders.statement(
        text, f"{evil} will act {evil}", "act", holder=holder, counterparts=(holder,), action=evil, why=(evil,), due=due
    )
    first, later = (
        msgspec.structs.replace(builders.linked(made, where, effect), reason=evil) for effect in ("makes", "disputes")
    )
    return Commitment(id=f"id{evil}"[:40], statements=(first, later)), where


def make(evil: str) -> Briefing:
    commitment, where = poison(evil)
    return brief([commitment], {where.id: where}.get, by="holder", as_of=builders.DAY, since=date(2021, 1, 1))


@pytest.mark.parametrize("evil", EVIL)
def test_html_has_the_tags_and_addresses_of_a_harmless_page(evil: str) -> None:
    harmless, page = Page(write_html(make("harmless"))), Page(write_html(make(evil)))
    assert page.tags == harmless.tags
    assert [re.sub(r"-\d+-\d+", "", name) for name in page.ids] == [
        re.sub(r"-\d+-\d+", "", name) for name in harmless.ids
    ]
    assert page.attributes <= harmless.attributes
    assert page.open == []
    assert not [given for given, _ in page.links if not str(given["href"]).startswith("#")]
    assert all(page.under[address] == words for address, words in page.quotes())
    assert len(page.quotes()) == 2


@pytest.mark.parametrize("evil", EVIL)
def test_terminal_shows_it_as_it_is_without_controls(evil: str) -> None:
    commitment, where = poison(evil)
    warnings = (Warn(code=evil, message=evil),)
    reading = Reading(document=where, statements=(commitment.making,), warnings=warnings)
    find, day = {where.id: where}.get, builders.DAY
    conflicts = list(iter_conflicts(iter_lines([commitment], as_of=day)))
    assert conflicts, "what is evil shows nowhere"
    for renderable in (
        show_briefing(make(evil)),
        show_due(list_due([commitment], as_of=day, until=day), find),
        show_watch(watch([commitment], as_of=day, until=day, silent_since=day), find),
        show_conflicts(conflicts, find, as_of=day),
        show_explanation(commitment, find, as_of=day),
        show_commitment(commitment, {where.id: where}.get),
        show_reading(reading, given=Metadata()),
    ):
        shown = lay_out(renderable)
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
        assert max(map(cell_len, shown.splitlines())) <= 100
        if "[red]" in evil:
            assert "[red]not red[/red]" in shown


def token_types(markdown: str) -> list[str]:
    """What a Markdown parser sees, in order, without the text itself."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    types = []
    for token in parser.parse(markdown):
        types += [child.type for child in token.children or [token] if child.type not in ("text", "text_special")]
    return types


@pytest.mark.parametrize("evil", EVIL)
def test_markdown_leaves_no_markup_unescaped(evil: str) -> None:
    written = write_markdown(make(evil))
    harmless = write_markdown(make("harmless"))
    assert token_types(written) == token_types(harmless)
    assert not re.search(r"(?<!\\):(?=//)|(?<!\\)@|\bwww\.", written), "an address would become a link"
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", written)


@pytest.mark.parametrize("evil", EVIL)
def test_json_gives_the_text_back(evil: str) -> None:
    briefing = make(evil)
    encoded = msgspec.json.encode(briefing)
    assert json.loads(encoded)["documents"][0]["text"] == briefing.documents[0].text
    assert msgspec.json.decode(encoded, type=Narrowed) == briefing
    assert b"\x1b" not in encoded
