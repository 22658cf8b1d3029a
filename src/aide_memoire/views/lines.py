"""Commitments as lines: with what became of them, and where they stand in time, as of a day."""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec.structs import replace

from aide_memoire.following.assess import assess
from aide_memoire.following.time_state import time_state
from aide_memoire.records import Commitment, Line, LinkedStatement
from aide_memoire.views.wording import last_day


def iter_lines(commitments: Iterable[Commitment], *, as_of: date, min_score: float = 0.0) -> Iterator[Line]:
    """State the commitments that a core statement makes, as of a day; without later statements of a lower score.

    `commitments` are those known on that day. What was made by a statement with a score below `min_score` is left out.
    """
    for commitment in commitments:
        if commitment.making.core and commitment.making.score >= min_score:
            kept = tuple(linked for linked in commitment.statements if linked.statement.score >= min_score)
            yield state_line(replace(commitment, statements=kept), as_of=as_of)


def state_line(commitment: Commitment, *, as_of: date) -> Line:
    """One commitment with its assessment, and with its time state on a day."""
    return Line(
        commitment=commitment,
        assessed=assess(commitment.statements),
        time_state=time_state(commitment.due_edtf, as_of),
    )


def report_day(linked: LinkedStatement) -> date | None:
    """The day from which a statement counts as published: the last that its report's date can mean, if it has one."""
    return last_day(linked.published) if linked.published else None
