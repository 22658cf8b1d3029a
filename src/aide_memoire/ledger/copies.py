"""Which documents are copies, and which statements a copy and its original have in common.

A copy stays stored with its statements. Those whose words its original has too are in no answer of their own; the
original's are listed as often as they were printed.
"""

from datetime import date, timedelta

from sqlalchemy import ColumnElement, Connection, Exists, and_, delete, exists, or_, select, update

from aide_memoire.ledger.schema import bands, copies, documents, echoes, links, statements
from aide_memoire.records import Copy

_HEAD = tuple(documents.c[name] for name in ("id", "source", "title", "publisher", "url", "published"))


def is_echo() -> Exists:
    """A condition on `statements`: it stands in a copy, and the original says it in the same words."""
    return exists().where(
        echoes.c.statement == statements.c.id,
        copies.c.id == echoes.c.copy,
        copies.c.document == statements.c.document,
        copies.c.retracted_at.is_(None),
    )


def is_unprinted() -> ColumnElement[bool]:
    """A condition on `documents`: it has not been held against the others, or has to be again."""
    return ~exists().where(bands.c.document == documents.c.id)


def unsettle(connection: Connection, document_id: str, *, at: str) -> None:
    """Undo what is known of copies of a document and of it as one; those are held against the others anew."""
    live = copies.c.retracted_at.is_(None)
    of_it = connection.scalars(select(copies.c.document).where(live, copies.c.of == document_id)).all()
    connection.execute(update(copies).where(live, copies.c.document.in_((document_id, *of_it))).values(retracted_at=at))
    connection.execute(delete(bands).where(bands.c.document.in_((document_id, *of_it))))


def find_original(connection: Connection, document_id: str) -> str | None:
    """The document that this one is a copy of now."""
    return connection.scalar(
        select(copies.c.of).where(copies.c.document == document_id, copies.c.retracted_at.is_(None))
    )


def list_copies(
    connection: Connection, *, as_of: date | None, known_at: date | None, commitment: str | None = None
) -> dict[str, tuple[Copy, ...]]:
    """The copies that a linked statement was printed in, by the statement's id, in order of publication."""
    query = (
        select(echoes.c.statement, *_HEAD)
        .join(copies, copies.c.id == echoes.c.copy)
        .join(documents, documents.c.id == copies.c.document)
        .join(statements, and_(statements.c.id == echoes.c.statement, statements.c.document == copies.c.of))
        .where(_held(known_at))
        .order_by(documents.c.published_last.is_(None), documents.c.published_last, documents.c.id)
    )
    if as_of is not None:
        query = query.where(documents.c.published_last <= as_of)
    if commitment is not None:
        query = query.where(echoes.c.statement.in_(select(links.c.statement).where(links.c.commitment == commitment)))
    found: dict[str, list[Copy]] = {}
    for row in connection.execute(query):
        copy = Copy(
            document=row.id,
            source=row.source,
            title=row.title,
            publisher=row.publisher,
            url=row.url,
            published=row.published,
        )
        found.setdefault(row.statement, []).append(copy)
    return {statement: tuple(listed) for statement, listed in found.items()}


def _held(known_at: date | None) -> ColumnElement[bool]:
    if known_at is None or known_at == date.max:
        return copies.c.retracted_at.is_(None)
    after = (known_at + timedelta(days=1)).isoformat()
    return and_(copies.c.recorded_at < after, or_(copies.c.retracted_at.is_(None), copies.c.retracted_at >= after))
