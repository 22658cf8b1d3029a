from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aide_memoire.dates import bounds, day_of, is_edtf, to_edtf_day
from aide_memoire.errors import DateError

BOUNDS = [
    ("2021", date(2021, 1, 1), date(2021, 12, 31)),
    ("2021-02", date(2021, 2, 1), date(2021, 2, 28)),
    ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
    ("2021-01-21", date(2021, 1, 21), date(2021, 1, 21)),
    ("/2022-05", None, date(2022, 5, 31)),
    ("../2022-05", None, date(2022, 5, 31)),
    ("2025/..", date(2025, 1, 1), None),
    ("2025/", date(2025, 1, 1), None),
    ("2021-06-08/2024-06-08", date(2021, 6, 8), date(2024, 6, 8)),
    ("2024-07/2024-12", date(2024, 7, 1), date(2024, 12, 31)),
    ("2023-21", date(2023, 3, 1), date(2023, 5, 31)),
    ("2023-22", date(2023, 6, 1), date(2023, 8, 31)),
    ("2023-23", date(2023, 9, 1), date(2023, 11, 30)),
    ("2023-24", date(2023, 1, 1), date(2024, 2, 29)),
    ("2023-33", date(2023, 1, 1), date(2023, 3, 31)),
    ("2023-36", date(2023, 10, 1), date(2023, 12, 31)),
    ("2023-41", date(2023, 7, 1), date(2023, 12, 31)),
    ("2021~", date(2021, 1, 1), date(2021, 12, 31)),
    ("2007-01-01~", date(2007, 1, 1), date(2007, 1, 1)),
    ("2021-05?", date(2021, 5, 1), date(2021, 5, 31)),
    ("199X", date(1990, 1, 1), date(1999, 12, 31)),
    ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
    ("000X", date(1, 1, 1), date(9, 12, 31)),
]

NO_EDTF = [
    "", "/", "..", "../..", "May 2022", "2022-13",
    "2022-02-30", "21-01-2021", "2022-00", "0000", "2021-1-2", "2022/2021",
    "2021-01-21T10:00:00Z", "2021-21-03", "２０２１", "2021\n", "20211", "2021-44",
]  # fmt: skip


@pytest.mark.parametrize(("edtf", "first", "last"), BOUNDS)
def test_bounds(edtf: str, first: date | None, last: date | None) -> None:
    assert bounds(edtf) == (first, last)
    assert is_edtf(edtf)


@pytest.mark.parametrize("text", NO_EDTF)
def test_what_is_no_date_is_refused_by_name(text: str) -> None:
    assert not is_edtf(text)
    with pytest.raises(DateError, match="no EDTF date"):
        bounds(text)


@pytest.mark.parametrize(
    ("edtf", "day"),
    [("2021-01-21", date(2021, 1, 21)), ("2021-01", None), ("/2021-01-21", None), ("2021-01-21/2021-01-21", None)],
)
def test_a_day_is_one_only_where_the_source_gave_one(edtf: str, day: date | None) -> None:
    assert day_of(edtf) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021-01-21T10:00:00Z", "2021-01-21"),
        ("2021-01-21T10:00:00.123+09:00", "2021-01-21"),
        ("2021-01-21 10:00", "2021-01-21"),
        (" 2021-01-21 ", "2021-01-21"),
        ("2021-01", "2021-01"),
    ],
)
def test_a_datetime_is_cut_to_its_day(text: str, day: str) -> None:
    assert to_edtf_day(text) == day


@pytest.mark.parametrize("text", ["yesterday", "2021-02-30T10:00:00Z", "21/01/2021"])
def test_other_text_is_not_cut(text: str) -> None:
    with pytest.raises(DateError):
        to_edtf_day(text)


@given(st.text(alphabet="0123456789-/.X~?% T:Z", max_size=30))
def test_any_text_has_bounds_or_is_refused(text: str) -> None:
    if is_edtf(text):
        first, last = bounds(text)
        assert first is None or last is None or first <= last
    else:
        with pytest.raises(DateError):
            bounds(text)


@given(st.dates())
def test_a_day_is_its_own_bounds(day: date) -> None:
    assert bounds(day.isoformat()) == (day, day)
