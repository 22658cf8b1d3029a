"""The day of the event that a deadline hangs on: only of the very event, and of none where reports differ."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aide_memoire.following import date_due, follow, iter_dated
from aide_memoire.following.anchor_day import find_anchor_day
from aide_memoire.ledger import Ledger, open_ledger
from aide_memoire.records import AnchorDay, LinkedStatement, Occurrence, Statement
from tests.ledger.builders import reading, source, state, statement

AT = "2021-02-01T09:00:00Z"
RATIFIES = "withdraw within 30 days of ratification of the Halden Treaty"
THIRTY: dict[str, Any] = {"after": "ratification of the Halden Treaty", "relation": "within", "offset": "P30D"}


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(str(tmp_path / "ledger.db")) as opened:
        yield opened


def made(action: str, published: str | None = "2021-01-21", **given: Any) -> LinkedStatement:
    one = statement(action, **given)
    head: dict[str, Any] = {"source": "made.txt", "title": None, "publisher": None, "url": None}
    return LinkedStatement(
        effect="makes", reason="", score=1.0, statement=one, document="made", published=published, **head
    )


def told(
    action: str, when: str | None = "2021-05-09", published: str | None = "2021-05-10", **given: Any
) -> Occurrence:
    """An event whose head is the first word of its text, or another one that is given by `head`."""
    one = happened(action, when, **given)
    head: dict[str, Any] = {"source": "told.txt", "title": None, "publisher": None, "url": None}
    return Occurrence(statement=one, document=f"told {published}", published=published, **head)


def happened(action: str, when: str | None = "2021-05-09", **given: Any) -> Statement:
    return statement(action, kind="event", act=None, when=when, **given)


def day_of(found: AnchorDay | None) -> str | None:
    return found.edtf if found is not None else None


@pytest.mark.parametrize(
    ("action", "event", "report"),
    [
        (RATIFIES, "ratification of the Halden Treaty", "ratified the Halden Treaty in the morning"),
        (
            "pay once the Halden Treaty takes effect",
            "the Halden Treaty takes effect",
            "entered into force: the Halden Treaty",
        ),
        ("pay after the signing of the Lund Accord", "signing of the Lund Accord", "signed the Lund Accord"),
        ("send engineers after the Lisbon summit", "Lisbon summit", "held the Lisbon summit"),
        ("talk after the end of the Lisbon talks", "end of the Lisbon talks", "concluded the talks in Lisbon"),
        (
            "reopen once the border watch team is set up",
            "the border watch team is set up",
            "set up a border watch team",
        ),
        ("build it once Oslo approves the dam", "Oslo approves the dam", "approved the dam near Oslo"),
    ],
)
def test_the_very_event_is_found(action: str, event: str, report: str) -> None:
    one = told(report)
    assert find_anchor_day(made(action, after=event), [one]) == AnchorDay(edtf="2021-05-09/..", occurrence=one)


@pytest.mark.parametrize(
    ("action", "event", "report"),
    [
        (RATIFIES, "ratification of the Halden Treaty", "ratified the Lund Accord"),
        (RATIFIES, "ratification of the Halden Treaty", "signed the Halden Treaty"),
        (RATIFIES, "ratification of the Halden Treaty", "approved a plan for ratification of the Halden Treaty"),
        ("withdraw after ratification", "ratification", "ratified the Halden Treaty"),
        ("send engineers after the summit", "summit", "held a summit"),
        ("send engineers after the Lisbon summit", "Lisbon summit", "put off the Lisbon summit"),
        ("pay once the deal is signed", "the deal is signed", "signed a deal"),
        ("pay once they sign it", "they sign it", "signed it"),
        ("talk after the end of the Lisbon talks", "end of the Lisbon talks", "began the talks in Lisbon"),
    ],
)
def test_what_is_alike_is_not_the_event(action: str, event: str, report: str) -> None:
    assert find_anchor_day(made(action, after=event), [told(report)]) is None


def test_the_same_named_instrument_tells_which_event_is_meant() -> None:
    one = made("withdraw after ratification", after="ratification", under="Halden Treaty")
    assert day_of(find_anchor_day(one, [told("ratified it", under="Halden Treaty")])) == "2021-05-09/.."
    assert find_anchor_day(one, [told("ratified it", under="Lund Accord")]) is None


def test_an_event_without_a_name_is_one_of_the_same_party() -> None:
    one = made("reopen once the border watch team is set up", after="the border watch team is set up")
    assert find_anchor_day(one, [told("set up a border watch team", holder=state("NOR"))]) is None


@pytest.mark.parametrize(
    ("published", "when", "found"),
    [
        ("2021-01-21", "2021-01-21", True),
        ("2021-01-21", "2021-01-20", False),
        ("2021-01-21", "2021-05-21", True),
        ("2021-01-21", "2021-05-22", False),
        ("2021-01", "2021-01-20", True),
        (None, "2021-05-09", False),
    ],
)
def test_of_what_is_held_again_and_again_the_next_is_meant(published: str | None, when: str, found: bool) -> None:
    one = made("send engineers after the Lisbon summit", published, after="Lisbon summit")
    assert (find_anchor_day(one, [told("held the Lisbon summit", when)]) is not None) is found


def test_what_a_named_instrument_did_before_counts() -> None:
    one = made("withdraw after ratification", after="ratification", under="Halden Treaty")
    assert find_anchor_day(one, [told("ratified it", "2020-12-01", under="Halden Treaty")]) is not None


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["2021-05-09"], "2021-05-09/2021-06-08"),
        (["2021-05", "2021-05-09"], "2021-05-09/2021-06-08"),
        (["2021-05-09", "2021-05-10"], None),
        (["2021-05-09", "2021-06"], None),
        (["2021-05"], None),
        (["2021-05-09", None], "2021-05-09/2021-06-08"),
        ([None], None),
        (["2021-05/.."], None),
        ([], None),
    ],
)
def test_reports_of_two_days_leave_it_open(days: list[str | None], expected: str | None) -> None:
    reports = [told("ratified the Halden Treaty", day) for day in days]
    assert day_of(find_anchor_day(made(RATIFIES, **THIRTY), reports)) == expected


def test_the_report_that_was_published_first_is_given() -> None:
    reports = [told("ratified the Halden Treaty", published=day) for day in ("2021-05-12", "2021-05-10", "2021-05-11")]
    found = find_anchor_day(made(RATIFIES, **THIRTY), reports)
    assert found is not None
    assert found.occurrence.published == "2021-05-10"


REPORTS = [
    told("ratified the Halden Treaty", when, published)
    for when in ("2021-05-09", "2021-05", "2021", "2021-05-10")
    for published in ("2021-05-10", "2021-06-01", None)
]


@given(st.lists(st.sampled_from(REPORTS), max_size=5), st.randoms())
def test_the_order_of_reports_does_not_matter(reports: list[Occurrence], random: Any) -> None:
    shuffled = [*reports]
    random.shuffle(shuffled)
    assert find_anchor_day(made(RATIFIES, **THIRTY), reports) == find_anchor_day(made(RATIFIES, **THIRTY), shuffled)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_words_are_compared(event: str, report: str) -> None:
    find_anchor_day(made(f"pay after {event} x", after=f"{event} x"), [told(report + " x")])


def test_a_deadline_with_a_date_of_its_own_is_left_alone() -> None:
    assert find_anchor_day(made("pay in May", due="2021-05"), [told("ratified the Halden Treaty")]) is None


def test_the_ledger_answers_with_what_had_been_published_and_read(ledger: Ledger) -> None:
    plan = reading("plan", [statement(RATIFIES, **THIRTY)])
    report = reading("report", [happened("ratified the Halden Treaty")], published="2021-05-12")
    denied = reading("denied", [happened("ratified the Halden Treaty", "2021-05-20", polarity="negative")])
    alleged = reading("alleged", [happened("ratified the Halden Treaty", "2021-05-21", modality="alleged")])
    for number, one in enumerate([plan, report, denied, alleged], start=1):
        ledger.add(source(one), one, at=f"2021-06-0{number}T09:00:00Z")
        follow(ledger, one.document.id, at=AT)
    assert [day_of(one.anchor_day) for one in iter_dated(ledger, as_of=date(2021, 5, 11))] == [None]
    assert [one.due_edtf for one in iter_dated(ledger, as_of=date(2021, 5, 12))] == ["2021-05-09/2021-06-08"]
    known = date(2021, 6, 1)
    assert [one.due_edtf for one in iter_dated(ledger, as_of=date(2021, 7, 1), known_at=known)] == [None]
    (commitment,) = ledger.iter_commitments()
    assert date_due(ledger, commitment).due_edtf == "2021-05-09/2021-06-08"


def test_events_are_not_asked_for_where_no_deadline_hangs_on_one(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = reading("plan", [statement("restore the hotlines", due="2021-05")])
    ledger.add(source(one), one, at=AT)
    follow(ledger, "plan", at=AT)
    monkeypatch.delattr(Ledger, "iter_occurrences")
    (commitment,) = iter_dated(ledger)
    assert date_due(ledger, commitment) == commitment
