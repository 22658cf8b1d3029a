"""The fold from effects to an assessment: each published rule, and that silence and restating change nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aide_memoire.following.assess import assess
from aide_memoire.records import Assessment, Effect, LinkedStatement
from tests.ledger.builders import statement


def linked(*effects: Effect, published: str = "2021-01-{:02}") -> list[LinkedStatement]:
    """A commitment's statements with these effects, each of another document and day."""
    return [
        LinkedStatement(
            effect=effect,
            reason="",
            score=1.0,
            statement=statement("restore the hotlines"),
            document=f"d{number}",
            source=f"d{number}",
            title=None,
            publisher=None,
            url=None,
            published=published.format(number + 1),
        )
        for number, effect in enumerate(effects)
    ]


@pytest.mark.parametrize(
    ("effects", "assessment"),
    [
        (["makes"], "announced"),
        (["makes", "restates", "restates"], "announced"),
        (["makes", "advances"], "in_progress"),
        (["makes", "advances", "restates"], "in_progress"),
        (["makes", "partly_fulfils"], "partly_fulfilled"),
        (["makes", "partly_fulfils", "advances"], "partly_fulfilled"),
        (["makes", "partly_fulfils", "delays"], "partly_fulfilled"),
        (["makes", "fulfils"], "fulfilled"),
        (["makes", "fulfils", "partly_fulfils"], "fulfilled"),
        (["makes", "fulfils", "supersedes"], "fulfilled"),
        (["makes", "delays"], "stalled"),
        (["makes", "delays", "advances"], "in_progress"),
        (["makes", "suspends"], "stalled"),
        (["makes", "fulfils", "suspends"], "set_back"),
        (["makes", "fulfils", "sets_back"], "set_back"),
        (["makes", "fulfils", "sets_back", "fulfils"], "fulfilled"),
        (["makes", "sets_back", "advances"], "in_progress"),
        (["makes", "fulfils", "breaks"], "broken"),
        (["makes", "withdraws"], "withdrawn"),
        (["makes", "supersedes"], "superseded"),
        (["makes", "disputes"], "disputed"),
    ],
)
def test_each_rule(effects: list[Effect], assessment: Assessment) -> None:
    assert assess(linked(*effects)).assessment == assessment


def test_the_statement_that_decided_is_named() -> None:
    assert assess(linked("makes", "advances", "restates", "fulfils", "restates")).decided_by == 3
    assert assess(linked("makes", "restates")).decided_by == 0


def test_contrary_reports_of_one_day_are_disputed() -> None:
    statements = linked("makes", "fulfils", "breaks", published="2021-01-01")
    assert assess(statements).assessment == "disputed"


@given(st.lists(st.sampled_from(["advances", "fulfils", "delays", "breaks", "supersedes"]), max_size=6))
def test_restating_changes_nothing(effects: list[Effect]) -> None:
    spread: list[Effect] = ["makes"]
    for effect in effects:
        spread += ["restates", effect]
    assert assess(linked(*spread)).assessment == assess(linked("makes", *effects)).assessment
