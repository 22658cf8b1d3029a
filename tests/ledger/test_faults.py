import sqlite3
from pathlib import Path

import pytest

from aide_memoire.errors import LedgerError
from aide_memoire.following import follow
from aide_memoire.ledger import open_ledger
from tests.ledger.builders import reading, source, statement

AT = "2021-02-01T09:00:00Z"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a ledger with one commitment."""
    path = tmp_path / "ledger.db"
    with open_ledger(str(path)) as ledger:
        one = reading("r1", [statement("reopen the ferry line", toward="NOR")])
        ledger.add(source(one), one, at=AT)
        follow(ledger, "r1", at=AT)
    return path


def damage(path: Path, sql: str) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(sql)
    connection.close()


@pytest.mark.parametrize(
    ("sql", "problem"),
    [
        ("UPDATE alembic_version SET version_num = '0000'", "no schema that this program knows"),
        ("UPDATE alembic_version SET version_num = x'00'", "does not say which schema it has"),
        ("INSERT INTO alembic_version VALUES ('0001')", "does not say which schema it has"),
        ("DELETE FROM alembic_version", "does not say which schema it has"),
        ("DROP TABLE links", "no such table: links"),
        ("UPDATE statements SET record = '{'", "a record in it cannot be read"),
        ("UPDATE statements SET record = '{}'", "a record in it cannot be read"),
        ("UPDATE statements SET record = x'7bff'", "a record in it cannot be read"),
        ("UPDATE statements SET record = CAST(x'7bff' AS TEXT)", "Could not decode to UTF-8"),
        ("UPDATE documents SET furniture = 'chairs'", "a record in it cannot be read"),
        ("UPDATE documents SET published_conflicts = '['", "a record in it cannot be read"),
    ],
)
def test_a_damaged_ledger_is_said_to_be_damaged(path: Path, sql: str, problem: str) -> None:
    damage(path, sql)
    with (
        pytest.raises(LedgerError, match=rf"ledger .*ledger\.db is damaged: .*{problem}.*Restore it from a copy"),
        open_ledger(str(path), create=False) as ledger,
    ):
        list(ledger.iter_commitments())
        ledger.get_document("r1")


def test_damage_is_found_in_following_too(path: Path) -> None:
    damage(path, "UPDATE statements SET record = '{'")
    two = reading("r2", [statement("reopen the ferry line", toward="NOR")], published="2021-01-22")
    with open_ledger(str(path)) as ledger:
        ledger.add(source(two), two, at=AT)
        with pytest.raises(LedgerError, match="is damaged"):
            follow(ledger, "r2", at=AT)
