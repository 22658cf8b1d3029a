"""Conflicts for the terminal: a commitment, what its statements disagree on, and each side with its quote."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from aide_memoire.records import Document
from aide_memoire.views.cells import word_assessment, word_effect, word_headline
from aide_memoire.views.disagreements import Conflict, Disagreement, Side
from aide_memoire.views.layout import Rows, head, say
from aide_memoire.views.names import shorten_ids
from aide_memoire.views.rows import Row, iter_quote_rows
from aide_memoire.views.wording import count, word_date, word_due

_HEADINGS = {"holder": "Who is to do it", "due": "By when", "outcome": "What came of it"}


def show_conflicts(
    conflicts: Sequence[Conflict], documents: Callable[[str], Document | None], *, as_of: date
) -> RenderableType:
    """Lay out the conflicts known on a day; `documents` finds the text that a quote stands in."""
    return Group(*_iter_parts(conflicts, documents, as_of))


def _iter_parts(
    conflicts: Sequence[Conflict], documents: Callable[[str], Document | None], as_of: date
) -> Iterator[RenderableType]:
    yield say(f"Conflicts as of {word_date(as_of.isoformat())}", "bold")
    if not conflicts:
        yield say("The statements of no commitment disagree on its holder, its due date or its outcome.")
        return
    commitments = count(len(conflicts), "commitment")
    yield say(f"{commitments} with statements that disagree. Which of them is right is for you to judge.")
    short = shorten_ids(conflict.line.commitment.id for conflict in conflicts)
    for conflict in conflicts:
        yield Text()
        yield from _iter_conflict(conflict, documents, short[conflict.line.commitment.id])


def _iter_conflict(
    conflict: Conflict, documents: Callable[[str], Document | None], short: str
) -> Iterator[RenderableType]:
    yield head(f"{word_headline(conflict.line.commitment.making)} [{short}]")
    yield Rows([("assessment", word_assessment(conflict.line))], indent=2)
    for disagreement in conflict.disagreements:
        yield Text()
        yield Padding(say(_HEADINGS[disagreement.on], "bold"), (0, 0, 0, 2))
        yield Rows(_iter_rows(disagreement, documents), indent=2)


def _iter_rows(disagreement: Disagreement, documents: Callable[[str], Document | None]) -> Iterator[Row]:
    for number, side in enumerate(disagreement.sides, 1):
        first, *others = side.statements
        yield f"side {number}", _word_side(disagreement, side)
        yield from iter_quote_rows(first, documents(first.document))
        if others:
            yield "also", f"{count(len(others), 'more statement')} of it"


def _word_side(disagreement: Disagreement, side: Side) -> str:
    """What one side says: "by May 2022 (restated)", "fulfilled"."""
    done = word_effect(side.statements[0])
    if disagreement.on == "outcome":
        return done
    words = word_due(side.value) if disagreement.on == "due" else side.value
    return f"{words} ({done})"
