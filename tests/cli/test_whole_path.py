"""The commands over the real stages: read, add, brief and show on a report of our own."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from aide_memoire.cli import main
from aide_memoire.records import Briefing, Reading
from tests.views.pages import Page

REPORT = """# title: Embassy to reopen
# publisher: The Daily Sound
# published: 2021-03-01

Norway's Foreign Ministry said on Monday that it will reopen its embassy in Chad by May next year.

The ministry said it will also send two ships to the Baltic Sea if Sweden asks for help.
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def ledger(report: Path, tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    assert run("add", str(report), "--ledger", str(path)).exit_code == 0
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_read_prints_the_exchange_format(report: Path) -> None:
    result = run("read", str(report), "--json")
    reading = msgspec.json.decode(result.stdout_bytes, type=Reading)
    assert reading.document.published.edtf == "2021-03-01"
    assert any("reopen" in one.text for one in reading.statements)
    assert all(reading.document.text[one.start : one.end] == one.text for one in reading.statements)


def test_read_says_what_failed_and_goes_on(report: Path, tmp_path: Path) -> None:
    result = run("read", str(tmp_path / "gone.txt"), str(report))
    assert result.exit_code == 1
    assert "gone.txt" in result.stderr
    assert "Embassy to reopen" in result.stdout


def test_given_outranks_the_head_of_the_file(report: Path) -> None:
    result = run("read", str(report), "--date", "2021-03-08", "--publisher", "North Wire")
    rows = [line.split(maxsplit=1) for line in result.stdout.splitlines()]
    assert ["publisher", "North Wire (given by you)"] in rows
    assert ["date", "8 March 2021 (given by you)"] in rows


def test_adding_twice_changes_nothing(report: Path, ledger: Path) -> None:
    before = run("brief", "--ledger", str(ledger), "--format", "json").stdout
    result = run("add", str(report), "--ledger", str(ledger))
    assert result.stdout.startswith("documents: 0 new, 1 known, 0 failed\n")
    assert result.exit_code == 0
    assert run("brief", "--ledger", str(ledger), "--format", "json").stdout == before


def test_a_date_given_later_counts(report: Path, tmp_path: Path) -> None:
    report.write_text(REPORT.replace("# published: 2021-03-01\n", ""), encoding="utf-8")
    ledger = ("--ledger", str(tmp_path / "ledger.db"))
    run("add", str(report), *ledger)
    left_out = run("brief", *ledger, "--as-of", "2021-03-01")
    assert f"1 document of unknown date: {report}.\nGive a date with:" in left_out.stderr
    assert "No commitments were known" in left_out.stdout
    again = run("add", str(report), *ledger, "--date", "2021-03-01")
    assert again.stdout.startswith("documents: 1 new, 0 known, 0 failed\n1 of the new: known, but without this date;")
    dated = run("brief", *ledger, "--as-of", "2021-03-01")
    assert "Embassy to reopen" in dated.stdout and dated.stderr == ""
    for given in (["--date", "2021-03-01"], []):
        assert run("add", str(report), *ledger, *given).stdout.startswith("documents: 0 new, 1 known, 0 failed\n")
    assert run("brief", *ledger, "--as-of", "2021-03-01").stdout == dated.stdout


def test_every_quote_of_the_page_opens_and_show_opens_every_id(ledger: Path) -> None:
    page = Page(run("brief", "--ledger", str(ledger), "--format", "html").stdout)
    assert page.quotes()
    assert all(page.under[address] == words for address, words in page.quotes())
    briefing = msgspec.json.decode(
        run("brief", "--ledger", str(ledger), "--format", "json").stdout_bytes, type=Briefing
    )
    for section in briefing.sections:
        for line in section.lines:
            shown = run("show", line.commitment.id[:8], "--ledger", str(ledger))
            assert shown.exit_code == 0
            assert f"commitment {line.commitment.id}" in shown.stdout


def test_a_day_before_the_report_knows_nothing(ledger: Path) -> None:
    assert "No commitments were known" in run("brief", "--ledger", str(ledger), "--as-of", "2021-02-28").stdout


@pytest.mark.parametrize("command", [["brief"], ["show", "c1"]])
def test_without_a_ledger_there_is_one_message(command: list[str], tmp_path: Path) -> None:
    result = run(*command, "--ledger", str(tmp_path / "none.db"))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("aide-memoire: ") and len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "none.db").exists()


@pytest.mark.slow
def test_ctrl_c_keeps_what_was_added(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(400):
        (folder / f"{number:03}.txt").write_text(REPORT.replace("two ships", f"{number} ships"), encoding="utf-8")
    ledger = tmp_path / "ledger.db"
    command = [sys.executable, "-c", "from aide_memoire.cli import main; main()", "add", str(folder)]
    environment = os.environ | {"AIDE_MEMOIRE_LEDGER": str(ledger)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
        wait_for_documents(ledger, process)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert b"Traceback" not in err
    new = int(out.split()[1])
    assert 0 < new < 400
    assert f"saved in {ledger}" in err.decode()
    assert stored(ledger) in (new, new + 1)
    again = run("add", str(folder / "000.txt"), "--ledger", str(ledger))
    assert again.stdout.startswith("documents: 0 new, 1 known")


def wait_for_documents(ledger: Path, process: subprocess.Popen[bytes]) -> None:
    """Wait for three: of the last one stored the count may not have been taken yet."""
    while process.poll() is None and (not ledger.exists() or stored(ledger) < 3):
        try:
            process.wait(timeout=0.2)
        except subprocess.TimeoutExpired:
            continue


def stored(ledger: Path) -> int:
    """How many documents are saved, 0 while the ledger is still being made."""
    from aide_memoire.errors import LedgerError
    from aide_memoire.ledger import open_ledger

    try:
        with open_ledger(str(ledger), create=False) as opened:
            return opened.counts().documents
    except LedgerError:
        return 0
