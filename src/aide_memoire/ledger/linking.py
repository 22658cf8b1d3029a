"""The rows that `following` joins: statements with their place in time, the keys they are found by, and the links."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, and_, bindparam, exists, insert, or_, select, update

from aide_memoire.errors import LedgerError
from aide_memoire.ledger.schema import commitments, documents, links, match_keys, statements
from aide_memoire.ledger.superseding import is_orphan, is_superseded
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
        """Whether the document was followed and has kept its links. Raises `LedgerError` if it is not in the ledger."""
        row = self._connection.execute(_FOLLOWED, {"document": document_id}).one_or_none()
        if row is None:
            raise LedgerError(f"There is no document {document_id}", remedy="Add its source first")
        return row.followed_at is not None and not row.has_orphans

    def set_followed(self, document_id: str) -> None:
        """Note that the document has been followed; the first time stays."""
        first = documents.c.followed_at.is_(None)
        self._connection.execute(
            update(documents).where(documents.c.id == document_id, first).values(followed_at=self._at)
        )

    def list_core(self, document_id: str) -> list[Placed]:
        """The document's core commitment statements, in order of the text."""
        return _in_order(self._connection.execute(_CORE, {"document": document_id}))

    def get(self, statement_id: str) -> Placed | None:
        """One statement as it stands now, None if there is none."""
        return next(iter(_in_order(self._connection.execute(_ONE, {"statement": statement_id}))), None)

    def set_keys(self, statement_id: str, keys: Iterable[str]) -> None:
        """Store the keys that a statement is to be found by; those that are there stay."""
        stored = self._connection.scalars(select(match_keys.c.key).where(match_keys.c.statement == statement_id))
        rows = [{"key": key, "statement": statement_id} for key in sorted(set(keys).difference(stored))]
        if rows:
            self._connection.execute(insert(match_keys), rows)

    def list_makers_before(self, placed: Placed, keys: Iterable[str]) -> list[Placed]:
        """The statements that make a commitment, share a key with this one and come before it, in order."""
        given = {"keys": sorted(set(keys)), "day": placed.published or date.max}
        return [found for found in _in_order(self._connection.execute(_MAKERS, given)) if found.order < placed.order]

    def list_after(self, placed: Placed, keys: Iterable[str]) -> list[Placed]:
        """The followed statements that share a key with this one and come after it, in order."""
        given = {"keys": sorted(set(keys)), "day": placed.published or date.max}
        return [found for found in _in_order(self._connection.execute(_LATER, given)) if found.order > placed.order]

    def link(self, link: Link) -> None:
        """Store a link, and its commitment if that is new."""
        if self._connection.scalar(_COMMITMENT, {"commitment": link.commitment}) is None:
            self._connection.execute(insert(commitments), {"id": link.commitment, "recorded_at": self._at})
        self._connection.execute(insert(links), {**msgspec.structs.asdict(link), "recorded_at": self._at})

    def retract(self, commitment: str, statement_id: str, effect: Effect) -> None:
        """Retract a live link; the row stays, with the time."""
        given = {"of": commitment, "by": statement_id, "as": effect, "at": self._at}
        self._connection.execute(_RETRACT, given)


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
        .where(~is_superseded())
    )


# Built once, since building a query costs several times what SQLite takes to run it. The days are a coarse cut; the
# exact order is Python's, since a database's idea of it depends on its collation.
_HAS_KEY = statements.c.id.in_(
    select(match_keys.c.statement).where(match_keys.c.key.in_(bindparam("keys", expanding=True)))
)
_CORE = _placed().where(
    statements.c.document == bindparam("document"), statements.c.kind == "commitment", statements.c.core == 1
)
_ONE = _placed().where(statements.c.id == bindparam("statement"))
_MAKERS = _placed().where(
    _HAS_KEY,
    links.c.effect == "makes",
    or_(documents.c.published_last <= bindparam("day"), bindparam("day") == date.max),
)
_LATER = _placed().where(
    _HAS_KEY, or_(documents.c.published_last >= bindparam("day"), documents.c.published_last.is_(None))
)
_FOLLOWED = select(
    documents.c.followed_at,
    exists().where(statements.c.document == documents.c.id, is_orphan()).label("has_orphans"),
).where(documents.c.id == bindparam("document"))
_COMMITMENT = select(commitments.c.id).where(commitments.c.id == bindparam("commitment"))
_RETRACT = (
    update(links)
    .where(
        links.c.commitment == bindparam("of"),
        links.c.statement == bindparam("by"),
        links.c.effect == bindparam("as"),
        links.c.retracted_at.is_(None),
    )
    .values(retracted_at=bindparam("at"))
)


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
