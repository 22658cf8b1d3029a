"""Opening a ledger: a path or a database address in, a `Ledger` on the newest schema out, or an error that helps."""

import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, inspect, make_url, select, table
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.sql.expression import column

from aide_memoire.errors import LedgerError
from aide_memoire.ledger.faults import damaged, explained
from aide_memoire.ledger.ledger import Ledger
from aide_memoire.ledger.schema import REVISION
from aide_memoire.ledger.sqlite import BESIDE, WRITING, create_sqlite_engine, find_file, to_read, use_wal

_log = logging.getLogger(__name__)

_VERSION = table("alembic_version", column("version_num"))


def open_ledger(where: str, *, create: bool = True) -> Ledger:
    """Open the ledger at a path ("ledger.db") or an SQLAlchemy address ("postgresql+psycopg://host/name").

    A missing or empty file becomes a new ledger unless `create` is False; an older ledger is brought to the newest
    schema. Where nothing is to be made, a file that may only be read is enough for reading. Use it in a `with` block.
    Raises `LedgerError` where there is no folder, no ledger, a damaged one, a database of another program, a schema
    newer than this program, a file that is locked or may not be written, or an address that keeps nothing.
    """
    url = _address(where)
    # Messages name the ledger, and an address may hold a password.
    named = url.render_as_string(hide_password=True) if "://" in where else where
    path = _find_path(named, url)
    if path is not None:
        _check_path(path, create=create)
        url = url if create else to_read(url, path)
    engine = _engine(url)
    try:
        with explained(named):
            _bring_up(engine, named, create=create)
    except LedgerError:
        engine.dispose()
        raise
    return Ledger(engine, named)


def list_files(where: str) -> list[Path]:
    """The files that a ledger is, there or not: itself and what SQLite keeps beside it; none for a database server.

    "l.db" gives l.db, l.db-wal, l.db-shm and l.db-journal, absolute and without links.
    """
    path = _find_path(where, _address(where))
    if path is None:
        return []
    file = os.path.realpath(path)
    return [Path(f"{file}{ending}") for ending in ("", *BESIDE)]


def _address(where: str) -> URL:
    """The address of a ledger that is given by an address or a path."""
    if where.startswith("file:"):
        raise LedgerError(
            f"{where!r} is neither a path nor an address",
            remedy="Write the path alone, or ./ before it if that is its name",
        )
    if "://" not in where:
        return URL.create("sqlite", database=where)
    try:
        return make_url(where)
    except (ArgumentError, ValueError) as error:
        raise _no_address(where) from error


def _find_path(where: str, url: URL) -> Path | None:
    """The file that an address names; None for a database server. Raises `LedgerError` for memory alone."""
    if url.get_backend_name() != "sqlite":
        return None
    path = find_file(url)
    if path is None:
        raise LedgerError(
            f"{where!r} names no file, so that nothing would be kept", remedy="Give a path, such as ledger.db"
        )
    return path


def _check_path(path: Path, *, create: bool) -> None:
    try:
        path.stat()
    except FileNotFoundError:
        pass
    except OSError as error:
        remedy = "Check that it is a path, and that its folders may be entered"
        raise LedgerError(f"{path} cannot be opened: {error.strerror}", remedy=remedy) from error
    if path.is_dir():
        raise LedgerError(f"{path} is a folder", remedy="Name a file in it, such as ledger.db")
    if path.exists() and not path.is_file():
        raise LedgerError(f"{path} is a device or a pipe, not a file", remedy="Choose another path for the ledger")
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
    except (ArgumentError, ValueError) as error:
        raise _no_address(url.render_as_string(hide_password=True)) from error


def _no_address(where: str) -> LedgerError:
    remedy = "Give a path, or an address like postgresql+psycopg://host/name"
    return LedgerError(f"{where!r} is no database address", remedy=remedy)


def _bring_up(engine: Engine, where: str, *, create: bool) -> None:
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
    if engine.dialect.name == "sqlite":
        use_wal(engine)
    _migrate(engine, where, found)


def _revision(connection: Connection, where: str) -> str | None:
    """The schema's revision, None in an empty database. Reading it is all that opening costs where it is the newest."""
    try:
        found = list(connection.scalars(select(_VERSION.c.version_num)))
    except DBAPIError as error:
        # Of SQLite's complaints only the one without a code of its own can mean that there is no such table.
        if getattr(error.orig, "sqlite_errorcode", sqlite3.SQLITE_ERROR) != sqlite3.SQLITE_ERROR:
            raise
        connection.rollback()
        if inspect(connection).get_table_names():
            raise LedgerError(
                f"{where} is a database of another program", remedy="Choose another path for the ledger"
            ) from error
        return None
    if not found and inspect(connection).get_table_names() == [_VERSION.name]:
        return None
    if len(found) != 1 or not isinstance(found[0], str):
        raise damaged(where, "it does not say which schema it has")
    return found[0]


def _migrate(engine: Engine, where: str, found: str | None) -> None:
    # Alembic costs a tenth of a second to import, which nobody who opens an up-to-date ledger should pay.
    from alembic.util.exc import CommandError

    from aide_memoire.ledger.migrations.migrate import migrate

    _log.info("Bringing %s to schema %s", engine.url.render_as_string(), REVISION)
    try:
        with _writing(engine) as connection:
            migrate(connection)
    except CommandError as error:
        if found is None:
            raise
        raise damaged(where, f"it has no schema that this program knows ({error})") from error


@contextmanager
def _writing(engine: Engine) -> Iterator[Connection]:
    with engine.execution_options(**{WRITING: True}).begin() as connection:
        yield connection
