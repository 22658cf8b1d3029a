"""How a commitment came to its assessment: statement by statement, what each does to it and what it was afterwards."""

from collections.abc import Callable, Iterator
from datetime import date

from rich.console import Group, RenderableType
from rich.text import Text

from aide_memoire.following.assess import assess
from aide_memoire.records import Assessed, Commitment, Document, Line, LinkedStatement, Record
from aide_memoire.views.cells import list_cells, word_effect, word_headline, word_report, word_state
from aide_memoire.views.layout import Rows, head, say
from aide_memoire.views.lines import state_line
from aide_memoire.views.quotes import word_quote
from aide_memoire.views.rows import Row, iter_cell_rows
from aide_memoire.views.summary import CAUTION
from aide_memoire.views.wording import count, word_date, word_time_state


class Step(Record, frozen=True, kw_only=True):
    """One linked statement, with the assessment before it (None at the making one) and after it."""

    number: int
    linked: LinkedStatement
    before: Assessed | None
    after: Assessed


def iter_steps(commitment: Commitment) -> Iterator[Step]:
    """Fold the statements one by one, each by the rules that assess the whole; they are numbered from 0."""
    before: Assessed | None = None
    for number, linked in enumerate(commitment.statements):
        after = assess(commitment.statements[: number + 1])
        yield Step(number=number, linked=linked, before=before, after=after)
        before = after


def show_explanation(
    commitment: Commitment, documents: Callable[[str], Document | None], *, as_of: date
) -> RenderableType:
    """Lay out the chain from the making statement to the assessment on a day.

    `commitment` is as it was known on that day; `documents` finds the text that each quote stands in.
    """
    return Group(*_iter_parts(commitment, documents, as_of))


def _iter_parts(
    commitment: Commitment, documents: Callable[[str], Document | None], as_of: date
) -> Iterator[RenderableType]:
    line = state_line(commitment, as_of=as_of)
    yield say(word_headline(commitment.making), "bold")
    statements = count(len(commitment.statements), "statement")
    yield say(f"commitment {commitment.id}, {statements}, as of {word_date(as_of.isoformat())}")
    for step in iter_steps(commitment):
        document = documents(step.linked.document)
        yield Text()
        yield head(f"{step.number + 1}. {word_effect(step.linked)}: {word_report(step.linked, document)}")
        yield Rows(_iter_step_rows(step, document), indent=2)
    yield Text()
    yield head("What it amounts to")
    yield Rows(_iter_end_rows(line, documents), indent=2)
    yield say(CAUTION)


def _iter_step_rows(step: Step, document: Document | None) -> Iterator[Row]:
    linked = step.linked
    yield "effect", linked.effect.replace("_", " ")
    yield "link", f"score {linked.score:.2f}: {linked.reason}" if linked.reason else f"score {linked.score:.2f}"
    yield "quote", word_quote(linked.statement, document)
    yield "afterwards", _word_change(step)


def _word_change(step: Step) -> str:
    """What the statement made of the assessment: "in progress; before it, announced", "announced, as before"."""
    now = word_state(step.after.assessment)
    if step.before is None:
        return now
    if step.after == step.before:
        return f"{now}, as before"
    if step.after.assessment == step.before.assessment:
        return f"{now}, as before, and now by this statement"
    words = f"{now}; before it, {word_state(step.before.assessment)}"
    if step.after.assessment == "disputed" and step.linked.effect != "disputes":
        words += f". It says the contrary of statement {step.before.decided_by + 1}, reported on the same day"
    return words


def _iter_end_rows(line: Line, documents: Callable[[str], Document | None]) -> Iterator[Row]:
    statements, assessed = line.commitment.statements, line.assessed
    deciding = statements[assessed.decided_by]
    yield "assessment", word_state(assessed.assessment)
    yield "decided by", f"statement {assessed.decided_by + 1}, which {_word_decision(deciding)}"
    yield "quote", word_quote(deciding.statement, documents(deciding.document))
    yield "report", word_report(deciding, documents(deciding.document))
    cells = list_cells(line.commitment.making, anchor_day=line.commitment.anchor_day)
    yield from iter_cell_rows(tuple(cell for cell in cells if cell.label in ("due", "event")))
    yield "time state", word_time_state(line.time_state, line.commitment.due_edtf)


def _word_decision(deciding: LinkedStatement) -> str:
    return "makes it; none after it decides anything" if deciding.effect == "makes" else "no later one changes"
