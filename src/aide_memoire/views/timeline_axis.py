"""The time axis of a chart: which days it spans, where its marks stand, and how points that meet are put in lanes."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from aide_memoire.records import Record
from aide_memoire.views.timeline import Timeline, TimelineRow

WIDTH = 720
"""The width of the time axis in pixels."""

_APART = 12  # pixels between the middles of two points that do not touch
_MOST_LANES = 5
_FARTHEST = timedelta(days=100 * 366)  # from the day of the answer; a due date beyond it is drawn to there
_SHORTEST = 60  # days
_MOST_TICKS = 9
_MOST_YEARS = 15  # a year has fewer letters than a month
_EPOCH = date(1970, 1, 1).toordinal()
_DAY = 86_400_000  # milliseconds
_STEPS = ((1, "day"), (7, "day"), (1, "month"), (3, "month"), (6, "month"))
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200)


class Axis(Record, frozen=True, kw_only=True):
    """The first and the last day, the days that are marked, and how they are written (as of `strftime`)."""

    first: date
    last: date
    ticks: tuple[date, ...]
    format: str


def lay_axis(timeline: Timeline) -> Axis:
    """Span what is drawn and the day of the answer, with room at both ends."""
    days = [day for row in timeline.rows for day in _iter_days(row, timeline.as_of)]
    first, last = min([*days, timeline.as_of]).toordinal(), max([*days, timeline.as_of]).toordinal()
    room = max(_SHORTEST - (last - first), (last - first) // 16) // 2 + 1
    start, end = _to_day(first - room), _to_day(last + room)
    ticks, written = _mark(start, end)
    return Axis(first=start, last=end, ticks=ticks, format=written)


def limit(day: date, as_of: date) -> date:
    """The day itself, or the farthest that is drawn."""
    farthest = _FARTHEST.days
    return _to_day(min(max(day.toordinal(), as_of.toordinal() - farthest), as_of.toordinal() + farthest))


def milliseconds(day: date, *, part: float = 0.0) -> float:
    """The place of a day on the axis, in milliseconds from 1970 on; `part` 0.5 is its middle."""
    return (day.toordinal() - _EPOCH + part) * _DAY


def put_in_lanes(days: Sequence[date], axis: Axis) -> tuple[int, ...]:
    """For each of some days, in order of time, a lane: points that would touch stand in different ones.

    There are five at most; where more points than that meet, they overlap.
    """
    pixels = WIDTH / (axis.last.toordinal() - axis.first.toordinal())
    ends: list[float] = []
    lanes = []
    for day in days:
        place = day.toordinal() * pixels
        free = next((lane for lane, end in enumerate(ends) if end + _APART <= place), None)
        if free is None and len(ends) < _MOST_LANES:
            ends.append(place)
            free = len(ends) - 1
        lane = min(range(len(ends)), key=ends.__getitem__) if free is None else free
        ends[lane] = place
        lanes.append(lane)
    return tuple(lanes)


def _iter_days(row: TimelineRow, as_of: date) -> Iterator[date]:
    points = (day for point in row.points for day in (point.first, point.last))
    due = (row.due.first, row.due.last) if row.due is not None else ()
    yield from (limit(day, as_of) for day in (*points, *due) if day is not None)


def _mark(first: date, last: date) -> tuple[tuple[date, ...], str]:
    """The marked days: each week, month, quarter, half or so many years, as close as there is room for."""
    for step, unit in _STEPS:
        found = tuple(_iter_marks(first, last, step, unit))
        if len(found) <= _MOST_TICKS:
            return found, "%-d %b %Y" if unit == "day" else "%b %Y"
    for step in _YEARS:
        found = tuple(_iter_marks(first, last, step, "year"))
        if len(found) <= _MOST_YEARS:
            break
    return found, "%Y"


def _iter_marks(first: date, last: date, step: int, unit: str) -> Iterable[date]:
    if unit == "day":
        return (_to_day(each) for each in range(first.toordinal(), last.toordinal() + 1) if each % step == 1 % step)
    years = range(first.year, last.year + 1)
    if unit == "year":
        marks = (date(year, 1, 1) for year in years if year % step == 0)
    else:
        marks = (date(year, month, 1) for year in years for month in range(1, 13, step))
    return (mark for mark in marks if first <= mark <= last)


def _to_day(ordinal: int) -> date:
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))
