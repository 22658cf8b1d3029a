"""What the shapes of days and times of day mean: "Thursday", "21 January 2021", "noon on Friday", "Easter"."""

from calendar import monthrange
from datetime import date

import msgspec

from aide_memoire.dates.context import Context, Meaner, dated, safe_day, timed
from aide_memoire.dates.countries import country_meant
from aide_memoire.dates.direction import Direction
from aide_memoire.dates.histories import year_told
from aide_memoire.dates.holidays import holiday_day
from aide_memoire.dates.impossible import counts, no_date
from aide_memoire.dates.matches import Match, Meaning
from aide_memoire.dates.stretches import day
from aide_memoire.dates.tokens import FILLER, code
from aide_memoire.dates.years import year_of

_ANAPHORIC = frozenset({"that", "same", "following", "previous", "preceding", "prior"})
_MODALS = frozenset({"will", "would", "could", "may", "might", "can", "shall", "to", "ll"})
_DAY_ENDS = tuple(map(code, ("WEEKDAY", "DEICTIC", "N_12", "N_31", "N_YEAR", "ORDINAL")))


def _iso(match: Match, context: Context) -> Meaning | None:
    text = match.words()[0]
    try:
        stretch = day(date.fromisoformat(text[:10]))
    except ValueError:
        return None
    if len(text) > 10:
        return timed(text[:10], "T" + text[11:16], stretch, context, anchored=False)
    return dated(stretch, context, said=True)


def _slashed(match: Match, context: Context) -> Meaning | None:
    """Read 25/12/2021 and 12/25/2021; where both readings are possible and differ there is no value."""
    first, second, third = (int(part) for part in match.words()[0].split("/"))
    year = third if third > 99 else 2000 + third if third < 50 else 1900 + third
    days = {found for found in (safe_day(year, first, second), safe_day(year, second, first)) if found}
    if not days:
        return None
    return dated(day(days.pop()) if len(days) == 1 else None, context, said=True)


def clock_text(match: Match) -> str | None:
    """The time that a clock shows, as TIMEX3 writes it: "T17:30"; None for what no clock shows."""
    start, end = match.span("clock")
    words = match.tokens.words[start:end]
    if match.tokens.classes[start] == code("NOON"):
        return f"T{match.tokens.value(start)}"
    hour, _, minute = words[0].replace(".", ":").partition(":")
    number, meridiem = (
        int(hour),
        next((w.replace(".", "").replace(" ", "") for w in words[1:] if w[0] in "ap"), "").lower(),
    )
    if meridiem[:2] in ("am", "pm"):
        if not 1 <= number <= 12:
            return None if number > 23 else f"T{number:02}:{minute[:2] or '00'}"
        number = number % 12 + (12 if meridiem.startswith("pm") else 0)
    if number > 24 or int(minute[:2] or 0) > 59:
        return None
    return f"T{number:02}:{minute[:2] or '00'}"


def _clock(match: Match, context: Context) -> Meaning | None:
    time = clock_text(match)
    if time is None:
        return None
    today = day(context.today) if context.today else None
    if match.tokens.classes[match.start - 1 : match.start] == code("AT") and _follows_day(match) and context.mentioned:
        today = context.mentioned  # "on Monday, Jan. 18 at 9 a.m."
    return timed(today.value if today else None, time, today, context)


def _follows_day(match: Match) -> bool:
    return match.tokens.classes[max(0, match.start - 2) : match.start - 1] in _DAY_ENDS


def _clock_on_day(match: Match, context: Context) -> Meaning | None:
    time, on = clock_text(match), context.inner(match, "date")
    if time is None or on is None:
        return on
    return timed(on.stretch.value if on.stretch else on.value, time, on.stretch, context)


def _part_of_day(match: Match, context: Context) -> Meaning | None:
    on = context.inner(match, "date")
    return None if on is None else timed(on.value, "T" + match.value("part"), on.stretch, context)


def _part_nearby(match: Match, context: Context) -> Meaning | None:
    start = match.at("rel")
    shift = int(match.tokens.value(start) or 0)
    if match.tokens.words[start] in ("that", "same", "following", "previous") or match.word("rel") == "next":
        base = context.mentioned.first if context.mentioned and context.mentioned.grain == "day" else context.today
    else:
        base = context.today
    stretch = day(base).shift(shift) if base else None
    return timed(stretch.value if stretch else None, "T" + match.value("part"), stretch, context)


def _part_alone(match: Match, context: Context) -> Meaning | None:
    """Read "in the evening" as that of the day mentioned before it, or of today."""
    before = context.mentioned if context.mentioned and context.mentioned.grain == "day" else None
    stretch = before or (day(context.today) if context.today else None)
    return timed(stretch.value if stretch else None, "T" + match.value("part"), stretch, context)


def _tonight(match: Match, context: Context) -> Meaning | None:
    if context.today is None:
        return timed(None, "", None, context)
    stretch = day(context.today).shift(int(match.tokens.value(match.start)))
    return timed(stretch.value, "TNI", stretch, context)


def _calendar_day(match: Match, context: Context) -> Meaning | None:
    month, number = int(match.value("month")), match.ordinal("day")
    year, named = year_of(match, context)
    longest = monthrange(2000, month)[1]
    until = match.ordinal("until") if match.has("until") else 0
    if not 1 <= number <= longest or until > longest:
        return _impossible(match)
    first = safe_day(year, month, number) if year else None
    if not named and context.today is not None:
        weekday = int(match.value("weekday")) if match.has("weekday") else None
        told = context.told if not _said_way(match) else None
        first = safe_day(year_told(told, month), month, number) if told else None
        first = first or _nearest_day(month, number, weekday, match, context)
    if first is None:
        value = f"XXXX-{month:02}-{number:02}" if not named else None
        return Meaning(type="DATE", value=value)
    meaning = dated(day(first), context, said=match.has("year") or match.has("spoken"))
    if number < until <= monthrange(first.year, month)[1]:
        span = f"{first.isoformat()}/{first.replace(day=until).isoformat()}"
        return msgspec.structs.replace(meaning, value=span, edtf=span)
    return meaning


def _impossible(match: Match) -> Meaning | None:
    """Read "31 June" as no date, but "in June 31 envoys" and "31 June 5" as what is left without the number."""
    last = match.span("day")[1] - 1
    if match.at("day") > match.at("month"):
        return None if counts(match.tokens, last) else no_date()
    follows = match.tokens.words[match.end : match.end + 1]
    return None if follows and follows[0].isdigit() else no_date()


def _nearest_day(month: int, number: int, weekday: int | None, match: Match, context: Context) -> date | None:
    """Choose the year of a day of the month: by its weekday where one is said, by direction, else the nearest."""
    today = context.today
    assert today is not None
    days = [d for y in range(today.year - 2, today.year + 3) if (d := safe_day(y, month, number))]
    if weekday is not None:
        days = [d for d in days if d.weekday() == weekday] or days
    days.sort(key=lambda d: abs((d - today).days))
    way = _said_way(match) or context.direction(match)
    wanted = [d for d in days if way is None or (d >= today if way == "future" else d <= today)]
    if not days:
        return None
    # A cue is trusted only within reason: nobody writes "met on Dec. 1" of a day eleven months ago.
    if wanted and (
        abs((wanted[0] - today).days) <= 240 or _said_way(match) or context.direction(match, reach=1) == way
    ):
        return wanted[0]
    return days[0]


def _said_way(match: Match) -> Direction | None:
    """The direction that "last" or "next" says: "last Oct. 23"."""
    if not match.has("near"):
        return None
    return {-1: "past", 1: "future"}.get(match.relation("near"))  # type: ignore[return-value]


def _weekday(match: Match, context: Context) -> Meaning | None:
    if context.today is None:
        return Meaning(type="DATE", value=f"XXXX-WXX-{int(match.value('weekday')) + 1}")
    number, today = int(match.value("weekday")), context.today
    if match.has("rel") and match.word("rel") in _ANAPHORIC and context.mentioned and context.mentioned.grain == "day":
        today = context.mentioned.first
    back = (today.weekday() - number) % 7
    ahead = (number - today.weekday()) % 7
    relation = match.relation("rel") if match.has("rel") else None
    if relation == -1:
        shift = -(back or 7)
    elif relation == 1:
        shift = ahead or 7
    elif relation == 0:
        shift = number - today.weekday()
    else:
        possessive = match.tokens.text.startswith(("'s", "’s"), match.tokens.ends[match.end - 1]) and not context.way
        shift = ahead if not possessive and context.direction(match) == "future" else -back
    return dated(day(today).shift(shift), context)


def _one_day(match: Match, context: Context) -> Meaning | None:
    """Read "will one day" as some time to come."""
    before = match.tokens.words[match.start - 1] if match.start else ""
    if match.words() != ["one", "day"] or before not in _MODALS:
        return None
    return Meaning(type="DATE", value="FUTURE_REF")


def _day_word(match: Match, context: Context) -> Meaning | None:
    return dated(day(context.today).shift(int(match.value("day"))) if context.today else None, context)


def _holiday(match: Match, context: Context) -> Meaning | None:
    """Read "Good Friday 1998" and "after Labor Day", but not "Good Friday Agreement", "Yom Kippur War"."""
    follows = match.tokens.starts[match.end : match.end + 1]
    if follows and match.tokens.classes[match.end] == FILLER and match.tokens.text[follows[0]].isupper():
        return None
    rule, year = match.value("holiday"), year_of(match, context)[0]
    country = country_meant(match.tokens.text, match.tokens.starts[match.start]) if rule.startswith("*") else None
    if year is not None:
        found = holiday_day(rule, year, country)
        return dated(day(found) if found else None, context, said=match.has("year"))
    if context.today is None:
        return Meaning(type="DATE", value=None)
    found = _nearest_holiday(rule, country, context.today, context.direction(match))
    return dated(day(found) if found else None, context)


def _nearest_holiday(rule: str, country: str | None, today: date, way: Direction | None) -> date | None:
    """The holiday to come or past; without a direction the nearest."""
    years = [year for year in (today.year - 1, today.year, today.year + 1) if 1 <= year <= 9999]
    days = [found for year in years if (found := holiday_day(rule, year, country))]
    wanted = [d for d in days if way is None or (d > today if way == "future" else d <= today)]
    return min(wanted, key=lambda d: abs((d - today).days), default=None)


DAYS: dict[str, Meaner] = {
    "iso": _iso,
    "slashed": _slashed,
    "clock": _clock,
    "clock_on_day": _clock_on_day,
    "part_of_day": _part_of_day,
    "part_nearby": _part_nearby,
    "part_alone": _part_alone,
    "tonight": _tonight,
    "calendar_day": _calendar_day,
    "weekday": _weekday,
    "one_day": _one_day,
    "day_word": _day_word,
    "holiday": _holiday,
}
