"""One row a sentence: what the one time expression in it means, on the day that it was written."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aide_memoire import dates
from aide_memoire.dates import find_timexes, is_edtf
from aide_memoire.errors import DateError

THURSDAY = "2021-01-21"

# (text, expression, value, EDTF), all written on 2021-01-21, a Thursday
PROBES = [
    # days
    ("The ministers signed the pact on 21 January 2021.", "21 January 2021", "2021-01-21", "2021-01-21"),
    ("The pact was signed on January 21, 2020.", "January 21, 2020", "2020-01-21", "2020-01-21"),
    ("The pact was signed on Jan. 4, 1994, in Oslo.", "Jan. 4, 1994", "1994-01-04", "1994-01-04"),
    ("It was signed on Tuesday, 19 January 2021.", "Tuesday, 19 January 2021", "2021-01-19", "2021-01-19"),
    ("It was signed on the 3rd of March 2019.", "the 3rd of March 2019", "2019-03-03", "2019-03-03"),
    ("It dates from 2019-03-03.", "2019-03-03", "2019-03-03", "2019-03-03"),
    ("It dates from 31/12/2019.", "31/12/2019", "2019-12-31", "2019-12-31"),
    ("It dates from 03/04/2019.", "03/04/2019", None, None),
    ("They met on Jan. 19.", "Jan. 19", "2021-01-19", "2021-01-19"),
    ("They met on Dec. 28.", "Dec. 28", "2020-12-28", "2020-12-28"),
    ("They will meet on Feb. 3.", "Feb. 3", "2021-02-03", "2021-02-03"),
    ("They met on March 29-30, 2019, in Oslo.", "March 29-30, 2019", "2019-03-29/2019-03-30", "2019-03-29/2019-03-30"),
    ("They met on 4-5 May 2018.", "4-5 May 2018", "2018-05-04/2018-05-05", "2018-05-04/2018-05-05"),
    ("They left on the twenty-first of March 2019.", "the twenty-first of March 2019", "2019-03-21", "2019-03-21"),
    ("They met on July 4 last year.", "July 4 last year", "2020-07-04", "2020-07-04"),
    # day words
    ("They meet today.", "today", "2021-01-21", "2021-01-21"),
    ("They met yesterday.", "yesterday", "2021-01-20", "2021-01-20"),
    ("They meet tomorrow.", "tomorrow", "2021-01-22", "2021-01-22"),
    ("They met the day before yesterday.", "the day before yesterday", "2021-01-19", "2021-01-19"),
    ("They leave the day after tomorrow.", "the day after tomorrow", "2021-01-23", "2021-01-23"),
    ("They meet tonight.", "tonight", "2021-01-21TNI", "2021-01-21"),
    ("He spoke this morning.", "this morning", "2021-01-21TMO", "2021-01-21"),
    ("He spoke last night.", "last night", "2021-01-20TNI", "2021-01-20"),
    ("He spoke on Wednesday evening.", "Wednesday evening", "2021-01-20TEV", "2021-01-20"),
    ("He spoke yesterday afternoon.", "yesterday afternoon", "2021-01-20TAF", "2021-01-20"),
    ("He landed at 10:30 a.m. on Tuesday.", "10:30 a.m. on Tuesday", "2021-01-19T10:30", "2021-01-19"),
    ("He landed at noon on Tuesday.", "noon on Tuesday", "2021-01-19T12:00", "2021-01-19"),
    ("He landed at 5 p.m. yesterday.", "5 p.m. yesterday", "2021-01-20T17:00", "2021-01-20"),
    # weekdays
    ("The minister said Thursday that talks go on.", "Thursday", "2021-01-21", "2021-01-21"),
    ("The minister said Wednesday that talks go on.", "Wednesday", "2021-01-20", "2021-01-20"),
    ("The minister said Friday that talks go on.", "Friday", "2021-01-15", "2021-01-15"),
    ("The minister will travel on Friday.", "Friday", "2021-01-22", "2021-01-22"),
    ("The vote is due on Monday.", "Monday", "2021-01-25", "2021-01-25"),
    ("They met last Friday.", "last Friday", "2021-01-15", "2021-01-15"),
    ("They meet next Tuesday.", "next Tuesday", "2021-01-26", "2021-01-26"),
    ("They meet this Saturday.", "this Saturday", "2021-01-23", "2021-01-23"),
    ("The talks are to be held on Saturday.", "Saturday", "2021-01-23", "2021-01-23"),
    ("The talks collapsed on Monday.", "Monday", "2021-01-18", "2021-01-18"),
    # weeks
    ("They met last week.", "last week", "2021-W02", "2021-01-11/2021-01-17"),
    ("They meet this week.", "this week", "2021-W03", "2021-01-18/2021-01-24"),
    ("They meet next week.", "next week", "2021-W04", "2021-01-25/2021-01-31"),
    ("They met last weekend.", "last weekend", "2021-W02-WE", "2021-01-16/2021-01-17"),
    ("They meet this weekend.", "this weekend", "2021-W03-WE", "2021-01-23/2021-01-24"),
    ("They meet in the week of 8 March 2021.", "the week of 8 March 2021", "2021-W10", "2021-03-08/2021-03-14"),
    # months
    ("They met in January 2019.", "January 2019", "2019-01", "2019-01"),
    ("They met in May 1998.", "May 1998", "1998-05", "1998-05"),
    ("They met last June.", "last June", "2020-06", "2020-06"),
    ("They meet next June.", "next June", "2021-06", "2021-06"),
    ("The hotline was cut in June last year.", "June last year", "2020-06", "2020-06"),
    ("It ends in May next year.", "May next year", "2022-05", "2022-05"),
    ("It opened in June of last year.", "June of last year", "2020-06", "2020-06"),
    ("It ends in October this year.", "October this year", "2021-10", "2021-10"),
    ("They met last month.", "last month", "2020-12", "2020-12"),
    ("They meet next month.", "next month", "2021-02", "2021-02"),
    ("They met earlier this month.", "earlier this month", "2021-01", "2021-01"),
    ("They meet later this month.", "later this month", "2021-01", "2021-01"),
    ("The treaty expires in early February.", "early February", "2021-02", "2021-02"),
    ("They met in late November.", "late November", "2020-11", "2020-11"),
    ("They met in mid-August 2020.", "mid-August 2020", "2020-08", "2020-08"),
    ("The treaty was signed in October.", "October", "2020-10", "2020-10"),
    ("The treaty will be signed in October.", "October", "2021-10", "2021-10"),
    ("They met in Sept. 2018.", "Sept. 2018", "2018-09", "2018-09"),
    # seasons, quarters, halves
    ("They met in the spring of 2018.", "the spring of 2018", "2018-SP", "2018-21"),
    ("They met last summer.", "last summer", "2020-SU", "2020-22"),
    ("They meet this summer.", "this summer", "2021-SU", "2021-22"),
    ("They met in autumn 2019.", "autumn 2019", "2019-FA", "2019-23"),
    ("They met last fall.", "last fall", "2020-FA", "2020-23"),
    ("It fell in the third quarter of 2019.", "the third quarter of 2019", "2019-Q3", "2019-07/2019-09"),
    ("It fell last quarter.", "last quarter", "2020-Q4", "2020-10/2020-12"),
    ("It grew in Q2 2020.", "Q2 2020", "2020-Q2", "2020-04/2020-06"),
    ("It opens in the second half of 2024.", "the second half of 2024", "2024-H2", "2024-07/2024-12"),
    ("It opens in the first half of this year.", "the first half of this year", "2021-H1", "2021-01/2021-06"),
    ("It opened in the first half of last year.", "the first half of last year", "2020-H1", "2020-01/2020-06"),
    ("It opens in the first quarter of next year.", "the first quarter of next year", "2022-Q1", "2022-01/2022-03"),
    # years and more
    ("They met in 2018.", "2018", "2018", "2018"),
    ("They met last year.", "last year", "2020", "2020"),
    ("They meet this year.", "this year", "2021", "2021"),
    ("They meet next year.", "next year", "2022", "2022"),
    ("It opens early next year.", "early next year", "2022", "2022"),
    ("It opened late last year.", "late last year", "2020", "2020"),
    ("It opens at the end of 2024.", "the end of 2024", "2024", "2024"),
    ("It opens at the end of next year.", "the end of next year", "2022", "2022"),
    ("It opened in mid-1996.", "mid-1996", "1996", "1996"),
    ("It opened in the 1990s.", "the 1990s", "199", "199X"),
    ("It opened in the late 1980s.", "the late 1980s", "198", "198X"),
    ("It was built in the 19th century.", "the 19th century", "18", "18XX"),
    ("It was built in the sixteenth century.", "the sixteenth century", "15", "15XX"),
    ("It opened in nineteen ninety-seven.", "nineteen ninety-seven", "1997", "1997"),
    ("Spending rose in fiscal 2024.", "fiscal 2024", "2024", None),
    ("Congress raised spending in fiscal 2024.", "fiscal 2024", "2024", "2023-10/2024-09"),
    ("Japan raised spending in the 2024 fiscal year.", "the 2024 fiscal year", "2024", "2024-04/2025-03"),
    ("Washington and Tokyo raised spending in FY2024.", "FY2024", "2024", None),
    # relative to today
    ("They met two weeks ago.", "two weeks ago", "2021-W01", "2021-01-04/2021-01-10"),
    ("They met three days ago.", "three days ago", "2021-01-18", "2021-01-18"),
    ("They met a month ago.", "a month ago", "2020-12", "2020-12"),
    ("They met five years ago.", "five years ago", "2016", "2016"),
    ("They met more than a decade ago.", "more than a decade ago", "2011", "2011"),
    ("They met 18 months ago.", "18 months ago", "2019-07", "2019-07"),
    ("They meet two months from now.", "two months from now", "2021-03", "2021-03"),
    ("They met years ago.", "years ago", "PAST_REF", None),
    ("They met several months ago.", "several months ago", "PAST_REF", None),
    ("They met the week before last.", "the week before last", "2021-W01", "2021-01-04/2021-01-10"),
    ("They meet a week from Friday.", "a week from Friday", "2021-01-29", "2021-01-29"),
    ("They met on the last day of April 2019.", "the last day of April 2019", "2019-04-30", "2019-04-30"),
    ("They met in the first week of May 2019.", "the first week of May 2019", "2019-W18", "2019-05-01/2019-05-07"),
    ("It closes by year's end.", "year's end", "2021-12", "2021-12"),
    ("It ended in the year 2011.", "the year 2011", "2011", "2011"),
    ("He landed at 7:30 this morning.", "7:30 this morning", "2021-01-21T07:30", "2021-01-21"),
    # lengths
    ("It lasted for 18 months.", "18 months", "P18M", None),
    ("It lasted for two years.", "two years", "P2Y", None),
    ("It is a three-day visit.", "three-day", "P3D", None),
    ("It lasted for at least 72 hours.", "at least 72 hours", "PT72H", None),
    ("It lasted two and a half years.", "two and a half years", "P2Y6M", None),
    ("It lasted for several weeks.", "several weeks", "PXW", None),
    ("It lasted for decades.", "decades", "PXE", None),
    ("It fell for the past three years.", "the past three years", "P3Y", None),
    ("It grows over the next five years.", "the next five years", "P5Y", None),
    ("It took a couple of weeks.", "a couple of weeks", "P2W", None),
    ("It took two dozen years.", "two dozen years", "P24Y", None),
    ("It fell over the past decade.", "the past decade", "P10Y", None),
    ("It took six to eight weeks.", "six to eight weeks", "P8W", None),
    ("It took half an hour.", "half an hour", "PT30M", None),
    ("It took half a century.", "half a century", "P50Y", None),
    ("It happened a half-century ago.", "a half-century ago", "1971", "1971"),
    ("The weeklong siege ended.", "weeklong", "P1W", None),
    # sets
    ("They meet twice a year.", "twice a year", "P1Y", None),
    ("They meet three times a month.", "three times a month", "P1M", None),
    ("They meet every week.", "every week", "P1W", None),
    ("They meet every two years.", "every two years", "P2Y", None),
    ("They meet every Monday.", "every Monday", "XXXX-WXX-1", None),
    ("They meet on Tuesdays.", "Tuesdays", "XXXX-WXX-2", None),
    ("They meet Tuesday nights.", "Tuesday nights", "XXXX-WXX-2TNI", None),
    ("They meet each July.", "each July", "XXXX-07", None),
    ("They meet annually.", "annually", "P1Y", None),
    ("They meet daily.", "daily", "P1D", None),
    # vague
    ("They currently meet.", "currently", "PRESENT_REF", None),
    ("They are now at peace.", "now", "PRESENT_REF", None),
    ("They recently met.", "recently", "PAST_REF", None),
    ("It will change in the near future.", "the near future", "FUTURE_REF", None),
    ("It worked in the past.", "the past", "PAST_REF", None),
    # holidays
    ("They met on Christmas Day 2019.", "Christmas Day 2019", "2019-12-25", "2019-12-25"),
    ("The deal was struck on Good Friday 1998.", "Good Friday 1998", "1998-04-10", "1998-04-10"),
    ("They were freed on Thanksgiving Day.", "Thanksgiving Day", "2020-11-26", "2020-11-26"),
    ("It ends on New Year's Eve.", "New Year's Eve", "2021-12-31", "2021-12-31"),
    ("Congress returned after Labor Day.", "Labor Day", "2020-09-07", "2020-09-07"),
]

# Sentences that hold no time expression, or none that is understood.
NOTHING = [
    "Some 2000 troops arrived.",
    "More than 1950 workers walked out.",
    "They march at dawn through the capital.",
    "The envoys may return.",
    "It cost $2000 a head.",
    "Turnout was 2020% of the plan.",
    "Flight KE1988 was cancelled.",
    "Resolution 1874 was adopted.",
    "It is a second attempt at a first draft.",
    "They won 2-1 and moved on.",
    "The road passes the old quarter.",
    "They join by the year 99999.",
    "He drove a Q5 to the talks.",
    "They run four flights a week to Oslo.",
    "The envoy read the Daily Lantern.",
    "She led the March for Bread and the March of the Mothers.",
    "He told 60 Minutes that it failed.",
    "The Good Friday Agreement holds.",
    "It hired thousands of day labourers.",
]

NONSENSE = [
    "32 March",
    "13:75",
    "in 20210 days",
    "in the year 0",
    "in 44 BC",
    "in Juche 110",
    "in Heisei 31",
    "in 1442 AH",
    "30 February 2021",
    "2021-13-45",
    "99/99/9999",
    "9999999999999999 years ago",
    "ten thousand million years ago",
    "a hundred hundred hundred centuries from now",
    "31 November",
    "the 99th century",
    "the zeroth quarter of 2020",
    "25 p.m. on Friday",
    "İstanbul’da 3 Mayıs 2021",
    "\u202e2021\u202c 年1月21日",
    "0001-01-01 minus ten years, 9999-12-31 plus ten years; next century, last century",
]


@pytest.mark.parametrize(("text", "words", "value", "edtf"), PROBES)
def test_it_means(text: str, words: str, value: str | None, edtf: str | None) -> None:
    found = [(t.text, t.value, t.edtf) for t in find_timexes(text, THURSDAY)]
    assert found == [(words, value, edtf)]


@pytest.mark.parametrize("text", NOTHING)
def test_it_is_no_time_expression(text: str) -> None:
    assert find_timexes(text, THURSDAY) == ()


@pytest.mark.parametrize("text", NONSENSE)
@pytest.mark.parametrize("dct", [THURSDAY, None, "0001-01-01", "9999-12-31", "2021-01", "2021"])
def test_nonsense_never_raises(text: str, dct: str | None) -> None:
    for timex in find_timexes(text, dct):
        assert text[timex.start : timex.end] == timex.text
        assert timex.edtf is None or is_edtf(timex.edtf)


@pytest.mark.parametrize(
    ("text", "dct", "edtf"),
    [
        ("They met last year.", "2021-06", "2020"),
        ("They met last year.", "2020-12/2021-01", None),
        ("They met on Thursday.", "2021-06", None),
        ("They met yesterday.", None, None),
        ("They met in May 1998.", None, "1998-05"),
        ("They met in June.", None, None),
    ],
)
def test_an_unsure_day_of_writing_leaves_open_what_it_does_not_settle(
    text: str, dct: str | None, edtf: str | None
) -> None:
    (timex,) = find_timexes(text, dct)
    assert timex.edtf == edtf


def test_the_anchor_is_named_where_one_was_used() -> None:
    anchors = [t.anchor for t in find_timexes("They met in 2018 and last year.", THURSDAY)]
    assert anchors == [None, THURSDAY]


def test_the_following_day_is_that_after_the_one_before() -> None:
    days = [t.edtf for t in find_timexes("They met on 3 May 2018 and signed the following day.", THURSDAY)]
    assert days == ["2018-05-03", "2018-05-04"]


def test_a_year_ago_beside_a_quarter_is_that_quarter() -> None:
    found = [t.value for t in find_timexes("It lost in the third quarter of 2020, more than a year earlier.", THURSDAY)]
    assert found == ["2020-Q3", "2019-Q3"]


def test_a_day_of_writing_that_is_no_date_is_refused() -> None:
    with pytest.raises(DateError, match="yesterday"):
        find_timexes("They met.", "yesterday")


WORDS = st.sampled_from(
    re.findall(
        r"\S+",
        "in on by the last next this May 31 30 2020 1999 year week month day days ago later end of first second quarter"
        " half Thursday Friday morning night noon 10:30 p.m. twice a every two hundred dozen and a half fiscal century"
        " 1990s , - . early late mid recent now Christmas Easter 's ’ 0 00 29 February",
    )
)


@given(
    st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=60),
    st.sampled_from([THURSDAY, None, "2020", "0001-01-01", "9999-12-31"]),
)
def test_spans_are_exact_and_in_order(text: str, dct: str | None) -> None:
    end = 0
    for timex in find_timexes(text, dct):
        assert end <= timex.start < timex.end
        assert text[timex.start : timex.end] == timex.text
        assert timex.edtf is None or is_edtf(timex.edtf)
        end = timex.end


def test_the_examples_of_the_documentation_are_what_is_found(root: Path) -> None:
    page = (root / "docs" / "dates.md").read_text(encoding="utf-8")
    calls = re.findall(r"^(find_\w+\(.*\))\n# (.*(?:\n#.*)*)$", page, re.MULTILINE)
    assert len(calls) == page.count("\nfind_")
    for call, printed in calls:
        assert repr(eval(call, vars(dates))) == re.sub(r"\n#\s*", " ", printed)
