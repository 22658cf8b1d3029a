"""What the shapes of months and seasons mean: "last June", "mid-August 2020", "the spring of 2018"."""

from datetime import date

from aide_memoire.dates.context import Context, Meaner, dated, part_of
from aide_memoire.dates.direction import Direction
from aide_memoire.dates.histories import year_told
from aide_memoire.dates.matches import Match, Meaning
from aide_memoire.dates.stretches import Stretch, season
from aide_memoire.dates.tokens import FILLER, code
from aide_memoire.dates.years import crosses

_NEAR_MONTHS = 3
_ADJACENT = 5


def _month(match: Match, context: Context) -> Meaning | None:
    month, part = int(match.value("month")), part_of(match)
    if match.has("year"):
        year = match.year("year") - crosses(match)
        return dated(Stretch("month", date(year, month, 1)), context, said=True, part=part)
    if _is_a_word(match) or _is_a_name(match) or _is_a_walk(match):
        return None
    if context.today is None:
        return Meaning(type="DATE", value=f"XXXX-{month:02}", part=part)
    told = context.told
    year = year_told(told, month) if told else _nearest_month_year(month, context.today, match, context)
    return dated(Stretch("month", date(year, month, 1)), context, part=part)


def _is_a_word(match: Match) -> bool:
    """Say whether the month is a verb that only opens its sentence: "May", "March"."""
    return match.end - match.start == 1 and match.word("month") in ("may", "march") and _sentence_start(match)


def _is_a_name(match: Match) -> bool:
    """Say whether a short form stands alone and without its dot, as in the name "Jan"."""
    place = match.at("month")
    return match.tokens.classes[place] == code("MONTH_SHORT") and match.tokens.words[place + 1 : place + 2] != ["."]


def _is_a_walk(match: Match) -> bool:
    """Say whether "March" is one of people: "the March for Peace", "the March on Rome"."""
    words, end, text = match.tokens.words, match.end, match.tokens.text
    if words[end - 1 : end + 1] not in (["march", "for"], ["march", "on"], ["march", "of"]):
        return False
    end += match.tokens.classes[end + 1 : end + 2] == code("THE")
    following = match.tokens.starts[end + 1 : end + 2]
    return bool(following) and text[following[0]].isupper() and match.tokens.classes[end + 1] == FILLER


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
    if context.told is not None:
        today = context.told.first
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
    if relation is None and context.told is not None:
        return dated(season(year_told(context.told, 3 * number), number), context, part=part)
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


MONTHS: dict[str, Meaner] = {
    "month": _month,
    "month_of": _month_of,
    "month_nearby": _month_nearby,
    "season": _season,
}
