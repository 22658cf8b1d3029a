"""Opening a ledger: a path or a database address in, a `Ledger` on the newest schema out, or an error that helps."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, inspect, make_url, select, table
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.sql.expression import column

from aide_memoire.errors import LedgerError
from aide_memoire.ledger.faults import explained
from aide_memoire.ledger.ledger import Ledger
from aide_memoire.ledger.schema import REVISION
from aide_memoire.ledger.sqlite import WRITING, create_sqlite_engine, use_wal

_log = logging.getLogger(__name__)

_VERSION = table("alembic_version", column("version_num"))


def open_ledger(where: str, *, create: bool = True) -> Ledger:
    """Open the ledger at a path ("ledger.db") or an SQLAlchemy address ("postgresql+psycopg://host/name").

    A missing or empty file becomes a new ledger unless `create` is False; an older ledger is brought to the newest
    schema. Use it in a `with` block. Raises `LedgerError` where there is no folder, no ledger, a database of another
    program, a schema newer than this program, or a file that is locked or may not be written.
    """
    path, url = _address(where)
    if path is not None:
        _check_path(path, create=create)
    engine = _engine(url)
    # Messages name the ledger, and an address may hold a password.
    named = url.render_as_string(hide_password=True) if "://" in where else where
    try:
        with explained(named):
            _bring_up(engine, named, path, create=create)
    except LedgerError:
        engine.dispose()
        raise
    return Ledger(engine, named)


def _address(where: str) -> tuple[Path | None, URL]:
    """The file, where it is one, and the address of a ledger."""
    if "://" not in where:
        return Path(where), URL.create("sqlite", database=where)
    try:
        url = make_url(where)
    except ArgumentError as error:
        raise _no_address(where) from error
    is_plain_file = url.get_backend_name() == "sqlite" and url.database and not url.query
    return (Path(url.database) if is_plain_file and url.database else None), url


def _check_path(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise LedgerError(f"{path} is a folder", remedy="Name a file in it, such as ledger.db")
    if not path.exists() and not create:
        raise LedgerError(f"There is no ledger at {path}", remedy="Check the path, or add a source to make one")
    if not path.parent.is_dir():
        raise LedgerError(f"The folder {path.parent} does not exist", remedy="Make it first, or choose another path")


def _engine(url: URL) -> Engine:
    try:
        return create_sqlite_engine(url) if url.get_backend_name() == "sqlite" else create_engine(url)
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise LedgerError(
            f"There is no driver for {url.drivername!r}", remedy="Install the database's Python driver, or use a path"
        ) from error
    except ArgumentError as error:
        raise _no_address(url.render_as_string(hide_password=True)) from error


def _no_address(where: str) -> LedgerError:
    remedy = "Give a path, or an address like postgresql+psycopg://host/name"
    return LedgerError(f"{where!r} is no database address", remedy=remedy)


def _bring_up(engine: Engine, where: str, path: Path | None, *, create: bool) -> None:
    """Leave the database on the newest schema, or raise."""
    with engine.connect() as connection:
        found = _revision(connection, where)
    if found == REVISION:
        return
    if found is None and not create:
        raise LedgerError(f"{where} is empty and holds no ledger", remedy="Check the path, or add a source to make one")
    if found is not None and found > REVISION:
        raise LedgerError(
            f"{where} has schema {found}, newer than this program knows ({REVISION})",
            remedy="Update the program, or open the ledger with the one that wrote it",
        )
    if path is not None:
        use_wal(path)
    _migrate(engine)


def _revision(connection: Connection, where: str) -> str | None:
    """The schema's revision, None in an empty database. Reading it is all that opening costs where it is the newest."""
    try:
        return connection.scalars(select(_VERSION.c.version_num)).one_or_none()
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.DatabaseError) and not isinstance(error.orig, sqlite3.OperationalError):
            raise
        connection.rollback()
    if inspect(connection).get_table_names():
        raise LedgerError(f"{where} is a database of another program", remedy="Choose another path for the ledger")
    return None


def _migrate(engine: Engine) -> None:
    # Alembic costs a tenth of a second to import, which nobody who opens an up-to-date ledger should pay.
    from aide_memoire.ledger.migrations.migrate import migrate

    _log.info("Bringing %s to schema %s", engine.url.render_as_string(), REVISION)
    with _writing(engine) as connection:
        migrate(connection)


@contextmanager
def _writing(engine: Engine) -> Iterator[Connection]:
    with engine.execution_options(**{WRITING: True}).begin() as connection:
        yield connection
