"""The days on which a text was likely written, by all votes together: the shortest stretch that holds nearly all of it.

Each month from 1985 to some time after the last that the registers know has the sum of its prices; the votes are taken
as independent, all months as equally likely before them, but for those after the registers end, which are ever less so.
"""

from datetime import date, timedelta
from functools import cache, lru_cache
from math import exp

import msgspec

from aide_memoire.actors.lexicon import load_lexicons
from aide_memoire.dates.edtf import bounds
from aide_memoire.documents.votes import Vote

_FIRST_YEAR = 1985
_AFTER_REGISTER = 2  # years after the last known start of office in which a text may have been written
_BEYOND_REGISTER = 2.0 / 12  # nats for each month after that start: what is read with a register is rarely younger
_SURE = 0.97
_MOST_EVENED = 3  # months
_ALIKE = 0.99
_LONGEST = 12 * 10  # months; what is longer says nothing


class Stretch(msgspec.Struct, frozen=True):
    """The first and the last day on which a text was likely written."""

    first: date
    last: date


@cache
def months() -> tuple[date, ...]:
    """The middle of each month that is weighed."""
    last = _last_start().year + _AFTER_REGISTER
    return tuple(date(year, month, 15) for year in range(_FIRST_YEAR, last + 1) for month in range(1, 13))


@cache
def _last_start() -> date:
    """The last day on which, by the registers, somebody took office."""
    starts = (bounds(o.start)[0] for lexicon in load_lexicons() for o in lexicon.occupancy if o.start)
    return max((start for start in starts if start), default=date(_FIRST_YEAR, 1, 1))


@cache
def _before_votes() -> list[float]:
    """What each month costs before any vote."""
    last = _last_start()
    beyond = ((month.year - last.year) * 12 + month.month - last.month for month in months())
    return [_BEYOND_REGISTER * max(0, count) for count in beyond]


@lru_cache(maxsize=4)
def weigh(votes: tuple[Vote, ...]) -> Stretch | None:
    """Give the shortest stretch of months that holds 97 of 100 of the likelihood; None where the votes leave it open.

    Votes for 2021-01-20 to 2025-01-20 and for 2017-05-10 to 2022-05-09 give 2021-01-20 to 2022-05-09.
    """
    if not votes:
        return None
    prices = _prices(votes)
    least = min(prices)
    shares = [exp(least - price) for price in prices]
    first, last = _shortest(shares, _SURE * sum(shares))
    first, last = _evened(shares, first, last)
    if last - first >= _LONGEST or first == 0 or last == len(shares) - 1:
        return None
    return Stretch(*_clipped(months()[first], months()[last], votes))


def price(day: date, votes: tuple[Vote, ...]) -> float:
    """What a day costs by all votes together, in nats."""
    return sum(vote.price(day) for vote in votes)


def least_price(votes: tuple[Vote, ...]) -> float:
    """What the likeliest month costs."""
    return min(_prices(votes))


@lru_cache(maxsize=4)
def _prices(votes: tuple[Vote, ...]) -> list[float]:
    """What each month costs by all votes together."""
    count = len(months())
    by_vote = [vote.by_month(_FIRST_YEAR, count) for vote in votes]
    return [sum(prices) for prices in zip(_before_votes(), *by_vote, strict=True)]


def _shortest(shares: list[float], enough: float) -> tuple[int, int]:
    """The first and last place of the shortest run whose sum is enough."""
    best, total, first = (0, len(shares) - 1), 0.0, 0
    for last, share in enumerate(shares):
        total += share
        while total - shares[first] >= enough:
            total -= shares[first]
            first += 1
        if total >= enough and last - first < best[1] - best[0]:
            best = (first, last)
    return best


def _evened(shares: list[float], first: int, last: int) -> tuple[int, int]:
    """A run made longer by the few months at its ends that are as likely: an office is not cut short at random."""
    for _ in range(_MOST_EVENED):
        first -= first > 0 and shares[first - 1] >= _ALIKE * shares[first]
        last += last < len(shares) - 1 and shares[last + 1] >= _ALIKE * shares[last]
    return first, last


def _clipped(first: date, last: date, votes: tuple[Vote, ...]) -> tuple[date, date]:
    """The months as days, no wider than an office or a date whose edge falls into them."""
    start = first.replace(day=1)
    end = (last.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    edges = [spell for vote in votes for spell in vote.spells]
    starts = [edge for edge, _ in edges if edge and (edge.year, edge.month) == (start.year, start.month)]
    ends = [edge for _, edge in edges if edge and (edge.year, edge.month) == (end.year, end.month)]
    return max(starts, default=start), min(ends, default=end)
