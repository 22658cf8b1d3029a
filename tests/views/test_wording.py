from datetime import date

import pytest

from aide_memoire.records import TimeState
from aide_memoire.views.wording import count, last_day, times, word_date, word_due, word_time_state


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2022", "2022"),
        ("2022-05", "May 2022"),
        ("2022-05-03", "3 May 2022"),
        ("2022-21", "spring 2022"),
        ("2022-33", "the first quarter of 2022"),
        ("2022-41", "the second half of 2022"),
        ("2022~", "2022 (approximate)"),
        ("2022-05?", "May 2022 (uncertain)"),
        ("202X", "2020–2029 (year unknown)"),
        ("19XX", "1900–1999 (year unknown)"),
        ("2022-XX", "2022 (month unknown)"),
        ("2022-05-XX", "May 2022 (day unknown)"),
        ("2021-06-09T15:30:00Z", "9 June 2021, 15:30 UTC"),
        ("2021-06-09T15:30+09:00", "9 June 2021, 15:30 UTC+09:00"),
        ("/2022-05", "until May 2022"),
        ("2021-06-09/2021-06-16", "between 9 and 16 June 2021"),
        ("2021-06-09/2021-07-16", "between 9 June and 16 July 2021"),
        ("2024-07/2024-12", "between July and December 2024"),
        ("2021-05-14/2026-05", "between 14 May 2021 and May 2026"),
        ("2006-12-22/2007-07", "between 22 December 2006 and July 2007"),
        ("2013/2015", "between 2013 and 2015"),
        ("2012/2015-10", "between 2012 and October 2015"),
        ("2022-05~/2022-06", "between May 2022 (approximate) and June 2022"),
        ("2005-11-14/..", "from 14 November 2005 on"),
        ("2005-11-14/", "from 14 November 2005, end unknown"),
        ("2022-13", "2022-13"),
        ("2022-99-01", "2022-99-01"),
        ("Y17000", "Y17000"),
        ("/", "/"),
        ("[2021,2022]", "[2021,2022]"),
        ("not a date", "not a date"),
    ],
)
def test_word_date(edtf: str, words: str) -> None:
    assert word_date(edtf) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("/2022-05", "by May 2022"),
        ("../2022-05-03", "by 3 May 2022"),
        ("2022", "in 2022"),
        ("2022-05", "in May 2022"),
        ("2022-05-03", "on 3 May 2022"),
        ("2022-05-03?", "on 3 May 2022 (uncertain)"),
        ("2022-05-XX", "in May 2022 (day unknown)"),
        ("2022-22", "in summer 2022"),
        ("2021-06-09T15:30", "on 9 June 2021, 15:30"),
        ("2024-07/2024-12", "between July and December 2024"),
        ("2005-11-14/..", "from 14 November 2005 on"),
        ("Y17000", "Y17000"),
    ],
)
def test_word_due(edtf: str, words: str) -> None:
    assert word_due(edtf) == words


@pytest.mark.parametrize(
    ("state", "edtf", "words"),
    [
        ("no_deadline", None, "no deadline"),
        ("upcoming", "/2022-05", "upcoming"),
        ("due", "/2022-05", "due now, until 31 May 2022"),
        ("due", "2005-11-14/..", "since 14 November 2005, open-ended"),
        ("overdue", "/2022-05", "overdue since 1 June 2022"),
        ("overdue", "2021-12-31", "overdue since 1 January 2022"),
    ],
)
def test_word_time_state(state: TimeState, edtf: str | None, words: str) -> None:
    assert word_time_state(state, edtf) == words


@pytest.mark.parametrize(
    ("edtf", "day"),
    [
        ("/2022-05", date(2022, 5, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2022-40", date(2022, 6, 30)),
        ("2005-11-14/..", None),
        ("no date", None),
    ],
)
def test_last_day(edtf: str, day: date | None) -> None:
    assert last_day(edtf) == day


def test_counts_agree_with_their_nouns() -> None:
    assert [count(number, "line") for number in (0, 1, 2000)] == ["0 lines", "1 line", "2,000 lines"]
    assert [times(number) for number in (1, 2)] == ["once", "2 times"]
