"""The rows that `following` joins: statements with their place in time, the keys they are found by, and the links."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, and_, bindparam, case, exists, func, insert, null, or_, select, update

from aide_memoire.errors import LedgerError
from aide_memoire.ledger.copies import is_echo, is_unprinted
from aide_memoire.ledger.copying import Copying
from aide_memoire.ledger.schema import commitments, documents, links, match_keys, statements
from aide_memoire.ledger.superseding import is_orphan, is_superseded
from aide_memoire.records import Effect, Link, Record, Statement

_statement = msgspec.json.Decoder(Statement)

AROUND = 300
"""How many characters before and after a clause are looked at with it."""


class Placed(Record, frozen=True, kw_only=True):
    """A commitment statement with its document and the last day that the document's date can mean.

    `commitment` is the one that it makes or restates, and `makes` which of the two; before it is followed, None.
    `title` is the document's, `around` the clause with what stands around it.
    """

    statement: Statement
    document: str
    published: date | None
    commitment: str | None = None
    makes: bool = False
    title: str | None = None
    around: str = ""

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
        self.copying = Copying(connection, at=at)

    def is_followed(self, document_id: str) -> bool:
        """Whether the document was followed and has kept its links. Raises `LedgerError` if it is not in the ledger."""
        row = self._connection.execute(_FOLLOWED, {"document": document_id}).one_or_none()
        if row is None:
            raise LedgerError(f"There is no document {document_id}", remedy="Add its source first")
        return row.followed_at is not None and not row.has_orphans and not row.is_unprinted

    def set_followed(self, document_id: str) -> None:
        """Note that the document has been followed; the first time stays."""
        first = documents.c.followed_at.is_(None)
        self._connection.execute(
            update(documents).where(documents.c.id == document_id, first).values(followed_at=self._at)
        )

    def list_core(self, document_id: str) -> list[Placed]:
        """The document's core commitment statements, in order of the text."""
        return _in_order(self._connection.execute(_CORE, {"document": document_id}))

    def list_linked_echoes(self, document_id: str) -> list[Placed]:
        """The statements of a copy that still make or restate what its original says in the same words."""
        return _in_order(self._connection.execute(_ECHOES, {"document": document_id}))

    def list_said(self, document_id: str) -> list[Placed]:
        """The document's core statements of both kinds, in order of the text; whatever they are linked to."""
        return _in_order(self._connection.execute(_SAID, {"document": document_id}))

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

    def list_said_after(self, placed: Placed, keys: Iterable[str]) -> list[Placed]:
        """The core statements of other documents, of both kinds, that share a key and come after it, in order."""
        given = {"keys": sorted(set(keys)), "day": placed.published or date.max, "document": placed.document}
        return [
            found for found in _in_order(self._connection.execute(_SAID_LATER, given)) if found.order > placed.order
        ]

    def report(self, link: Link) -> None:
        """Store what a statement reports of a commitment, unless that is stored."""
        given = {"of": link.commitment, "by": link.statement, "as": link.effect}
        if self._connection.scalar(_LIVE, given) is None:
            self._connection.execute(insert(links), {**msgspec.structs.asdict(link), "recorded_at": self._at})

    def retract_reports(self, commitment: str) -> None:
        """Retract what statements report of a commitment; those that make or restate it keep their links."""
        self._connection.execute(_RETRACT_REPORTS, {"of": commitment, "at": self._at})

    def retract_echoes(self, document_id: str) -> None:
        """Retract every link of the statements of a copy that its original says in the same words."""
        self._connection.execute(_RETRACT_ECHOES, {"of": document_id, "at": self._at})

    def link(self, link: Link) -> None:
        """Store a link, and its commitment if that is new."""
        if self._connection.scalar(_COMMITMENT, {"commitment": link.commitment}) is None:
            self._connection.execute(insert(commitments), {"id": link.commitment, "recorded_at": self._at})
        self._connection.execute(insert(links), {**msgspec.structs.asdict(link), "recorded_at": self._at})

    def retract(self, commitment: str, statement_id: str, effect: Effect) -> None:
        """Retract a live link; the row stays, with the time."""
        given = {"of": commitment, "by": statement_id, "as": effect, "at": self._at}
        self._connection.execute(_RETRACT, given)


_first = case((statements.c.start > AROUND, statements.c.start - AROUND), else_=0)


def around(text: str, start: int, end: int) -> str:
    """The clause text[start:end] with what stands around it in its paragraph, at most `AROUND` characters a side."""
    first = max(0, start - AROUND)
    return _paragraph(text[first : end + AROUND], start - first, end - first)


def _paragraph(near: str, start: int, end: int) -> str:
    """The paragraph of a stretch; one that runs over several has all of them."""
    last = near.find("\n", end)
    return near[near.rfind("\n", 0, start) + 1 : last if last >= 0 else len(near)]


_COLUMNS = (
    statements.c.record,
    statements.c.document,
    documents.c.published_last,
    documents.c.title,
    func.substr(documents.c.text, _first + 1, statements.c.end - statements.c.start + 2 * AROUND).label("near"),
)


def _said() -> Select[Any]:
    return (
        select(*_COLUMNS, null().label("commitment"), null().label("effect"))
        .join(documents, documents.c.id == statements.c.document)
        .where(~is_superseded(), ~is_echo(), statements.c.core == 1)
    )


def _placed(*, echoing: bool = False) -> Select[Any]:
    threaded = and_(
        links.c.statement == statements.c.id,
        links.c.retracted_at.is_(None),
        links.c.effect.in_(("makes", "restates")),
    )
    return (
        select(*_COLUMNS, links.c.commitment, links.c.effect)
        .join(documents, documents.c.id == statements.c.document)
        .outerjoin(links, threaded)
        .where(~is_superseded(), is_echo() if echoing else ~is_echo())
    )


# Built once, since building a query costs several times what SQLite takes to run it. The days are a coarse cut; the
# exact order is Python's, since a database's idea of it depends on its collation.
_HAS_KEY = statements.c.id.in_(
    select(match_keys.c.statement).where(match_keys.c.key.in_(bindparam("keys", expanding=True)))
)
_CORE = _placed().where(
    statements.c.document == bindparam("document"), statements.c.kind == "commitment", statements.c.core == 1
)
_ECHOES = _placed(echoing=True).where(statements.c.document == bindparam("document"), links.c.id.is_not(None))
_ONE = _placed().where(statements.c.id == bindparam("statement"))
_MAKERS = _placed().where(
    _HAS_KEY,
    links.c.effect == "makes",
    or_(documents.c.published_last <= bindparam("day"), bindparam("day") == date.max),
)
_NOT_BEFORE = or_(documents.c.published_last >= bindparam("day"), documents.c.published_last.is_(None))
_LATER = _placed().where(_HAS_KEY, _NOT_BEFORE, statements.c.kind == "commitment")
_SAID = _said().where(statements.c.document == bindparam("document"))
_SAID_LATER = _said().where(_HAS_KEY, _NOT_BEFORE, statements.c.document != bindparam("document"))
_LIVE = select(links.c.id).where(
    links.c.commitment == bindparam("of"),
    links.c.statement == bindparam("by"),
    links.c.effect == bindparam("as"),
    links.c.retracted_at.is_(None),
)
_RETRACT_REPORTS = (
    update(links)
    .where(
        links.c.commitment == bindparam("of"),
        links.c.retracted_at.is_(None),
        or_(
            links.c.effect.not_in(("makes", "restates")),
            links.c.statement.in_(select(statements.c.id).where(statements.c.kind == "event")),
        ),
    )
    .values(retracted_at=bindparam("at"))
)
_RETRACT_ECHOES = (
    update(links)
    .where(
        links.c.retracted_at.is_(None),
        links.c.statement.in_(select(statements.c.id).where(statements.c.document == bindparam("of"), is_echo())),
    )
    .values(retracted_at=bindparam("at"))
)
_FOLLOWED = select(
    documents.c.followed_at,
    exists().where(statements.c.document == documents.c.id, is_orphan()).label("has_orphans"),
    is_unprinted().label("is_unprinted"),
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


def _near(near: str, statement: Statement) -> str:
    """As `around`, of the part of the text that a query gave."""
    start = min(statement.start, AROUND)
    end = start + statement.end - statement.start
    return _paragraph(near[: end + AROUND], start, end)


def _in_order(rows: Iterable[Row[Any]]) -> list[Placed]:
    found = [
        Placed(
            statement=statement,
            document=row.document,
            published=row.published_last,
            commitment=row.commitment,
            makes=row.effect == "makes",
            title=row.title,
            around=_near(row.near, statement),
        )
        for row in rows
        for statement in (_statement.decode(row.record),)
    ]
    return sorted(found, key=lambda placed: placed.order)
