"""What is particular to SQLite, in one place: which files a ledger is, how a connection and a transaction begin."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import quote_from_bytes, unquote, urlsplit

from sqlalchemy import URL, Connection, Engine, create_engine, event

BUSY_SECONDS = 5.0
"""How long a writer waits for another program that is writing to the same file."""

WRITING = "aide_memoire_writing"
"""The execution option that marks a connection whose transactions write."""

BESIDE = ("-wal", "-shm", "-journal")
"""How the names of the files end that SQLite keeps beside a database."""


def create_sqlite_engine(url: URL) -> Engine:
    """An engine whose every connection enforces foreign keys and waits for a busy file.

    The driver's own transactions are switched off, since they begin too late for what is read before a write to be
    protected: a writing transaction takes the file's write lock at once (`BEGIN IMMEDIATE`), a reading one none.
    """
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    # In WAL mode NORMAL survives a killed process whole; a power cut can cost the last transactions, never the file.
    connection.execute("PRAGMA synchronous = NORMAL")


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def use_wal(engine: Engine) -> None:
    """Put the engine's file in WAL mode, so that readers and a writer do not wait for each other; the file remembers.

    Over the engine's own connection, since the mode cannot change inside a transaction, and since a second one, made
    from the name alone, may take the name for another file. Raises what the driver raises.
    """
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


def find_file(url: URL) -> Path | None:
    """Give the file that an address of SQLite names, None where it names none and all would be kept in memory.

    "sqlite:///a.db" and "sqlite:///file:a.db?mode=ro&uri=true" name a.db, "sqlite://" names none.
    """
    name = url.database or ""
    if _is_uri(url) and name.startswith("file:"):
        name = unquote(urlsplit(name).path)
    in_memory = name in ("", ":memory:") or url.query.get("mode") == "memory" or url.query.get("vfs") == "memdb"
    return None if in_memory else Path(name)


def _is_uri(url: URL) -> bool:
    return str(url.query.get("uri", "")).lower() in ("true", "yes", "on", "1", "t", "y")


def to_read(url: URL, path: Path) -> URL:
    """The address to read a file by: as it is, or one that asks for no writing where file or folder allow none.

    SQLite writes beside a file in WAL mode even to read it, unless it is told that nobody changes the file. That is
    only said where nothing stands beside it: what does may hold what the file itself does not have yet.
    """
    file = Path(os.path.realpath(path))
    may_write = os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)
    if may_write or url.query or any(_holds_something(Path(f"{file}{ending}")) for ending in BESIDE):
        return url
    database = f"file:{quote_from_bytes(os.fsencode(file))}"
    return URL.create("sqlite", database=database, query={"mode": "ro", "immutable": "1", "uri": "true"})


def _holds_something(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except FileNotFoundError:
        return False
