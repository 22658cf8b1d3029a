from pathlib import Path

import msgspec
import pytest

from aide_memoire.following import follow
from aide_memoire.ledger import open_ledger
from aide_memoire.views.due import DueList
from tests.cli.ledgers import READ, ids, make_ledger, run
from tests.ledger.builders import reading, source, statement

WITHIN = {"relation": "within", "offset": "P30D"}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_ledger(tmp_path_factory.mktemp("ledger") / "ledger.db")


def test_what_comes_up_stands_before_what_is_overdue(ledger: Path) -> None:
    result = run(ledger, "due", "--as-of", "2022-03-15")
    assert (result.exit_code, result.stderr) == (0, "")
    assert ids(result.stdout) == ["chotline", "cenvoys"]
    assert "Due from 15 March 2022 to 13 June 2022: 1 commitment" in result.stdout
    assert "  assessment    fulfilled (“restored the hotlines”, 27 July 2021)" in result.stdout


@pytest.mark.parametrize(
    ("within", "found"),
    [("76d", []), ("77d", ["chotline"]), ("11w", ["chotline"]), ("2m", []), ("3m", ["chotline"]), ("1y", ["chotline"])],
)
def test_within(ledger: Path, within: str, found: list[str]) -> None:
    result = run(ledger, "due", "--as-of", "2022-03-15", "--within", within)
    assert ids(result.stdout) == [*found, "cenvoys"]


def test_as_of_is_what_had_been_published(ledger: Path) -> None:
    result = run(ledger, "due", "--as-of", "2021-02-28", "--within", "2y")
    assert ids(result.stdout) == ["chotline"]
    assert "announced; nothing seen since 21 January 2021" in result.stdout


def test_known_at_is_what_had_been_read(ledger: Path) -> None:
    days = ("--as-of", "2022-06-30", "--known-at")
    assert ids(run(ledger, "due", *days, "2022-02-04").stdout) == ["cenvoys", "chotline"]
    assert ids(run(ledger, "due", *days, "2022-02-05").stdout) == ["cenvoys"]
    assert ids(run(ledger, "due", *days, "2022-01-04").stdout) == []


def test_json_is_the_record(ledger: Path) -> None:
    result = run(ledger, "due", "--as-of", "2022-03-15", "--known-at", "2022-02-04", "--format", "json")
    due = msgspec.json.decode(result.stdout_bytes, type=DueList)
    assert (due.as_of, due.until, due.known_at) == ("2022-03-15", "2022-06-13", "2022-02-04")
    assert [line.commitment.id for line in (*due.soon, *due.overdue)] == ["chotlines", "cenvoys"]
    assert due.soon[0].assessed.assessment == "announced"
    assert result.stdout.count("\n") == 1 and result.stdout.endswith("\n")


def test_nothing_due_is_no_failure(ledger: Path) -> None:
    result = run(ledger, "due", "--as-of", "2020-12-01")
    assert result.exit_code == 0
    assert result.stdout.count(": none") == 2


def test_without_a_ledger_there_is_one_message(tmp_path: Path) -> None:
    result = run(tmp_path / "none.db", "due")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("aide-memoire: ") and len(result.stderr.splitlines()) == 1


def test_a_deadline_hangs_on_an_event_that_another_report_dates(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    pledge = statement("pay within 30 days of the opening of the Lund dam", after="opening of the Lund dam", **WITHIN)
    opened = statement("opened the Lund dam", kind="event", act=None, when="2021-05-09")
    with open_ledger(str(path)) as ledger:
        for read in (reading("pledge", [pledge]), reading("opened", [opened], published="2021-05-10")):
            ledger.add(source(read), read, at=READ)
            follow(ledger, read.document.id, at=READ)
    (before, after) = (run(path, "due", "--as-of", day).stdout for day in ("2021-05-09", "2021-05-10"))
    assert ids(before) == []
    assert len(ids(after)) == 1
    assert "due now, until 8 June 2021" in " ".join(after.split())
    assert "“opening of the Lund dam” on 9 May 2021 (“opened the Lund dam”" in " ".join(after.split())
