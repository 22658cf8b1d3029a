"""Documents that stand in the place of others: the same source, read again as of a date that the user gave.

Nothing of the earlier one is lost. It stays with its statements, and the row that says what stands in its place can
be retracted like a link; only the links of its commitments are retracted, so that it is in no answer.
"""

from sqlalchemy import ColumnElement, Connection, Exists, and_, exists, insert, select, update

from aide_memoire.ledger.copies import is_echo, unsettle
from aide_memoire.ledger.schema import documents, links, statements, supersessions


def is_superseded() -> Exists:
    """A condition on `documents`: another document stands in the place of this one."""
    return exists().where(supersessions.c.document == documents.c.id, supersessions.c.retracted_at.is_(None))


def is_orphan() -> ColumnElement[bool]:
    """A condition on `statements`: the commitment that it made or restated is gone, and it was not placed anew.

    What a copy says in the words of its original has no place to lose.
    """
    former, live = links.alias("former"), links.alias("live")
    places = ("makes", "restates")
    lost = (
        exists()
        .where(former.c.statement == statements.c.id, former.c.retracted_at.is_not(None))
        .where(former.c.effect.in_(places), statements.c.kind == "commitment")
        .where(
            ~exists().where(
                live.c.statement == former.c.statement, live.c.retracted_at.is_(None), live.c.effect.in_(places)
            )
        )
    )
    return and_(lost, ~is_echo())


def find_standing(connection: Connection, document_id: str) -> str:
    """Give the document that stands in the place of this one now; itself where none does."""
    query = select(supersessions.c.by).where(supersessions.c.retracted_at.is_(None))
    by = connection.scalar(query.where(supersessions.c.document == document_id))
    return document_id if by is None else find_standing(connection, str(by))


def supersede(connection: Connection, document_id: str, *, by: str, at: str) -> None:
    """Put one document in the place of another, and retract every link of the commitments that the other made.

    What others said of those commitments has no link then, until it is followed again (`is_orphan`); so are its copies.
    """
    unsettle(connection, document_id, at=at)
    connection.execute(
        update(supersessions)
        .where(supersessions.c.document == by, supersessions.c.retracted_at.is_(None))
        .values(retracted_at=at)
    )
    connection.execute(insert(supersessions), {"document": document_id, "by": by, "recorded_at": at})
    of_document = select(statements.c.id).where(statements.c.document == document_id)
    made = select(links.c.commitment).where(
        links.c.statement.in_(of_document), links.c.effect == "makes", links.c.retracted_at.is_(None)
    )
    commitments = connection.scalars(made).all()
    for condition in (links.c.statement.in_(of_document), links.c.commitment.in_(commitments)):
        connection.execute(update(links).where(condition, links.c.retracted_at.is_(None)).values(retracted_at=at))
