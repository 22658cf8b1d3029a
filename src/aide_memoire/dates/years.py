"""What the shapes of years and more mean: "2018", "the year two thousand", "the 1990s", "Heisei 12"."""

import re
from datetime import date

from aide_memoire.dates.context import Context, Meaner, dated, part_of
from aide_memoire.dates.impossible import no_date
from aide_memoire.dates.matches import Match, Meaning
from aide_memoire.dates.relations import nearby
from aide_memoire.dates.stretches import Stretch
from aide_memoire.dates.tokens import code

_COUNTED = re.compile(r"\s[a-z]+(?<!s)s\b")
_SURE = tuple(
    map(code, ("IN", "SINCE", "BY", "UNTIL", "FROM", "DURING", "BEFORE", "AFTER", "THROUGH", "BETWEEN", "MOD"))
)
_COUNTING = code("APPROX")


def year_of(match: Match, context: Context) -> tuple[int | None, bool]:
    """The year that the match names or relates to, and whether it names any."""
    if match.has("spoken"):
        return spoken_number(match, "spoken"), True
    for name in ("year", "later_year", "rel", "near"):
        if not match.has(name):
            continue
        if name.endswith("year"):
            return match.year(name) - crosses(match), True
        if match.has("unit") and match.value("unit") not in ("year", "FISCAL"):
            continue
        return (context.today.year + match.relation(name) if context.today else None), True
    return None, False


def crosses(match: Match) -> bool:
    """Say whether a year that stands with a later month is the next one: "from December to March 2022"."""
    return match.has("other") and int(match.value("month")) > int(match.value("other"))


def _decade(match: Match, context: Context) -> Meaning | None:
    if match.word("decade").isalpha() and match.tokens.classes[match.start] != code("THE"):
        return None  # "in his seventies"
    digits = re.sub(r"\D", "", match.value("decade"))
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


def spoken_number(match: Match, name: str) -> int:
    """The number that a part of a match speaks: "two thousand and five"."""
    start, end = match.span(name)
    values = [int(value) for i in range(start, end) if (value := match.tokens.value(i)).isdigit()]
    return values[0] * values[1] + sum(values[2:])


def _spoken_year(match: Match, context: Context) -> Meaning | None:
    """Read "the year two thousand and five"."""
    number = spoken_number(match, "year")
    return dated(Stretch("year", date(number, 1, 1)), context, said=True) if 1000 <= number < 2200 else None


def _reign(match: Match, context: Context) -> Meaning | None:
    """Read "Heisei 12" as 2000; a year that a reign did not have is no date."""
    before, _, years = match.value("reign").partition("+")
    number = int(match.word("count")) if match.word("count").isdigit() else 0
    if not 1 <= number <= int(years or 999):
        return no_date()
    return dated(Stretch("year", date(int(before) + number, 1, 1)), context, said=True)


YEARS: dict[str, Meaner] = {
    "decade": _decade,
    "decade_nearby": _decade_nearby,
    "century": _century,
    "spoken_year": _spoken_year,
    "year": _year,
    "reign": _reign,
}
