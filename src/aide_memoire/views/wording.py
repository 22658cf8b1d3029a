"""EDTF dates, counts and time states in plain English, with the precision that they have and no more."""

import re
from datetime import date, timedelta

from aide_memoire.dates.edtf import bounds, is_edtf
from aide_memoire.records import TimeState

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_PARTS_OF_YEAR = {
    21: "spring",
    22: "summer",
    23: "autumn",
    24: "winter",
    33: "the first quarter of",
    34: "the second quarter of",
    35: "the third quarter of",
    36: "the fourth quarter of",
    40: "the first half of",
    41: "the second half of",
}
_QUALIFIERS = {"?": " (uncertain)", "~": " (approximate)", "%": " (uncertain and approximate)"}
_CALENDAR = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<qualifier>[?~%]?)")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d)?(Z|[+-]\d\d(?::?\d\d)?)?")
_UNSPECIFIED = re.compile(r"(\d{3}X|\d\dXX)|(\d{4})-XX(?:-XX)?|(\d{4}-\d\d)-XX")


def word_date(edtf: str) -> str:
    """Say a date or interval as a noun: "2022-05" is "May 2022", "/2022-05" "until May 2022".

    A form that has no plain words (a set, a year of five digits) comes back as it is, never approximated.
    """
    if edtf.count("/") == 1:
        start, end = edtf.split("/")
        return _word_interval(start, end, until="until")
    return _word_point(edtf)


def word_due(edtf: str) -> str:
    """Say by when: "/2022-05" is "by May 2022", "2022-05" "in May 2022", "2022-05-03" "on 3 May 2022".

    "2024-07/2024-12" is "between July and December 2024": the ends keep the precision that they have.
    """
    if edtf.count("/") == 1:
        start, end = edtf.split("/")
        return _word_interval(start, end, until="by")
    words = _word_point(edtf)
    if words == edtf and not edtf.isdigit():
        return edtf
    return f"{_preposition(edtf)} {words}"


def word_time_state(state: TimeState, edtf: str | None) -> str:
    """Say where the day of the briefing stands to the due date: for "/2022-05" "upcoming", "due now, until 31 May 2022"
    or "overdue since 1 June 2022"; for "2018-11-01/.." "since 1 November 2018, open-ended".

    It states arithmetic, never whether the act was done.
    """
    if state == "no_deadline":
        return "no deadline"
    last = last_day(edtf) if edtf else None
    if state == "overdue" and last is not None and last < date.max:
        return f"overdue since {word_date((last + timedelta(days=1)).isoformat())}"
    if state == "due":
        return _word_open(edtf) if last is None else f"due now, until {word_date(last.isoformat())}"
    return state


def last_day(edtf: str) -> date | None:
    """The last day that a date or interval reaches: 31 May 2022 for "/2022-05"; None if it has none or is no EDTF."""
    return bounds(edtf)[1] if is_edtf(edtf) else None


def count(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun: "1 commitment", "3 commitments"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def times(number: int) -> str:
    """How often: "once", "2 times"."""
    return "once" if number == 1 else f"{number} times"


def _word_open(edtf: str | None) -> str:
    """The state of what has begun and names no end."""
    start = edtf.partition("/")[0] if edtf else ""
    return f"since {_word_point(start)}, open-ended" if start not in ("", "..") else "due now, open-ended"


def _word_point(edtf: str) -> str:
    moment = _MOMENT.fullmatch(edtf)
    if moment is not None:
        day, hour, zone = moment.groups()
        return f"{_word_point(day)}, {hour}{_word_zone(zone)}"
    unspecified = _UNSPECIFIED.fullmatch(edtf)
    if unspecified is not None:
        return _word_unspecified(*unspecified.groups())
    plain = _CALENDAR.fullmatch(edtf)
    words = _word_calendar(plain["year"], plain["month"], plain["day"]) if plain else None
    if plain is None or words is None:
        return edtf
    return words + _QUALIFIERS.get(plain["qualifier"], "")


def _word_calendar(year: str, month: str | None, day: str | None) -> str | None:
    if month is None:
        return year
    number = int(month)
    if day is None and number in _PARTS_OF_YEAR:
        return f"{_PARTS_OF_YEAR[number]} {year}"
    if not 1 <= number <= 12:
        return None
    words = f"{_MONTHS[number - 1]} {year}"
    return f"{int(day)} {words}" if day else words


def _word_zone(zone: str | None) -> str:
    if zone is None:
        return ""
    return " UTC" if zone == "Z" else f" UTC{zone}"


def _word_unspecified(years: str | None, year: str | None, month: str | None) -> str:
    if years is not None:
        return f"{years.replace('X', '0')}–{years.replace('X', '9')} (year unknown)"
    if year is not None:
        return f"{year} (month unknown)"
    return f"{_word_point(month or '')} (day unknown)"


def _word_interval(start: str, end: str, *, until: str) -> str:
    if start in ("", "..") and end in ("", ".."):
        return f"{start}/{end}"
    if start in ("", ".."):
        return f"{until} {_word_point(end)}"
    if end in ("", ".."):
        return f"from {_word_point(start)} on" if end else f"from {_word_point(start)}, end unknown"
    first, last = _word_point(start), _word_point(end)
    return f"between {_drop_shared(first, last)} and {last}"


def _drop_shared(first: str, last: str) -> str:
    """Leave out what both ends end with: "9 June 2021" before "16 June 2021" is "9", before "16 July 2021" "9 June"."""
    kept, other = first.split(" "), last.split(" ")
    if len(kept) != len(other) or not all(word.isalnum() for word in kept + other) or kept[-1] != other[-1]:
        return first
    while len(kept) > 1 and kept[-1] == other[-1]:
        kept, other = kept[:-1], other[:-1]
    return " ".join(kept)


def _preposition(edtf: str) -> str:
    day = "T" in edtf or (_CALENDAR.fullmatch(edtf) is not None and edtf.count("-") == 2)
    return "on" if day else "in"
