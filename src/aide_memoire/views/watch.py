"""What to watch: what is due soon or overdue, and what nothing was heard of for long."""

from collections.abc import Callable, Iterable
from datetime import date

from rich.console import RenderableType

from aide_memoire.records import Assessment, Commitment, Document, Line, Record
from aide_memoire.views.due import SETTLED, select_overdue, select_soon, word_parts
from aide_memoire.views.lines import iter_lines, report_day
from aide_memoire.views.listing import Part, show_parts
from aide_memoire.views.wording import word_date

OPEN: frozenset[Assessment] = frozenset({"announced", "in_progress", "stalled", "partly_fulfilled", "set_back"})
"""What became of a commitment of which more is to be expected."""


class Watch(Record, frozen=True, kw_only=True):
    """The answer to "what should I look at?". Each commitment stands once, in the first part that it belongs to.

    `silent` are the open ones that no report since the day `silent_since` speaks of, those of longest silence first.
    """

    as_of: str
    until: str
    silent_since: str
    soon: tuple[Line, ...]
    overdue: tuple[Line, ...]
    silent: tuple[Line, ...]


def watch(commitments: Iterable[Commitment], *, as_of: date, until: date, silent_since: date) -> Watch:
    """List what is due from a day to another and not settled, what is overdue, and what fell silent before a third.

    `commitments` are those known on `as_of`.
    """
    lines = [line for line in iter_lines(commitments, as_of=as_of) if line.assessed.assessment not in SETTLED]
    soon, overdue = select_soon(lines, as_of=as_of, until=until), select_overdue(lines)
    listed = {line.commitment.id for line in (*soon, *overdue)}
    return Watch(
        as_of=as_of.isoformat(),
        until=until.isoformat(),
        silent_since=silent_since.isoformat(),
        soon=soon,
        overdue=overdue,
        silent=select_silent((line for line in lines if line.commitment.id not in listed), since=silent_since),
    )


def select_silent(lines: Iterable[Line], *, since: date) -> tuple[Line, ...]:
    """The open lines whose last linked statement was published before a day, by that of the last statement."""
    silent = (line for line in lines if line.assessed.assessment in OPEN and _last_seen(line) < since)
    return tuple(sorted(silent, key=lambda line: (_last_seen(line), line.commitment.id)))


def show_watch(watched: Watch, documents: Callable[[str], Document | None]) -> RenderableType:
    """Lay out what to watch; `documents` finds the text that a quote stands in."""
    fell_silent = Part(heading=f"Open, and nothing seen since {word_date(watched.silent_since)}", lines=watched.silent)
    due = word_parts(watched.soon, watched.overdue, as_of=watched.as_of, until=watched.until)
    return show_parts(f"Commitments to watch as of {word_date(watched.as_of)}", (*due, fell_silent), documents)


def _last_seen(line: Line) -> date:
    """The day of the last report; one without a date says nothing of how long ago it was."""
    return max((day for linked in line.commitment.statements if (day := report_day(linked))), default=date.max)
