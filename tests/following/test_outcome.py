"""What an event makes of a commitment by its cells alone."""

from datetime import date
from typing import Any

import pytest

from aide_memoire.following.agreement import Passage
from aide_memoire.following.bearing import TOLD, bearing
from aide_memoire.following.outcome import outcome, outcome_keys
from aide_memoire.records import Span
from tests.ledger.builders import state, statement

NOR, SWE, DNK = state("NOR"), state("SWE"), state("DNK")


def passage(action: str, head: str, day: str, **given: Any) -> Passage:
    text = given.pop("text", action)
    at = text.index(head)
    said = statement(
        action, text=text, end=len(text), head=Span(text=head, start=at, end=at + len(head)), **{"holder": NOR, **given}
    )
    return Passage(statement=said, title=None, around=text, published=date.fromisoformat(day))


def event(action: str, head: str, day: str = "2022-03-01", **given: Any) -> Passage:
    return passage(action, head, day, kind="event", act=None, **{"counterparts": (), **given})


LINES = passage("restore the hotlines", "restore", "2021-01-21", counterparts=(SWE,))
PACT = passage("uphold the skerry convention", "uphold", "2021-01-21", counterparts=())


@pytest.mark.parametrize(
    ("made", "told", "effect"),
    [
        (LINES, event("reopen the communication lines", "reopen"), "fulfils"),
        (LINES, event("reopen the communication lines", "reopen", polarity="negative"), "delays"),
        (LINES, event("sever the communication lines", "sever", holder=SWE), "sets_back"),
        (LINES, event("answer calls over the liaison lines", "answer", holder=SWE, polarity="negative"), "sets_back"),
        (PACT, event("suspend a clause of the skerry convention", "suspend"), "suspends"),
        (PACT, event("renounce the skerry convention", "renounce"), "withdraws"),
        (
            passage("take back", "take", "2021-01-21", text="the skerries that Norway will take back", counterparts=()),
            event("take back the skerries", "take", polarity="negative"),
            "delays",
        ),
    ],
)
def test_what_it_makes_of_it(made: Passage, told: Passage, effect: str) -> None:
    assert outcome(made, told) == effect
    assert outcome_keys(made.statement) & outcome_keys(told.statement)
    found = bearing(made, told)
    assert found is not None
    assert (found.effect, found.score) == (effect, TOLD)


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (LINES, event("reopen the embassy", "reopen")),
        (LINES, event("reopen the communication lines", "reopen", holder=DNK)),
        (LINES, event("reopen the communication lines", "reopen", counterparts=(DNK,))),
        (LINES, event("reopen the communication lines", "reopen", when="2020-05-01")),
        (LINES, event("reopen the first communication lines", "reopen")),
        (LINES, event("sever the communication lines", "sever", holder=DNK)),
        (PACT, event("uphold the skerry convention", "uphold")),
        (PACT, event("suspend the skerry convention", "suspend", holder=SWE)),
        (PACT, event("suspend the customs union", "suspend")),
    ],
    ids=[
        "another thing", "another side", "another counterpart", "before it was made", "a part of it", "cut by others",
        "kept up is not done", "suspended by another", "another pact",
    ],
)  # fmt: skip
def test_what_says_nothing_of_it(made: Passage, told: Passage) -> None:
    assert outcome(made, told) is None
