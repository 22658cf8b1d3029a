"""Spells of time as options name them: "90d" is ninety days, "6m" six months of the calendar."""

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple, Self

import click

_SPELL = re.compile(r"(\d{1,4})([dwmy])", re.ASCII)
_DAYS = {"d": 1, "w": 7}
_MONTHS = {"m": 1, "y": 12}


class Spell(NamedTuple):
    """So many days and so many months."""

    days: int = 0
    months: int = 0

    @classmethod
    def of(cls, text: str) -> Self | None:
        """Read "90d", "12w", "6m" or "1y"; None for anything else."""
        found = _SPELL.fullmatch(text)
        if found is None:
            return None
        number, unit = int(found[1]), found[2]
        return cls(days=number * _DAYS.get(unit, 0), months=number * _MONTHS.get(unit, 0))

    def after(self, day: date) -> date:
        """The day that comes this long after one: a month after 31 January is the last of February."""
        return _move(day, days=self.days, months=self.months)

    def before(self, day: date) -> date:
        """The day that was this long before one."""
        return _move(day, days=-self.days, months=-self.months)


def check_spell(_context: click.Context, _parameter: click.Parameter, value: str) -> Spell:
    """The spell that an option names; a message for what is none."""
    spell = Spell.of(value)
    if spell is None:
        raise click.BadParameter(
            f"{value!r} is no spell of time. Write days, weeks, months or years: 90d, 12w, 6m, 1y."
        )
    return spell


def _move(day: date, *, days: int, months: int) -> date:
    """Move a day; beyond the calendar is its first or last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return date.max if months > 0 else date.min
    moved = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    number = moved.toordinal() + days
    return date.fromordinal(min(max(number, date.min.toordinal()), date.max.toordinal()))
