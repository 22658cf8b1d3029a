"""What stands at the head of every briefing, in the same words in each format."""

from datetime import date

from aide_memoire.records import Briefing
from aide_memoire.views.news import Narrowed
from aide_memoire.views.wording import count, word_date

CAUTION = (
    "Deadlines are compared with the day alone: “overdue” says that the date has passed, not that a promise was broken."
)
NOTHING = "No commitments were known on this day. Add reports with: aide-memoire add SOURCE"

_ORDERS = {"holder": "holder", "counterpart": "counterpart", "instrument": "instrument", "due": "due date"}


def word_title(briefing: Briefing) -> str:
    """Say what it is: "Commitments as of 1 June 2022, by holder", with what it is narrowed to."""
    day = word_date(date.fromisoformat(briefing.as_of).isoformat())
    title = f"Commitments as of {day}, by {_ORDERS[briefing.by]}"
    if isinstance(briefing, Narrowed):
        title += f", with news since {word_date(briefing.since)}" if briefing.since else ""
        title += word_known(briefing.known_at)
    return title


def word_known(known_at: str | None) -> str:
    """What an answer is narrowed to that the ledger would have given on a day: "", or words to add to a title."""
    return f", from what the ledger had read by the end of {word_date(known_at)} (UTC)" if known_at else ""


def word_nothing(briefing: Briefing) -> str:
    """Say that there is nothing, of what, and what to do about it."""
    if isinstance(briefing, Narrowed) and briefing.since is not None:
        return f"Nothing was published of any commitment after {word_date(briefing.since)}. Name an earlier day."
    if isinstance(briefing, Narrowed):
        return "The ledger had read of no commitments by then. Name a later day, or ask without --known-at."
    return NOTHING


def word_summary(briefing: Briefing) -> str:
    """Count each commitment once, however many headings it stands under: "3 commitments, 2 documents; 1 overdue"."""
    states = {line.commitment.id: line.time_state for section in briefing.sections for line in section.lines}
    overdue = sum(state == "overdue" for state in states.values())
    total = f"{count(len(states), 'commitment')} from {count(len(briefing.documents), 'document')}"
    return f"{total}; {count(overdue, 'deadline has', 'deadlines have')} passed" if overdue else total


def list_ids(briefing: Briefing) -> list[str]:
    """The ids of the commitments, each once, in order."""
    return list(dict.fromkeys(line.commitment.id for section in briefing.sections for line in section.lines))
