"""What is particular to SQLite, in one place: how a connection is set up, and how a transaction begins."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

BUSY_SECONDS = 5.0
"""How long a writer waits for another program that is writing to the same file."""

WRITING = "aide_memoire_writing"
"""The execution option that marks a connection whose transactions write."""


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


def use_wal(path: Path) -> None:
    """Put a file in WAL mode, so that readers and a writer do not wait for each other; the file remembers it."""
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()
