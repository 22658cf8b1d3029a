"""Traps of marking: what looks like an undertaking and is none, negations, dates that date something else."""

import pytest

from aide_memoire.reading import read
from aide_memoire.records import Statement
from tests.reading.test_reader import MISREAD, commitments, document


@pytest.mark.parametrize(
    "text",
    [
        "Until the North shows that it will give up its weapons, Seoul stands firm.",
        "Reporters asked whether Japan would join the pact.",
        pytest.param("An official who declined to be named spoke in Seoul.", marks=MISREAD),
        "A source in Tokyo, asking not to be identified, spoke of a quarrel.",
        pytest.param("Britain believes that Iran will leave the treaty.", marks=MISREAD),
        "Germany reported its plan to the Council.",
        pytest.param("France has committed many errors in Mali.", marks=MISREAD),
        "The visit offers a unique opportunity to Japan.",
        "You know you will be killed in Iran.",
    ],
)
def test_traps(text: str) -> None:
    assert [(s.act, s.text) for s in commitments(text) if s.core] == []


def test_hope_for_another_is_an_expectation_and_not_core() -> None:
    (statement,) = commitments("Iran hopes that Japan will respond sincerely.")
    assert (statement.act, statement.core) == ("expectation", False)
    assert statement.holder is not None
    assert statement.holder.country == "JPN"


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Seoul has no plan to call off the drill.", "call"),
        ("Japan has no intention of leaving the pact.", "leaving"),
        ("Norway won’t send troops to Mali.", "send"),
        ("Norway won't send troops to Mali.", "send"),
        ("Russia will no longer observe the treaty.", "observe"),
        ("Canada will never recognise the annexation.", "recognise"),
    ],
)
def test_negation_is_kept(text: str, head: str) -> None:
    assert [(s.head.text, s.polarity) for s in commitments(text)] == [(head, "negative")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Japan will build the workplace of tomorrow.", marks=MISREAD),
        "Canada will build on today's progress with Mexico.",
        pytest.param("Israel will release the prisoners taken after 7 October 2020.", marks=MISREAD),
        "Seoul will uphold the 19 September military agreement.",
    ],
)
def test_a_date_of_something_else_is_no_deadline(text: str) -> None:
    assert [s.due for s in commitments(text)] == [None]


def test_pending_is_a_condition_only_before_what_is_awaited() -> None:
    dues: list[Statement] = commitments("Japan will use the channel to discuss pending issues with China.")
    assert [s.condition for s in dues] == [None]


def test_a_clause_ends_before_its_conjunction() -> None:
    for statement in commitments(
        "China would, it said, continue to talk with Japan and will also open an office in Oslo."
    ):
        assert not statement.text.endswith(" and")


def test_a_hyphenated_head_and_name_stay_whole() -> None:
    reading = read(document("Kim Jong-un pledged to re-open the office and to co-operate with Seoul."))
    made = [s for s in reading.statements if s.kind == "commitment"]
    assert {s.head.text for s in made} <= {"re-open", "co-operate"}
    assert all(s.holder is not None and s.holder.text == "Kim Jong-un" for s in made)
    assert made


def test_a_group_that_the_holder_is_in_means_the_other() -> None:
    (statement,) = commitments("The Unification Ministry will improve inter-Korean relations this year.")
    assert [actor.country for actor in statement.counterparts] == ["PRK"]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        pytest.param(
            "Seoul will ask the National Assembly to ratify the declaration.",
            "ask the National Assembly to ratify the declaration",
            marks=MISREAD,  # the head is "ratify", which the annotators take as well
        ),
        ("Japan will send an envoy to Hanoi once talks resume.", "send an envoy to Hanoi"),
        ("Japan will open an office in Oslo, the ministry said.", "open an office in Oslo"),
    ],
)
def test_the_action_is_a_whole_phrase(text: str, action: str) -> None:
    assert [s.action for s in commitments(text)] == [action]


def test_a_very_long_text_is_read_in_slices_with_exact_places() -> None:
    text = "Japan will send an envoy to Hanoi.\n\n" * 1500
    statements = read(document(text)).statements
    assert len(statements) == 1500
    assert all(text[s.start : s.end] == s.text for s in statements)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Palestinian sources said the crossing will be opened on Tuesday.", marks=MISREAD),
        "The ruling Liberal Democratic Party and the government agreed to reopen the border with Russia.",
    ],
)
def test_nobody_is_bound_where_it_cannot_be_told_who(text: str) -> None:
    assert [s.holder for s in commitments(text) if s.holder is not None] == []
