from datetime import date

import pytest
from msgspec.structs import replace

from aide_memoire.records import Commitment
from aide_memoire.views.explain import iter_steps, show_explanation
from tests.views import builders
from tests.views.test_terminal import lay_out

HISTORY = builders.ferry_history(
    builders.told("restates", "2021-05-01"),
    builders.told("partly_fulfils", "2021-06-01"),
    builders.told("fulfils", "2021-07-01"),
    builders.told("restates", "2021-08-01"),
)


def explain(commitment: Commitment, as_of: date = builders.DAY) -> list[str]:
    return lay_out(show_explanation(commitment, builders.find_document, as_of=as_of), width=200).splitlines()


def test_the_steps_are_the_assessments_of_the_beginnings() -> None:
    steps = list(iter_steps(HISTORY))
    assert [step.after.assessment for step in steps] == [
        "announced",
        "announced",
        "partly_fulfilled",
        "fulfilled",
        "fulfilled",
    ]
    assert [step.before for step in steps] == [None, *(step.after for step in steps[:-1])]


def test_every_statement_stands_with_its_effect_score_reason_quote_report_and_what_it_changed() -> None:
    shown = explain(HISTORY)
    for row in (
        "pledge: reopen the ferry line",
        "commitment eeee3333ffff, 5 statements, as of 2 June 2022",
        "1. made: The Daily Sound: “Ferry line to reopen”, 1 March 2021",
        "  effect        makes",
        "  afterwards    announced",
        "2. restated: Wire: “Ferry line to reopen”, 1 May 2021",
        "  afterwards    announced, as before",
        "  effect        partly fulfils",
        "  link          score 0.70: same holder and act",
        "  quote         “… the ferry line to Norway is open again …”",
        "  afterwards    partly fulfilled; before it, announced",
        "  afterwards    fulfilled; before it, partly fulfilled",
        "  afterwards    fulfilled, as before",
    ):
        assert row in shown


def test_the_end_says_what_decided_it_and_where_it_stands_in_time() -> None:
    shown = explain(HISTORY)
    end = shown[shown.index("What it amounts to") :]
    assert end[2:8] == [
        "  assessment    fulfilled",
        "  decided by    statement 4, which no later one changes",
        "  quote         “… the ferry line to Norway is open again …”",
        "  report        Wire: “Ferry line to reopen”, 1 July 2021",
        "  due           by May 2022 (“by May next year”)",
        "  time state    overdue since 1 June 2022",
    ]


def test_without_evidence_the_making_statement_decides() -> None:
    shown = explain(builders.fees_commitment())
    assert "  decided by    statement 1, which makes it; none after it decides anything" in shown
    assert "  time state    no deadline" in shown


@pytest.mark.parametrize(
    ("published", "words"),
    [
        ("2021-07-01", "disputed; before it, fulfilled. It says the contrary of statement 2, reported on the same day"),
        ("2021-07-02", "broken; before it, fulfilled"),
    ],
)
def test_why_two_reports_of_one_day_dispute_each_other_is_said(published: str, words: str) -> None:
    history = builders.ferry_history(builders.told("fulfils", "2021-07-01"), builders.told("breaks", published))
    assert f"  afterwards    {words}" in explain(history)


def test_a_second_step_of_the_same_kind_decides_anew() -> None:
    history = builders.ferry_history(builders.told("advances", "2021-06-01"), builders.told("advances", "2021-07-01"))
    shown = explain(history)
    assert "  afterwards    in progress, as before, and now by this statement" in shown
    assert "  decided by    statement 3, which no later one changes" in shown


def test_a_link_without_a_reason_has_its_score() -> None:
    made = replace(builders.fees_commitment().statements[0], reason="")
    assert "  link          score 0.70" in explain(Commitment(id="one", statements=(made,)))


def test_the_event_that_the_deadline_hangs_on_stands_at_the_end() -> None:
    shown = explain(builders.anchored_history())
    assert any(
        row.startswith("  event         “the harbour is dredged” on 9 March 2022 (“The harbour") for row in shown
    )
    assert "  time state    overdue since 9 April 2022" in shown
