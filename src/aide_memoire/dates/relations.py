"""What the shapes mean that relate to another date: "two weeks ago", "the following day", "the end of the year"."""

from datetime import date

import msgspec

from aide_memoire.dates.context import MULTIPLE, Context, Meaner, dated, duration, grain_of, timed
from aide_memoire.dates.impossible import no_date
from aide_memoire.dates.matches import Match, Meaning
from aide_memoire.dates.stretches import Grain, Stretch, around, later
from aide_memoire.dates.tokens import code

_LONGEST_DAY = 5  # words of "Sept. 30, 1999"
_PARTS = frozenset({"day", "week", "month", "quarter"})
_LONG = ("decade", "century")  # named by "the" only within another expression: "the end of the decade"
_WHOLE = _PARTS | {"weekend", "year"}


def _nth_of(match: Match, context: Context) -> Meaning | None:
    """Read "the last day of April", "the first week of May", "the third month of 2020"."""
    on, unit = context.inner(match, "date"), match.value("unit")
    if on is None or on.stretch is None or on.stretch.grain not in ("month", "quarter", "year") or unit not in _PARTS:
        return on
    is_last = match.tokens.classes[match.at("nth")] == code("LAST")
    if not is_last and match.ordinal("nth") < 1:
        return no_date()
    if unit == "week":
        first = (
            later(on.stretch.last, -6, "day") if is_last else later(on.stretch.first, match.ordinal("nth") - 1, "week")
        )
        if first > on.stretch.last:
            return no_date()
        edtf = f"{first.isoformat()}/{later(first, 6, 'day').isoformat()}"
        return msgspec.structs.replace(dated(around(first, "week"), context, said=on.anchor is None), edtf=edtf)
    first = on.stretch.last if is_last else later(on.stretch.first, match.ordinal("nth") - 1, unit)
    return (
        dated(around(first, grain_of(unit)), context, said=on.anchor is None) if first <= on.stretch.last else no_date()
    )


def _nth_weekday(match: Match, context: Context) -> Meaning | None:
    """Read "the first Tuesday of November", "the last Friday in May"."""
    on, number = context.inner(match, "date"), int(match.value("weekday"))
    if on is None or on.stretch is None or on.stretch.grain not in ("month", "quarter", "year"):
        return on
    if match.tokens.classes[match.at("nth")] == code("LAST"):
        last = on.stretch.last
        found = later(last, -((last.weekday() - number) % 7), "day")
    else:
        first = later(on.stretch.first, (number - on.stretch.first.weekday()) % 7, "day")
        found = later(first, match.ordinal("nth") - 1, "week")
    if not on.stretch.first <= found <= on.stretch.last:
        return no_date()
    return dated(around(found, "day"), context, said=on.anchor is None)


def _next_but_one(match: Match, context: Context) -> Meaning | None:
    """Read "the week before last", "the year after next"."""
    shift = -2 if match.has("rel") else 2
    if context.today is None:
        return Meaning(type="DATE", value=None)
    return dated(around(context.today, grain_of(match.value("unit"))).shift(shift), context)


def _beside(match: Match, context: Context) -> Meaning | None:
    """Read "the day before last Tuesday", "the week after Christmas"."""
    on, unit = context.inner(match, "date"), match.value("unit")
    if unit not in ("day", "week") or on is None or on.stretch is None:
        return None
    shift = -1 if match.word("way") == "before" else 1
    return dated(around(on.stretch.first, grain_of(unit)).shift(shift), context, said=on.anchor is None)


def _years_end(match: Match, context: Context) -> Meaning | None:
    """Read "year's end" as the December of this year."""
    if context.today is None:
        return Meaning(type="DATE", value=None)
    year = context.today.year + (match.relation("rel") if match.has("rel") else 0)
    return dated(Stretch("month", date(year, 12, 1)), context)


def _from_day(match: Match, context: Context) -> Meaning | None:
    """Read "a week from Friday" as a day."""
    on, count = context.inner(match, "date"), match.number("count")
    if on is None or on.stretch is None or count is None or count != int(count):
        return Meaning(type="DATE", value=None)
    first = on.stretch.first
    if context.today and first < context.today and match.tokens.classes[match.at("date")] == code("WEEKDAY"):
        first = later(first, 1, "week")  # the Friday to come, whatever the verb
    return dated(around(later(first, int(count), match.value("unit")), "day"), context)


def _end_of(match: Match, context: Context) -> Meaning | None:
    on = context.inner(match, "date")
    return None if on is None else msgspec.structs.replace(on, part=match.value("mod") or None)


def _later_in(match: Match, context: Context) -> Meaning | None:
    """Read "early next year", "later this month", "the late 1990s", "mid-1996"."""
    return _end_of(match, context)


def _week_of(match: Match, context: Context) -> Meaning | None:
    on = context.inner(match, "date")
    if match.value("unit") != "week" or on is None or on.stretch is None:
        return on
    return dated(around(on.stretch.first, "week"), context, said=on.anchor is None)


def _year_end(match: Match, context: Context) -> Meaning | None:
    """Read "year-end" as the December of this year."""
    unit, relation = match.value("unit"), 0
    if match.tokens.classes[match.start] in (code("LAST"), code("NEXT")):
        relation = int(match.tokens.value(match.start))
    if context.today is None or unit not in ("year", "month", "week"):
        return None if unit not in ("year", "month") else Meaning(type="DATE", value=None)
    stretch = around(context.today, grain_of(unit)).shift(relation)
    if unit == "year" and match.value("mod") == "END":
        return dated(Stretch("month", date(stretch.first.year, 12, 1)), context)
    return dated(stretch, context, part=match.value("mod"))


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
        return Meaning(type="DATE", value="PAST_REF" if way < 0 else None)  # after what was mentioned, not after today
    base = context.mentioned.first if context.mentioned else context.today
    if way < 0 and unit == "year" and context.told is None:
        base = context.today
    return _shifted(base, way * number, unit, context)


def _year_ago(match: Match, context: Context) -> Meaning | None:
    """Read "the year-earlier quarter" and "year-ago": a year before the quarter mentioned last, or before this year."""
    if match.value("unit") != "year" or match.word("way") not in ("ago", "earlier"):
        return None
    if match.has("nth") and context.today is not None and match.ordinal("nth") <= 4:
        return dated(Stretch("quarter", date(context.today.year - 1, 3 * match.ordinal("nth") - 2, 1)), context)
    if match.has("quarter") and context.quarter is not None:
        return dated(context.quarter.shift(-4), context)
    return _shifted(context.today, -1, "year", context)


def _day_before(match: Match, context: Context) -> Meaning | None:
    """Read "the day before", where no event follows, against the date mentioned last."""
    unit = match.value("unit") if match.has("unit") else "day"
    base = context.mentioned.first if context.mentioned else context.today
    if unit not in _WHOLE or base is None:
        return Meaning(type="DATE", value=None) if unit in _WHOLE else None
    stretch = around(base, grain_of(unit)).shift(-1 if match.word("way") == "before" else 1)
    return (
        timed(stretch.value, "T" + match.value("part"), stretch, context)
        if match.has("part")
        else dated(stretch, context)
    )


def _alike(match: Match, context: Context) -> Meaning | None:
    """Read "the same period last year", "the comparable quarter a year earlier", "the same month of last year"."""
    unit = match.value("unit")
    shift = match.relation("rel") if match.has("rel") else -1
    if context.today is None or match.value("year") != "year":
        return Meaning(type="DATE", value=None)
    quarter = context.quarter_in_mind()
    if quarter is not None and unit != "month":
        return dated(quarter.shift(4 * shift), context)
    if unit in ("month", "quarter"):
        return dated(around(later(context.today, shift, "year"), grain_of(unit)), context)
    return dated(around(later(context.today, shift, "year"), "year"), context)


def _latest(match: Match, context: Context) -> Meaning | None:
    quarter = context.quarter_in_mind()
    return dated(quarter, context) if quarter else Meaning(type="DATE", value=None)


def _shifted(base: date | None, count: float, unit: str, context: Context) -> Meaning:
    """The stretch `count` units from a day, as precise as its unit: days give a day, years a year."""
    if unit in ("hour", "minute", "second"):
        return Meaning(type="TIME", value=None)
    if base is None:
        return Meaning(type="DATE", value=None)
    if count != int(count) and unit in ("decade", "century"):
        count, unit = count * (10 if unit == "decade" else 100), "year"
    if count != int(count):
        months = {"year": 12, "month": 1, "decade": 120}.get(unit)
        if months is None or count * months != int(count * months):
            return Meaning(type="DATE", value=None)
        return dated(Stretch("month", later(base, int(count * months), "month").replace(day=1)), context)
    quarter = context.quarter_in_mind() if unit == "year" else None
    if quarter is not None and base >= quarter.first:
        # "profit rose in the third quarter from a year ago": the same quarter, that year.
        return dated(quarter.shift(4 * int(count)), context)
    target = later(base, int(count), unit)
    grain: Grain = (
        "week" if unit in ("week", "fortnight", "weekend") else "year" if unit in MULTIPLE else grain_of(unit)
    )
    return dated(around(target, grain), context)


def nearby(match: Match, context: Context) -> Meaning | None:
    """Read "last week", "this month", "next year"; "the following day" and "that week" against the date before."""
    unit, relation = match.value("unit"), match.relation("rel")
    first = match.tokens.words[match.at("rel")]
    anaphoric = first in ("that", "same", "following", "previous", "preceding", "prior")
    anaphoric = anaphoric or (first == "next" and unit == "day")
    if unit in ("hour", "minute", "second") or (unit in ("decade", "century") and relation):
        return Meaning(type="DURATION", value=duration(1, unit), length=(1, unit), relation=relation)
    base = context.mentioned.first if anaphoric and context.mentioned else context.today
    if base is None:
        return Meaning(type="DATE", value=None, relation=relation)
    if first == "latest" and unit in ("quarter", "year"):
        relation = -1  # reports come after the end of what they report on
    return dated(
        around(base, grain_of(unit if unit != "fortnight" else "week")).shift(relation),
        context,
        relation=None if anaphoric else relation,
    )


def _quarter_ended(match: Match, context: Context) -> Stretch | None:
    """The quarter of "the quarter ended Sept. 30"; None where the day that follows ends no quarter of the calendar."""
    first = match.end + 1
    if context.outer is not None or match.tokens.words[match.end : first] not in (["ended"], ["ending"]):
        return None  # within another expression it is not asked again, however often it is said
    for last in range(min(first + _LONGEST_DAY, len(match.tokens.words)), first + 1, -1):
        on = context.resolve((first, last), match.start)
        if on is not None and on.stretch is not None and on.stretch.grain == "day":
            quarter = around(on.stretch.first, "quarter")
            return quarter if quarter.last == on.stretch.first else None
    return None


def _the_unit(match: Match, context: Context) -> Meaning | None:
    """Read "the year" as this year, in "for the year"; other units name nothing by themselves."""
    unit, following = match.value("unit"), match.tokens.words[match.end : match.end + 1]
    if unit not in ("year", "quarter", "week", "month", "weekend") and not (
        unit in _LONG and context.outer is not None
    ):
        return None
    if unit == "year" and following and following[0].isdigit():
        return None  # "the year 99999"
    if unit in ("year", "month") and following in (["ended"], ["ending"], ["to"]):
        return Meaning(type="DURATION", value=duration(1, unit), length=(1, unit))
    if context.today is None:
        return Meaning(type="DATE", value=None)
    stretch = around(context.today, grain_of(unit))
    if unit == "quarter":
        quarter = _quarter_ended(match, context) or context.quarter_in_mind()
        if quarter is not None:
            return dated(quarter, context)
        stretch = stretch if context.direction(match) == "future" else stretch.shift(-1)
    if unit == "weekend" and context.direction(match) != "future":
        stretch = stretch.shift(-1) if stretch.first > context.today else stretch
    return dated(stretch, context)


RELATIONS: dict[str, Meaner] = {
    "nth_of": _nth_of,
    "nth_weekday": _nth_weekday,
    "beside": _beside,
    "next_but_one": _next_but_one,
    "years_end": _years_end,
    "from_day": _from_day,
    "end_of": _end_of,
    "later_in": _later_in,
    "week_of": _week_of,
    "year_end": _year_end,
    "ago": _ago,
    "earlier": _earlier,
    "year_ago": _year_ago,
    "day_before": _day_before,
    "alike": _alike,
    "latest": _latest,
    "nearby": nearby,
    "the_unit": _the_unit,
}
