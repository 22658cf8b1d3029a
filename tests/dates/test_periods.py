"""One row a sentence: the period in it, with the words that make it one, on the day that it was written."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aide_memoire.dates import find_periods, is_edtf

THURSDAY = "2021-01-21"

# (text, the period's words, EDTF), all written on 2021-01-21 of something to come
FUTURE = [
    # by, no later than, before, until, through
    ("It will withdraw by May next year.", "by May next year", "/2022-05"),
    ("It will withdraw by 2050.", "by 2050", "/2050"),
    ("It will withdraw by 9 March 2031.", "by 9 March 2031", "/2031-03-09"),
    ("It will withdraw no later than June 2022.", "no later than June 2022", "/2022-06"),
    ("It will withdraw by Friday.", "by Friday", "/2021-01-22"),
    ("It will withdraw by June.", "by June", "/2021-06"),
    ("It will withdraw by the end of the year.", "by the end of the year", "/2021-12"),
    ("It will withdraw by the end of next year.", "by the end of next year", "/2022-12"),
    ("It will withdraw by the end of May.", "by the end of May", "/2021-05"),
    ("It will withdraw by mid-2022.", "by mid-2022", "/2022-06"),
    ("It will withdraw by early 2022.", "by early 2022", "/2022"),
    ("It will withdraw by the end of 2022 at the latest.", "by the end of 2022 at the latest", "/2022-12"),
    ("It will withdraw by next summer.", "by next summer", "/2021-08"),
    ("It will withdraw before June.", "before June", "/2021-05"),
    ("It will withdraw before 2030.", "before 2030", "/2029"),
    ("It will withdraw before the end of this year.", "before the end of this year", "/2021-12"),
    ("It will withdraw ahead of April's elections.", "ahead of April", "/2021-04"),
    ("The truce holds until 9 March.", "until 9 March", "/2021-03-09"),
    ("The truce holds until the end of 2025.", "until the end of 2025", "/2025-12"),
    ("The aid is paid through 2025.", "through 2025", "2021-01-21/2025"),
    ("They set a March 1 deadline.", "March 1", "/2021-03-01"),
    # no day of the calendar
    ("It will withdraw by 32 March 2022.", "by 32 March 2022", None),
    ("It will withdraw by March 32, 2022.", "by March 32, 2022", None),
    ("It will withdraw by 31 June.", "by 31 June", None),
    ("It will withdraw by Monday, June 31, at the latest.", "by Monday, June 31", None),
    ("It will withdraw by 30 February 2022.", "by 30 February 2022", None),
    ("It will withdraw by 0 March.", "by 0 March", None),
    ("It will withdraw by the 45th of March.", "by the 45th of March", None),
    ("It will withdraw by 12 March 99999.", "by 12 March 99999", None),
    ("It will meet on 30-31 June.", "on 30-31 June", None),
    ("It will withdraw by the 5th quarter of 2022.", "by the 5th quarter of 2022", None),
    ("It will withdraw in the third half of 2022.", "in the third half of 2022", None),
    ("It will withdraw by the 40th day of March 2022.", "by the 40th day of March 2022", None),
    ("It will withdraw in Q9 2022.", "in Q9 2022", None),
    ("In March 40 envoys will meet.", "In March", "2021-03"),
    ("In June 31 states will sign.", "In June", "2021-06"),
    ("In March 3,500 troops will leave.", "In March", "2021-03"),
    ("By May 40 to 50 envoys will leave.", "By May", "/2021-05"),
    ("It will withdraw by the year 2030.", "by the year 2030", "/2030"),
    # from, after, since, starting, between
    ("The tariff applies from 1 March.", "from 1 March", "2021-03-01/.."),
    ("The tariff applies after June 1, 2025.", "after June 1, 2025", "2025-06-01/.."),
    ("It will stay in force beyond March 15, 2024.", "beyond March 15, 2024", "2024-03-15/.."),
    ("The tariff applies starting 1 March.", "starting 1 March", "2021-03-01"),
    ("The aid is paid starting next month.", "starting next month", "2021-02/.."),
    ("They will meet from 3 to 5 May.", "from 3 to 5 May", "2021-05-03/2021-05-05"),
    ("They will meet from May 3 to 5.", "from May 3 to 5", "2021-05-03/2021-05-05"),
    ("They will meet from May 3 to June 5.", "from May 3 to June 5", "2021-05-03/2021-06-05"),
    ("They will meet between March and June 2022.", "between March and June 2022", "2022-03/2022-06"),
    ("They will meet on May 3 and 4.", "on May 3 and 4", "2021-05-03/2021-05-04"),
    ("They will meet on May 3-4.", "on May 3-4", "2021-05-03/2021-05-04"),
    ("They will meet from May 20th – 22nd.", "from May 20th – 22nd", "2021-05-20/2021-05-22"),
    ("They will meet from Monday to Friday.", "from Monday to Friday", "2021-01-25/2021-01-29"),
    ("They will meet Friday and Saturday.", "Friday and Saturday", "2021-01-22/2021-01-23"),
    ("It will take place between now and July.", "between now and July", "2021-01-21/2021-07"),
    # lengths
    ("It will double over the next three years.", "over the next three years", "2021-01-21/2024-01-21"),
    ("It will double in the next six months.", "in the next six months", "2021-01-21/2021-07-21"),
    ("It will double over the next year.", "over the next year", "2021-01-21/2022-01-21"),
    ("It will double over the next decade.", "over the next decade", "2021-01-21/2031-01-21"),
    ("It will double over the coming five years.", "over the coming five years", "2021-01-21/2026-01-21"),
    ("It takes effect in 120 days.", "in 120 days", "2021-05-21"),
    ("It takes effect in two months.", "in two months", "2021-03"),
    ("It takes effect in three years.", "in three years", "2024"),
    ("It will report within 60 days.", "within 60 days", None),
    ("It will report within 30 days of 9 March 2021.", "within 30 days of 9 March 2021", "2021-03-09/2021-04-08"),
    ("It will report within 30 days of ratification.", "within 30 days", None),
    ("It will report in the first two weeks of May.", "in the first two weeks of May", "2021-05-01/2021-05-14"),
    ("It will last for three years.", "for three years", None),
    # dates by themselves
    ("They will meet on Thursday.", "on Thursday", "2021-01-21"),
    ("They will meet on Wednesday.", "on Wednesday", "2021-01-27"),
    ("They will meet next week.", "next week", "2021-01-25/2021-01-31"),
    ("They will meet at the weekend.", "at the weekend", "2021-01-23/2021-01-24"),
    ("They will meet later this month.", "later this month", "2021-01-21/2021-01-31"),
    ("They will meet later this week.", "later this week", "2021-01-22/2021-01-24"),
    ("They will meet later this year.", "later this year", "2021"),
    ("They will meet in July.", "in July", "2021-07"),
    ("They will meet early next month.", "early next month", "2021-02"),
    ("They will meet in the second half of 2024.", "in the second half of 2024", "2024-07/2024-12"),
    ("They will meet this summer.", "this summer", "2021-22"),
    ("They will meet at the end of next year.", "at the end of next year", "2022-12"),
    ("They will meet this decade.", "this decade", "2020/2029"),
    ("They will meet today.", "today", "2021-01-21"),
]

PAST = [
    ("They met on Thursday.", "on Thursday", "2021-01-21"),
    ("They met on Friday.", "on Friday", "2021-01-15"),
    ("They met in July.", "in July", "2020-07"),
    ("It fell over the past three years.", "over the past three years", "2018-01-21/2021-01-21"),
    ("It has held since 2018.", "since 2018", "2018/.."),
]

VAGUE = [
    "They will meet soon.",
    "They will meet in the coming weeks.",
    "They meet every year.",
    "It is a five-year plan.",
]


@pytest.mark.parametrize(("text", "words", "edtf"), FUTURE)
def test_what_is_to_come(text: str, words: str, edtf: str | None) -> None:
    assert [(d.text, d.edtf) for d in find_periods(text, THURSDAY, direction="future")] == [(words, edtf)]


@pytest.mark.parametrize(("text", "words", "edtf"), PAST)
def test_what_is_past(text: str, words: str, edtf: str | None) -> None:
    assert [(d.text, d.edtf) for d in find_periods(text, THURSDAY, direction="past")] == [(words, edtf)]


@pytest.mark.parametrize("text", VAGUE)
def test_vague_words_are_no_period(text: str) -> None:
    assert [d.edtf for d in find_periods(text, THURSDAY, direction="future") if d.edtf] == []


def test_without_a_direction_the_words_around_decide() -> None:
    days = [d.edtf for d in find_periods("They met on Friday and will meet again on Monday.", THURSDAY)]
    assert days == ["2021-01-15", "2021-01-25"]


def test_without_a_day_of_writing_what_hangs_on_it_is_unknown() -> None:
    found = {d.text: d.edtf for d in find_periods("It ends by 2030, or by May next year.", None)}
    assert found == {"by 2030": "/2030", "by May next year": None}


WORDS = st.sampled_from(
    re.findall(
        r"\S+",
        "by before until no later than within from to between and the next three days of May 2021 31 1-2 - – now over"
        " in after Friday Saturday end week year next last first two 's at latest deadline , .",
    )
)


@given(
    st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=60),
    st.sampled_from([THURSDAY, None, "2020", "9999-12-31"]),
)
def test_spans_are_exact_and_dates_are_dates(text: str, dct: str | None) -> None:
    for due in find_periods(text, dct, direction="future"):
        assert text[due.start : due.end] == due.text
        assert due.edtf is None or is_edtf(due.edtf)


def test_a_year_of_writing_leaves_out_what_its_days_read_differently() -> None:
    assert all(period.edtf is None for period in find_periods("It will meet January to March.", "2021"))
