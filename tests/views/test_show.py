from aide_memoire.records import Commitment
from aide_memoire.views.context import find_context
from aide_memoire.views.show import show_commitment
from tests.views import builders
from tests.views.test_terminal import lay_out


def test_every_statement_stands_in_its_context_with_its_cells() -> None:
    shown = lay_out(show_commitment(builders.ferry_commitment(), builders.DOCUMENTS.get), width=200)
    for row in (
        "commitment aaaa1111bbbb, 2 statements",
        "1. made: The Daily Sound: “Ferry line to reopen”, 1 March 2021",
        "2. restated: North Wire: “Ministry repeats pledge”, 9 June 2021",
        "  The Ministry of Transport said on Monday ⟦it would reopen the ferry line to Norway by May next year once "
        "the harbour is dredged⟧.",
        "  due           by May 2022 (“by May next year”) [characters 82–98]",
        "  why           cue:would",
        "  reader        score 0.80",
        "  link          restates: same holder and act",
        "  attribution   said by Ministry of Transport (DNK) [characters 0–25]",
    ):
        assert row in shown.splitlines()


def test_a_clause_that_is_not_where_it_is_said_to_be_is_not_highlighted() -> None:
    moved = builders.document("Other words. " + builders.FERRY)
    shown = lay_out(show_commitment(builders.fees_commitment(), {"doc1": moved}.get))
    assert "The clause was not found in the document as stored: “Denmark will lower port fees”." in shown
    assert "Denmark [not found in the document]" in shown


def test_a_missing_document_is_named() -> None:
    shown = lay_out(show_commitment(builders.fees_commitment(), lambda _: None))
    assert "The document doc1 was not found; the clause is “Denmark will lower port fees”." in shown


def test_context_is_the_paragraph_cut_at_words() -> None:
    text = f"Before.\n{'word ' * 100}the clause{' word' * 100}\nAfter."
    where = builders.document(text)
    start = text.index("the clause")
    context = find_context(where, start, start + 10)
    assert context.clause == "the clause"
    assert context.before.startswith("… word ") and context.before.endswith("word ")
    assert context.after.startswith(" word") and context.after.endswith("word …")
    assert "Before" not in context.before and "After" not in context.after


def test_a_clause_over_two_paragraphs_keeps_both() -> None:
    text = "One said:\nit will\n\ngo on. End."
    where = builders.document(text)
    statement = builders.statement(text, "it will\n\ngo on", "go", action="go on")
    commitment = Commitment(id="one", statements=(builders.linked(statement, where),))
    assert "⟦it will go on⟧. End." in lay_out(show_commitment(commitment, {"doc1": where}.get))


def test_the_event_that_the_deadline_hangs_on_is_shown_with_its_day() -> None:
    shown = lay_out(show_commitment(builders.anchored_history(), builders.find_document))
    assert "  event         “the harbour is dredged” on 9 March 2022" in shown
