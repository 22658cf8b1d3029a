"""What the shapes of days and times of day mean: "Thursday", "21 January 2021", "noon on Friday", "Easter"."""

from calendar import monthrange
from datetime import date, timedelta

import msgspec

from aide_memoire.dates.context import Context, Meaner, dated, safe_day, timed
from aide_memoire.dates.direction import Direction
from aide_memoire.dates.impossible import counts, no_date
from aide_memoire.dates.matches import Match, Meaning
from aide_memoire.dates.spans import year_of
from aide_memoire.dates.stretches import day
from aide_memoire.dates.tokens import code

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
        first = _nearest_day(month, number, weekday, match, context)
    if first is None:
        value = f"XXXX-{month:02}-{number:02}" if not named else None
        return Meaning(type="DATE", value=value)
    meaning = dated(day(first), context, said=match.has("year"))
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


def _day_word(match: Match, context: Context) -> Meaning | None:
    return dated(day(context.today).shift(int(match.value("day"))) if context.today else None, context)


def _holiday(match: Match, context: Context) -> Meaning | None:
    rule = match.value("holiday")
    year, named = year_of(match, context)
    if year is None and context.today is None:
        return Meaning(type="DATE", value=None)
    today = context.today
    if named and year:
        return dated(day(_holiday_day(rule, year)), context, said=match.has("year"))
    assert today is not None
    days = [_holiday_day(rule, today.year + shift) for shift in (-1, 0, 1)]
    way = context.direction(match)
    wanted = [d for d in days if d > today] if way == "future" else [d for d in days if d <= today][::-1]
    return dated(day(wanted[0] if wanted else days[1]), context)


def _holiday_day(rule: str, year: int) -> date:
    if rule.startswith("easter"):
        return _easter(year) + timedelta(days=int(rule[6:]))
    if ":" not in rule:
        return date(year, int(rule[:2]), int(rule[3:]))
    month, nth, weekday = (int(part) for part in rule.split(":"))
    days = [date(year, month, d) for d in range(1, monthrange(year, month)[1] + 1)]
    fitting = [d for d in days if d.weekday() == weekday]
    return fitting[nth - 1 if nth > 0 else nth]


def _easter(year: int) -> date:
    """Give Easter Sunday of the western churches (the anonymous Gregorian computus, Nature, 20 April 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, rest = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, rest + 1)


DAYS: dict[str, Meaner] = {
    "iso": _iso,
    "slashed": _slashed,
    "clock": _clock,
    "clock_on_day": _clock_on_day,
    "part_of_day": _part_of_day,
    "part_nearby": _part_nearby,
    "tonight": _tonight,
    "calendar_day": _calendar_day,
    "weekday": _weekday,
    "day_word": _day_word,
    "holiday": _holiday,
}
