"""Texts that tell of long ago, where a bare date goes on from the one before it and not from the day of writing.

"Poland fell in September 1939. Denmark was taken on 9 April." means the April of 1940, in whatever year it was written;
a news report that mentions 1939 means its own April.
"""

import re
from datetime import date

from aide_memoire.dates.stretches import Stretch
from aide_memoire.dates.tokens import Tokens, code

_YEARS = re.compile(code("N_YEAR"))
_OF_TODAY = tuple(map(code, ("WEEKDAY", "DEICTIC", "TONIGHT")))
_FEWEST = 8  # years that a history names
_SHARE = 0.85  # of them that are over
_RECENT = 2  # years before the day of writing that news still speaks of
_MONTHS_BACK = 4  # that a history steps back, at most


def is_history(tokens: Tokens, today: date | None) -> bool:
    """Say whether a text names many years, nearly all of them past, and hardly a weekday or "yesterday"."""
    if today is None or tokens.classes.count(code("N_YEAR")) < _FEWEST:
        return False
    years = [int(tokens.words[found.start()]) for found in _YEARS.finditer(tokens.classes)]
    over = sum(year <= today.year - _RECENT for year in years)
    news = sum(tokens.classes.count(word) for word in _OF_TODAY)
    return over >= _SHARE * len(years) and 10 * news <= len(years)


def is_long_ago(stretch: Stretch | None, today: date | None) -> bool:
    """Say whether a date lies so far back that what follows it in a history is told from there."""
    return stretch is not None and today is not None and stretch.last.year <= today.year - _RECENT


def year_told(stretch: Stretch, month: int) -> int:
    """The year of a month that follows a date in a history: after September 1939, April is that of 1940."""
    if stretch.grain not in ("day", "week", "month", "season"):
        return stretch.first.year
    back = stretch.first.month - month
    return stretch.first.year + (1 if back > _MONTHS_BACK else -1 if back < _MONTHS_BACK - 12 else 0)
