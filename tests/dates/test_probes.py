"""Probes, one row each: a sentence, the day it was written, and what a reader with a calendar says it means.

The days of writing: 2021-01-21 and 2024-02-29 are Thursdays, 2018-04-27 is a Friday, 2023-08-15 a Tuesday.
"""

import pytest

from aide_memoire.dates import find_periods, find_timexes, is_edtf

A, B, C, D = "2018-04-27", "2021-01-21", "2023-08-15", "2024-02-29"

# (day of writing, text, expression, TIMEX3 value, EDTF, modifier)
EXPRESSIONS = [
    # the part of a stretch
    (B, "The treaty expires in early February.", "early February", "2021-02", "2021-02", "START"),
    (B, "The treaty will expire early next year.", "early next year", "2022", "2022", "START"),
    (B, "The treaty expired in mid-1996.", "mid-1996", "1996", "1996", "MID"),
    (B, "The treaty lapsed in late 2019.", "late 2019", "2019", "2019", "END"),
    (B, "They met at the beginning of October 2020.", "the beginning of October 2020", "2020-10", "2020-10", "START"),
    (B, "They met in the middle of October 2020.", "the middle of October 2020", "2020-10", "2020-10", "MID"),
    (B, "They will meet at the end of the year.", "the end of the year", "2021", "2021", "END"),
    (B, "They will meet by year-end.", "year-end", "2021-12", "2021-12", "END"),
    (B, "They will meet by year's end.", "year's end", "2021-12", "2021-12", "END"),
    (B, "They will meet later this year.", "later this year", "2021", "2021", "END"),
    (B, "They met earlier this month.", "earlier this month", "2021-01", "2021-01", "START"),
    (B, "They met early Tuesday.", "early Tuesday", "2021-01-19", "2021-01-19", "START"),
    (B, "They met in the late 1980s.", "the late 1980s", "198", "198X", "END"),
    (B, "They met in the early 21st century.", "the early 21st century", "20", "20XX", "START"),
    (B, "They met last year.", "last year", "2020", "2020", None),
    # amounts
    (B, "It took about three years.", "about three years", "P3Y", None, "APPROX"),
    (B, "It took roughly 40 minutes.", "roughly 40 minutes", "PT40M", None, "APPROX"),
    (B, "It took a week or so.", "a week or so", "P1W", None, "APPROX"),
    (B, "It took a couple of months.", "a couple of months", "P2M", None, "APPROX"),
    (B, "It took more than two years.", "more than two years", "P2Y", None, "MORE_THAN"),
    (B, "It took less than an hour.", "less than an hour", "PT1H", None, "LESS_THAN"),
    (B, "It took nearly four decades.", "nearly four decades", "P40Y", None, "LESS_THAN"),
    (B, "It will take at least 18 months.", "at least 18 months", "P18M", None, "EQUAL_OR_MORE"),
    (B, "It will take six weeks or more.", "six weeks or more", "P6W", None, "EQUAL_OR_MORE"),
    (B, "It will take no more than ten days.", "no more than ten days", "P10D", None, "EQUAL_OR_LESS"),
    (B, "It will take up to 180 days.", "up to 180 days", "P180D", None, "EQUAL_OR_LESS"),
    (B, "It held for at least the past two years.", "at least the past two years", "P2Y", None, "EQUAL_OR_MORE"),
    # a point an amount of time away
    (B, "They met about ten years ago.", "about ten years ago", "2011", "2011", "APPROX"),
    (B, "They met more than a decade ago.", "more than a decade ago", "2011", "2011", "BEFORE"),
    (B, "They met over a year ago.", "over a year ago", "2020", "2020", "BEFORE"),
    (B, "They met less than a month ago.", "less than a month ago", "2020-12", "2020-12", "AFTER"),
    (B, "They met at least three years ago.", "at least three years ago", "2018", "2018", "ON_OR_BEFORE"),
    (B, "They met no more than two days ago.", "no more than two days ago", "2021-01-19", "2021-01-19", "ON_OR_AFTER"),
    (B, "It opens in 2031 or later.", "2031 or later", "2031", "2031", "ON_OR_AFTER"),
    (B, "It opens in 2031 or earlier.", "2031 or earlier", "2031", "2031", "ON_OR_BEFORE"),
    # days
    (A, "The leaders met on Friday.", "Friday", "2018-04-27", "2018-04-27", None),
    (A, "The leaders met on Monday.", "Monday", "2018-04-23", "2018-04-23", None),
    (A, "The leaders will meet on Monday.", "Monday", "2018-04-30", "2018-04-30", None),
    (A, "The leaders meet the day after tomorrow.", "the day after tomorrow", "2018-04-29", "2018-04-29", None),
    (C, "The premier left on 3 August.", "3 August", "2023-08-03", "2023-08-03", None),
    (C, "The premier will leave on 3 September.", "3 September", "2023-09-03", "2023-09-03", None),
    (C, "The premier left on Dec. 30.", "Dec. 30", "2022-12-30", "2022-12-30", None),
    (C, "The premier flies to Oslo on Friday.", "Friday", "2023-08-18", "2023-08-18", None),
    (C, "The premier could not be reached Monday.", "Monday", "2023-08-14", "2023-08-14", None),
    (C, "The vote had been scheduled for Monday.", "Monday", "2023-08-14", "2023-08-14", None),
    (C, "The vote has been scheduled for Monday.", "Monday", "2023-08-21", "2023-08-21", None),
    (D, "They sign a week from Friday.", "a week from Friday", "2024-03-08", "2024-03-08", None),
    (D, "They signed two days ago.", "two days ago", "2024-02-27", "2024-02-27", None),
    (D, "They sign three days from today.", "three days from today", "2024-03-03", "2024-03-03", None),
    (D, "They met on the day before last Tuesday.", "the day before last Tuesday", "2024-02-26", "2024-02-26", None),
    (D, "They met the day after Christmas.", "the day after Christmas", "2023-12-26", "2023-12-26", None),
    (D, "They met on 29 February.", "29 February", "2024-02-29", "2024-02-29", None),
    (D, "It was the first Tuesday of May 2022.", "the first Tuesday of May 2022", "2022-05-03", "2022-05-03", None),
    (D, "They met on the last Friday in May 2019.", "the last Friday in May 2019", "2019-05-31", "2019-05-31", None),
    (D, "They met on the last day of June 2023.", "the last day of June 2023", "2023-06-30", "2023-06-30", None),
    (D, "Given this third day of May, in the year of our Lord two thousand nineteen.",
     "third day of May, in the year of our Lord two thousand nineteen", "2019-05-03", "2019-05-03", None),
    # times of day
    (C, "He spoke on Monday night.", "Monday night", "2023-08-14TNI", "2023-08-14", None),
    (C, "He spoke at 4:30 p.m. on Monday.", "4:30 p.m. on Monday", "2023-08-14T16:30", "2023-08-14", None),
    (C, "He spoke at about 6 p.m. yesterday.", "about 6 p.m. yesterday", "2023-08-14T18:00", "2023-08-14", "APPROX"),
    (C, "It fell silent at midnight on 3 May 2022.", "midnight on 3 May 2022", "2022-05-03T24:00", "2022-05-03", None),
    (C, "The talks end by mid afternoon.", "mid afternoon", "2023-08-15TAF", "2023-08-15", "MID"),
    # weeks, months, quarters, halves, seasons
    (C, "They met last week.", "last week", "2023-W32", "2023-08-07/2023-08-13", None),
    (C, "They met two weeks ago.", "two weeks ago", "2023-W31", "2023-07-31/2023-08-06", None),
    (C, "They meet next weekend.", "next weekend", "2023-W34-WE", "2023-08-26/2023-08-27", None),
    (C, "They met in May.", "May", "2023-05", "2023-05", None),
    (C, "They met in November.", "November", "2022-11", "2022-11", None),
    (C, "They will meet in May.", "May", "2024-05", "2024-05", None),
    (C, "It has been closed since October.", "October", "2022-10", "2022-10", None),
    (C, "They signed a short truce in October.", "October", "2022-10", "2022-10", None),
    (C, "They met last March.", "last March", "2023-03", "2023-03", None),
    (C, "They meet next March.", "next March", "2024-03", "2024-03", None),
    (C, "It fell in the last quarter of 2022.", "the last quarter of 2022", "2022-Q4", "2022-10/2022-12", None),
    (C, "It fell in last year's third quarter.", "last year's third quarter", "2022-Q3", "2022-07/2022-09", None),
    (C, "It fell in Q1 2022.", "Q1 2022", "2022-Q1", "2022-01/2022-03", None),
    (C, "It fell in the second half of 2022.", "the second half of 2022", "2022-H2", "2022-07/2022-12", None),
    (C, "It fell in this year's first half.", "this year's first half", "2023-H1", "2023-01/2023-06", None),
    (C, "They met in the winter of 2019.", "the winter of 2019", "2019-WI", "2019-24", None),
    (C, "They met last spring.", "last spring", "2023-SP", "2023-21", None),
    (C, "They meet next spring.", "next spring", "2024-SP", "2024-21", None),
    (C, "It fell in the same month last year.", "the same month last year", "2022-08", "2022-08", None),
    (C, "It fell from the same period a year ago.", "the same period a year ago", "2022", "2022", None),
    # years, decades, centuries, reigns
    (C, "They met in the year 2011.", "the year 2011", "2011", "2011", None),
    (C, "They met in the year two thousand and five.", "the year two thousand and five", "2005", "2005", None),
    (C, "They met three years ago.", "three years ago", "2020", "2020", None),
    (C, "They met in the 1970s.", "the 1970s", "197", "197X", None),
    (C, "They met in the nineties.", "the nineties", "199", "199X", None),
    (C, "They met in the seventeenth century.", "the seventeenth century", "16", "16XX", None),
    (C, "They met in Heisei 12.", "Heisei 12", "2000", "2000", None),
    (C, "They met in Juche 107.", "Juche 107", "2018", "2018", None),
    (C, "They met in Reiwa 3.", "Reiwa 3", "2021", "2021", None),
    (C, "They met in Heisei 40.", "Heisei 40", None, None, None),
    (C, "They met in 1442 AH.", "1442 AH", None, None, None),
    (C, "They met in 480 BC.", "480 BC", None, None, None),
    (C, "Spending rose in the fiscal year.", "the fiscal year", "2023", None, None),
    (C, "Canada raised spending in fiscal 2021.", "fiscal 2021", "2021", "2021-04/2022-03", None),
    # lengths
    (C, "It lasted a year and a half.", "a year and a half", "P1Y6M", None, None),
    (C, "It is a 99-year lease.", "99-year", "P99Y", None, None),
    (C, "It held for hundreds of years.", "hundreds of years", "PXY", None, None),
    (C, "It held for 48 hours.", "48 hours", "PT48H", None, None),
    (C, "It took half a day.", "half a day", "PT12H", None, None),
    (C, "It held for ten working days.", "ten working days", "P10D", None, None),
    (C, "In the fiscal year ended March 31 it fell.", "the fiscal year", "P1Y", None, None),
    # sets
    (C, "They meet every six months.", "every six months", "P6M", None, None),
    (C, "They meet twice a week.", "twice a week", "P1W", None, None),
    (C, "They meet each Wednesday.", "each Wednesday", "XXXX-WXX-3", None, None),
    (C, "They meet every September.", "every September", "XXXX-09", None, None),
    (C, "They meet fortnightly.", "fortnightly", "P2W", None, None),
    # vague
    (C, "It will be built in the years to come.", "the years to come", "FUTURE_REF", None, None),
    (C, "It will be built in the weeks and months ahead.", "the weeks and months ahead", "FUTURE_REF", None, None),
    (C, "It will one day be built.", "one day", "FUTURE_REF", None, None),
    (C, "It was built long ago.", "long ago", "PAST_REF", None, None),
    (C, "It is now built.", "now", "PRESENT_REF", None, None),
    # holidays
    (C, "They meet on Christmas Eve.", "Christmas Eve", "2023-12-24", "2023-12-24", None),
    (C, "They met on Easter Monday 2022.", "Easter Monday 2022", "2022-04-18", "2022-04-18", None),
    (C, "They voted on Election Day 2020.", "Election Day 2020", "2020-11-03", "2020-11-03", None),
    (C, "They will meet on Thanksgiving.", "Thanksgiving", "2023-11-23", "2023-11-23", None),
    (C, "They met at Chuseok 2022.", "Chuseok 2022", "2022-09-10", "2022-09-10", None),
    (C, "They met at Lunar New Year.", "Lunar New Year", "2023-01-22", "2023-01-22", None),
    (C, "South Korea spoke of it on Liberation Day.", "Liberation Day", "2023-08-15", "2023-08-15", None),
    (C, "Italy spoke of it on Liberation Day.", "Liberation Day", "2023-04-25", "2023-04-25", None),
    (C, "India spoke of it on Independence Day 2022.", "Independence Day 2022", "2022-08-15", "2022-08-15", None),
    (C, "They spoke of it on Independence Day.", "Independence Day", None, None, None),
    (C, "The war began on Yom Kippur 1973.", "Yom Kippur 1973", "1973-10-06", "1973-10-06", None),
    (C, "They were freed at Nowruz 2022.", "Nowruz 2022", "2022-03-21", "2022-03-21", None),
    (C, "They will talk after Eid al-Fitr 2090.", "Eid al-Fitr 2090", None, None, None),
    # no day of the calendar
    (C, "They met on 31 June 2022.", "31 June 2022", None, None, None),
    (C, "They met on 29 February 2023.", "29 February 2023", None, None, None),
    (C, "They met in Q7 2022.", "Q7 2022", None, None, None),
]  # fmt: skip

# (day of writing, text, the period's words, EDTF), of something to come
PERIODS = [
    # by, no later than, at the latest
    (B, "It will leave by 1 May 2021.", "by 1 May 2021", "/2021-05-01"),
    (B, "It will leave by Monday.", "by Monday", "/2021-01-25"),
    (B, "It will leave by April.", "by April", "/2021-04"),
    (B, "It will leave by the end of June.", "by the end of June", "/2021-06"),
    (B, "It will leave by mid-2023.", "by mid-2023", "/2023-06"),
    (B, "It will leave by the end of the decade.", "by the end of the decade", "/2029-12"),
    (B, "It will leave by the end of this century.", "by the end of this century", "/2099"),
    (B, "It will leave by 2030 at the latest.", "by 2030 at the latest", "/2030"),
    (B, "It will leave on 3 May at the latest.", "on 3 May at the latest", "/2021-05-03"),
    (B, "It will leave no later than 3 May.", "no later than 3 May", "/2021-05-03"),
    (B, "It will leave not later than next Friday.", "not later than next Friday", "/2021-01-22"),
    (B, "It will leave on or before 3 May.", "on or before 3 May", "/2021-05-03"),
    (D, "It will leave by the end of the quarter.", "by the end of the quarter", "/2024-03"),
    (D, "Congress wants it to leave by the end of fiscal 2025.", "by the end of fiscal 2025", "/2025-09"),
    (D, "They set a May 1 deadline.", "May 1", "/2024-05-01"),
    # before
    (B, "It will leave before 3 May.", "before 3 May", "/2021-05-02"),
    (B, "It will leave before 1 March.", "before 1 March", "/2021-02-28"),
    (D, "It will leave before 1 March.", "before 1 March", "/2024-02-29"),
    (B, "It will leave before May.", "before May", "/2021-04"),
    (B, "It will leave before 2025.", "before 2025", "/2024"),
    (B, "It will leave prior to 2025.", "prior to 2025", "/2024"),
    (B, "It will leave ahead of the elections next year.", "next year", "/2022"),
    (B, "It will leave before the summit in June 2022.", "in June 2022", "/2022-06"),
    (B, "It will leave ten days before the summit in June 2022.", "in June 2022", "2022-06"),
    (B, "It will vote before leaving Oslo in June 2022.", "in June 2022", "2022-06"),
    # until, through
    (B, "The truce holds until 3 May.", "until 3 May", "/2021-05-03"),
    (B, "The truce holds till June 2022.", "till June 2022", "/2022-06"),
    (B, "The truce holds up to the end of 2022.", "up to the end of 2022", "/2022-12"),
    (B, "The aid runs through June 2022.", "through June 2022", "2021-01-21/2022-06"),
    (B, "The aid runs throughout 2022.", "throughout 2022", "2021-01-21/2022"),
    # from, since, after, starting, as of
    (B, "The tariff applies from 3 May.", "from 3 May", "2021-05-03/.."),
    (B, "The tariff has applied since 2018.", "since 2018", "2018/.."),
    (B, "The tariff applies after 3 May.", "after 3 May", "2021-05-03/.."),
    (B, "The tariff applies no earlier than June 2022.", "no earlier than June 2022", "2022-06/.."),
    (B, "The tariff applies starting 3 May.", "starting 3 May", "2021-05-03"),
    (B, "The tariff applies starting in June.", "starting in June", "2021-06/.."),
    (B, "The tariff applies as of 3 May.", "as of 3 May", "2021-05-03"),
    (B, "The tariff applies as of next month.", "as of next month", "2021-02/.."),
    (B, "As of March 2019, the tariff applied.", "As of March 2019", "2019-03"),
    (B, "The tariff applies in 2025 and beyond.", "in 2025 and beyond", "2025/.."),
    # from … to, between, and
    (B, "They meet from 3 to 5 May.", "from 3 to 5 May", "2021-05-03/2021-05-05"),
    (B, "They meet from May 30 to June 2.", "from May 30 to June 2", "2021-05-30/2021-06-02"),
    (B, "They meet from December to March 2023.", "from December to March 2023", "2022-12/2023-03"),
    (B, "They meet from Tuesday to Thursday.", "from Tuesday to Thursday", "2021-01-26/2021-01-28"),
    (B, "It runs from 2022 to 2026.", "from 2022 to 2026", "2022/2026"),
    (B, "They meet between 3 May and 9 May.", "between 3 May and 9 May", "2021-05-03/2021-05-09"),
    (B, "They meet between April and June 2022.", "between April and June 2022", "2022-04/2022-06"),
    (B, "They meet between now and May.", "between now and May", "2021-01-21/2021-05"),
    (B, "They meet on 3 and 4 May.", "4 May", "2021-05-04"),
    (B, "They meet Saturday and Sunday.", "Saturday and Sunday", "2021-01-23/2021-01-24"),
    # within, over, in
    (B, "It will answer within 30 days of 3 May.", "within 30 days of 3 May", "2021-05-03/2021-06-02"),
    (B, "It will answer within six months of 3 May.", "within six months of 3 May", "2021-05-03/2021-11-03"),
    (B, "It ends within 20 days, starting on Oct. 1.", "within 20 days, starting on Oct. 1", "2021-10-01/2021-10-21"),
    (B, "It will answer within 30 days.", "within 30 days", None),
    (B, "It will meet for two days from Tuesday to Thursday.", "from Tuesday to Thursday", "2021-01-26/2021-01-28"),
    (B, "It will grow over the next five years.", "over the next five years", "2021-01-21/2026-01-21"),
    (B, "It will grow over the coming two weeks.", "over the coming two weeks", "2021-01-21/2021-02-04"),
    (D, "It will grow over the next year.", "over the next year", "2024-02-29/2025-02-28"),
    (B, "It will open in 90 days.", "in 90 days", "2021-04-21"),
    (B, "It will open in two weeks' time.", "in two weeks", "2021-02-04"),
    (B, "It will open in three months.", "in three months", "2021-04"),
    (B, "It will open in two years.", "in two years", "2023"),
    (B, "It will open in about two months.", "in about two months", "2021-03~"),
    (B, "It will open in just over two months.", "in just over two months", None),
    (B, "It will open in the first ten days of March.", "in the first ten days of March", "2021-03-01/2021-03-10"),
    # working days, by the holidays of the state that is meant
    (B, "South Korea answers within 10 working days of 9 March 2021.", "within 10 working days of 9 March 2021",
     "2021-03-09/2021-03-23"),
    (B, "Seoul answers within 3 working days of 10 February 2021.", "within 3 working days of 10 February 2021",
     "2021-02-10/2021-02-17"),
    (B, "Israel answers in two working days.", "in two working days", "2021-01-25"),
    (B, "It answers within 10 working days of 9 March 2021.", "within 10 working days of 9 March 2021", None),
    (B, "Seoul and Tokyo answer within ten working days of 9 March.", "within ten working days of 9 March", None),
    # dates by themselves
    (B, "They meet in the third quarter.", "in the third quarter", "2021-07/2021-09"),
    (B, "They meet at the end of March.", "at the end of March", "2021-03"),
    (B, "They meet at the end of next year.", "at the end of next year", "2022-12"),
    (B, "They meet in early May.", "in early May", "2021-05"),
    (B, "They meet on Easter Monday.", "on Easter Monday", "2021-04-05"),
    (B, "They meet after Labor Day.", "after Labor Day", "2021-09-06/.."),
    (B, "They meet in the autumn.", "in the autumn", "2021-23"),
]  # fmt: skip

NONSENSE = [
    "by the 0th of Smarch",
    "within -3 days of 9 March 2021",
    "within 99999999999 working days of 9 March 2021, Seoul said",
    "Seoul answers within 0 working days of 9 March 2021",
    "Seoul answers within 2.5 working days of 9 March 2021",
    "the 31st Friday of February",
    "the first Monday of 9999",
    "from December to March to May to 0000",
    "Chuseok 0001, Chuseok 9999, Diwali 1492",
    "Independence Day Independence Day Independence Day",
    "India and Pakistan and Israel on Independence Day",
    "last year's ninth quarter, next year's fourth half",
    "the year two hundred thousand, the year nine thousand",
    "in the year of our Lord two thousand nineteen",
    "zero day of May, in the year of our Lord one hundred",
    "Heisei 99999999999999999999, Juche 0, Showa -4",
    "the quarter ended " * 2000,
    "a year earlier a year earlier a year earlier",
    "2031 or later or earlier and beyond or before",
    "more than less than about nearly ten",
    "the day before the day before the day before.",
    "40 April 2021 to 50 May 2021, from 3 to 31 June",
    "in 12,000,000,000 BC and 5000000 AH",
    "9999-12-31, over the next century, in 900 decades",
    "one one one thousand two hundred dozen score days ago from now hence",
    "\x00\ufeff by \u202eMay 2021 ’s ' s - – —",
]

HISTORY = (
    "The war began on 1 September 1939. The capital fell on 27 September. In April the fleet sailed, and the north was"
    " taken on 9 June 1940. A truce was signed in 1941 and renewed in 1942, 1943 and 1944. In the spring of 1945 the"
    " last troops left. Two years earlier talks had failed. In December 1946 a treaty followed; it took force the"
    " following March, and on 3 May the ports opened."
)


@pytest.mark.parametrize(("dct", "text", "words", "value", "edtf", "mod"), EXPRESSIONS)
def test_an_expression_means(
    dct: str, text: str, words: str, value: str | None, edtf: str | None, mod: str | None
) -> None:
    found = {t.text: (t.value, t.edtf, t.mod) for t in find_timexes(text, dct)}
    assert found.get(words) == (value, edtf, mod), found


@pytest.mark.parametrize(("dct", "text", "words", "edtf"), PERIODS)
def test_a_period_is(dct: str, text: str, words: str, edtf: str | None) -> None:
    found = {d.text: d.edtf for d in find_periods(text, dct, direction="future")}
    assert found.get(words, "nothing") == edtf, found


@pytest.mark.parametrize("text", NONSENSE)
@pytest.mark.parametrize("dct", [A, None, "0001-01-01", "9999-12-31", "2021"])
def test_nonsense_never_raises(text: str, dct: str | None) -> None:
    for timex in find_timexes(text, dct):
        assert timex.edtf is None or is_edtf(timex.edtf)
    for due in find_periods(text, dct, direction="future"):
        assert text[due.start : due.end] == due.text
        assert due.edtf is None or is_edtf(due.edtf)


def test_a_history_goes_on_from_the_date_before() -> None:
    found = [t.value for t in find_timexes(HISTORY, "2012-05-05")]
    assert found == [
        "1939-09-01", "1939-09-27", "1940-04", "1940-06-09", "1941", "1942", "1943", "1944", "1945-SP", "1943",
        "1946-12", "1947-03", "1947-05-03",
    ]  # fmt: skip


def test_news_that_mentions_a_past_year_is_no_history() -> None:
    text = "The pact dates from 1953. The minister will fly to Oslo in March."
    assert [t.value for t in find_timexes(text, B)] == ["1953", "2021-03"]
