"""Opening a ledger: what becomes of a path that is new, old, foreign, locked or not there."""

import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from aide_memoire.errors import LedgerError
from aide_memoire.ledger import open_ledger, sqlite
from aide_memoire.ledger.opening import list_files
from aide_memoire.ledger.schema import REVISION
from aide_memoire.records import Failure

AT = "2021-02-01T09:00:00Z"
FAILURE = Failure(source="a.txt", stage="source", message="There is no a.txt", remedy="Check the path")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


def test_a_missing_file_becomes_an_empty_ledger(path: Path) -> None:
    with open_ledger(str(path)) as ledger:
        assert ledger.counts().documents == 0
    with open_ledger(str(path), create=False) as ledger:
        assert list(ledger.iter_commitments()) == []


def test_an_address_opens_the_same_ledger(path: Path) -> None:
    open_ledger(str(path)).close()
    with open_ledger(f"sqlite:///{path}", create=False) as ledger:
        assert ledger.counts().sources == 0


def test_a_new_ledger_is_in_wal_mode(path: Path) -> None:
    open_ledger(str(path)).close()
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


@pytest.mark.parametrize(
    "where",
    [
        "",
        ":memory:",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///file::memory:?uri=true",
        "sqlite:///file:l.db?mode=memory&uri=true",
    ],
)
@pytest.mark.parametrize("create", [True, False])
def test_a_ledger_that_keeps_nothing_is_refused(where: str, create: bool) -> None:
    with pytest.raises(LedgerError, match=r"names no file, so that nothing would be kept. Give a path"):
        open_ledger(where, create=create)


@pytest.mark.parametrize("where", ["file:l.db", "file:l.db?mode=ro", "file:///tmp/l.db"])
def test_a_path_that_could_be_an_address_is_refused(
    where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LedgerError, match=r"neither a path nor an address. Write the path alone"):
        open_ledger(where)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("where", ["./file:l.db", "sqlite:///file:l.db", "l.db?mode=ro", "a%20b.db", "a#b.db"])
def test_a_ledger_is_one_file(where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    open_ledger(where).close()
    assert [path.name for path in tmp_path.iterdir()] == [where.removeprefix("./").removeprefix("sqlite:///")]
    assert list_files(where)[0] == tmp_path.resolve() / where.removeprefix("./").removeprefix("sqlite:///")
    open_ledger(where, create=False).close()


@pytest.mark.parametrize(
    ("where", "names"),
    [
        ("l.db", ["l.db", "l.db-wal", "l.db-shm", "l.db-journal"]),
        ("sqlite:///file:a%2520b.db?uri=true", ["a b.db", "a b.db-wal", "a b.db-shm", "a b.db-journal"]),
        ("postgresql+psycopg://host/name", []),
    ],
)
def test_the_files_of_a_ledger(where: str, names: list[str]) -> None:
    assert [path.name for path in list_files(where)] == names


def test_a_pipe_is_no_ledger(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(LedgerError, match="a device or a pipe, not a file"):
        open_ledger(str(tmp_path / "pipe"))


def test_a_path_that_cannot_be_looked_at_is_named(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="cannot be opened: File name too long"):
        open_ledger(str(tmp_path / ("l" * 300)))


def test_a_ledger_that_may_only_be_read_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_ledger(str(path)).close()
    # The rights of a file are not asked for where the superuser runs the tests.
    monkeypatch.setattr("os.access", lambda *_: False)
    with open_ledger(str(path), create=False) as ledger:
        assert list(ledger.iter_commitments()) == []
        with pytest.raises(LedgerError, match=rf"The ledger {path} may not be written"):
            ledger.add_failure(FAILURE, at=AT)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_what_stands_beside_a_ledger_that_may_only_be_read_is_not_overlooked(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_ledger(str(path)).close()
    monkeypatch.setattr("os.access", lambda *_: False)
    with open_ledger(str(path)) as writing:
        writing.add_failure(FAILURE, at=AT)
        with open_ledger(str(path), create=False) as ledger:
            assert list(ledger.iter_failures()) == [FAILURE]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"folder .*nowhere does not exist.*Make it first"):
        open_ledger(str(tmp_path / "nowhere" / "ledger.db"))


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="is a folder"):
        open_ledger(str(tmp_path))


def test_nothing_is_made_where_nothing_is_to_be_made(path: Path) -> None:
    with pytest.raises(LedgerError, match="There is no ledger at"):
        open_ledger(str(path), create=False)
    assert not path.exists()


def test_an_empty_file_is_no_ledger_yet(path: Path) -> None:
    path.touch()
    with pytest.raises(LedgerError, match="empty and holds no ledger"):
        open_ledger(str(path), create=False)
    open_ledger(str(path)).close()


def test_a_file_that_is_no_database_is_left_as_it_is(path: Path) -> None:
    path.write_text("Minutes of the meeting. " * 200)
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="is not a database file"):
        open_ledger(str(path))
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_left_alone(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipes (id)")
    connection.close()
    with pytest.raises(LedgerError, match="database of another program"):
        open_ledger(str(path))


def test_a_newer_schema_asks_for_a_newer_program(path: Path) -> None:
    open_ledger(str(path)).close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    with pytest.raises(LedgerError, match=f"schema 9999, newer than this program knows .{REVISION}.*Update"):
        open_ledger(str(path))


def test_a_locked_ledger_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.05)
    with open_ledger(str(path)) as ledger:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match=r"locked by another program.*try again"), ledger.linking(at=AT):
            pass
        assert ledger.counts().documents == 0
        other.close()


def test_a_ledger_that_may_not_be_written_says_so(path: Path) -> None:
    open_ledger(str(path)).close()
    with (
        open_ledger(f"sqlite:///file:{path}?mode=ro&uri=true", create=False) as ledger,
        pytest.raises(LedgerError, match="may not be written"),
        ledger.linking(at=AT) as linking,
    ):
        linking.set_followed("a")


@pytest.mark.parametrize(
    ("where", "message"),
    [("no such://thing", "no database address"), ("oracle9://host/name", "no driver for 'oracle9'")],
)
def test_an_address_that_leads_nowhere(where: str, message: str) -> None:
    with pytest.raises(LedgerError, match=message):
        open_ledger(where)


def test_a_message_does_not_tell_the_password() -> None:
    with pytest.raises(LedgerError, match="no database address") as caught:
        open_ledger("sqlite://user:hush@host/ledger.db")
    assert "hush" not in str(caught.value)


def test_opening_what_is_up_to_date_takes_no_migration_and_no_time(path: Path) -> None:
    open_ledger(str(path)).close()
    program = (
        "import sys; from aide_memoire.ledger import open_ledger; open_ledger(sys.argv[1]).close(); "
        "print('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
    # The best of several, since the machine may be busy with something else.
    assert min(opening_seconds(path) for _ in range(8)) < 0.05


def opening_seconds(path: Path) -> float:
    begin = time.perf_counter()
    open_ledger(str(path)).close()
    return time.perf_counter() - begin
