"""What the shapes of months, seasons, quarters and years mean: "last June", "the second half of 2024", "the 1990s"."""

import re
from datetime import date

import msgspec

from aide_memoire.dates.context import Context, Meaner, dated, part_of
from aide_memoire.dates.direction import Direction
from aide_memoire.dates.fiscal import fiscal_year_of
from aide_memoire.dates.impossible import no_date
from aide_memoire.dates.matches import Match, Meaning
from aide_memoire.dates.relations import nearby
from aide_memoire.dates.stretches import Grain, Stretch, around, season
from aide_memoire.dates.tokens import code

_NEAR_MONTHS = 3
_ADJACENT = 3


def year_of(match: Match, context: Context) -> tuple[int | None, bool]:
    """The year that the match names or relates to, and whether it names any."""
    for name in ("year", "later_year", "rel", "near"):
        if not match.has(name):
            continue
        if name.endswith("year"):
            return match.year(name), True
        if match.has("unit") and match.value("unit") not in ("year", "FISCAL"):
            continue
        return (context.today.year + match.relation(name) if context.today else None), True
    return None, False


def _month(match: Match, context: Context) -> Meaning | None:
    month, part = int(match.value("month")), part_of(match)
    if match.has("year"):
        return dated(Stretch("month", date(match.year("year"), month, 1)), context, said=True, part=part)
    if _is_a_word(match) or _is_a_name(match):
        return None
    if context.today is None:
        return Meaning(type="DATE", value=f"XXXX-{month:02}", part=part)
    year = _nearest_month_year(month, context.today, match, context)
    return dated(Stretch("month", date(year, month, 1)), context, part=part)


def _is_a_word(match: Match) -> bool:
    """Say whether the month is a verb that only opens its sentence: "May", "March"."""
    return match.end - match.start == 1 and match.word("month") in ("may", "march") and _sentence_start(match)


def _is_a_name(match: Match) -> bool:
    """Say whether a short form stands alone and without its dot, as in the name "Jan"."""
    place = match.at("month")
    return match.tokens.classes[place] == code("MONTH_SHORT") and match.tokens.words[place + 1 : place + 2] != ["."]


def _opens_sentence(match: Match) -> bool:
    return match.start > 0 and match.tokens.text[match.tokens.starts[match.start - 1]].isupper()


def _sentence_start(match: Match) -> bool:
    return match.start == 0 or match.tokens.words[match.start - 1][-1] in '.!?\n"“'


def _nearest_month_year(month: int, today: date, match: Match, context: Context) -> int:
    """Choose the year of a month by direction; "in January", said in November, is the next one unless it is past."""
    way, ahead = context.direction(match), (month - today.month) % 12
    opens = _opens_sentence(match)  # "In January, it brought in …" tells what happened
    if way == "past" and 0 < ahead <= _NEAR_MONTHS and not opens:
        way = context.direction(match, reach=_ADJACENT)
    if way == "future" or (way is None and 0 < ahead <= _NEAR_MONTHS and not opens):
        return today.year + (month < today.month)
    return today.year - (month > today.month)


def _month_of(match: Match, context: Context) -> Meaning | None:
    if match.value("unit") != "year" or context.today is None:
        return Meaning(type="DATE", value=None)
    year = context.today.year + match.relation("rel")
    return dated(Stretch("month", date(year, int(match.value("month")), 1)), context, part=part_of(match))


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
    return dated(Stretch("month", date(year, month, 1)), context, part=part_of(match))


def _season(match: Match, context: Context) -> Meaning | None:
    number, part = int(match.value("season")), part_of(match)
    if match.has("year"):
        return dated(season(match.year("year"), number), context, said=True, part=part)
    if context.today is None:
        return Meaning(type="DATE", value=None)
    today = context.today
    if match.has("rel"):
        return dated(season(today.year + match.relation("rel"), number), context, part=part)
    relation = match.relation("near") if match.has("near") else None
    way = context.direction(match) if relation is None else None
    return dated(_near_season(number, today, relation, way), context, part=part, relation=relation)


def _near_season(number: int, today: date, relation: int | None, way: Direction | None) -> Stretch:
    """Choose the year of a season: "last", "next" or "this" one, or the last begun or next to end."""
    nearby = [season(today.year + shift, number) for shift in (-2, -1, 0, 1)]
    if relation == 0:
        running = [s for s in nearby if s.first <= today <= s.last]
        return running[0] if running else nearby[2]
    if relation == 1 or (relation is None and way == "future"):
        return next(s for s in nearby if (s.first > today if relation else s.last >= today))
    return [s for s in nearby if (s.last < today if relation else s.first <= today)][-1]


def _quarter(match: Match, context: Context) -> Meaning | None:
    return _of_year(match, context, "quarter", 4)


def _half(match: Match, context: Context) -> Meaning | None:
    on = context.inner(match, "date")
    if on is None or on.stretch is None:
        return Meaning(type="DATE", value=None)
    nth = match.ordinal("nth") if match.tokens.classes[match.at("nth")] != code("LAST") else 2
    if nth not in (1, 2):
        return no_date()
    if on.stretch.grain == "year":
        return dated(Stretch("half", date(on.stretch.first.year, 6 * nth - 5, 1)), context, said=on.anchor is None)
    return Meaning(type="DATE", value=on.value, edtf=None, stretch=None, anchor=on.anchor)


def _of_year(match: Match, context: Context, grain: Grain, count: int) -> Meaning | None:
    nth = match.ordinal("nth")
    year, named = year_of(match, context)
    if not 1 <= nth <= count:
        return no_date() if named else None
    fiscal = code("FISCAL") in match.found.group()
    if not named and context.today is not None:
        way, this = context.direction(match), around(context.today, grain)
        stretch = Stretch(grain, date(context.today.year, (nth - 1) * 12 // count + 1, 1))
        if stretch.first > this.first and way != "future":
            stretch = stretch.shift(-count)
        elif stretch.last < this.first and way == "future" and _soon(stretch.shift(count), context.today):
            stretch = stretch.shift(count)
        meaning = dated(stretch, context)
    else:
        first = date(year, (nth - 1) * 12 // count + 1, 1) if year else None
        meaning = dated(
            Stretch(grain, first) if first else None, context, said=match.has("year") or match.has("later_year")
        )
    return msgspec.structs.replace(meaning, edtf=None, stretch=None) if fiscal else meaning


def _soon(stretch: Stretch, today: date) -> bool:
    """Say whether a stretch begins within half a year: beyond that a bare "third quarter" is the one just past."""
    return (stretch.first - today).days <= 183


def _label(match: Match, context: Context) -> Meaning | None:
    label = match.word("label").upper()
    if label.startswith("FY"):
        digits = label[2:].strip()
        year = int(digits) if len(digits) == 4 else 2000 + int(digits) if int(digits) < 60 else 1900 + int(digits)
        return _fiscal_year(match, year)
    year_word = match.year("year") if match.has("year") else context.today.year if context.today else None
    if year_word is None:
        return Meaning(type="DATE", value=None)
    grain: Grain = "quarter" if label[0] == "Q" else "half"
    if grain == "half" and int(label[1]) > 2:
        return None
    months = 3 if grain == "quarter" else 6
    return dated(Stretch(grain, date(year_word, months * (int(label[1]) - 1) + 1, 1)), context, said=match.has("year"))


def _fiscal(match: Match, context: Context) -> Meaning | None:
    return _fiscal_year(match, match.year("year"))


def _fiscal_year(match: Match, year: int) -> Meaning:
    """The fiscal year of the state that the text names; without one it has a value, but no days."""
    found = fiscal_year_of(match.tokens.text, match.tokens.starts[match.start])
    stretch = found.called(year) if found else None
    return Meaning(type="DATE", value=f"{year:04}", edtf=stretch.edtf if stretch else None, stretch=stretch)


def _fiscal_nearby(match: Match, context: Context) -> Meaning | None:
    if context.today is None:
        return Meaning(type="DATE", value=None)
    return Meaning(
        type="DATE", value=f"{context.today.year + match.relation('rel'):04}", anchor=context.today.isoformat()
    )


def _decade(match: Match, context: Context) -> Meaning | None:
    digits = re.sub(r"\D", "", match.word("decade"))
    if len(digits) == 2:
        digits = ("20" if int(digits) < 20 else "19") + digits
    return dated(Stretch("decade", date(int(digits), 1, 1)), context, said=True, part=part_of(match))


def _decade_nearby(match: Match, context: Context) -> Meaning | None:
    if match.has("half"):
        return None
    return nearby(match, context)


def _century(match: Match, context: Context) -> Meaning | None:
    if match.value("unit") != "century":
        return None
    nth = match.ordinal("nth")
    if not 2 <= nth <= 30:
        return Meaning(type="DATE", value="00") if nth == 1 else None
    return dated(Stretch("century", date(100 * (nth - 1), 1, 1)), context, said=True, part=part_of(match))


_COUNTED = re.compile(r"\s[a-z]+(?<!s)s\b")
_SURE = tuple(
    map(code, ("IN", "SINCE", "BY", "UNTIL", "FROM", "DURING", "BEFORE", "AFTER", "THROUGH", "BETWEEN", "MOD"))
)
_COUNTING = code("APPROX")


def _year(match: Match, context: Context) -> Meaning | None:
    """Read a bare number of four digits as a year unless it counts something ("2000 troops")."""
    number = match.year("year")
    before = match.tokens.classes[match.start - 1 : match.start]
    if before not in _SURE:
        after = match.tokens.text[match.tokens.ends[match.end - 1] :][:20]
        counts = number % 100 == 0 or before == _COUNTING
        if not 1900 <= number <= 2100 or (counts and _COUNTED.match(after)):
            return None
    return dated(Stretch("year", date(number, 1, 1)), context, said=True)


SPANS: dict[str, Meaner] = {
    "month": _month,
    "month_of": _month_of,
    "month_nearby": _month_nearby,
    "season": _season,
    "quarter": _quarter,
    "half": _half,
    "label": _label,
    "fiscal": _fiscal,
    "fiscal_nearby": _fiscal_nearby,
    "decade": _decade,
    "decade_nearby": _decade_nearby,
    "century": _century,
    "year": _year,
}
