"""What is due within some days, and what is overdue: lines with a dated deadline, by its date."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from rich.console import RenderableType

from aide_memoire.following.time_state import due_window
from aide_memoire.records import Assessment, Commitment, Document, Line, Record
from aide_memoire.views.lines import iter_lines
from aide_memoire.views.listing import Part, show_parts
from aide_memoire.views.summary import word_known
from aide_memoire.views.wording import word_date

SETTLED: frozenset[Assessment] = frozenset({"fulfilled", "withdrawn", "superseded"})
"""What became of a commitment of which nothing more is expected, so that its passed deadline asks for nothing."""


class DueList(Record, frozen=True, kw_only=True):
    """The answer to "what is due?": deadlines from `as_of` to `until`, and those that passed without a settled end.

    A deadline is the last day of what the making statement names as due, by its words ("/2022-05": 31 May 2022) or by
    the event that they hang on.
    """

    as_of: str
    until: str
    known_at: str | None
    soon: tuple[Line, ...]
    overdue: tuple[Line, ...]


def list_due(commitments: Iterable[Commitment], *, as_of: date, until: date, known_at: date | None = None) -> DueList:
    """List what is due from a day to another, and what is overdue on the first, each by deadline.

    `commitments` are those known on `as_of`, as the ledger had them at the end of `known_at` if that is given.
    """
    lines = tuple(iter_lines(commitments, as_of=as_of))
    return DueList(
        as_of=as_of.isoformat(),
        until=until.isoformat(),
        known_at=known_at.isoformat() if known_at else None,
        soon=select_soon(lines, as_of=as_of, until=until),
        overdue=select_overdue(lines),
    )


def select_soon(lines: Iterable[Line], *, as_of: date, until: date) -> tuple[Line, ...]:
    """The lines whose deadline is one of the days from `as_of` to `until`, whatever became of them."""
    return _by_deadline(line for line in lines if (day := deadline(line)) is not None and as_of <= day <= until)


def select_overdue(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines whose deadline has passed and of which no report says that they were fulfilled, or ended."""
    return _by_deadline(
        line for line in lines if line.time_state == "overdue" and line.assessed.assessment not in SETTLED
    )


def show_due(due: DueList, documents: Callable[[str], Document | None]) -> RenderableType:
    """Lay out what is due; `documents` finds the text that a quote stands in."""
    title = f"Commitments due as of {word_date(due.as_of)}{word_known(due.known_at)}"
    return show_parts(title, word_parts(due.soon, due.overdue, as_of=due.as_of, until=due.until), documents)


def word_parts(soon: Sequence[Line], overdue: Sequence[Line], *, as_of: str, until: str) -> tuple[Part, Part]:
    """The two parts of a list with their headings."""
    return (
        Part(heading=f"Due from {word_date(as_of)} to {word_date(until)}", lines=tuple(soon)),
        Part(heading="Overdue, and not reported as fulfilled, withdrawn or superseded", lines=tuple(overdue)),
    )


def _by_deadline(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda line: (deadline(line) or date.max, line.commitment.id)))


def deadline(line: Line) -> date | None:
    """The last day on which it is due; None where there is no deadline, or none with a date, or with an open end."""
    edtf = line.commitment.due_edtf
    return due_window(edtf)[1] if edtf is not None else None
