"""The rows that `following` joins: statements with their place in time, the keys they are found by, and the links."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, and_, insert, or_, select, true, update

from aide_memoire.errors import LedgerError
from aide_memoire.ledger.schema import commitments, documents, links, match_keys, statements
from aide_memoire.records import Effect, Link, Record, Statement

_statement = msgspec.json.Decoder(Statement)


class Placed(Record, frozen=True, kw_only=True):
    """A commitment statement with its document and the last day that the document's date can mean.

    `commitment` is the one that it makes or restates, and `makes` which of the two; before it is followed, None.
    """

    statement: Statement
    document: str
    published: date | None
    commitment: str | None = None
    makes: bool = False

    @property
    def order(self) -> tuple[date, str, int, str]:
        """Where the statement stands among all others: by publication (unknown last), document, offset."""
        return self.published or date.max, self.document, self.statement.start, self.statement.id


class Linking:
    """One transaction over the links. Whatever it changes is recorded, or retracted, at the one time `at`."""

    def __init__(self, connection: Connection, *, at: str) -> None:
        """Stand in a transaction that writes."""
        self._connection = connection
        self._at = at

    def is_followed(self, document_id: str) -> bool:
        """Whether the document was followed before. Raises `LedgerError` if it is not in the ledger."""
        row = self._connection.execute(
            select(documents.c.followed_at).where(documents.c.id == document_id)
        ).one_or_none()
        if row is None:
            raise LedgerError(f"There is no document {document_id}", remedy="Add its source first")
        return row.followed_at is not None

    def set_followed(self, document_id: str) -> None:
        """Note that the document has been followed."""
        self._connection.execute(update(documents).where(documents.c.id == document_id).values(followed_at=self._at))

    def list_core(self, document_id: str) -> list[Placed]:
        """The document's core commitment statements, in order of the text."""
        query = _placed().where(statements.c.document == document_id)
        query = query.where(statements.c.kind == "commitment", statements.c.core == 1)
        return _in_order(self._connection.execute(query))

    def get(self, statement_id: str) -> Placed | None:
        """One statement as it stands now, None if there is none."""
        return next(iter(_in_order(self._connection.execute(_placed().where(statements.c.id == statement_id)))), None)

    def set_keys(self, statement_id: str, keys: Iterable[str]) -> None:
        """Store the keys that a statement is to be found by."""
        rows = [{"key": key, "statement": statement_id} for key in sorted(set(keys))]
        if rows:
            self._connection.execute(insert(match_keys), rows)

    def list_makers_before(self, placed: Placed, keys: Iterable[str]) -> list[Placed]:
        """The statements that make a commitment, share a key with this one and come before it, in order."""
        query = _placed().where(_has_key(keys), links.c.effect == "makes", _upto(placed))
        return [found for found in _in_order(self._connection.execute(query)) if found.order < placed.order]

    def list_after(self, placed: Placed, keys: Iterable[str]) -> list[Placed]:
        """The followed statements that share a key with this one and come after it, in order."""
        query = _placed().where(_has_key(keys), _from(placed))
        return [found for found in _in_order(self._connection.execute(query)) if found.order > placed.order]

    def link(self, link: Link) -> None:
        """Store a link, and its commitment if that is new."""
        known = select(commitments.c.id).where(commitments.c.id == link.commitment)
        if self._connection.scalar(known) is None:
            self._connection.execute(insert(commitments), {"id": link.commitment, "recorded_at": self._at})
        self._connection.execute(insert(links), {**msgspec.structs.asdict(link), "recorded_at": self._at})

    def retract(self, commitment: str, statement_id: str, effect: Effect) -> None:
        """Retract a live link; the row stays, with the time."""
        self._connection.execute(
            update(links)
            .where(
                links.c.commitment == commitment,
                links.c.statement == statement_id,
                links.c.effect == effect,
                links.c.retracted_at.is_(None),
            )
            .values(retracted_at=self._at)
        )


def _placed() -> Select[Any]:
    threaded = and_(
        links.c.statement == statements.c.id,
        links.c.retracted_at.is_(None),
        links.c.effect.in_(("makes", "restates")),
    )
    return (
        select(
            statements.c.record,
            statements.c.document,
            documents.c.published_last,
            links.c.commitment,
            links.c.effect,
        )
        .join(documents, documents.c.id == statements.c.document)
        .outerjoin(links, threaded)
    )


def _has_key(keys: Iterable[str]) -> Any:
    return statements.c.id.in_(select(match_keys.c.statement).where(match_keys.c.key.in_(sorted(set(keys)))))


def _upto(placed: Placed) -> Any:
    """A coarse cut by day; the exact order is the caller's, since a database's idea of it depends on its collation."""
    return documents.c.published_last <= placed.published if placed.published else true()


def _from(placed: Placed) -> Any:
    unknown = documents.c.published_last.is_(None)
    return or_(documents.c.published_last >= placed.published, unknown) if placed.published else unknown


def _in_order(rows: Iterable[Row[Any]]) -> list[Placed]:
    found = [
        Placed(
            statement=_statement.decode(row.record),
            document=row.document,
            published=row.published_last,
            commitment=row.commitment,
            makes=row.effect == "makes",
        )
        for row in rows
    ]
    return sorted(found, key=lambda placed: placed.order)
