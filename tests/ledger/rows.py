"""The rows of a ledger file, to hold one state of it against another."""

import sqlite3
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from aide_memoire.ledger import open_ledger

TABLES = (
    "documents",
    "sources",
    "statements",
    "match_keys",
    "commitments",
    "links",
    "bands",
    "copies",
    "echoes",
    "failures",
)


@cache
def empty_ledger() -> bytes:
    """A new ledger's file, made once."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        open_ledger(str(path)).close()
        return path.read_bytes()


def dump(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables, sorted."""
    connection = sqlite3.connect(path)
    try:
        return {table: sorted(connection.execute(f"SELECT * FROM {table}"), key=repr) for table in TABLES}
    finally:
        connection.close()


def live_links(path: Path) -> list[tuple[str, str, str, float, str]]:
    """What the links say that were not retracted, without the time that they were recorded at."""
    connection = sqlite3.connect(path)
    try:
        return connection.execute(
            "SELECT commitment, statement, effect, score, reason FROM links WHERE retracted_at IS NULL ORDER BY 1, 2, 3"
        ).fetchall()
    finally:
        connection.close()
