"""Fiscal years: whose is meant, by the state that the text names before it, and when that one begins."""

import re
from datetime import date
from functools import cache
from typing import Literal

import msgspec

from aide_memoire.dates.stretches import Stretch
from aide_memoire.lexicons import read_lexicon

_REACH = 400  # characters before a fiscal year in which the state is named


class FiscalYear(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The fiscal year of a state: the month in which it begins, and by which calendar year it is called."""

    country: str
    names: tuple[str, ...]
    start_month: int
    called_by: Literal["start", "end"]
    source: str
    examples: tuple[str, ...]
    non_examples: tuple[str, ...] = ()

    def called(self, year: int) -> Stretch:
        """The fiscal year that is called by a number: US fiscal 2024 begins on 1 October 2023."""
        before = self.called_by == "end" and self.start_month > 1
        return Stretch("fiscal year", date(year - before, self.start_month, 1))


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    fiscal: tuple[FiscalYear, ...]


class _Fiscal(msgspec.Struct, frozen=True):
    years: dict[str, FiscalYear]
    pattern: re.Pattern[str]


@cache
def load_fiscal_years() -> _Fiscal:
    """Read lexicons/time_fiscal.toml once, by name. LexiconError where it is malformed."""
    file = read_lexicon("time_fiscal.toml", _File)
    years = {name: year for year in file.fiscal for name in year.names}
    names = "|".join(re.escape(name) for name in sorted(years, key=len, reverse=True))
    return _Fiscal(years, re.compile(rf"(?<!\w)(?:{names})(?!\w)"))


def fiscal_year_of(text: str, place: int) -> FiscalYear | None:
    """Find the fiscal year that is meant at a place: that of the one state named before it, if it is one."""
    known = load_fiscal_years()
    named = known.pattern.findall(text[max(0, place - _REACH) : place])
    found = {known.years[name].country: known.years[name] for name in named}
    return next(iter(found.values())) if len(found) == 1 else None
