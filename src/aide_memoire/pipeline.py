"""The main path: sources in, readings out, and into the ledger.

    sources -> documents -> reading -> ledger -> following

Each stage is a function of one item; this module loops over them, and it is the only place that catches whatever
goes wrong with one document, so that a failure becomes a row and never costs the documents after it.
"""

import logging
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Literal

from aide_memoire.dates import bounds
from aide_memoire.documents import to_document
from aide_memoire.errors import AideMemoireError
from aide_memoire.following import follow, follow_pending
from aide_memoire.ledger import Ledger
from aide_memoire.reading import read
from aide_memoire.records import Failure, Metadata, Reading, Record, Source
from aide_memoire.sources import iter_sources

log = logging.getLogger(__name__)


class Added(Record, frozen=True, kw_only=True):
    """What adding one source did: `new` is False where the ledger already had it and nothing changed.

    `copy_of` is the document that it prints again.
    """

    source: str
    document: str
    new: bool
    statements: int = 0
    made: int = 0
    restated: int = 0
    copy_of: str | None = None


def read_sources(
    arguments: Iterable[str], *, given: Metadata = Metadata(), stdin: BinaryIO | None = None
) -> Iterator[Reading | Failure]:
    """Read every document that the arguments name, lazily and in order; `given` outranks what a document says.

    >>> for reading in read_sources(["examples/reports"]):
    ...     print(reading.document.title, len(reading.statements))

    A document that cannot be read comes out as a Failure in its place. A malformed `given.published` raises DateError.
    """
    if given.published:
        bounds(given.published)
    for source in iter_sources(arguments, stdin=stdin):
        yield source if isinstance(source, Failure) else read_source(source, given=given)


def read_source(source: Source, *, given: Metadata = Metadata()) -> Reading | Failure:
    """Read one source: clean it, date it, find its statements."""
    stage: Literal["document", "reading"] = "document"
    try:
        document = to_document(source, given=given)
        stage = "reading"
        return read(document)
    except AideMemoireError as error:
        return Failure(source=source.name, stage=stage, message=error.message, remedy=error.remedy)
    except Exception as error:
        log.debug("reading %s failed", source.name, exc_info=True)
        return Failure(
            source=source.name,
            stage=stage,
            message=f"the program failed on this document: {type(error).__name__}: {error}",
            remedy="The other documents are not affected; please report it with the document",
        )


def add_sources(
    arguments: Iterable[str],
    ledger: Ledger,
    *,
    at: str,
    given: Metadata = Metadata(),
    stdin: BinaryIO | None = None,
) -> Iterator[Added | Failure]:
    """Read what the ledger does not have yet, store it, and follow it up; each document is one transaction.

    `at` is the time of recording (ISO 8601). What was added before comes out with `new=False` and changes nothing;
    what an interrupted run stored and did not follow up is followed up first.
    """
    if given.published:
        bounds(given.published)
        ledger = ledger.dated(given.published)  # what is known under another date, or none, is read again
    follow_pending(ledger, at=at)
    for source in iter_sources(arguments, stdin=stdin):
        outcome = source if isinstance(source, Failure) else add_source(source, ledger, at=at, given=given)
        if isinstance(outcome, Failure):
            ledger.add_failure(outcome, at=at)
        yield outcome
    follow_pending(ledger, at=at)  # what a date given anew has cut loose


def add_source(source: Source, ledger: Ledger, *, at: str, given: Metadata = Metadata()) -> Added | Failure:
    """Add one source to the ledger, unless it is there."""
    known = ledger.find_document(source)
    if known:
        return Added(source=source.name, document=known, new=False)
    reading = read_source(source, given=given)
    if isinstance(reading, Failure):
        return reading
    try:
        new = ledger.add(source, reading, at=at)
        effects = [link.effect for link in follow(ledger, reading.document.id, at=at)] if new else []
    except AideMemoireError as error:
        return Failure(source=source.name, stage="ledger", message=error.message, remedy=error.remedy)
    return Added(
        source=source.name,
        document=reading.document.id,
        new=new,
        statements=len(reading.statements) if new else 0,
        made=effects.count("makes"),
        restated=effects.count("restates"),
        copy_of=ledger.find_original(reading.document.id) if new else None,
    )
