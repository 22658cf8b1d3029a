"""The law of the ledger: every span's words are those of the text at its offsets."""

from collections.abc import Iterator

from aide_memoire.errors import LedgerError
from aide_memoire.records import Actor, Anchor, Document, Due, Instrument, Reading, Span, Statement, Timex

type Quoted = Span | Actor | Instrument | Due | Anchor | Timex | Statement


def check_spans(reading: Reading) -> None:
    """Raise `LedgerError` at the first span of a reading whose words are not `text[start:end]`."""
    for timex in reading.timexes:
        _check(reading.document, "timex", timex)
    for statement in reading.statements:
        for cell, quoted in _iter_quoted(statement):
            _check(reading.document, f"{cell} of statement {statement.id}", quoted)


def _iter_quoted(statement: Statement) -> Iterator[tuple[str, Quoted]]:
    yield "text", statement
    yield "head", statement.head
    if statement.holder:
        yield "holder", statement.holder
    for counterpart in statement.counterparts:
        yield "counterpart", counterpart
    if statement.instrument:
        yield "instrument", statement.instrument
    if statement.condition:
        yield "condition", statement.condition
    if statement.due:
        yield "due", statement.due
    if statement.due and statement.due.anchor:
        yield "anchor", statement.due.anchor
    if statement.attribution and statement.attribution.source:
        yield "attribution", statement.attribution.source
    if statement.attribution and statement.attribution.cue:
        yield "cue", statement.attribution.cue


def _check(document: Document, cell: str, quoted: Quoted) -> None:
    start, end, words = quoted.start, quoted.end, quoted.text
    if start is None and end is None and words is None:
        return
    inside = start is not None and end is not None and 0 <= start <= end <= len(document.text)
    if not inside or document.text[start:end] != words:
        found = document.text[start:end] if inside else None
        raise LedgerError(
            f"The {cell} in document {document.id} says {_short(words)} but at [{start}:{end}] stands {_short(found)}",
            remedy="Nothing of the document was stored; this is a fault of the reader, please report it",
        )


def _short(words: str | None) -> str:
    return "nothing" if words is None else repr(words if len(words) <= 60 else words[:59] + "…")
