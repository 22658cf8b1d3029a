from typing import Any

import pytest

from aide_memoire.records import Actor, Commitment, Effect, LinkedStatement
from aide_memoire.views.disagreements import iter_conflicts
from aide_memoire.views.lines import iter_lines
from tests.views import builders

DENMARK = {"id": "DNK", "name": "Denmark", "country": "DNK", "kind": "state"}
TRANSPORT = {"id": "DNK/transport", "name": "Ministry of Transport", "country": "DNK", "kind": "ministry"}
DEFENCE = {"id": "DNK/defence", "name": "Ministry of Defence", "country": "DNK", "kind": "ministry"}
PREMIER = {"id": "DNK/premier", "name": "the premier", "country": "DNK", "kind": "person"}
NORWAY = {"id": "NOR", "name": "Norway", "country": "NOR", "kind": "state"}
SWEDEN = {"id": "SWE", "name": "Sweden", "country": "SWE", "kind": "state"}
BOTH = {"id": "DNK+NOR", "name": "both", "members": ("DNK", "NOR"), "kind": "group"}


def actor(cells: dict[str, Any]) -> Actor:
    return builders.actor(builders.FERRY, None, via="implicit", **cells)


def sides(commitment: Commitment) -> dict[str, list[tuple[str, list[str]]]]:
    """What it disagrees on, with the value of each side and the effects of its statements."""
    found = iter_conflicts(iter_lines([commitment], as_of=builders.DAY))
    return {
        one.on: [(side.value, [linked.effect for linked in side.statements]) for side in one.sides]
        for conflict in found
        for one in conflict.disagreements
    }


def again(published: str, effect: Effect = "restates", **given: Any) -> LinkedStatement:
    return builders.told(effect, published, **given)


@pytest.mark.parametrize(
    ("one", "other", "disagree"),
    [
        (TRANSPORT, TRANSPORT, False),
        (DENMARK, TRANSPORT, False),
        (PREMIER, TRANSPORT, False),
        (TRANSPORT, DEFENCE, True),
        (DENMARK, NORWAY, True),
        (TRANSPORT, NORWAY, True),
        (BOTH, NORWAY, False),
        (BOTH, TRANSPORT, False),
        (BOTH, SWEDEN, True),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_two_holders_disagree_where_they_cannot_both_be_meant(
    one: dict[str, Any], other: dict[str, Any], disagree: bool, turned: bool
) -> None:
    first, second = (other, one) if turned else (one, other)
    commitment = builders.ferry_history(again("2021-06-01", holder=actor(second)), holder=actor(first))
    assert ("holder" in sides(commitment)) is disagree


def test_each_side_has_all_who_say_so() -> None:
    later = [again(f"2021-06-{day:02}", holder=actor(who)) for day, who in ((1, NORWAY), (2, DENMARK), (3, NORWAY))]
    assert sides(builders.ferry_history(*later, holder=actor(DENMARK))) == {
        "holder": [("Denmark", ["makes", "restates"]), ("Norway", ["restates", "restates"])]
    }


def test_who_reports_that_it_was_done_says_not_who_undertook_it() -> None:
    commitment = builders.ferry_history(again("2021-06-01", "fulfils", holder=actor(NORWAY)), holder=actor(DENMARK))
    assert sides(commitment) == {}


@pytest.mark.parametrize(
    ("one", "other", "disagree"),
    [
        ("/2022-05", "/2022-05", False),
        ("/2022-05", "2022-05-03", False),
        ("/2022-05", "2022", False),
        ("/2022-05", "/2022-09", True),
        ("2022-05", "2022-06", True),
        ("2022-05-01/2022-05-10", "2022-05-10", False),
        ("2022-05-01/2022-05-10", "2022-05-11", True),
        ("2022-05/..", "2024", False),
        ("2022-05/..", "2021", True),
        ("/2022-05", None, False),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_two_dues_disagree_where_they_share_no_day(one: str, other: str | None, disagree: bool, turned: bool) -> None:
    first, second = (other, one) if turned else (one, other)
    later = again("2021-06-01", due=builders.due(second))
    expected = {"due": [(first, ["makes"]), (second, ["restates"])]} if disagree else {}
    assert sides(builders.ferry_history(later, due=builders.due(first))) == expected


@pytest.mark.parametrize(("effect", "disagree"), [("supersedes", True), ("restates", True), ("advances", False)])
def test_only_what_says_the_undertaking_gives_a_due(effect: Effect, disagree: bool) -> None:
    assert ("due" in sides(builders.ferry_history(again("2021-06-01", effect, due=builders.due("2024"))))) is disagree


def test_a_due_that_agrees_with_all_is_no_side() -> None:
    dues = [again(f"2021-06-{day:02}", due=builders.due(edtf)) for day, edtf in ((1, "2022"), (2, "2022-06"))]
    assert sides(builders.ferry_history(*dues))["due"] == [("/2022-05", ["makes"]), ("2022-06", ["restates"])]


@pytest.mark.parametrize(
    ("one", "other", "disagree"),
    [
        ("fulfils", "breaks", True),
        ("breaks", "fulfils", True),
        ("fulfils", "withdraws", True),
        ("partly_fulfils", "breaks", True),
        ("partly_fulfils", "fulfils", False),
        ("advances", "delays", False),
        ("fulfils", "suspends", False),
    ],
)
def test_contrary_reports_near_each_other_disagree(one: Effect, other: Effect, disagree: bool) -> None:
    def make(last: str) -> Commitment:
        return builders.ferry_history(builders.told(one, "2021-06-01"), builders.told(other, last))

    assert sides(make("2021-07-01")) == ({"outcome": [(one, [one]), (other, [other])]} if disagree else {})
    assert sides(make("2021-07-02")) == {}


def test_a_document_does_not_disagree_with_itself() -> None:
    done, broken = builders.told("fulfils", "2021-06-01"), builders.told("breaks", "2021-06-02")
    same = builders.linked(
        done.statement, builders.document(builders.FERRY, id=broken.document, published="2021-06-02"), "fulfils"
    )
    assert sides(builders.ferry_history(same, broken)) == {}


def test_what_is_disputed_stands_with_what_it_disputes() -> None:
    later = builders.told("advances", "2021-05-01"), builders.told("disputes", "2022-01-01")
    assert sides(builders.ferry_history(*later)) == {
        "outcome": [("advances", ["advances"]), ("disputes", ["disputes"])]
    }
    assert sides(builders.ferry_history(later[1])) == {"outcome": [("makes", ["makes"]), ("disputes", ["disputes"])]}


def test_two_who_dispute_it_are_one_side() -> None:
    later = builders.told("disputes", "2022-01-01"), builders.told("disputes", "2022-03-01")
    assert sides(builders.ferry_history(*later)) == {
        "outcome": [("makes", ["makes"]), ("disputes", ["disputes", "disputes"])]
    }


def test_what_was_settled_after_a_dispute_is_none() -> None:
    later = builders.told("disputes", "2021-05-01"), builders.told("fulfils", "2022-01-01")
    assert sides(builders.ferry_history(*later)) == {}


def test_reports_of_one_day_that_say_the_contrary_are_two_sides() -> None:
    later = builders.told("fulfils", "2021-06-01"), builders.told("breaks", "2021-06-01")
    assert sides(builders.ferry_history(*later)) == {"outcome": [("fulfils", ["fulfils"]), ("breaks", ["breaks"])]}
