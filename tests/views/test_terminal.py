import io

from rich.console import Console, RenderableType

from aide_memoire.records import Commitment, DateConflict
from aide_memoire.views.briefing import brief
from aide_memoire.views.terminal import show_briefing
from tests.views import builders


def lay_out(renderable: RenderableType, width: int = 100) -> str:
    console = Console(file=io.StringIO(), width=width, markup=False, emoji=False, highlight=False)
    with console.capture() as capture:
        console.print(renderable)
    return "\n".join(line.rstrip() for line in capture.get().splitlines())


BRIEFING = brief(
    [builders.ferry_commitment(), builders.fees_commitment()], builders.DOCUMENTS.get, by="holder", as_of=builders.DAY
)


def test_a_line_shows_every_cell_in_plain_words() -> None:
    shown = lay_out(show_briefing(BRIEFING))
    for row in (
        "Commitments as of 2 June 2022, by holder",
        "2 commitments from 2 documents; 1 deadline has passed",
        "pledge: reopen the ferry line [aaaa1111]",
        "  holder        Ministry of Transport (DNK)",
        "  counterpart   Norway",
        "  instrument    Skagerrak Accord",
        "  condition     “once the harbour is dredged”",
        "  due           by May 2022 (“by May next year”); overdue since 1 June 2022",
        "  attribution   said by a senior ministry official (“added”)",
        "  quote         “… Denmark will lower port fees”",
        "  report        The Daily Sound: “Ferry line to reopen”, 1 March 2021",
        "  assessment    announced; nothing seen since 9 June 2021",
        "  later         restated once, last 9 June 2021, North Wire",
        "  due           no deadline",
        "  date          1 March 2021 (from the metadata)",
    ):
        assert row in shown.splitlines()


def test_it_fits_and_loses_no_word_when_narrow() -> None:
    for width in (40, 100):
        shown = lay_out(show_briefing(BRIEFING), width)
        assert max(map(len, shown.splitlines())) <= width
        quote = builders.ferry_statement().text
        assert set(quote.split()) <= set(shown.replace("“", " ").replace("”", " ").split())


def test_an_unknown_date_of_report_is_said_to_be() -> None:
    undated = builders.document(builders.FERRY, published=None, publisher=None, title=None)
    commitment = Commitment(id="one", statements=(builders.linked(builders.fees_statement(), undated),))
    shown = lay_out(show_briefing(brief([commitment], {"doc1": undated}.get, by="holder", as_of=builders.DAY)))
    assert "publisher unknown: untitled, date of report unknown" in shown


def test_an_inferred_and_disputed_date_is_said_to_be() -> None:
    conflict = DateConflict(text="March 1, 2022", edtf="2022-03-01", why="a Tuesday, the text says Monday")
    doubtful = builders.document(builders.FERRY, basis="inferred", conflicts=(conflict,))
    commitment = Commitment(id="one", statements=(builders.linked(builders.fees_statement(), doubtful),))
    shown = lay_out(
        show_briefing(brief([commitment], {"doc1": doubtful}.get, by="holder", as_of=builders.DAY)), width=200
    )
    assert "1 March 2021 (date inferred; date disputed: “March 1, 2022”: a Tuesday, the text says Monday)" in shown
    assert "“March 1, 2022” would give 1 March 2022. A Tuesday, the text says Monday." in shown
