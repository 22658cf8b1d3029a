"""The rows of labels and words that a commitment, a statement or a document is shown with, in plain text."""

from collections.abc import Iterator

from aide_memoire.records import Document, Line, LinkedStatement, Statement
from aide_memoire.views.cells import Cell, list_line_cells, list_unstated, word_assessment, word_later, word_report
from aide_memoire.views.conflicts import word_conflict
from aide_memoire.views.quotes import word_quote
from aide_memoire.views.wording import word_date

type Row = tuple[str, str]

_BASES = {
    "metadata": "from the metadata",
    "dateline": "from the dateline",
    "inferred": "inferred from the text",
    "given": "given by you",
}


def iter_line_rows(line: Line, document: Document | None) -> Iterator[Row]:
    """All of a briefing's line: the cells that are known, quote, report, and what later statements did."""
    first = line.commitment.statements[0]
    yield from iter_cell_rows(list_line_cells(line))
    yield from iter_quote_rows(first, document)
    yield "assessment", word_assessment(line)
    later = word_later(line.commitment.statements)
    if later is not None:
        yield "later", later


def iter_short_rows(line: Line, document: Document | None) -> Iterator[Row]:
    """As much as a list shows of a line: holder, due, assessment, quote and report."""
    first = line.commitment.statements[0]
    if first.statement.holder is None:
        yield "holder", "unknown"
    cells = list_line_cells(line)
    yield from iter_cell_rows(tuple(cell for cell in cells if cell.label in ("holder", "due", "event")))
    yield "assessment", word_assessment(line)
    yield from iter_quote_rows(first, document)


def iter_quote_rows(linked: LinkedStatement, document: Document | None) -> Iterator[Row]:
    """The quote and the report that it stands in."""
    yield "quote", word_quote(linked.statement, document)
    yield "report", word_report(linked, document)


def iter_cell_rows(cells: tuple[Cell, ...]) -> Iterator[Row]:
    """A row a cell; what is computed stands after a semicolon: "by May 2022 (“by May”); overdue since 1 June 2022"."""
    for cell in cells:
        yield cell.label, cell.words if cell.note is None else f"{cell.words}; {cell.note}"


def iter_unstated_rows(statement: Statement) -> Iterator[Row]:
    """One row that names what the text does not state, or none."""
    unstated = list_unstated(statement)
    if unstated:
        yield "not stated", ", ".join(unstated)


def iter_document_rows(document: Document) -> Iterator[Row]:
    """The head of a document: title, publisher, byline, date with its basis and what contradicts it, address."""
    yield "title", document.title or "unknown"
    yield "publisher", document.publisher or "unknown"
    if document.byline:
        yield "byline", document.byline
    yield "date", word_published(document)
    for conflict in document.published.conflicts:
        yield "conflict", word_conflict(conflict)
    if document.url:
        yield "url", document.url
    yield "source", document.source


def word_published(document: Document) -> str:
    """The date of publication with what it rests on: "21 January 2021 (inferred from the text)"."""
    if document.published.edtf is None:
        return "unknown"
    return f"{word_date(document.published.edtf)} ({_BASES[document.published.basis]})"
