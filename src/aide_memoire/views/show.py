"""One commitment, opened: its cells with the characters they rest on, and every statement in its context."""

from collections.abc import Callable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from aide_memoire.records import AnchorDay, Commitment, Document, LinkedStatement, Statement
from aide_memoire.views.cells import Cell, list_cells, word_effect, word_headline, word_report, word_score
from aide_memoire.views.context import CLOSE, OPEN, locate, set_off
from aide_memoire.views.layout import Rows, head, say
from aide_memoire.views.rows import Row, iter_unstated_rows
from aide_memoire.views.wording import count


def show_commitment(commitment: Commitment, documents: Callable[[str], Document | None]) -> RenderableType:
    """Lay out a commitment and all its statements in order; `documents` finds the text that each stands in."""
    return Group(*_iter_parts(commitment, documents))


def _iter_parts(commitment: Commitment, documents: Callable[[str], Document | None]) -> Iterator[RenderableType]:
    yield say(word_headline(commitment.making), "bold")
    yield say(f"commitment {commitment.id}, {count(len(commitment.statements), 'statement')}")
    yield say(f"The clause of each statement stands between {OPEN} and {CLOSE}.")
    for number, linked in enumerate(commitment.statements, 1):
        yield Text()
        anchor_day = commitment.anchor_day if number == 1 else None
        yield from _iter_statement(number, linked, documents(linked.document), anchor_day)


def _iter_statement(
    number: int, linked: LinkedStatement, document: Document | None, anchor_day: AnchorDay | None
) -> Iterator[RenderableType]:
    yield head(f"{number}. {word_effect(linked)}: {word_report(linked, document)}")
    if document is None:
        yield say(f"The document {linked.document} was not found; the clause is “{linked.statement.text}”.")
    elif document.text[linked.statement.start : linked.statement.end] == linked.statement.text:
        yield Padding(set_off(document, linked.statement), (0, 0, 0, 2))
    else:
        yield say(f"The clause was not found in the document as stored: “{linked.statement.text}”.")
    yield Rows(_iter_rows(linked, document, anchor_day), indent=2)


def _iter_rows(linked: LinkedStatement, document: Document | None, anchor_day: AnchorDay | None) -> Iterator[Row]:
    statement = linked.statement
    yield "action", word_headline(statement)
    for cell in list_cells(statement, anchor_day=anchor_day):
        yield cell.label, _word_cell(cell, document)
    yield from iter_unstated_rows(statement)
    yield from _iter_grounds(statement)
    if linked.reason:
        yield "link", f"{linked.effect}: {linked.reason}"
    yield "source", linked.source
    if linked.url:
        yield "url", linked.url


def _iter_grounds(statement: Statement) -> Iterator[Row]:
    yield "reader", word_score(statement) if statement.core else f"{word_score(statement)}; not core"
    if statement.why:
        yield "why", ", ".join(statement.why)


def _word_cell(cell: Cell, document: Document | None) -> str:
    words = cell.words if cell.note is None else f"{cell.words}; {cell.note}"
    if cell.span is None or document is None:
        return words
    return f"{words} [{locate(document, cell.span)}]"
