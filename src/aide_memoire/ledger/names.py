"""Names of sources as the database can hold them, and the documents that were read from them."""

from sqlalchemy import Connection, select

from aide_memoire.ledger.schema import sources
from aide_memoire.records import Source


def storable(name: str) -> str:
    """Give a name with what is no character as an escape: half a surrogate pair, from a file name that is no UTF-8."""
    return name.encode(errors="backslashreplace").decode()


def find_named(connection: Connection, source: Source) -> str | None:
    """Give the document read from the same bytes by the same name, or as the same record of a file that was moved."""
    rows = connection.execute(select(sources.c.name, sources.c.document).where(sources.c.sha256 == source.sha256))
    wanted = storable(source.name)
    _, mark, record = wanted.partition("#")
    for name, document in rows:
        if name == wanted or (mark and record and name.partition("#")[2] == record):
            return str(document)
    return None
