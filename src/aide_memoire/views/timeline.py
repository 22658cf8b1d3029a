"""Commitments over time: a row a commitment, with the time in which it is due and a point for each linked statement."""

import re
from collections.abc import Callable, Iterable
from datetime import date

from aide_memoire.dates import bounds
from aide_memoire.following.time_state import due_window
from aide_memoire.records import Commitment, Document, Effect, Line, LinkedStatement, Record
from aide_memoire.views.addresses import web_address
from aide_memoire.views.cells import (
    Cell,
    list_line_cells,
    word_copies,
    word_day,
    word_effect,
    word_headline,
    word_report_date,
    word_state,
)
from aide_memoire.views.lines import report_day, state_line
from aide_memoire.views.names import name_actor, shorten_ids
from aide_memoire.views.plain import plain_line
from aide_memoire.views.quotes import word_quote
from aide_memoire.views.wording import count, word_date

MOST_ROWS = 60
"""How many commitments a chart has at most."""

_NO_XML = re.compile("[\ufffe\uffff]")


class Point(Record, frozen=True, kw_only=True):
    """One linked statement: what it does ("partly fulfilled"), when its report appeared, its words and its place.

    `first` and `last` are the days between which the report appeared, the same where its day is known, None where it
    has no date. It stands at the last, as the ledger counts it from then on.
    """

    effect: Effect
    done: str
    first: date | None
    last: date | None
    when: str
    quote: str
    report: str
    address: str | None


class DueSpan(Record, frozen=True, kw_only=True):
    """When it is due: the words, and the first and the last day; an open end, or one that is not known, is None."""

    words: str
    when: str
    first: date | None
    last: date | None


class TimelineRow(Record, frozen=True, kw_only=True):
    """One commitment; `points` are its statements, the making one first."""

    id: str
    short: str
    headline: str
    holder: str
    instrument: str | None
    assessment: str
    state: str
    due: DueSpan | None
    points: tuple[Point, ...]


class Timeline(Record, frozen=True, kw_only=True):
    """The rows, by the day on which they were made, and how many commitments there was no room for."""

    as_of: date
    rows: tuple[TimelineRow, ...]
    left_out: int = 0


def lay_over_time(
    commitments: Iterable[Commitment],
    documents: Callable[[str], Document | None],
    *,
    as_of: date,
    most: int | None = None,
) -> Timeline:
    """Lay out commitments as of a day; `documents` finds the text that a quote stands in.

    The rows are by date of making, then id. Where there are more than `most`, those with the latest reports are kept.
    """
    every = list(commitments)
    kept = sorted(every, key=lambda one: (_latest(one), one.id), reverse=True)[:most]
    kept.sort(key=lambda one: (report_day(one.statements[0]) or date.max, one.id))
    short = shorten_ids(one.id for one in kept)
    rows = tuple(_lay_row(one, documents, short=short[one.id], as_of=as_of) for one in kept)
    return Timeline(as_of=as_of, rows=rows, left_out=len(every) - len(rows))


class Entry(Record, frozen=True, kw_only=True):
    """One line of a row's dated list: when, what ("made", "due", "as of"), and a statement or other words.

    `place` is the number of the statement, from 1.
    """

    when: str
    what: str
    point: Point | None = None
    place: int | None = None
    words: str = ""


def list_entries(row: TimelineRow, as_of: date) -> tuple[Entry, ...]:
    """A row as a list in order of time: its statements, when it is due, the day of the answer; undated reports last."""
    placed = [
        (point.last or date.max, Entry(when=point.when, what=point.done, point=point, place=place))
        for place, point in enumerate(row.points, 1)
    ]
    if row.due is not None:
        day = row.due.last or row.due.first or date.max
        placed.append((day, Entry(when=row.due.when, what="due", words=row.due.words)))
    placed.append((as_of, Entry(when=word_date(as_of.isoformat()), what="as of", words=row.state)))
    return tuple(entry for _, entry in sorted(placed, key=lambda place: place[0]))


def word_heading(timeline: Timeline) -> str:
    """Say what it is: "Commitments over time, as of 1 June 2022"."""
    return f"Commitments over time, as of {word_date(timeline.as_of.isoformat())}"


def word_count(timeline: Timeline) -> str:
    """Count the rows and what is left out: "60 of 214 commitments, those with the latest reports; 154 are left out"."""
    shown = len(timeline.rows)
    if not timeline.left_out:
        return count(shown, "commitment")
    total = count(shown + timeline.left_out, "commitment")
    left = f"{timeline.left_out:,} {'is' if timeline.left_out == 1 else 'are'} left out"
    return f"{shown} of {total}, those with the latest reports; {left}"


def list_notes(timeline: Timeline) -> tuple[str, ...]:
    """What the bars, lines and points of a chart mean, a sentence or two each; only of what there is."""
    dues = [row.due for row in timeline.rows if row.due is not None and (row.due.first or row.due.last)]
    points = [point for row in timeline.rows for point in row.points]
    notes = ["Dashed line: the day of the answer. A point stands where a report appeared, and says what it reports."]
    if any(point.first != point.last for point in points):
        notes.append("Line before a point: the days between which its report appeared, where its day is not known.")
    if dues:
        arrow = " Arrow: no end is named." if any(due.last is None for due in dues) else ""
        notes.append(f"Yellow bar: when it is due, from the first day to the last that its words can mean.{arrow}")
    return tuple(reversed(notes))


def _lay_row(
    commitment: Commitment, documents: Callable[[str], Document | None], *, short: str, as_of: date
) -> TimelineRow:
    making = commitment.making
    line = state_line(commitment, as_of=as_of)
    return TimelineRow(
        id=commitment.id,
        short=_plain(short),
        headline=_plain(word_headline(making)),
        holder=_plain(name_actor(making.holder)) if making.holder else "holder unknown",
        instrument=_plain(making.instrument.name) if making.instrument else None,
        assessment=word_state(line.assessed.assessment),
        state=_word_state(line),
        due=_lay_due(line),
        points=tuple(_lay_point(linked, documents(linked.document)) for linked in commitment.statements),
    )


def _word_state(line: Line) -> str:
    """What became of it; silence is shown as silence: "in progress; nothing seen since 9 June 2021"."""
    statements, decided_by = line.commitment.statements, line.assessed.decided_by
    words = word_state(line.assessed.assessment)
    is_last = 0 < decided_by == len(statements) - 1
    return words if is_last else f"{words}; nothing seen since {word_day(statements[-1])}"


def _lay_due(line: Line) -> DueSpan | None:
    edtf = line.commitment.due_edtf
    if line.commitment.making.due is None:
        return None
    words = "; ".join(_word_cell(cell) for cell in list_line_cells(line) if cell.label in ("due", "event"))
    first, last = due_window(edtf) if edtf is not None else (None, None)
    return DueSpan(words=words, when=_word_end(edtf), first=first, last=last)


def _word_cell(cell: Cell) -> str:
    return _plain(cell.words if cell.note is None else f"{cell.words}; {cell.note}")


def _word_end(edtf: str | None) -> str:
    """The end of a due date, or its start where it has none, with the precision that it has: "May 2022"."""
    if edtf is None:
        return "date unknown"
    start, _, end = edtf.rpartition("/")
    return word_date(end if end not in ("", "..") else start)


def _lay_point(linked: LinkedStatement, document: Document | None) -> Point:
    first, last = bounds(linked.published) if linked.published else (None, None)
    return Point(
        effect=linked.effect,
        done=word_effect(linked),
        first=first,
        last=last,
        when=_word_published(linked),
        quote=_plain(word_quote(linked.statement, document)),
        report=_plain(_word_place(linked, document)),
        address=web_address(linked.url),
    )


def _word_place(linked: LinkedStatement, document: Document | None) -> str:
    """Where it stands, without its day, but with what speaks against that: "Yonhap: “Moon…” (date inferred)"."""
    title = f"“{linked.title}”" if linked.title else "untitled"
    cautions = word_report_date(linked, document).removeprefix(_word_published(linked))
    return f"{linked.publisher or 'publisher unknown'}: {title}{cautions}{word_copies(linked)}"


def _word_published(linked: LinkedStatement) -> str:
    return word_date(linked.published) if linked.published else "date of report unknown"


def _latest(commitment: Commitment) -> date:
    return max((report_day(linked) or date.min for linked in commitment.statements), default=date.min)


def _plain(text: str) -> str:
    """Text on one line, as data, without what no XML may hold."""
    return _NO_XML.sub("\ufffd", plain_line(text))
