"""The rows that `following` holds documents against each other by, to tell the copies."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, bindparam, insert, or_, select, update

from aide_memoire.ledger.schema import bands, copies, documents, echoes, statements
from aide_memoire.ledger.superseding import is_superseded
from aide_memoire.records import Record


class Printed(Record, frozen=True, kw_only=True):
    """A document as it is held against others: its text, and the first and last day that its date can mean.

    `of` is the original that it is known to be a copy of.
    """

    document: str
    text: str
    first: date | None
    last: date | None
    of: str | None = None

    @property
    def order(self) -> tuple[date, str]:
        """Where the document stands among all others: by publication (unknown last), then by id."""
        return self.last or date.max, self.document


class Copying:
    """One transaction over the copies. Whatever it changes is recorded, or retracted, at the one time `at`."""

    def __init__(self, connection: Connection, *, at: str) -> None:
        """Stand in a transaction that writes."""
        self._connection = connection
        self._at = at

    def get(self, document_id: str) -> Printed | None:
        """One document as it stands now; None if there is none, or another stands in its place."""
        row = self._connection.execute(_ONE, {"document": document_id}).one_or_none()
        return None if row is None else _printed(row)

    def set_bands(self, document_id: str, keys: Iterable[int]) -> None:
        """Store the keys that a document is to be found by, unless it has some."""
        if self._connection.scalar(select(bands.c.key).where(bands.c.document == document_id).limit(1)) is None:
            self._connection.execute(
                insert(bands), [{"key": key, "document": document_id} for key in sorted(set(keys))]
            )

    def list_originals_before(self, printed: Printed, *, days: int) -> list[Printed]:
        """The documents that are no copies, have a band in common with this one and come before it, in order;

        where both days are known, at most `days` before."""
        rows = self._connection.execute(_ORIGINALS, _window(printed, days))
        return sorted((one for one in map(_printed, rows) if one.order < printed.order), key=lambda one: one.order)

    def list_after(self, printed: Printed, *, days: int) -> list[Printed]:
        """The documents that have a band in common with this one and come after it, within so many days."""
        rows = self._connection.execute(_LIKE, _window(printed, days))
        return [one for one in map(_printed, rows) if one.order > printed.order]

    def set_original(self, document_id: str, of: str | None, *, score: float, shared: Iterable[str]) -> None:
        """Record that a document is a copy, or of another one, or none; `shared` are the statements that both have."""
        live = copies.c.document == document_id, copies.c.retracted_at.is_(None)
        self._connection.execute(update(copies).where(*live).values(retracted_at=self._at))
        if of is None:
            return
        row = {"document": document_id, "of": of, "score": score, "recorded_at": self._at}
        copy = self._connection.execute(insert(copies).returning(copies.c.id), row).scalar_one()
        if rows := [{"copy": copy, "statement": statement} for statement in sorted(set(shared))]:
            self._connection.execute(insert(echoes), rows)

    def list_clauses(self, document_id: str) -> list[tuple[str, int, int]]:
        """The id, start and end of every statement of a document."""
        query = select(statements.c.id, statements.c.start, statements.c.end).where(
            statements.c.document == document_id
        )
        return [(row.id, row.start, row.end) for row in self._connection.execute(query)]


def _documents() -> Select[Any]:
    live = and_(copies.c.document == documents.c.id, copies.c.retracted_at.is_(None))
    return (
        select(documents.c.id, documents.c.text, documents.c.published_first, documents.c.published_last, copies.c.of)
        .outerjoin(copies, live)
        .where(~is_superseded())
    )


_ONE = _documents().where(documents.c.id == bindparam("document"))
_OWN_KEYS = select(bands.c.key).where(bands.c.document == bindparam("document"))
_LIKE = _documents().where(
    documents.c.id.in_(select(bands.c.document).where(bands.c.key.in_(_OWN_KEYS))),
    documents.c.id != bindparam("document"),
    or_(
        documents.c.published_last.is_(None),
        and_(documents.c.published_first <= bindparam("until"), documents.c.published_last >= bindparam("since")),
    ),
)
_ORIGINALS = _LIKE.where(copies.c.of.is_(None))


def _window(printed: Printed, days: int) -> dict[str, object]:
    """The days between which a document has to have been published to be a copy of this one, or its original."""
    since, until = date.min, date.max
    if printed.first is not None and (printed.first - date.min).days > days:
        since = printed.first - timedelta(days)
    if printed.last is not None and (date.max - printed.last).days > days:
        until = printed.last + timedelta(days)
    return {"document": printed.document, "since": since, "until": until}


def _printed(row: Row[Any]) -> Printed:
    return Printed(document=row.id, text=row.text, first=row.published_first, last=row.published_last, of=row.of)
