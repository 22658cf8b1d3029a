from datetime import date

import pytest
from msgspec.structs import replace

from aide_memoire.records import Commitment, Effect
from aide_memoire.views.watch import Watch, show_watch, watch
from tests.views import builders
from tests.views.test_terminal import lay_out

AS_OF, UNTIL, SINCE = date(2022, 6, 2), date(2022, 8, 31), date(2021, 6, 2)


def look(*commitments: Commitment, since: date = SINCE) -> Watch:
    return watch(commitments, as_of=AS_OF, until=UNTIL, silent_since=since)


def silent(*commitments: Commitment, since: date = SINCE) -> list[str]:
    return [line.commitment.id for line in look(*commitments, since=since).silent]


def make(*told: tuple[Effect, str], id: str = "one") -> Commitment:
    later = [builders.told(effect, published) for effect, published in told]
    return replace(builders.ferry_history(*later, due=None), id=id)


@pytest.mark.parametrize(
    ("effect", "is_listed"),
    [
        ("restates", True),
        ("advances", True),
        ("delays", True),
        ("suspends", True),
        ("partly_fulfils", True),
        ("sets_back", True),
        ("fulfils", False),
        ("breaks", False),
        ("withdraws", False),
        ("supersedes", False),
        ("disputes", False),
    ],
)
def test_what_is_open_falls_silent(effect: Effect, is_listed: bool) -> None:
    assert silent(make((effect, "2021-06-01"))) == ["one"] * is_listed


@pytest.mark.parametrize(("last", "is_listed"), [("2021-06-01", True), ("2021-06-02", False), ("2021-06", False)])
def test_the_last_report_counts_and_not_the_first(last: str, is_listed: bool) -> None:
    assert silent(make(("restates", last))) == ["one"] * is_listed


def test_the_longest_silence_comes_first() -> None:
    one, two = make(("restates", "2021-05-02"), id="a"), make(("restates", "2021-05-01"), id="b")
    assert silent(one, two, make(id="c")) == ["c", "b", "a"]


def test_a_report_without_a_date_says_nothing_of_how_long_ago_it_was() -> None:
    undated = builders.linked(builders.fees_statement(), builders.document(builders.FERRY, published=None))
    assert silent(Commitment(id="one", statements=(undated,))) == []


def test_each_stands_once_and_what_is_settled_nowhere() -> None:
    soon = replace(builders.ferry_history(due=builders.due("2022-07")), id="soon")
    overdue = replace(builders.ferry_history(due=builders.due("2022-05")), id="overdue")
    late = builders.told("fulfils", "2022-06-01")
    done = [
        replace(builders.ferry_history(late, due=builders.due(edtf)), id=f"done {edtf}")
        for edtf in ("2022-07", "2022-05")
    ]
    found = look(soon, overdue, make(id="silent"), *done)
    parts = [[line.commitment.id for line in part] for part in (found.soon, found.overdue, found.silent)]
    assert parts == [["soon"], ["overdue"], ["silent"]]


def test_it_is_laid_out_in_three_parts() -> None:
    shown = lay_out(show_watch(look(builders.ferry_history(), make(id="cccc2222dddd")), builders.find_document))
    rows = [
        "Commitments to watch as of 2 June 2022",
        "Due from 2 June 2022 to 31 August 2022: none",
        "Overdue, and not reported as fulfilled, withdrawn or superseded: 1 commitment",
        "pledge: reopen the ferry line [eeee3333]",
        "Open, and nothing seen since 2 June 2021: 1 commitment",
        "pledge: reopen the ferry line [cccc2222]",
    ]
    assert [row for row in shown.splitlines() if row in rows] == rows
