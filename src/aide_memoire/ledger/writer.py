"""What goes into the ledger: a document with its statements in one piece, and failures."""

from hashlib import sha256

import msgspec
from sqlalchemy import Connection, insert, select

from aide_memoire.dates import bounds
from aide_memoire.errors import LedgerError
from aide_memoire.ledger.names import find_named, storable
from aide_memoire.ledger.schema import documents, failures, sources, statements
from aide_memoire.ledger.spans import check_spans
from aide_memoire.ledger.superseding import find_standing, supersede
from aide_memoire.records import Document, Failure, Reading, Source, Statement


def add(connection: Connection, source: Source, reading: Reading, *, at: str, reader: str) -> bool:
    """Store a reading and the name of its source; say whether the document was new, or stands in another's place."""
    check_spans(reading)
    document = reading.document
    text_sha256 = sha256(document.text.encode()).hexdigest()
    is_stored = _is_stored(connection, source, document, text_sha256)
    known = _find_version(connection, source, text_sha256)
    if known is None and is_stored:
        known = find_standing(connection, document.id)
    if known is not None and not _is_dated_anew(connection, document, known):
        _add_source(connection, source, known, at)
        return False
    if not is_stored:
        connection.execute(insert(documents), _document_row(document, text_sha256, at))
        if rows := [_statement_row(statement, document.id, reader) for statement in reading.statements]:
            connection.execute(insert(statements), rows)
    for earlier in sorted({known or document.id, find_standing(connection, document.id)} - {document.id}):
        supersede(connection, earlier, by=document.id, at=at)
    _add_source(connection, source, document.id, at)
    return True


def add_failure(connection: Connection, failure: Failure, *, at: str) -> None:
    """Store a failure, unless the same one is there."""
    words = "\0".join((failure.source, failure.stage, failure.message))
    key = sha256(words.encode(errors="backslashreplace")).hexdigest()
    if connection.scalar(select(failures.c.id).where(failures.c.id == key)) is None:
        row = {name: storable(words) for name, words in msgspec.structs.asdict(failure).items()}
        connection.execute(insert(failures), {"id": key, "at": at, **row})


def _is_stored(connection: Connection, source: Source, document: Document, text_sha256: str) -> bool:
    """Whether the document is there under its own id. Raises `LedgerError` if another text is."""
    stored = connection.scalar(select(documents.c.text_sha256).where(documents.c.id == document.id))
    if stored not in (None, text_sha256):
        raise LedgerError(
            f"Document {document.id} is in the ledger with another text than {source.name} has now",
            remedy="A stored text never changes; give the new version an id of its own",
        )
    return stored is not None


def _find_version(connection: Connection, source: Source, text_sha256: str) -> str | None:
    """The document that stands for this source now: the one read from it, or from the same bytes by another name."""
    found = find_named(connection, source) or connection.scalar(
        select(documents.c.id)
        .join(sources, sources.c.document == documents.c.id)
        .where(sources.c.sha256 == source.sha256, documents.c.text_sha256 == text_sha256)
        .order_by(documents.c.id)
        .limit(1)
    )
    return None if found is None else find_standing(connection, found)


def _is_dated_anew(connection: Connection, document: Document, known: str) -> bool:
    """Whether the user gave the document another date than the one that it is known with."""
    if document.published.basis != "given" or known == document.id:
        return False
    stored = connection.scalar(select(documents.c.published).where(documents.c.id == known))
    return stored != document.published.edtf


def _add_source(connection: Connection, source: Source, document_id: str, at: str) -> None:
    key = {"sha256": source.sha256, "name": storable(source.name)}
    if connection.scalar(select(sources.c.document).filter_by(**key)) is None:
        connection.execute(insert(sources), {**key, "document": document_id, "first_read_at": at})


def _document_row(document: Document, text_sha256: str, at: str) -> dict[str, object]:
    published = document.published
    first, last = bounds(published.edtf) if published.edtf else (None, None)
    return {
        "id": document.id,
        "source": storable(document.source),
        "title": document.title,
        "byline": document.byline,
        "publisher": document.publisher,
        "url": document.url,
        "language": document.language,
        "text": document.text,
        "text_sha256": text_sha256,
        "published": published.edtf,
        "published_basis": published.basis,
        "published_conflicts": msgspec.json.encode(published.conflicts).decode(),
        "published_first": first,
        "published_last": last,
        "furniture": msgspec.json.encode(document.furniture).decode(),
        "recorded_at": at,
    }


def _statement_row(statement: Statement, document_id: str, reader: str) -> dict[str, object]:
    return {
        "id": statement.id,
        "document": document_id,
        "kind": statement.kind,
        "start": statement.start,
        "end": statement.end,
        "head_start": statement.head.start,
        "head_end": statement.head.end,
        "holder_id": statement.holder.id if statement.holder else None,
        "holder_country": statement.holder.country if statement.holder else None,
        "act": statement.act,
        "core": int(statement.core),
        "due": statement.due.edtf if statement.due else None,
        "record": msgspec.json.encode(statement).decode(),
        "reader": reader,
    }
