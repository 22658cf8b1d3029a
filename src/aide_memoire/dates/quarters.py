"""What the shapes of quarters, halves and fiscal years mean: "the second half of 2024", "last year's third quarter"."""

from datetime import date

import msgspec

from aide_memoire.dates.context import Context, Meaner, dated
from aide_memoire.dates.fiscal import fiscal_year_of
from aide_memoire.dates.impossible import no_date
from aide_memoire.dates.matches import Match, Meaning
from aide_memoire.dates.stretches import Grain, Stretch, around, season
from aide_memoire.dates.tokens import code
from aide_memoire.dates.years import year_of


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


def _of_last_year(match: Match, context: Context) -> Meaning | None:
    """Read "last year's third quarter", "this year's summer"; "last year's quarter" is that of the one mentioned."""
    if match.tokens.words[match.at("poss")] not in "'’" or match.tokens.words[match.at("poss") + 1] != "s":
        return None
    if context.today is None:
        return Meaning(type="DATE", value=None)
    year = context.today.year + match.relation("rel")
    if match.has("season"):
        return dated(season(year, int(match.value("season"))), context)
    grain: Grain = "quarter" if match.value("part") == "quarter" else "half"
    if match.has("nth"):
        nth, months = match.ordinal("nth"), 3 if grain == "quarter" else 6
        return (
            dated(Stretch(grain, date(year, months * (nth - 1) + 1, 1)), context) if nth * months <= 12 else no_date()
        )
    if grain == "half" or context.quarter is None:
        return None
    return dated(Stretch("quarter", date(year, context.quarter.first.month, 1)), context)


def _year_quarter(match: Match, context: Context) -> Meaning | None:
    """Read "the 1988 quarter" as the quarter spoken of, that year."""
    if context.quarter is None:
        return Meaning(type="DATE", value=None)
    return dated(Stretch("quarter", date(match.year("year"), context.quarter.first.month, 1)), context)


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


def _fiscal_alone(match: Match, context: Context) -> Meaning | None:
    """Read "the fiscal year" as this one, and as a length where its end follows ("the fiscal year ended March 31")."""
    if match.words()[-1] == "fiscal":
        return None
    if match.tokens.words[match.end : match.end + 1] in (["ended"], ["ending"]):
        return Meaning(type="DURATION", value="P1Y", length=(1, "year"))
    if context.today is None:
        return Meaning(type="DATE", value=None)
    return Meaning(type="DATE", value=f"{context.today.year:04}", anchor=context.today.isoformat())


def _fiscal_nearby(match: Match, context: Context) -> Meaning | None:
    if context.today is None:
        return Meaning(type="DATE", value=None)
    return Meaning(
        type="DATE", value=f"{context.today.year + match.relation('rel'):04}", anchor=context.today.isoformat()
    )


QUARTERS: dict[str, Meaner] = {
    "quarter": _quarter,
    "year_quarter": _year_quarter,
    "of_last_year": _of_last_year,
    "half": _half,
    "label": _label,
    "fiscal": _fiscal,
    "fiscal_alone": _fiscal_alone,
    "fiscal_nearby": _fiscal_nearby,
}
