import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from aide_memoire.cli import main
from aide_memoire.errors import LedgerError
from aide_memoire.ledger import LedgerCounts
from aide_memoire.pipeline import Added
from aide_memoire.records import Failure

NEW = Added(source="a.txt", document="1", new=True, statements=5, made=2, restated=1)
KNOWN = Added(source="b.txt", document="2", new=False)
FAILURE = Failure(source="c.bin", stage="source", message="c.bin is no text", remedy="Give a text file")


class Ledger:
    def __init__(self) -> None:
        self.opened: list[tuple[str, bool]] = []
        self.closed = 0
        self.dated_anew = 0
        self.given: list[str | None] = []

    def open(self, where: str, *, create: bool) -> Self:
        self.opened.append((where, create))
        return self

    def dated(self, published: str | None) -> Self:
        self.given.append(published)
        return self

    def counts(self) -> LedgerCounts:
        return LedgerCounts(
            sources=1, documents=1, undated=0, statements=1, commitments=1, failures=0, dated_anew=self.dated_anew
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.closed += 1


class FullLedgerError(LedgerError):
    def __init__(self) -> None:
        super().__init__("the disk is full", remedy="Free some space")


@pytest.fixture
def ledger(monkeypatch: pytest.MonkeyPatch) -> Ledger:
    fake = Ledger()
    monkeypatch.setattr("aide_memoire.ledger.open_ledger", fake.open)
    return fake


def give(monkeypatch: pytest.MonkeyPatch, *outcomes: Added | Failure | type[BaseException]) -> None:
    def add_sources(*_: object, at: str, **__: object) -> Iterator[Added | Failure]:
        assert at.endswith("+00:00")
        for outcome in outcomes:
            if isinstance(outcome, type):
                raise outcome
            yield outcome

    monkeypatch.setattr("aide_memoire.pipeline.add_sources", add_sources)


def test_the_summary_counts_and_names_each_failure(monkeypatch: pytest.MonkeyPatch, ledger: Ledger) -> None:
    give(monkeypatch, NEW, FAILURE, KNOWN)
    result = CliRunner().invoke(main, ["add", "x", "--ledger", "l.db"])
    assert result.stdout == ("documents: 1 new, 1 known, 1 failed\nstatements: 5; commitments: 2 new, 1 restated\n")
    assert result.stderr == "c.bin: c.bin is no text. Give a text file\n"
    assert result.exit_code == 1
    assert (ledger.opened, ledger.closed) == ([("l.db", True)], 1)


def test_all_added_is_0(monkeypatch: pytest.MonkeyPatch, ledger: Ledger) -> None:
    give(monkeypatch, NEW)
    result = CliRunner().invoke(main, ["add", "x"], env={"AIDE_MEMOIRE_LEDGER": "other.db"})
    assert (result.exit_code, result.stderr) == (0, "")
    assert ledger.opened == [("other.db", True)]


def test_known_documents_with_a_new_date_are_said_to_be(monkeypatch: pytest.MonkeyPatch, ledger: Ledger) -> None:
    def add_sources(*_: object, **__: object) -> Iterator[Added]:
        ledger.dated_anew += 1
        yield NEW

    monkeypatch.setattr("aide_memoire.pipeline.add_sources", add_sources)
    result = CliRunner().invoke(main, ["add", "x", "--date", "2021-03-01"])
    assert "1 of the new: known, but without this date; the earlier reading is kept, unused\n" in result.stdout


COPIES = [
    (("a",), "1 of the new: a copy of another's text, counted once"),
    (("a", None, "b"), "2 of the new: copies"),
]


@pytest.mark.parametrize(("originals", "words"), COPIES)
def test_copies_are_counted(
    monkeypatch: pytest.MonkeyPatch, ledger: Ledger, originals: tuple[str | None, ...], words: str
) -> None:
    give(monkeypatch, *(replace(NEW, copy_of=original) for original in originals))
    assert words in CliRunner().invoke(main, ["add", "x", "--ledger", "l.db"]).stdout


def test_ctrl_c_says_what_is_saved(monkeypatch: pytest.MonkeyPatch, ledger: Ledger) -> None:
    give(monkeypatch, NEW, KeyboardInterrupt, NEW)
    result = CliRunner().invoke(main, ["add", "x", "--ledger", "l.db"])
    assert result.exit_code == 130
    assert "documents: 1 new, 0 known, 0 failed" in result.stdout
    assert "What is counted here is saved in l.db" in result.stderr
    assert ledger.closed == 1


def test_a_ledger_that_fails_on_the_way_does_not_hide_what_is_saved(
    monkeypatch: pytest.MonkeyPatch, ledger: Ledger
) -> None:
    give(monkeypatch, NEW, FAILURE, FullLedgerError, NEW)
    result = CliRunner().invoke(main, ["add", "x", "--ledger", "l.db"])
    assert result.exit_code == 1
    assert result.stdout == "documents: 1 new, 0 known, 1 failed\nstatements: 5; commitments: 2 new, 1 restated\n"
    assert result.stderr == (
        "c.bin: c.bin is no text. Give a text file\n"
        "What is counted here is saved in l.db; add the same again to go on.\n"
        "aide-memoire: the disk is full. Free some space\n"
    )
    assert ledger.closed == 1


def test_a_ledger_that_fails_before_the_first_document_has_nothing_to_count(
    monkeypatch: pytest.MonkeyPatch, ledger: Ledger
) -> None:
    give(monkeypatch, FullLedgerError)
    result = CliRunner().invoke(main, ["add", "x"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "aide-memoire: the disk is full. Free some space\n"


def test_a_bar_is_drawn_on_a_terminal_only(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "from aide_memoire.cli import main; main()", "add", str(tmp_path / "gone.txt")]
    environment = os.environ | {"AIDE_MEMOIRE_LEDGER": str(tmp_path / "ledger.db"), "TERM": "xterm"}
    piped = subprocess.run(command, capture_output=True, env=environment, timeout=60)
    assert b"reading" not in piped.stderr
    assert b"1 failed" in piped.stdout
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, env=environment) as process:
        os.close(theirs)
        shown = b""
        try:
            while chunk := os.read(ours, 4096):
                shown += chunk
        except OSError:
            pass  # a pseudo-terminal ends with an error when the other side closes
        assert process.wait(timeout=60) == 1
    os.close(ours)
    assert b"reading" in shown
