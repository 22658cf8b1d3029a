import errno
import os
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from aide_memoire.cli import main
from aide_memoire.cli.save import save
from aide_memoire.errors import LedgerError
from aide_memoire.ledger import open_ledger


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with an empty ledger, l.db, in which the command runs."""
    monkeypatch.chdir(tmp_path)
    open_ledger("l.db").close()
    return tmp_path


def brief(output: str, *, ledger: str = "l.db") -> Result:
    return CliRunner().invoke(main, ["brief", "--ledger", ledger, "--as-of", "2021-06-01", "--output", output])


@pytest.mark.parametrize("ledger", ["l.db", "link.db", "sqlite:///l.db", "sqlite:///file:l.db?mode=ro&uri=true"])
@pytest.mark.parametrize("output", ["l.db", "./l.db", "link.db", "twin.db", "l.db-wal", "l.db-shm", "l.db-journal"])
def test_the_ledger_is_never_replaced(folder: Path, ledger: str, output: str) -> None:
    (folder / "link.db").symlink_to("l.db")
    (folder / "twin.db").hardlink_to("l.db")
    before = (folder / "l.db").read_bytes()
    result = brief(output, ledger=ledger)
    assert (result.exit_code, result.stderr) == (
        1,
        f"aide-memoire: {Path(output)} belongs to the ledger. Name another file to write to\n",
    )
    assert (folder / "l.db").read_bytes() == before


def test_a_dash_is_standard_output(folder: Path) -> None:
    assert brief("-").stdout.startswith("Commitments as of 1 June 2021")
    assert sorted(path.name for path in folder.iterdir()) == ["l.db"]


def test_an_empty_name_is_a_usage_error(folder: Path) -> None:
    result = brief("")
    assert result.exit_code == 2
    assert "Invalid value for '--output': The name is empty." in result.stderr


def test_a_new_file_has_the_usual_mode_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    usual, new, old = (tmp_path / name for name in ("usual", "new", "old"))
    usual.touch()
    old.touch()
    old.chmod(0o640)
    for path in (new, old):
        save(path, b"words")
        assert path.read_bytes() == b"words"
    assert new.stat().st_mode == usual.stat().st_mode
    assert old.stat().st_mode & 0o777 == 0o640
    assert len(list(tmp_path.iterdir())) == 3


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"before")
    (tmp_path / "link").symlink_to("file")
    save(tmp_path / "link", b"after")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"after"


def test_what_is_no_file_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reading = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    save(tmp_path / "pipe", b"words")
    assert os.read(reading, 10) == b"words"
    os.close(reading)
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.parametrize(
    ("code", "remedy"),
    [
        (errno.ENOSPC, "Free some space, or name a file on another disk"),
        (errno.EDQUOT, "Free some space, or name a file on another disk"),
        (errno.EROFS, "Name a file in a folder that exists and may be written"),
    ],
)
def test_what_was_there_stays_where_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, remedy: str
) -> None:
    def fail(*_: Any) -> None:
        raise OSError(code, os.strerror(code))

    (tmp_path / "file").write_bytes(b"before")
    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(LedgerError, match=os.strerror(code)) as caught:
        save(tmp_path / "file", b"after")
    assert caught.value.remedy == remedy
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("file", b"before")]


def test_a_file_that_may_not_be_written_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"before")
    # The rights of a file are not asked for where the superuser runs the tests.
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(LedgerError, match="Permission denied"):
        save(tmp_path / "file", b"after")
    assert (tmp_path / "file").read_bytes() == b"before"
