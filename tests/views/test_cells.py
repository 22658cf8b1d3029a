import pytest
from msgspec.structs import replace

from aide_memoire.records import Attribution, LinkedStatement
from aide_memoire.views.cells import (
    list_cells,
    list_line_cells,
    list_unstated,
    word_assessment,
    word_attribution,
    word_copies,
    word_headline,
    word_later,
    word_report,
    word_score,
)
from aide_memoire.views.lines import state_line
from tests.views import builders


@pytest.mark.parametrize(
    ("given", "headline"),
    [
        ({"act": "pledge"}, "pledge: reopen the ferry line"),
        ({"act": "refusal"}, "refusal: reopen the ferry line"),
        ({"act": "pledge", "polarity": "negative"}, "pledge: not reopen the ferry line"),
        ({"act": "pledge", "polarity": "negative", "action": "not raise fees"}, "pledge: not raise fees"),
        ({"act": None}, "act unknown: reopen the ferry line"),
        ({"kind": "event", "act": None}, "reopen the ferry line"),
        ({"kind": "event", "act": None, "polarity": "negative"}, "did not happen: reopen the ferry line"),
    ],
)
def test_the_headline_never_reads_as_more_than_was_said(given: dict[str, str], headline: str) -> None:
    assert word_headline(builders.ferry_statement(**given)) == headline


def test_a_name_that_the_text_does_not_use_stands_with_the_words_it_uses() -> None:
    resolved = builders.actor(builders.FERRY, "it", name="Ministry of Transport", country="DNK", via="reference")
    (holder, *_) = list_cells(builders.ferry_statement(holder=resolved))
    assert holder.words == "Ministry of Transport (DNK), “it”"


def test_an_implicit_holder_is_said_to_be() -> None:
    implicit = builders.actor(builders.FERRY, None, name="Denmark", country="DNK", kind="state", via="implicit")
    (holder, *_) = list_cells(builders.ferry_statement(holder=implicit))
    assert (holder.words, holder.note, holder.span) == ("Denmark", "implied, not named there", None)


def test_what_is_not_known_is_listed_and_never_filled() -> None:
    bare = builders.statement(builders.FERRY, "Denmark will lower port fees", "lower")
    assert [(cell.label, cell.words) for cell in list_cells(bare)] == [("due", "no deadline")]
    assert list_unstated(bare) == ("holder", "counterpart", "instrument", "condition")


def test_an_undated_deadline_keeps_its_words_alone() -> None:
    due = builders.ferry_statement().due
    assert due is not None
    undated = replace(due, edtf=None)
    cells = {cell.label: cell for cell in list_cells(builders.ferry_statement(due=undated), "no_deadline")}
    assert (cells["due"].words, cells["due"].note) == ("“by May next year”, date unknown", None)


@pytest.mark.parametrize(
    ("cue", "words"),
    [
        ("said", "said by Norway"),
        ("added", "said by Norway (“added”)"),
        (None, "said by Norway"),
    ],
)
def test_attribution(cue: str | None, words: str) -> None:
    source = builders.actor(builders.FERRY, "Norway", country="NOR", kind="state")
    span = builders.span(builders.FERRY, cue) if cue else None
    assert word_attribution(Attribution(source=source, cue=span)) == words


def test_an_unnamed_source_is_said_to_be() -> None:
    cue = builders.span(builders.FERRY, "added")
    assert word_attribution(Attribution(source=None, cue=cue)) == "said by an unresolved source (“added”)"


def test_later_statements_are_counted_by_effect() -> None:
    made, again = builders.ferry_commitment().statements
    late = builders.linked(again.statement, builders.document(builders.LATER, published=None, publisher=None), "delays")
    assert word_later((made, again, again, late)) == (
        "restated 2 times, last 9 June 2021, North Wire; delayed once, last date of report unknown, publisher unknown"
    )
    assert word_later((made,)) is None


def test_a_report_in_the_same_words_restates_nothing() -> None:
    made = builders.linked(builders.ferry_statement(), builders.document(builders.FERRY))
    reprint = builders.document(builders.FERRY, id="doc2", publisher="South Wire")
    copy = builders.linked(builders.ferry_statement(), reprint, "restates")
    assert word_later((made, copy)) == "the same words in South Wire"


@pytest.mark.parametrize(("score", "words"), [(0.8, "score 0.80"), (0.0, "not scored")])
def test_a_missing_score_is_not_a_low_one(score: float, words: str) -> None:
    assert word_score(builders.ferry_statement(score=score)) == words


@pytest.mark.parametrize(
    ("later", "words"),
    [
        ([], "announced; nothing seen since 1 March 2021"),
        (
            [builders.told("restates", "2021-06-01")],
            "announced; nothing seen since 1 June 2021",
        ),
        (
            [builders.told("partly_fulfils", "2021-06-01")],
            "partly fulfilled (“the ferry line to Norway is open again”, 1 June 2021)",
        ),
        (
            [builders.told("fulfils", "2021-06-01"), builders.told("restates", "2021-07")],
            "fulfilled (“the ferry line to Norway is open again”, 1 June 2021); nothing seen since July 2021",
        ),
    ],
)
def test_an_assessment_stands_with_what_decided_it_and_with_the_silence_after_it(
    later: list[LinkedStatement], words: str
) -> None:
    assert word_assessment(state_line(builders.ferry_history(*later), as_of=builders.DAY)) == words


def test_a_deadline_that_hangs_on_an_event_stands_with_the_day_of_it_and_the_report() -> None:
    cells = {cell.label: cell for cell in list_line_cells(state_line(builders.anchored_history(), as_of=builders.DAY))}
    assert (cells["due"].words, cells["due"].note) == (
        "by 8 April 2022 (“once the harbour is dredged”)",
        "overdue since 9 April 2022",
    )
    assert cells["event"].words == (
        "“the harbour is dredged” on 9 March 2022 (“The harbour was dredged on 9 March 2022”, "
        "North Wire, 10 March 2022)"
    )


def test_an_event_of_unknown_day_leaves_its_words() -> None:
    line = state_line(builders.anchored_history(None), as_of=builders.DAY)
    cells = {cell.label: cell for cell in list_line_cells(line)}
    assert line.time_state == "no_deadline"
    assert (cells["due"].words, cells["due"].note) == ("“once the harbour is dredged”, day of the event unknown", None)
    assert "event" not in cells


COPIES = [
    ((), ""),
    (("North Wire",), "; also in North Wire"),
    (("North Wire", "South Post", "North Wire"), "; also in North Wire (2), South Post"),
    ((None,), "; also in publisher unknown"),
]


@pytest.mark.parametrize(("publishers", "words"), COPIES)
def test_a_report_names_the_papers_that_printed_it_again(publishers: tuple[str | None, ...], words: str) -> None:
    copies = tuple(builders.copy(number, publisher) for number, publisher in enumerate(publishers))
    said = builders.linked(builders.ferry_statement(), builders.FERRY_DOCUMENT, copies=copies)
    assert word_copies(said) == words
    assert word_report(said, builders.FERRY_DOCUMENT).endswith(words)
