"""What comes out of the ledger: commitments with their statements, documents, failures, counts."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, or_, select

from aide_memoire.errors import LedgerError
from aide_memoire.ledger.copies import is_unprinted, list_copies
from aide_memoire.ledger.names import find_named
from aide_memoire.ledger.schema import copies, documents, failures, links, sources, statements, supersessions
from aide_memoire.ledger.superseding import find_standing, is_orphan, is_superseded
from aide_memoire.records import (
    Commitment,
    Copy,
    DateConflict,
    Document,
    Failure,
    Furniture,
    LinkedStatement,
    Occurrence,
    Published,
    Record,
    Source,
    Statement,
)

_HEAD = tuple(documents.c[name] for name in ("id", "source", "title", "publisher", "url", "published"))

_LISTED = 8
"""How many candidates an ambiguous beginning names."""

_statement = msgspec.json.Decoder(Statement)
_conflicts = msgspec.json.Decoder(tuple[DateConflict, ...])
_furniture = msgspec.json.Decoder(tuple[Furniture, ...])


class LedgerCounts(Record, frozen=True, kw_only=True):
    """What is in a ledger. `undated` documents have no date and are left out of every answer as of a day.

    `superseded` documents were read again as of another date; they are stored, and counted nowhere else.
    `dated_anew` is how often that happened: twice where a date that was given was then corrected.
    `copies` documents print again what another one says; each counts as a document.
    """

    sources: int
    documents: int
    undated: int
    statements: int
    commitments: int
    failures: int
    superseded: int = 0
    dated_anew: int = 0
    copies: int = 0


def find_document(connection: Connection, source: Source, *, published: str | None) -> str | None:
    """The document that stands for a source now; None too if a date is given and the document has another one."""
    named = find_named(connection, source)
    if named is None:
        return None
    found = find_standing(connection, named)
    if published is None:
        return found
    return connection.scalar(select(documents.c.id).where(documents.c.id == found, documents.c.published == published))


def iter_commitments(
    connection: Connection, *, as_of: date | None, known_at: date | None = None
) -> Iterator[Commitment]:
    """Every commitment that the links of the documents published by then make, by id; as the ledger had them then."""
    rows = connection.execution_options(yield_per=500).execute(_linked(as_of, known_at))
    return _grouped(rows, list_copies(connection, as_of=as_of, known_at=known_at))


def get_commitment(
    connection: Connection, prefix: str, *, as_of: date | None, known_at: date | None = None
) -> Commitment | None:
    """One commitment by its id or the beginning of it."""
    ids = connection.scalars(
        select(links.c.commitment)
        .where(links.c.commitment.startswith(prefix, autoescape=True))
        .where(links.c.retracted_at.is_(None), links.c.effect == "makes")
        .order_by(links.c.commitment)
        .limit(_LISTED + 1)
    ).all()
    if prefix not in ids and len(ids) > 1:
        listed = ", ".join(ids[:_LISTED]) + (", …" if len(ids) > _LISTED else "")
        raise LedgerError(f"{prefix!r} begins several commitments: {listed}", remedy="Give more of the id")
    found = prefix if prefix in ids else next(iter(ids), None) or _heir(connection, prefix)
    if found is None:
        return None
    query = _linked(as_of, known_at).where(links.c.commitment == found)
    printed = list_copies(connection, as_of=as_of, known_at=known_at, commitment=found)
    return next(_grouped(connection.execute(query), printed), None)


def _heir(connection: Connection, commitment: str) -> str | None:
    """The commitment that the maker of a former one belongs to now, an older statement of it having turned up."""
    former, live = links.alias(), links.alias()
    return connection.scalar(
        select(live.c.commitment)
        .join(former, former.c.statement == live.c.statement)
        .where(former.c.commitment == commitment, former.c.effect == "makes", live.c.retracted_at.is_(None))
        .where(live.c.effect.in_(("makes", "restates")))
        .limit(1)
    ) or _heir_of_copy(connection, commitment)


def _heir_of_copy(connection: Connection, commitment: str) -> str | None:
    """The commitment of the same clause in the original, the document of a former maker having turned out a copy."""
    maker, own, original, live = statements.alias(), links.alias(), statements.alias(), links.alias()
    query = (
        select(live.c.commitment, maker.c.record.label("copied"), original.c.record)
        .join(own, own.c.statement == maker.c.id)
        .join(copies, and_(copies.c.document == maker.c.document, copies.c.retracted_at.is_(None)))
        .join(original, original.c.document == copies.c.of)
        .join(live, and_(live.c.statement == original.c.id, live.c.retracted_at.is_(None)))
        .where(own.c.commitment == commitment, own.c.effect == "makes", live.c.effect.in_(("makes", "restates")))
        .order_by(original.c.start)
    )
    rows = connection.execute(query)
    return next((row.commitment for row in rows if _words(row.copied) == _words(row.record)), None)


def _words(record: str) -> list[str]:
    return _statement.decode(record).text.split()


def iter_occurrences(
    connection: Connection, *, as_of: date | None, known_at: date | None = None
) -> Iterator[Occurrence]:
    """Every asserted event with its day, of the documents published by then, in no order that means anything."""
    query = (
        select(statements.c.record, *_HEAD)
        .join(documents, documents.c.id == statements.c.document)
        .where(statements.c.kind == "event", statements.c.record.contains('"when":"'), ~is_superseded())
    )
    if as_of is not None:
        query = query.where(documents.c.published_last <= as_of)
    if known_at is not None and known_at < date.max:
        query = query.where(documents.c.recorded_at < (known_at + timedelta(days=1)).isoformat())
    for row in connection.execution_options(yield_per=500).execute(query):
        statement = _statement.decode(row.record)
        if statement.polarity == "positive" and statement.modality in (None, "asserted"):
            yield Occurrence(
                statement=statement,
                document=row.id,
                source=row.source,
                title=row.title,
                publisher=row.publisher,
                url=row.url,
                published=row.published,
            )


def get_document(connection: Connection, document_id: str) -> Document | None:
    """One document by its id."""
    row = connection.execute(select(documents).where(documents.c.id == document_id)).one_or_none()
    if row is None:
        return None
    return Document(
        id=row.id,
        source=row.source,
        title=row.title,
        byline=row.byline,
        publisher=row.publisher,
        url=row.url,
        language=row.language,
        text=row.text,
        published=Published(
            edtf=row.published, basis=row.published_basis, conflicts=_conflicts.decode(row.published_conflicts)
        ),
        furniture=_furniture.decode(row.furniture),
    )


def iter_failures(connection: Connection) -> Iterator[Failure]:
    """Every failure, the earliest first."""
    columns = failures.c.source, failures.c.stage, failures.c.message, failures.c.remedy
    for row in connection.execute(select(*columns).order_by(failures.c.at, failures.c.source, failures.c.id)):
        yield Failure(source=row.source, stage=row.stage, message=row.message, remedy=row.remedy)


def iter_unfollowed(connection: Connection) -> Iterator[str]:
    """The ids of the documents that were never followed, or lost what was found out about them."""
    never = select(documents.c.id).where(documents.c.followed_at.is_(None), ~is_superseded())
    # Begun at the retracted links, which are few and have an index of their own.
    retracted = select(links.c.statement).where(links.c.retracted_at.is_not(None))
    orphaned = (
        select(documents.c.id)
        .join(statements, statements.c.document == documents.c.id)
        .where(statements.c.id.in_(retracted), is_orphan(), ~is_superseded())
    )
    unprinted = select(documents.c.id).where(is_unprinted(), ~is_superseded())
    return iter(connection.scalars(never.union(orphaned, unprinted)).all())


def iter_undated(connection: Connection) -> Iterator[str]:
    """The names of the sources whose documents have no date, in alphabetical order."""
    query = select(documents.c.source).where(documents.c.published_last.is_(None), ~is_superseded())
    return iter(connection.scalars(query.order_by(documents.c.source)).all())


def counts(connection: Connection) -> LedgerCounts:
    """How many rows there are; of commitments those with a live link that makes them."""

    def count(query: Select[Any]) -> int:
        return connection.scalar(select(func.count()).select_from(query.subquery())) or 0

    return LedgerCounts(
        sources=count(select(sources.c.name)),
        documents=count(select(documents.c.id).where(~is_superseded())),
        undated=count(select(documents.c.id).where(documents.c.published_last.is_(None), ~is_superseded())),
        statements=count(
            select(statements.c.id).join(documents, documents.c.id == statements.c.document).where(~is_superseded())
        ),
        commitments=count(select(links.c.id).where(links.c.retracted_at.is_(None), links.c.effect == "makes")),
        failures=count(select(failures.c.id)),
        superseded=count(select(documents.c.id).where(is_superseded())),
        dated_anew=count(select(supersessions.c.id)),
        copies=count(select(copies.c.id).where(copies.c.retracted_at.is_(None))),
    )


def _linked(as_of: date | None, known_at: date | None) -> Select[Any]:
    """The links with statement and document, a commitment's together and in the order of their publication.

    Those that hold now, or that held at the end of the day `known_at`.
    """
    query = (
        select(
            links.c.commitment,
            links.c.effect,
            links.c.reason,
            links.c.score,
            statements.c.record,
            *_HEAD,
        )
        .join(statements, statements.c.id == links.c.statement)
        .join(documents, documents.c.id == statements.c.document)
        .where(_held(known_at))
        .order_by(
            links.c.commitment,
            links.c.effect != "makes",
            documents.c.published_last.is_(None),
            documents.c.published_last,
            documents.c.id,
            statements.c.start,
            statements.c.id,
        )
    )
    return query if as_of is None else query.where(documents.c.published_last <= as_of)


def _held(known_at: date | None) -> ColumnElement[bool]:
    """Which links hold: those of now, or those of a day's end. Times are ISO 8601 in UTC, so that they sort as text."""
    if known_at is None or known_at == date.max:
        return links.c.retracted_at.is_(None)
    after = (known_at + timedelta(days=1)).isoformat()
    return and_(links.c.recorded_at < after, or_(links.c.retracted_at.is_(None), links.c.retracted_at >= after))


def _grouped(rows: Iterable[Row[Any]], printed: dict[str, tuple[Copy, ...]]) -> Iterator[Commitment]:
    for commitment, group in groupby(rows, key=lambda row: row.commitment):
        linked = tuple(_linked_statement(row, printed) for row in group)
        # What only touches a commitment that nothing published so far makes cannot stand for it.
        if linked[0].effect == "makes":
            yield Commitment(id=commitment, statements=linked)


def _linked_statement(row: Row[Any], printed: dict[str, tuple[Copy, ...]]) -> LinkedStatement:
    statement = _statement.decode(row.record)
    return LinkedStatement(
        effect=row.effect,
        reason=row.reason,
        score=row.score,
        statement=statement,
        document=row.id,
        source=row.source,
        title=row.title,
        publisher=row.publisher,
        url=row.url,
        published=row.published,
        copies=printed.get(statement.id, ()),
    )
