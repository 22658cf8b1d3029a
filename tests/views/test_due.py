from datetime import date

import msgspec
import pytest
from msgspec.structs import replace

from aide_memoire.records import Commitment, Effect
from aide_memoire.views.due import DueList, list_due, show_due
from tests.views import builders
from tests.views.test_terminal import lay_out

APRIL, JUNE = date(2022, 4, 1), date(2022, 6, 30)


def make(edtf: str | None, id: str = "one", *effects: Effect) -> Commitment:
    later = [builders.told(effect, f"2021-06-{day:02}") for day, effect in enumerate(effects, 1)]
    return replace(builders.ferry_history(*later, due=builders.due(edtf)), id=id)


def ids(due: DueList) -> tuple[list[str], list[str]]:
    return [line.commitment.id for line in due.soon], [line.commitment.id for line in due.overdue]


@pytest.mark.parametrize(
    ("edtf", "is_soon", "is_overdue"),
    [
        ("/2022-05", True, False),
        ("2022-05", True, False),
        ("2022-04-01", True, False),
        ("2022-06-30", True, False),
        ("2022-07-01", False, False),
        ("2022", False, False),  # until 31 December
        ("2021-06/2022-04", True, False),
        ("2022-03-31", False, True),
        ("2022-04/..", False, False),
        ("2019/..", False, False),
        (None, False, False),
    ],
)
def test_a_deadline_is_the_last_day_of_the_due(edtf: str | None, is_soon: bool, is_overdue: bool) -> None:
    due = list_due([make(edtf)], as_of=APRIL, until=JUNE)
    assert ids(due) == (["one"] if is_soon else [], ["one"] if is_overdue else [])


def test_what_has_no_deadline_is_neither() -> None:
    assert ids(list_due([builders.fees_commitment()], as_of=APRIL, until=JUNE)) == ([], [])


def test_both_lists_are_by_deadline() -> None:
    dues = {"d": "2022-06-01", "a": "2022-06-02", "c": "2022-06-01", "z": "2020", "y": "2021-12", "x": "2021-03"}
    due = list_due([make(edtf, id) for id, edtf in dues.items()], as_of=APRIL, until=JUNE)
    assert ids(due) == (["c", "d", "a"], ["z", "x", "y"])


@pytest.mark.parametrize(
    ("effect", "is_listed"),
    [
        ("restates", True),
        ("advances", True),
        ("partly_fulfils", True),
        ("breaks", True),
        ("disputes", True),
        ("fulfils", False),
        ("withdraws", False),
        ("supersedes", False),
    ],
)
def test_what_is_settled_is_not_overdue_but_its_deadline_comes_up(effect: Effect, is_listed: bool) -> None:
    assert ids(list_due([make("2022-01", "one", effect)], as_of=APRIL, until=JUNE)) == ([], ["one"] * is_listed)
    assert ids(list_due([make("2022-05", "one", effect)], as_of=APRIL, until=JUNE)) == (["one"], [])


def test_it_is_laid_out_with_what_it_takes_to_judge_it() -> None:
    listed = list_due(
        [make("/2022-05", "aaaa1111bbbb"), make("2021", "cccc1111dddd", "advances")], as_of=APRIL, until=JUNE
    )
    shown = lay_out(show_due(listed, builders.find_document)).splitlines()
    for row in (
        "Commitments due as of 1 April 2022",
        "Due from 1 April 2022 to 30 June 2022: 1 commitment",
        "pledge: reopen the ferry line [aaaa1111]",
        "  holder        Ministry of Transport (DNK)",
        "  due           by May 2022 (“by May next year”); upcoming",
        "  assessment    announced; nothing seen since 1 March 2021",
        "  report        The Daily Sound: “Ferry line to reopen”, 1 March 2021",
        "Overdue, and not reported as fulfilled, withdrawn or superseded: 1 commitment",
        "pledge: reopen the ferry line [cccc1111]",
        "  due           in 2021 (“by May next year”); overdue since 1 January 2022",
        "  assessment    in progress (“the ferry line to Norway is open again”, 1 June 2021)",
    ):
        assert row in shown
    assert "once the harbour is dredged”" in " ".join(" ".join(shown).split())
    assert shown.index("pledge: reopen the ferry line [aaaa1111]") < shown.index(
        "pledge: reopen the ferry line [cccc1111]"
    )


def test_an_unknown_holder_is_said_to_be_and_an_empty_list_to_be_empty() -> None:
    nobody = builders.ferry_history(holder=None)
    shown = lay_out(show_due(list_due([nobody], as_of=APRIL, until=JUNE), builders.find_document))
    assert "  holder        unknown" in shown
    assert "or superseded: none" in shown


def test_what_the_ledger_knew_on_a_day_is_said() -> None:
    listed = list_due([], as_of=APRIL, until=JUNE, known_at=date(2022, 5, 2))
    assert "from what the ledger had read by the end of 2 May 2022 (UTC)" in lay_out(show_due(listed, lambda _: None))
    assert msgspec.json.decode(msgspec.json.encode(listed), type=DueList) == listed


@pytest.mark.parametrize(("edtf", "found"), [("/2022-04-08", (["eeee3333ffff"], [])), (None, ([], []))])
def test_a_deadline_that_hangs_on_an_event_is_by_its_day(edtf: str | None, found: tuple[list[str], list[str]]) -> None:
    assert ids(list_due([builders.anchored_history(edtf)], as_of=APRIL, until=JUNE)) == found


def test_the_report_that_dates_the_event_is_shown() -> None:
    due = list_due([builders.anchored_history()], as_of=APRIL, until=JUNE)
    shown = " ".join(lay_out(show_due(due, builders.find_document)).split())
    assert "event “the harbour is dredged” on 9 March 2022 (“The harbour was dredged on 9 March 2022”" in shown
