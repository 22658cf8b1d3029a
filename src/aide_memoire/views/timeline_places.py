"""Where everything of a chart stands: its rows in pixels from above, its days in milliseconds from 1970 on."""

from collections.abc import Iterator
from datetime import date

from rich.cells import cell_len

from aide_memoire.records import Record
from aide_memoire.views.timeline import Point, Timeline, TimelineRow
from aide_memoire.views.timeline_axis import Axis, limit, milliseconds, put_in_lanes
from aide_memoire.views.timeline_looks import find_look
from aide_memoire.views.wording import word_date

LABEL_LETTERS = 64
"""How many columns a line of a row's name has at most."""

_ROW = 36
_LANE = 13
_MARGIN = 5
_LINE = 8  # from the middle of a row to the middle of either line of its name


class Band(Record, frozen=True, kw_only=True):
    """The upper and the lower edge of a row."""

    y: float
    y2: float

    @property
    def middle(self) -> float:
        """Halfway between its edges."""
        return (self.y + self.y2) / 2


class Bar(Record, frozen=True, kw_only=True):
    """When something is due, from the beginning of the first day to the end of the last; open: to the chart's end."""

    key: str
    x: float
    x2: float
    y: float
    y2: float
    middle: float
    is_open: bool


class Dot(Record, frozen=True, kw_only=True):
    """A linked statement, at noon of the day of its report; `x1` is the first day that a less exact date can mean."""

    key: str
    x1: float
    x: float
    y: float
    look: str


class Label(Record, frozen=True, kw_only=True):
    """A line of a row's name."""

    y: float
    words: str
    size: float
    colour: str


class Day(Record, frozen=True, kw_only=True):
    """The day of the answer, at its noon."""

    x: float
    words: str


class Places(Record, frozen=True, kw_only=True):
    """All of a chart. The `key` of a point is `c1-2` (row 1, statement 2), that of a bar `c1-due`."""

    bands: tuple[Band, ...]
    bars: tuple[Bar, ...]
    dots: tuple[Dot, ...]
    labels: tuple[Label, ...]
    day: Day

    @property
    def height(self) -> float:
        """The height of all rows."""
        return self.bands[-1].y2 if self.bands else _ROW


def place(timeline: Timeline, axis: Axis) -> Places:
    """Give each row a band, as high as the lanes of its points need, and everything in it a place."""
    lanes = [put_in_lanes([day for day, _, _ in _iter_dated(row, timeline.as_of)], axis) for row in timeline.rows]
    bands = tuple(_iter_bands(lanes))
    rows = list(enumerate(zip(timeline.rows, bands, lanes, strict=True), 1))
    bars = (_place_bar(number, row, band, timeline.as_of, axis) for number, (row, band, _) in rows)
    return Places(
        bands=bands,
        bars=tuple(bar for bar in bars if bar is not None),
        dots=tuple(dot for number, at in rows for dot in _iter_dots(number, *at, timeline.as_of)),
        labels=tuple(label for _, (row, band, _) in rows for label in _iter_labels(row, band)),
        day=Day(x=milliseconds(timeline.as_of, part=0.5), words=f"as of {word_date(timeline.as_of.isoformat())}"),
    )


def cut(text: str, most: int) -> str:
    """The text in so many columns at most, cut at a word where one ends near there: "pledge: reopen the ferry…"."""
    if cell_len(text) <= most:
        return text
    kept = text[:most]
    while cell_len(kept) > most - 1:
        kept = kept[:-1]
    words, _, rest = kept.rpartition(" ")
    return f"{(words if words and len(rest) < most // 3 else kept).rstrip()}…"


def _iter_bands(lanes: list[tuple[int, ...]]) -> Iterator[Band]:
    top = 0.0
    for row in lanes:
        bottom = top + max(_ROW, (max(row, default=0) + 1) * _LANE + 2 * _MARGIN)
        yield Band(y=top, y2=bottom)
        top = bottom


def _iter_dated(row: TimelineRow, as_of: date) -> list[tuple[date, int, Point]]:
    """The statements that have a place in time, in its order: the day, the number, the statement."""
    numbered = enumerate(row.points, 1)
    dated = [(limit(point.last, as_of), number, point) for number, point in numbered if point.last is not None]
    return sorted(dated, key=lambda one: one[:2])


def _iter_dots(number: int, row: TimelineRow, band: Band, lanes: tuple[int, ...], as_of: date) -> Iterator[Dot]:
    for (day, nth, point), lane in zip(_iter_dated(row, as_of), lanes, strict=True):
        yield Dot(
            key=f"c{number}-{nth}",
            x1=milliseconds(limit(point.first or day, as_of), part=0.5),
            x=milliseconds(day, part=0.5),
            y=band.middle + (lane - max(lanes) / 2) * _LANE,
            look=find_look(point.effect).words,
        )


def _place_bar(number: int, row: TimelineRow, band: Band, as_of: date, axis: Axis) -> Bar | None:
    first, last = (row.due.first, row.due.last) if row.due is not None else (None, None)
    begin = first or last
    if begin is None:
        return None
    return Bar(
        key=f"c{number}-due",
        x=milliseconds(limit(begin, as_of)),
        x2=milliseconds(limit(last, as_of), part=1) if last is not None else milliseconds(axis.last),
        y=band.y + _MARGIN,
        y2=band.y2 - _MARGIN,
        middle=band.middle,
        is_open=last is None,
    )


def _iter_labels(row: TimelineRow, band: Band) -> Iterator[Label]:
    """Two lines: what was undertaken; by whom, what became of it, and the id that `show` takes."""
    rest = f" · {row.assessment} · {row.short}"
    by_whom = cut(row.holder, LABEL_LETTERS - len(rest)) + rest
    yield Label(y=band.middle - _LINE, words=cut(row.headline, LABEL_LETTERS), size=12.5, colour="#1c1b19")
    yield Label(y=band.middle + _LINE, words=by_whom, size=11, colour="#5c584f")
