"""What each shape of the grammar means, given the day of the text: one function a shape, by the shape's name.

A function gives None where the words turn out to be no time expression ("2000 troops"), and a Meaning without value
where they are one that cannot be understood (a weekday, say, when the day of the text is unknown).
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

import msgspec

from aide_memoire.dates.direction import Direction, direction
from aide_memoire.dates.matches import Match, Meaning
from aide_memoire.dates.stretches import Grain, Stretch, around, day, later, season
from aide_memoire.dates.tokens import Tokens, code

_UNIT_CODES = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "D", "month": "M", "quarter": "Q",
    "year": "Y", "decade": "E", "century": "C", "fortnight": "W",
}  # fmt: skip
_MULTIPLE = {"decade": ("year", 10), "century": ("year", 100), "fortnight": ("week", 2), "weekend": ("day", 2)}
_LATEST_YEAR = 2199


class Context(msgspec.Struct, kw_only=True):
    """Where a match is read: the day of the text, the date mentioned last, the direction if it is given."""

    tokens: Tokens
    today: date | None
    mentioned: Stretch | None = None
    way: Direction | None = None
    resolve: Callable[[tuple[int, int]], Meaning | None]

    def direction(self, match: Match) -> Direction | None:
        """Which way the words around a match point, unless it is settled from outside."""
        return self.way or direction(self.tokens, match.start, match.end)


def _stretch(stretch: Stretch | None, context: Context, *, said: bool = False, part: str | None = None,
             relation: int | None = None) -> Meaning:
    """Make a DATE; `said` where the words name it in full, without the day of the text."""
    if stretch is None:
        return Meaning(type="DATE", value=None, part=part, relation=relation)
    anchor = None if said or context.today is None else context.today.isoformat()
    return Meaning(type="DATE", value=stretch.value, edtf=stretch.edtf, anchor=anchor, stretch=stretch, part=part,
                   relation=relation)


def _time(date_value: str | None, time: str, stretch: Stretch | None, context: Context, anchored: bool = True) -> Meaning:
    value = f"{date_value}{time}" if date_value else None
    anchor = context.today.isoformat() if context.today and anchored else None
    return Meaning(type="TIME", value=value, edtf=stretch.edtf if stretch else None, anchor=anchor, stretch=stretch)


def _part(match: Match) -> str | None:
    """The part of a stretch that a word before it says: "early" START, "mid-" MID, "late" END."""
    for index in range(match.start, match.end):
        if match.tokens.classes[index] in (code("MOD"), code("ENDWORD")):
            return match.tokens.value(index) or None
    return None


def _iso(match: Match, context: Context) -> Meaning | None:
    text = match.words()[0]
    try:
        stretch = day(date.fromisoformat(text[:10]))
    except ValueError:
        return None
    if len(text) > 10:
        return _time(text[:10], "T" + text[11:16], stretch, context, anchored=False)
    return _stretch(stretch, context, said=True)


def _slashed(match: Match, context: Context) -> Meaning | None:
    """Read 25/12/2021 and 12/25/2021; where both readings are possible and differ there is no value."""
    first, second, third = (int(part) for part in match.words()[0].split("/"))
    year = third if third > 99 else 2000 + third if third < 50 else 1900 + third
    days = {found for found in (_safe_day(year, first, second), _safe_day(year, second, first)) if found}
    if not days:
        return None
    return _stretch(day(days.pop()) if len(days) == 1 else None, context, said=True)


def _safe_day(year: int, month: int, number: int) -> date | None:
    if not 1 <= year <= 9999 or not 1 <= month <= 12 or not 1 <= number <= monthrange(year, month)[1]:
        return None
    return date(year, month, number)


def _clock_text(match: Match) -> str | None:
    start, end = match.span("clock")
    words = match.tokens.words[start:end]
    if match.tokens.classes[start] == code("NOON"):
        return f"T{match.tokens.value(start)}"
    hour, _, minute = words[0].replace(".", ":").partition(":")
    number, meridiem = int(hour), next((w.replace(".", "").replace(" ", "") for w in words[1:] if w[0] in "ap"), "").lower()
    if meridiem[:2] in ("am", "pm"):
        if not 1 <= number <= 12:
            return None if number > 23 else f"T{number:02}:{minute[:2] or '00'}"
        number = number % 12 + (12 if meridiem.startswith("pm") else 0)
    if number > 24 or int(minute[:2] or 0) > 59:
        return None
    return f"T{number:02}:{minute[:2] or '00'}"


def _clock(match: Match, context: Context) -> Meaning | None:
    time = _clock_text(match)
    if time is None:
        return None
    today = day(context.today) if context.today else None
    return _time(today.value if today else None, time, today, context)


def _clock_on_day(match: Match, context: Context) -> Meaning | None:
    time, on = _clock_text(match), context.resolve(match.span("date"))
    if time is None or on is None:
        return on
    return _time(on.value, time, on.stretch, context)


def _part_of_day(match: Match, context: Context) -> Meaning | None:
    on = context.resolve(match.span("date"))
    return None if on is None else _time(on.value, "T" + match.value("part"), on.stretch, context)


def _part_nearby(match: Match, context: Context) -> Meaning | None:
    start = match.at("rel")
    shift = int(match.tokens.value(start) or 0)
    if match.tokens.words[start] in ("that", "same", "following", "previous") or match.word("rel") == "next":
        base = context.mentioned.first if context.mentioned and context.mentioned.grain == "day" else context.today
    else:
        base = context.today
    stretch = day(base).shift(shift) if base else None
    return _time(stretch.value if stretch else None, "T" + match.value("part"), stretch, context)


def _tonight(match: Match, context: Context) -> Meaning | None:
    if context.today is None:
        return _time(None, "", None, context)
    stretch = day(context.today).shift(int(match.tokens.value(match.start)))
    return _time(stretch.value, "TNI", stretch, context)


def _year_of(match: Match, context: Context) -> tuple[int | None, bool]:
    """The year that the match names or relates to, and whether it names any."""
    for name in ("year", "rel", "near"):
        if not match.has(name):
            continue
        if name == "year":
            return next(int(w) for w in match.tokens.words[match.at("year") : match.span("year")[1]] if w.isdigit()), True
        if match.has("unit") and match.value("unit") not in ("year", "FISCAL"):
            continue
        return (context.today.year + match.relation(name) if context.today else None), True
    return None, False


def _calendar_day(match: Match, context: Context) -> Meaning | None:
    month, number = int(match.value("month")), match.ordinal("day")
    year, named = _year_of(match, context)
    if not 1 <= number <= monthrange(2000, month)[1]:
        return None
    first = _safe_day(year, month, number) if year else None
    if not named and context.today is not None:
        weekday = int(match.value("weekday")) if match.has("weekday") else None
        first = _nearest_day(month, number, weekday, match, context)
    if first is None:
        value = f"XXXX-{month:02}-{number:02}" if not named else None
        return Meaning(type="DATE", value=value)
    meaning = _stretch(day(first), context, said=match.has("year"))
    until = match.ordinal("until") if match.has("until") else 0
    if number < until <= monthrange(first.year, month)[1]:
        span = f"{first.isoformat()}/{first.replace(day=until).isoformat()}"
        return msgspec.structs.replace(meaning, value=span, edtf=span)
    return meaning


def _nearest_day(month: int, number: int, weekday: int | None, match: Match, context: Context) -> date | None:
    """Choose the year of a day of the month: by its weekday where one is said, by direction, else the nearest."""
    today = context.today
    assert today is not None
    days = [d for y in range(today.year - 2, today.year + 3) if (d := _safe_day(y, month, number))]
    if weekday is not None:
        days = [d for d in days if d.weekday() == weekday] or days
    days.sort(key=lambda d: abs((d - today).days))
    way = context.direction(match)
    wanted = [d for d in days if way is None or (d >= today if way == "future" else d <= today)]
    if not days:
        return None
    # A cue is trusted against the calendar only within reason: nobody writes "met on Dec. 1" of a day eleven months ago.
    if wanted and (abs((wanted[0] - today).days) <= 240 or context.way):
        return wanted[0]
    return days[0]


def _month(match: Match, context: Context) -> Meaning | None:
    month, part = int(match.value("month")), _part(match)
    if match.has("year"):
        return _stretch(Stretch("month", date(int(match.word("year")), month, 1)), context, said=True, part=part)
    if match.end - match.start == 1 and match.tokens.words[match.start] in ("may", "march") and _sentence_start(match):
        return None
    if context.today is None:
        return Meaning(type="DATE", value=f"XXXX-{month:02}", part=part)
    year = _nearest_month_year(month, context.today, context.direction(match))
    return _stretch(Stretch("month", date(year, month, 1)), context, part=part)


def _sentence_start(match: Match) -> bool:
    return match.start == 0 or match.tokens.words[match.start - 1][-1] in ".!?\n\"“"


def _nearest_month_year(month: int, today: date, way: Direction | None) -> int:
    if way == "future":
        return today.year + (month < today.month)
    return today.year - (month > today.month)


def _month_of(match: Match, context: Context) -> Meaning | None:
    if match.value("unit") != "year" or context.today is None:
        return Meaning(type="DATE", value=None)
    year = context.today.year + match.relation("rel")
    return _stretch(Stretch("month", date(year, int(match.value("month")), 1)), context, part=_part(match))


def _month_nearby(match: Match, context: Context) -> Meaning | None:
    """Read "last June" as the June before this month, "next June" as the one after it, "this June" as this year's."""
    if context.today is None:
        return Meaning(type="DATE", value=None)
    month, relation, today = int(match.value("month")), match.relation("rel"), context.today
    year = today.year
    if relation < 0:
        year -= month >= today.month
    elif relation > 0:
        year += month <= today.month
    return _stretch(Stretch("month", date(year, month, 1)), context, part=_part(match))


def _season(match: Match, context: Context) -> Meaning | None:
    number, part = int(match.value("season")), _part(match)
    if match.has("year"):
        return _stretch(season(int(match.word("year")), number), context, said=True, part=part)
    if context.today is None:
        return Meaning(type="DATE", value=None)
    today = context.today
    if match.has("rel"):
        return _stretch(season(today.year + match.relation("rel"), number), context, part=part)
    relation = match.relation("near") if match.has("near") else None
    way = context.direction(match) if relation is None else None
    here = season(today.year, number)
    if relation == -1 or (relation is None and way != "future"):
        stretch = here if here.last < today or (relation is None and here.first <= today) else here.shift(-1)
        if relation == -1 and stretch.last >= today:
            stretch = stretch.shift(-1)
    else:
        stretch = here.shift(-1) if here.shift(-1).last >= today else here
        stretch = stretch if stretch.last >= today or relation == 0 else stretch.shift(1)
        stretch = stretch.shift(1) if relation == 1 and stretch.first <= today else stretch
    return _stretch(stretch, context, part=part, relation=relation)


def _quarter(match: Match, context: Context) -> Meaning | None:
    return _of_year(match, context, "quarter", 4)


def _half(match: Match, context: Context) -> Meaning | None:
    on = context.resolve(match.span("date"))
    if on is None or on.stretch is None:
        return Meaning(type="DATE", value=None)
    nth = match.ordinal("nth") if match.tokens.classes[match.at("nth")] != code("LAST") else 2
    if nth not in (1, 2):
        return None
    if on.stretch.grain == "year":
        return _stretch(Stretch("half", date(on.stretch.first.year, 6 * nth - 5, 1)), context, said=on.anchor is None)
    return Meaning(type="DATE", value=on.value, edtf=None, stretch=None, anchor=on.anchor)


def _of_year(match: Match, context: Context, grain: Grain, count: int) -> Meaning | None:
    nth = match.ordinal("nth")
    if not 1 <= nth <= count:
        return None
    year, named = _year_of(match, context)
    fiscal = code("FISCAL") in match.found.group()
    if not named and context.today is not None:
        way, this = context.direction(match), around(context.today, grain)
        stretch = Stretch(grain, date(context.today.year, (nth - 1) * 12 // count + 1, 1))
        if stretch.first > this.first and way != "future":
            stretch = stretch.shift(-count)
        elif stretch.last < this.first and way == "future":
            stretch = stretch.shift(count)
        meaning = _stretch(stretch, context)
    else:
        first = date(year, (nth - 1) * 12 // count + 1, 1) if year else None
        meaning = _stretch(Stretch(grain, first) if first else None, context, said=match.has("year"))
    return msgspec.structs.replace(meaning, edtf=None, stretch=None) if fiscal else meaning


def _label(match: Match, context: Context) -> Meaning | None:
    label = match.word("label").upper()
    if label.startswith("FY"):
        digits = label[2:].strip()
        year = int(digits) if len(digits) == 4 else 2000 + int(digits) if int(digits) < 60 else 1900 + int(digits)
        return Meaning(type="DATE", value=f"{year:04}")
    year_word = int(match.word("year")) if match.has("year") else context.today.year if context.today else None
    if year_word is None:
        return Meaning(type="DATE", value=None)
    grain: Grain = "quarter" if label[0] == "Q" else "half"
    if grain == "half" and int(label[1]) > 2:
        return None
    months = 3 if grain == "quarter" else 6
    return _stretch(Stretch(grain, date(year_word, months * (int(label[1]) - 1) + 1, 1)), context, said=match.has("year"))


def _fiscal(match: Match, context: Context) -> Meaning | None:
    return Meaning(type="DATE", value=match.word("year"))


def _fiscal_nearby(match: Match, context: Context) -> Meaning | None:
    if context.today is None:
        return Meaning(type="DATE", value=None)
    return Meaning(type="DATE", value=f"{context.today.year + match.relation('rel'):04}", anchor=context.today.isoformat())


def _end_of(match: Match, context: Context) -> Meaning | None:
    on = context.resolve(match.span("date"))
    return None if on is None else msgspec.structs.replace(on, part=match.value("mod") or None)


def _later_in(match: Match, context: Context) -> Meaning | None:
    """Read "early next year", "later this month", "the late 1990s", "mid-1996"."""
    return _end_of(match, context)


def _year_end(match: Match, context: Context) -> Meaning | None:
    """Read "year-end" as the December of this year."""
    unit, relation = match.value("unit"), 0
    if match.tokens.classes[match.start] in (code("LAST"), code("NEXT")):
        relation = int(match.tokens.value(match.start))
    if context.today is None or unit not in ("year", "month", "week"):
        return None if unit not in ("year", "month") else Meaning(type="DATE", value=None)
    stretch = around(context.today, _grain(unit)).shift(relation)
    if unit == "year" and match.value("mod") == "END":
        return _stretch(Stretch("month", date(stretch.first.year, 12, 1)), context)
    return _stretch(stretch, context, part=match.value("mod"))


def _grain(unit: str) -> Grain:
    grains: dict[str, Grain] = {
        "day": "day", "week": "week", "weekend": "weekend", "month": "month", "quarter": "quarter", "year": "year",
        "decade": "decade", "century": "century",
    }  # fmt: skip
    return grains[unit]


def _decade(match: Match, context: Context) -> Meaning | None:
    digits = re.sub(r"\D", "", match.word("decade"))
    if len(digits) == 2:
        digits = ("20" if int(digits) < 20 else "19") + digits
    return _stretch(Stretch("decade", date(int(digits), 1, 1)), context, said=True, part=_part(match))


def _decade_nearby(match: Match, context: Context) -> Meaning | None:
    if match.has("half"):
        return None
    return _nearby(match, context)


def _century(match: Match, context: Context) -> Meaning | None:
    if match.value("unit") != "century":
        return None
    nth = match.ordinal("nth")
    if not 2 <= nth <= 30:
        return Meaning(type="DATE", value="00") if nth == 1 else None
    return _stretch(Stretch("century", date(100 * (nth - 1), 1, 1)), context, said=True, part=_part(match))


def _year_words(match: Match, context: Context) -> Meaning | None:
    century, rest = int(match.value("century")), match.number("rest")
    if century not in (18, 19) or rest is None:
        return None
    return _stretch(Stretch("year", date(100 * century + int(rest), 1, 1)), context, said=True)


def _ago(match: Match, context: Context) -> Meaning | None:
    way, unit = int(match.value("way")), match.value("unit")
    number = match.number("count") if match.has("count") else None
    if number is None:
        return Meaning(type="DATE", value="PAST_REF" if way < 0 else "FUTURE_REF")
    return _shifted(context.today, way * number, unit, context)


def _earlier(match: Match, context: Context) -> Meaning | None:
    """Read "two weeks earlier" against the date mentioned last, which is the day of the text if there is none."""
    kind, number = match.value("way"), match.number("count")
    if match.word("way") not in ("earlier", "later", "afterwards", "afterward", "thereafter"):
        return None
    way, unit = (-1 if kind == "START" else 1), match.value("unit")
    if number is None:
        return Meaning(type="DATE", value="PAST_REF" if way < 0 else "FUTURE_REF")
    base = context.mentioned.first if context.mentioned else context.today
    if way < 0 and unit == "year":
        base = context.today
    return _shifted(base, way * number, unit, context)


def _shifted(base: date | None, count: float, unit: str, context: Context) -> Meaning:
    """The stretch `count` units from a day, as precise as its unit: days give a day, years a year."""
    if unit in ("hour", "minute", "second"):
        return Meaning(type="TIME", value=None)
    if base is None:
        return Meaning(type="DATE", value=None)
    if count != int(count):
        months = {"year": 12, "month": 1, "decade": 120}.get(unit)
        if months is None or count * months != int(count * months):
            return Meaning(type="DATE", value=None)
        return _stretch(Stretch("month", later(base, int(count * months), "month").replace(day=1)), context)
    target = later(base, int(count), unit)
    grain: Grain = "week" if unit in ("week", "fortnight", "weekend") else "year" if unit in _MULTIPLE else _grain(unit)
    return _stretch(around(target, grain), context)


def _duration(count: float | None, unit: str) -> str:
    """The TIMEX3 value of a length: P18M, PT2H, P2Y6M, PXY where the number is vague."""
    unit_code = _UNIT_CODES[unit]
    prefix, letter = ("PT", unit_code[1]) if unit_code[0] == "T" else ("P", unit_code)
    if count is None:
        return f"{prefix}X{letter}"
    if unit in _MULTIPLE:
        smaller, factor = _MULTIPLE[unit]
        return _duration(count * factor, smaller)
    if count == int(count):
        return f"{prefix}{int(count)}{letter}"
    finer = {"year": ("month", 12), "hour": ("minute", 60), "minute": ("second", 60), "day": ("hour", 24)}.get(unit)
    if finer and count > 1 and unit != "day":
        rest = _duration(round((count - int(count)) * finer[1]), finer[0])
        return f"{prefix}{int(count)}{letter}" + rest.removeprefix("PT").removeprefix("P")
    return _duration(round(count * finer[1]), finer[0]) if finer else f"{prefix}{count:g}{letter}"


def _length(match: Match, context: Context) -> Meaning | None:
    unit, count = match.value("unit"), match.number("count")
    return Meaning(type="DURATION", value=_duration(count, unit), length=(count, unit))


def _unit_long(match: Match, context: Context) -> Meaning | None:
    plural = match.word("unit").endswith("s")
    count, unit = (None if plural else 1.0), match.value("unit")
    return Meaning(type="DURATION", value=_duration(count, unit), length=(count, unit))


def _vague_lengths(match: Match, context: Context) -> Meaning | None:
    unit = match.value("unit")
    return Meaning(type="DURATION", value=_duration(None, unit), length=(None, unit))


def _recent_lengths(match: Match, context: Context) -> Meaning | None:
    meaning = _length(match, context)
    relation = match.tokens.value(match.at("rel"))
    kind = match.tokens.classes[match.at("rel")]
    near = int(relation) if kind in (code("LAST"), code("NEXT"), code("FOLLOWING")) else None
    return msgspec.structs.replace(meaning, relation=near) if meaning else None


def _recent_units(match: Match, context: Context) -> Meaning | None:
    meaning = _vague_lengths(match, context)
    return msgspec.structs.replace(meaning, relation=match.relation("rel")) if meaning else None


def _rate(match: Match, context: Context) -> Meaning | None:
    return Meaning(type="SET", value=_duration(1, match.value("unit")))


def _every(match: Match, context: Context) -> Meaning | None:
    count = match.number("count") if match.has("count") else match.ordinal("ordinal") if match.has("ordinal") else 1
    return Meaning(type="SET", value=_duration(count or 2, match.value("unit")))


def _every_day(match: Match, context: Context) -> Meaning | None:
    part = "T" + match.value("part") if match.has("part") else ""
    return Meaning(type="SET", value=f"XXXX-WXX-{int(match.value('weekday')) + 1}{part}")


def _every_month(match: Match, context: Context) -> Meaning | None:
    return Meaning(type="SET", value=f"XXXX-{int(match.value('month')):02}")


def _nearby(match: Match, context: Context) -> Meaning | None:
    """Read "last week", "this month", "next year"; "the following day" and "that week" against the date before."""
    unit, relation = match.value("unit"), match.relation("rel")
    first = match.tokens.words[match.at("rel")]
    anaphoric = first in ("that", "same", "following", "previous", "preceding", "prior")
    anaphoric = anaphoric or (first == "next" and unit == "day")
    if unit in ("hour", "minute", "second"):
        return Meaning(type="DURATION", value=_duration(1, unit), length=(1, unit), relation=relation)
    base = context.mentioned.first if anaphoric and context.mentioned else context.today
    if base is None:
        return Meaning(type="DATE", value=None, relation=relation)
    return _stretch(around(base, _grain(unit if unit != "fortnight" else "week")).shift(relation), context,
                    relation=None if anaphoric else relation)


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
        shift = ahead if context.direction(match) == "future" else -back
    return _stretch(day(today).shift(shift), context)


def _weekdays(match: Match, context: Context) -> Meaning | None:
    return Meaning(type="SET", value=f"XXXX-WXX-{int(match.value('weekday')) + 1}")


def _day_word(match: Match, context: Context) -> Meaning | None:
    return _stretch(day(context.today).shift(int(match.value("day"))) if context.today else None, context)


def _holiday(match: Match, context: Context) -> Meaning | None:
    rule = match.value("holiday")
    year, named = _year_of(match, context)
    if year is None and context.today is None:
        return Meaning(type="DATE", value=None)
    today = context.today
    if named and year:
        return _stretch(day(_holiday_day(rule, year)), context, said=match.has("year"))
    assert today is not None
    days = [_holiday_day(rule, today.year + shift) for shift in (-1, 0, 1)]
    way = context.direction(match)
    wanted = [d for d in days if d > today] if way == "future" else [d for d in days if d <= today][::-1]
    return _stretch(day(wanted[0] if wanted else days[1]), context)


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


def _the_unit(match: Match, context: Context) -> Meaning | None:
    """Read "the year" as this year, in "for the year"; other units name nothing by themselves."""
    unit = match.value("unit")
    if unit not in ("year", "quarter", "week", "month", "weekend") or context.today is None:
        return None
    stretch = around(context.today, _grain(unit))
    if unit == "weekend" and context.direction(match) != "future":
        stretch = stretch.shift(-1) if stretch.first > context.today else stretch
    return _stretch(stretch, context)


def _reference(match: Match, context: Context) -> Meaning | None:
    return Meaning(type="DATE", value=match.value("reference"))


def _set_adverb(match: Match, context: Context) -> Meaning | None:
    return Meaning(type="SET", value=match.value("set"))


_COUNTED = re.compile(r"\s[a-z]+(?<!s)s\b")
_BEFORE_YEAR = frozenset("in of since by until till from to during before after for through early late mid and between the "
                         "around about circa or than".split())


def _year(match: Match, context: Context) -> Meaning | None:
    """Read a bare number of four digits as a year unless it counts something ("2000 troops")."""
    number = int(match.word("year"))
    before = match.tokens.words[match.start - 1] if match.start else ""
    after = match.tokens.text[match.tokens.ends[match.end - 1] :][:20]
    if _COUNTED.match(after) and (before not in _BEFORE_YEAR or before in ("of", "the", "than", "about", "around", "to", "for")):
        if number % 100 == 0 or number < 1900 or before in ("than", "about", "around"):
            return None
    if not 1900 <= number <= 2100 and before not in _BEFORE_YEAR - {"about", "around", "to", "than", "the", "of", "for", "and"}:
        return None
    return _stretch(Stretch("year", date(number, 1, 1)), context, said=True)


MEANINGS: dict[str, Callable[[Match, Context], Meaning | None]] = {
    name.removeprefix("_"): function
    for name, function in list(globals().items())
    if name.startswith("_") and callable(function) and getattr(function, "__code__", None)
    and function.__code__.co_varnames[:2] == ("match", "context")
}
