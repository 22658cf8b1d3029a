"""Where a commitment stands in time: computed from the due date and a day alone, whatever became of it."""

from datetime import date

from aide_memoire.dates import bounds
from aide_memoire.records import TimeState


def time_state(due: str | None, as_of: date) -> TimeState:
    """Say whether a due date (EDTF) is upcoming, due or overdue on a day; without one there is no deadline.

    What is due in a time ("2021-06", "2021-06-09/2021-06-16") is due from its first day to its last. What is due by a
    time ("/2022-05", by May 2022) is due while that time runs: upcoming until the end of April. An open end
    ("2025/..") is never overdue. Raises `DateError` where `due` is no EDTF date.
    """
    if due is None:
        return "no_deadline"
    first, last = due_window(due)
    if first is not None and as_of < first:
        return "upcoming"
    return "overdue" if last is not None and as_of > last else "due"


def due_window(due: str) -> tuple[date | None, date | None]:
    """Give the first and last day on which something is due: of "/2022-05", 1 and 31 May 2022."""
    first, last = bounds(due)
    if first is None and last is not None:
        first, _ = bounds(due.rpartition("/")[2])
    return first, last
