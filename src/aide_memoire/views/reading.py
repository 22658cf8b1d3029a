"""One document as it was read: its head, what it says, core first, and what was taken off the page."""

from collections.abc import Iterator

from msgspec.structs import replace
from rich.console import Group, RenderableType
from rich.text import Text

from aide_memoire.records import Document, Metadata, Reading, Statement
from aide_memoire.views.cells import list_cells, word_headline, word_score
from aide_memoire.views.layout import Rows, head, lay_titled, say
from aide_memoire.views.quotes import word_quote
from aide_memoire.views.rows import Row, iter_cell_rows, iter_document_rows, iter_unstated_rows
from aide_memoire.views.wording import count

_NOT_CORE = "not core: discussed, hoped or formulaic"
_GIVEN = ("publisher", "url")
_SHOWN = 8  # pieces taken off the page; a page with menus has dozens


def drop_below(reading: Reading, min_score: float) -> Reading:
    """Leave out the statements whose score is below `min_score`."""
    return replace(reading, statements=tuple(one for one in reading.statements if one.score >= min_score))


def show_reading(reading: Reading, *, given: Metadata, dropped: int = 0, explain: bool = False) -> RenderableType:
    """Lay out a reading; what the user gave is said to be given, and how many statements `--min-score` left out.

    With `explain`, each statement says how sure its head and each cell are, and what resolved them.
    """
    return Group(*_iter_parts(reading, given, dropped, explain=explain))


def _iter_parts(reading: Reading, given: Metadata, dropped: int, *, explain: bool) -> Iterator[RenderableType]:
    yield head(reading.document.title or reading.document.source)
    yield Rows(_iter_head_rows(reading, given), indent=2)
    yield Text()
    document = reading.document
    for kind, heading in (("commitment", "Commitments"), ("event", "Events")):
        statements = [one for one in reading.statements if one.kind == kind]
        if statements:
            yield from _iter_statements(heading, statements, document, explain=explain)
    if not reading.statements:
        yield from (say("No commitment or event was found."), Text())
    if dropped:
        yield from (say(f"{count(dropped, 'statement')} below the lowest score asked for, not shown."), Text())
    if document.furniture:
        yield from (head("Taken off the page"), Rows(_iter_furniture_rows(document), indent=2), Text())


def _iter_furniture_rows(document: Document) -> Iterator[Row]:
    """The first pieces that are not the document's text, and how many more there are."""
    for furniture in document.furniture[:_SHOWN]:
        yield "taken off", f"“{_shorten(furniture.text)}”: {furniture.reason}"
    more = len(document.furniture) - _SHOWN
    if more > 0:
        yield "", f"… and {count(more, 'more piece')} (all with --json)"


def _iter_head_rows(reading: Reading, given: Metadata) -> Iterator[Row]:
    for label, words in iter_document_rows(reading.document):
        is_given = label in _GIVEN and getattr(given, label) is not None
        yield label, f"{words} (given by you)" if is_given else words
    for warning in reading.warnings:
        yield "warning", _word_place(f"{warning.message} ({warning.code})", warning.start, warning.end)


def _iter_statements(
    heading: str, statements: list[Statement], document: Document, *, explain: bool
) -> Iterator[RenderableType]:
    core = sum(one.core for one in statements)
    yield head(f"{heading}: {core} core, {len(statements) - core} not core")
    for one in sorted(statements, key=lambda statement: (not statement.core, statement.start)):
        note = word_score(one) if one.core else f"{_NOT_CORE}; {word_score(one)}"
        yield lay_titled(word_headline(one), note, _iter_statement_rows(one, document, explain=explain))


def _iter_statement_rows(statement: Statement, document: Document, *, explain: bool) -> Iterator[Row]:
    yield from iter_cell_rows(list_cells(statement))
    yield "quote", word_quote(statement, document)
    yield from iter_unstated_rows(statement)
    if explain:
        yield "why", " · ".join(why.replace(":", " ", 1) for why in statement.why)


def _word_place(message: str, start: int | None, end: int | None) -> str:
    return message if start is None or end is None else f"{message}, characters {start}–{end}"


def _shorten(text: str) -> str:
    return text if len(text) <= 200 else f"{text[:200]}…"
