"""A statement's surroundings: its paragraph, shortened, with the clause and its cells set off."""

from itertools import pairwise

from rich.text import Text

from aide_memoire.records import Document, Record, Span, Statement
from aide_memoire.views.cells import list_cells
from aide_memoire.views.marks import rests_on
from aide_memoire.views.plain import plain_line

OPEN, CLOSE = "⟦", "⟧"

_REACH = 300


class Context(Record, frozen=True, kw_only=True):
    """A stretch of a document around a clause, on one line; `before` and `after` are cut at words, with "…"."""

    before: str
    clause: str
    after: str


def find_context(document: Document, start: int, end: int) -> Context:
    """The clause at [start, end) with the rest of its paragraph, at most 300 characters to either side."""
    text = document.text
    left = text.rfind("\n", 0, start) + 1
    right = text.find("\n", end)
    right = len(text) if right < 0 else right
    before, after = text[left:start], text[end:right]
    if len(before) > _REACH:
        before = "… " + before[-_REACH:].partition(" ")[2]
    if len(after) > _REACH:
        after = after[:_REACH].rpartition(" ")[0] + " …"
    return Context(before=before, clause=text[start:end], after=after)


def set_off(document: Document, statement: Statement) -> Text:
    """The context with the clause in bold between ⟦ and ⟧ and its cells underlined; brackets say it without style."""
    context = find_context(document, statement.start, statement.end)
    text = Text(overflow="fold")
    text.append(_inline(context.before))
    text.append(OPEN, "bold")
    for stretch, is_cell in _split(statement):
        text.append(_inline(context.clause[stretch]), "bold underline" if is_cell else "bold")
    text.append(CLOSE, "bold")
    return text.append(_inline(context.after))


def locate(document: Document, span: Span) -> str:
    """Where a span stands: "characters 120–140", or that its words are not there."""
    if not rests_on(document, span):
        return "not found in the document"
    return f"characters {span.start}–{span.end}"


def _split(statement: Statement) -> list[tuple[slice, bool]]:
    """The clause in stretches that are wholly inside or wholly outside of its cells."""
    length = statement.end - statement.start
    spans = [cell.span for cell in list_cells(statement) if cell.span is not None]
    cells = [(span.start - statement.start, span.end - statement.start) for span in spans]
    cuts = sorted({0, length} | {min(max(edge, 0), length) for cell in cells for edge in cell})
    return [
        (slice(left, right), any(start <= left and right <= end for start, end in cells))
        for left, right in pairwise(cuts)
    ]


def _inline(text: str) -> str:
    """As `plain_line`, but with the spaces at either end kept, since the text goes on there."""
    plain = plain_line(text)
    return f"{' ' if text[:1].isspace() else ''}{plain}{' ' if plain and text[-1:].isspace() else ''}"
